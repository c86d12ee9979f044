// Who may do what, in which stage, step and state of the case.
#include "workflow/rights.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::workflow {
namespace {

using conference::Status;
using process::Matter;
using test::refused;

constexpr Ix leader = 0, aunt = 1, teacher = 2;
constexpr Ix talks = 0, life = 1;

Who of(std::initializer_list<Ix> roles) {
    Who who;
    for (auto role : roles) who.add(role);
    return who;
}

process::May row(std::string act, Who who, Who for_whom = {}) {
    process::May may;
    may.acts = {std::move(act)};
    may.who = who;
    may.for_whom = for_whom;
    return may;
}

process::Model small() {
    process::Model model;
    model.roles.resize(3);
    model.stages.resize(2);
    model.meetings.resize(1);
    model.meetings[0].id = "counsel";
    auto early = row("invite", of({leader}));
    early.until = talks;
    auto in_private = row("write_action", of({aunt}));
    in_private.in_steps = {"counsel.private"};
    model.mays = {early,
                  in_private,
                  row("give_consent", of({aunt})),
                  row("give_consent", of({leader}), of({aunt})),
                  row("correct", of({leader})),
                  row("stop_case", of({leader})),
                  row("take_up_again", of({leader}))};
    process::See own;
    own.what = Matter::people;
    own.who = of({teacher});
    own.own_only = true;
    process::See all;
    all.what = Matter::people;
    all.who = of({leader});
    all.from = life;
    model.sees = {own, all};
    return model;
}

struct Rights : ::testing::Test {
    RuleBook book{std::make_shared<process::Model const>(small())};
    Facts facts;

    std::string asked(std::string_view act, Who who, std::optional<Ix> for_role = {}) const {
        return refused(may(book, facts, who, act, for_role));
    }
};

TEST_F(Rights, AreOfTheRolesThatTheModelNames) {
    EXPECT_EQ(asked("invite", of({leader})), "");
    EXPECT_EQ(asked("invite", of({aunt, leader})), "");
    EXPECT_EQ(asked("invite", of({aunt})), "act.not_yours");
    EXPECT_EQ(asked("fly", of({leader})), "act.not_yours");
    EXPECT_EQ(asked("invite", {}), "act.not_yours");
}

TEST_F(Rights, HoldFromOneStageToAnother) {
    facts.stage = life;
    EXPECT_EQ(asked("invite", of({leader})), "act.not_now");
    EXPECT_EQ(asked("invite", of({aunt})), "act.not_yours");
}

TEST_F(Rights, OfAStepHoldWhileTheMeetingIsOpenInIt) {
    EXPECT_EQ(asked("write_action", of({aunt})), "act.wrong_step");
    facts.meeting = 0;
    facts.meeting_state = MeetingState::open;
    facts.step = "welcome";
    EXPECT_EQ(asked("write_action", of({aunt})), "act.wrong_step");
    facts.step = "private";
    EXPECT_EQ(asked("write_action", of({aunt})), "");
    facts.meeting_state = MeetingState::paused;
    EXPECT_EQ(asked("write_action", of({aunt})), "meeting.paused");
}

TEST_F(Rights, RestInAPauseWhereTheyAreWorkOfTheRoom) {
    process::Model model = small();
    model.mays.push_back(row("next_step", of({leader})));
    book = RuleBook(std::make_shared<process::Model const>(model));
    facts.meeting = 0;
    facts.meeting_state = MeetingState::paused;
    EXPECT_EQ(asked("next_step", of({leader})), "meeting.paused");
    EXPECT_EQ(asked("give_consent", of({aunt})), "");
    facts.meeting_state = MeetingState::open;
    EXPECT_EQ(asked("next_step", of({leader})), "");
}

TEST_F(Rights, AreInOnesOwnNameOrForSomebody) {
    EXPECT_EQ(asked("give_consent", of({aunt})), "");
    EXPECT_EQ(asked("give_consent", of({aunt}), aunt), "act.not_for_them for_whom");
    EXPECT_EQ(asked("give_consent", of({leader}), aunt), "");
    EXPECT_EQ(asked("give_consent", of({leader})), "act.for_whom for_whom");
    EXPECT_EQ(asked("give_consent", of({leader}), teacher), "act.not_for_them for_whom");
    EXPECT_TRUE(may_in_own_name(book, facts, of({aunt}), "give_consent"));
    EXPECT_FALSE(may_in_own_name(book, facts, of({leader}), "give_consent"));
    EXPECT_EQ(for_whom(book, facts, of({leader}), "give_consent"), of({aunt}));
    EXPECT_EQ(for_whom(book, facts, of({aunt}), "give_consent"), Who{});
    EXPECT_EQ(who_may(book, facts, "give_consent"), of({aunt, leader}));
    EXPECT_EQ(who_may(book, facts, "give_consent", OnBehalf::yes), of({leader}));
    EXPECT_EQ(who_may(book, facts, "give_consent", OnBehalf::no), of({aunt}));
}

TEST_F(Rights, OfACaseThatIsPutOffAreToSetRightAndToGoOn) {
    EXPECT_EQ(asked("take_up_again", of({leader})), "case.not_postponed");
    facts.status = Status::postponed;
    EXPECT_EQ(asked("invite", of({leader})), "case.postponed");
    EXPECT_EQ(asked("give_consent", of({aunt})), "case.postponed");
    for (auto const* act : {"take_up_again", "correct", "stop_case"})
        EXPECT_EQ(asked(act, of({leader})), "") << act;
    EXPECT_EQ(who_may(book, facts, "invite"), Who{});
    EXPECT_EQ(for_whom(book, facts, of({leader}), "give_consent"), Who{});
}

TEST_F(Rights, OfACaseThatEndedAreToSetRight) {
    for (auto status : {Status::stopped, Status::closed}) {
        facts.status = status;
        facts.stage = life;
        EXPECT_EQ(asked("correct", of({leader})), "");
        for (auto const* act : {"stop_case", "take_up_again"})
            EXPECT_EQ(asked(act, of({leader})), "case.ended") << act;
        // Neither the stage nor the step is what keeps it.
        EXPECT_EQ(asked("invite", of({leader})), "case.ended");
        EXPECT_EQ(asked("write_action", of({aunt})), "case.ended");
        EXPECT_EQ(asked("give_consent", of({leader}), teacher), "case.ended");
    }
}

TEST_F(Rights, ToSeeAreOfEverythingOrOfOnesOwn) {
    EXPECT_EQ(sees(book, facts, of({teacher}), Matter::people), Sight::own);
    EXPECT_EQ(sees(book, facts, of({leader}), Matter::people), Sight::none);
    EXPECT_EQ(who_sees(book, facts, Matter::people), Who{});
    facts.stage = life;
    EXPECT_EQ(sees(book, facts, of({leader, teacher}), Matter::people), Sight::all);
    EXPECT_EQ(who_sees(book, facts, Matter::people), of({leader}));
    EXPECT_EQ(sees(book, facts, of({leader}), Matter::plan), Sight::none);
}

} // namespace
} // namespace radslag::workflow
