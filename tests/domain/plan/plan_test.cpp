// A plan handed over, clarified, judged, sent back, agreed (HF5, SN1, SN8).
#include "domain/plan/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::plan {
namespace {

using test::refused;
using ::testing::ElementsAre;

constexpr Instant monday{1'000'000}, tuesday{2'000'000}, friday{3'000'000};
Date const today = *read_date("2026-11-28");

Plan handed(std::int64_t round, Instant at) {
    Plan plan;
    plan.id = RowId{"plan of round " + std::to_string(round)};
    plan.round = round;
    plan.handed_at = at;
    return plan;
}

TEST(APlan, IsHandedOverOnceInEachRoundUnlessItWasSentBack) {
    EXPECT_EQ(refused(hand_over({}, handed(1, monday))), "");
    EXPECT_EQ(refused(hand_over({handed(1, monday)}, handed(1, tuesday))), "plan.handed_over");
    EXPECT_EQ(refused(hand_over({handed(1, monday)}, handed(2, tuesday))), "");
    auto const back = *send_back(handed(1, monday), "Who drives?", tuesday);
    EXPECT_EQ(refused(hand_over({back}, handed(1, friday))), "");
}

TEST(APlan, IsSentBackOnceAndWithAReason) {
    EXPECT_EQ(refused(send_back(handed(1, monday), "", tuesday)), "field.missing reason");
    auto const back = *send_back(handed(1, monday), "Who drives?", tuesday);
    EXPECT_EQ(back.sent_back_at, tuesday);
    EXPECT_EQ(back.sent_back_why, "Who drives?");
    EXPECT_EQ(refused(send_back(back, "Again", friday)), "plan.sent_back");
}

TEST(APlan, TheLastOneThatWasNotSentBackStands) {
    std::vector all{handed(1, monday), handed(2, tuesday)};
    EXPECT_EQ(standing(all), &all[1]);
    all[1] = *send_back(all[1], "Who drives?", friday);
    EXPECT_EQ(standing(all), &all[0]);
    EXPECT_EQ(standing({}), nullptr);
}

Action action(OwnerKind owner, std::string heading = "home") {
    Action one;
    one.owner_kind = owner;
    one.heading = std::move(heading);
    one.written_at = one.changed_at = monday;
    return one;
}
Action removed(Action one) { return *remove(one, tuesday); }

TEST(AnAction, IsDueTodayOrLater) {
    auto one = action(OwnerKind::nobody);
    one.due = today;
    EXPECT_EQ(refused(write(one, today, monday)), "");
    one.due = add_days(today, -1);
    EXPECT_EQ(refused(write(one, today, monday)), "date.past due");
}

TEST(AnAction, ThatIsChangedIsJudgedAnew) {
    auto const judged = *judge(action(OwnerKind::nobody), Fine::missing, "Who drives?");
    EXPECT_EQ(judged.fine, Fine::missing);
    EXPECT_EQ(judged.missing, "Who drives?");
    auto const changed = *write(judged, today, tuesday);
    EXPECT_EQ(changed.fine, Fine::unsaid);
    EXPECT_EQ(changed.missing, "");
    EXPECT_EQ(changed.changed_at, tuesday);
    auto const fine = *judge(changed, Fine::fine, "Nothing");
    EXPECT_EQ(fine.fine, Fine::fine);
    EXPECT_EQ(fine.missing, "");
}

TEST(AnAction, WhereSomethingIsMissingSaysWhat) {
    EXPECT_EQ(refused(judge(action(OwnerKind::nobody), Fine::missing, "")),
              "field.missing missing");
    EXPECT_EQ(refused(judge(action(OwnerKind::nobody), Fine::fine, "")), "");
}

TEST(AnAction, ThatWasTakenAwayIsGone) {
    auto const away = removed(action(OwnerKind::nobody));
    EXPECT_EQ(away.removed_at, tuesday);
    EXPECT_EQ(refused(remove(away, friday)), "plan.action_removed action");
    EXPECT_EQ(refused(write(away, today, friday)), "plan.action_removed action");
    EXPECT_EQ(refused(judge(away, Fine::fine, "")), "plan.action_removed action");
}

TEST(Actions, EachHasSomebodyWhoDoesIt) {
    auto const ours = action(OwnerKind::own_network), theirs = action(OwnerKind::professional);
    auto const nobodys = action(OwnerKind::nobody);
    EXPECT_TRUE(all_owned({ours, theirs}));
    EXPECT_FALSE(all_owned({ours, nobodys}));
    EXPECT_TRUE(all_owned({ours, removed(nobodys)}));
    EXPECT_FALSE(all_owned({}));
    EXPECT_FALSE(all_owned({removed(ours)}));
}

TEST(Actions, EachHeadingHasOneAndEachStandsUnderOne) {
    std::vector<std::string> const headings{"home", "school"};
    auto const home = action(OwnerKind::nobody, "home"),
               school = action(OwnerKind::nobody, "school");
    EXPECT_TRUE(all_headings_filled({home, school, home}, headings));
    EXPECT_FALSE(all_headings_filled({home}, headings));
    EXPECT_FALSE(all_headings_filled({home, removed(school)}, headings));
    EXPECT_FALSE(all_headings_filled({home, school, action(OwnerKind::nobody, "else")}, headings));
}

TEST(Actions, ChangedOrTakenAwayChangeThePlan) {
    EXPECT_EQ(changed_at(handed(1, monday), {}), monday);
    EXPECT_EQ(changed_at(handed(1, monday), {*write(action(OwnerKind::nobody), today, friday)}),
              friday);
    EXPECT_EQ(changed_at(handed(1, monday), {removed(action(OwnerKind::nobody))}), tuesday);
}

TEST(AQuestionAboutThePlan, IsAnsweredOnce) {
    auto const answered = *clarify({}, "Grandmother drives", monday);
    EXPECT_EQ(answered.answer, "Grandmother drives");
    EXPECT_EQ(answered.answered_at, monday);
    EXPECT_EQ(refused(clarify(answered, "No, uncle", tuesday)), "plan.clarified clarification");
}

TEST(AYesToThePlan, IsToWhatItSaidThen) {
    PersonId const mother{"mother"}, father{"father"};
    auto yes = [](PersonId by, Instant at) {
        EndingAnswer one;
        one.plan = RowId{"plan"};
        one.ending = "approval";
        one.by = by;
        one.at = at;
        return one;
    };
    auto ended =
        [&](std::vector<EndingAnswer> const& said, bool each,
            std::vector<PersonId> const& asked = {PersonId{"mother"}, PersonId{"father"}}) {
            return is_ended(said, RowId{"plan"}, "approval", asked, each, tuesday);
        };
    EXPECT_TRUE(ended({yes(mother, tuesday)}, false));
    EXPECT_FALSE(ended({yes(mother, monday)}, false));
    EXPECT_FALSE(ended({yes(mother, friday)}, true));
    EXPECT_TRUE(ended({yes(mother, friday), yes(father, tuesday)}, true));
    EXPECT_FALSE(ended({yes(mother, friday)}, false, {}));
    EXPECT_FALSE(ended({yes(mother, friday)}, true, {}));
    EXPECT_FALSE(ended({yes(PersonId{"stranger"}, friday)}, false));
    auto other = yes(mother, friday);
    other.ending = "acknowledgement";
    EXPECT_FALSE(ended({other}, false));
    other = yes(mother, friday);
    other.plan = RowId{"earlier plan"};
    EXPECT_FALSE(ended({other}, false));
    other = yes(mother, friday);
    other.answer = Word::send_back;
    EXPECT_FALSE(ended({other}, false));
}

TEST(Actions, ThatStandAreTold) {
    std::vector const all{removed(action(OwnerKind::nobody)), action(OwnerKind::professional)};
    EXPECT_THAT(standing_actions(all), ElementsAre(&all[1]));
}

} // namespace
} // namespace radslag::plan
