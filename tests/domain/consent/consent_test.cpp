// A consent given, refused, lapsed, withdrawn (A11, GN3).
#include "domain/consent/consent.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::consent {
namespace {

using test::refused;

PersonId const mother{"mother"}, father{"father"};
Date const today = *read_date("2026-11-28");

Consent said(Answer answer, PersonId person = mother, std::string consent = "sharing") {
    Consent one;
    one.consent = std::move(consent);
    one.person = person;
    one.answer = answer;
    one.told_on = today;
    return one;
}

TEST(AConsent, IsToldTodayOrBefore) {
    auto told = said(Answer::given);
    EXPECT_EQ(refused(answer(told, today)), "");
    told.told_on = add_days(today, 1);
    EXPECT_EQ(refused(answer(told, today)), "date.not_yet told_on");
}

TEST(AConsent, ToldSoLongAgoThatItHasLapsedIsNone) {
    auto told = said(Answer::given);
    told.told_on = add_days(today, -90);
    told.lapses_on = add_days(today, 1);
    EXPECT_EQ(refused(answer(told, today)), "");
    told.lapses_on = today;
    EXPECT_EQ(refused(answer(told, today)), "consent.lapsed told_on");
}

TEST(AConsent, StandsUntilAnythingHappenedToIt) {
    EXPECT_TRUE(said(Answer::given).stands());
    EXPECT_FALSE(said(Answer::refused).stands());
    for (auto end : {&Consent::withdrawn_at, &Consent::lapsed_at, &Consent::replaced_at}) {
        auto ended = said(Answer::given);
        ended.*end = Instant{5};
        EXPECT_FALSE(ended.stands());
    }
}

TEST(AConsent, IsWithdrawnByWhoeverGaveItWhileItStands) {
    std::vector const all{said(Answer::given, father), said(Answer::given, mother, "taking_part"),
                          said(Answer::given)};
    auto const withdrawn = withdraw(all, "sharing", mother, Instant{5});
    ASSERT_TRUE(withdrawn.has_value());
    EXPECT_EQ(withdrawn->person, mother);
    EXPECT_EQ(withdrawn->consent, "sharing");
    EXPECT_EQ(withdrawn->withdrawn_at, Instant{5});
    EXPECT_EQ(refused(withdraw({*withdrawn}, "sharing", mother, Instant{6})),
              "consent.not_given consent");
    EXPECT_EQ(refused(withdraw({said(Answer::refused)}, "sharing", mother, Instant{6})),
              "consent.not_given consent");
    EXPECT_EQ(refused(withdraw({said(Answer::given, father)}, "sharing", mother, Instant{6})),
              "consent.not_given consent");
}

TEST(AConsent, TheLatestAnswerOfAPersonCounts) {
    auto first = said(Answer::given);
    first.replaced_at = Instant{5};
    std::vector const all{first, said(Answer::refused)};
    EXPECT_EQ(latest(all, "sharing", mother), &all[1]);
    EXPECT_EQ(latest(all, "sharing", father), nullptr);
    EXPECT_EQ(latest(all, "taking_part", mother), nullptr);
}

} // namespace
} // namespace radslag::consent
