// A referral's course: taken, asked about, judged, passed to the chair, decided, answered; in this
// order, and each once, unless the committee asks for more (PN4–PN7).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/referral/referral.h"
#include "support/refused.h"

namespace radslag::referral {
namespace {

using test::refused;
using ::testing::IsEmpty;

constexpr Instant monday{1'000'000}, tuesday{2'000'000}, friday{3'000'000};
PersonId const leader{"leader"};

// Each is done to a referral that was sent and taken.
struct Course : ::testing::Test {
    Referral sent;
    Referral taken = *take(sent, leader, monday);
    Referral passed = *pass(taken, tuesday);
    Referral decided(Verdict verdict) const {
        return *decide(passed, verdict, "So it is", "A talk at school", friday);
    }
};

TEST_F(Course, IsTakenOnce) {
    EXPECT_EQ(taken.taken_by, leader);
    EXPECT_EQ(taken.taken_at, monday);
    EXPECT_EQ(refused(take(taken, leader, tuesday)), "referral.taken");
}

TEST_F(Course, IsPassedOnByWhoeverTookIt) {
    EXPECT_EQ(refused(pass(sent, tuesday)), "referral.not_taken");
    EXPECT_EQ(passed.passed_at, tuesday);
    EXPECT_EQ(refused(pass(passed, friday)), "referral.passed");
}

TEST_F(Course, IsDecidedOnceAndWhenItWasPassedOn) {
    EXPECT_EQ(refused(decide(taken, Verdict::granted, "So it is", "", friday)),
              "referral.not_passed");
    auto const granted = decided(Verdict::granted);
    EXPECT_EQ(granted.verdict, Verdict::granted);
    EXPECT_EQ(granted.decided_at, friday);
    EXPECT_EQ(refused(decide(granted, Verdict::not_suitable, "No", "Else", friday)),
              "referral.decided");
}

TEST_F(Course, ANoSaysWhatIsDoneInstead) {
    EXPECT_EQ(refused(decide(passed, Verdict::not_suitable, "Too early", "", friday)),
              "field.missing instead");
    EXPECT_TRUE(decide(passed, Verdict::granted, "Yes", "", friday).has_value());
    EXPECT_TRUE(decide(passed, Verdict::more_needed, "Who is at home?", "", friday).has_value());
}

TEST_F(Course, NothingIsAskedOrJudgedAfterADecision) {
    for (auto verdict : {Verdict::granted, Verdict::not_suitable}) {
        EXPECT_EQ(refused(ask(decided(verdict), "Who else?", friday)), "referral.decided");
        EXPECT_EQ(refused(judge(decided(verdict), {"child.truancy"}, "", friday)),
                  "referral.decided");
        EXPECT_EQ(refused(pass(decided(verdict), friday)), "referral.passed");
    }
    EXPECT_EQ(ask(passed, "Who else?", friday)->asked, "Who else?");
    EXPECT_EQ(judge(passed, {"child.truancy"}, "", friday)->criteria.size(), 1U);
}

TEST_F(Course, WhereMoreIsNeededItGoesRoundAgain) {
    auto const more = decided(Verdict::more_needed);
    EXPECT_TRUE(ask(more, "Who is at home?", friday).has_value());
    EXPECT_TRUE(judge(more, {"child.truancy"}, "", friday).has_value());
    auto const again = pass(more, friday);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->verdict, std::nullopt);
    EXPECT_EQ(again->decided_at, std::nullopt);
    EXPECT_EQ(decide(*again, Verdict::granted, "Now yes", "", friday)->verdict, Verdict::granted);
}

TEST_F(Course, IsAnsweredOnceAndWhenItIsDecided) {
    EXPECT_EQ(refused(tell_referrer(passed, "Yes", friday)), "referral.not_decided");
    EXPECT_THAT(passed.answer, IsEmpty());
    auto const answered = *tell_referrer(decided(Verdict::granted), "Yes", friday);
    EXPECT_EQ(answered.answer, "Yes");
    EXPECT_EQ(answered.answered_at, friday);
    EXPECT_EQ(refused(tell_referrer(answered, "Yes again", friday)), "referral.answered");
}

} // namespace
} // namespace radslag::referral
