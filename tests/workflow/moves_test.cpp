// What moves a case and a meeting, decided of facts alone.
#include "workflow/moves.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::workflow {
namespace {

using conference::Status;
using process::Condition;
using process::Strength;
using process::Withdrawn;
using test::refused;

// Two stages: one that the leader moves on, with a meeting of two steps; one that moves by itself.
constexpr Ix leader = 0, aunt = 1;
constexpr Ix talks = 0, life = 1, counsel = 0;

process::Need need(std::string id, Condition what, Strength strength, std::string of = "") {
    process::Need one;
    one.id = std::move(id);
    one.what = what;
    one.of = std::move(of);
    one.rule.strength = strength;
    if (strength == Strength::method) one.rule.passed_by.add(leader);
    return one;
}

process::Model small() {
    process::Model model;
    model.roles.resize(2);
    model.stages.resize(2);
    model.stages[talks].next = life;
    model.stages[talks].moved_by.add(leader);
    model.stages[talks].needs = {need("yes", Condition::consent, Strength::hard, "taking_part"),
                                 need("words", Condition::own_words, Strength::method),
                                 need("map", Condition::questions, Strength::offer)};
    model.stages[life].needs = {need("owned", Condition::actions_owned, Strength::hard)};
    model.meetings.resize(1);
    auto& meeting = model.meetings[counsel];
    meeting.id = "counsel";
    meeting.stage = talks;
    meeting.needs = {need("share", Condition::consent, Strength::hard, "sharing"),
                     need("planned", Condition::meeting_planned, Strength::hard)};
    meeting.steps.resize(2);
    meeting.steps[0].id = "private";
    meeting.steps[0].needs = {need("plan", Condition::plan_written, Strength::hard)};
    meeting.steps[1].id = "plan";
    meeting.steps[1].needs = {need("again", Condition::plan_ended, Strength::hard)};
    return model;
}

struct Moves : ::testing::Test {
    process::Model model = small();
    RuleBook book{std::make_shared<process::Model const>(model)};
    Facts facts = [this] {
        Facts all;
        all.atoms.assign(book.atoms().size(), Count::all);
        all.waived.assign(book.need_ids().size(), false);
        return all;
    }();

    Asked const& asked(std::string_view id) const {
        auto of = [&](Gate const& gate) -> Asked const* {
            for (auto const& one : gate.needs)
                if (one.need->id == id) return &one;
            return nullptr;
        };
        for (auto const* gate :
             {&book.gate_of_stage(talks), &book.gate_of_stage(life),
              &book.gate_of_meeting("counsel"), &book.gate_of_step("counsel", "private"),
              &book.gate_of_step("counsel", "plan")})
            if (auto const* found = of(*gate)) return *found;
        throw std::logic_error("no such need");
    }
    void lacks(std::string_view id, Count count = Count::some) {
        facts.atoms[asked(id).atom] = count;
    }
    void has(std::string_view id) { facts.atoms[asked(id).atom] = Count::all; }
    void meet(MeetingState state, std::string step = "private") {
        facts.meeting = counsel;
        facts.meeting_state = state;
        facts.step = std::move(step);
    }
};

TEST_F(Moves, ACaseGoesOnThroughAGateThatIsOpenWhenNobodySitsTogether) {
    EXPECT_EQ(refused(may_move_on(book, facts)), "");
    for (auto state : {MeetingState::open, MeetingState::paused}) {
        meet(state);
        EXPECT_EQ(refused(may_move_on(book, facts)), "meeting.still_open");
        EXPECT_EQ(refused(may_leave_off(facts)), "meeting.still_open");
    }
    for (auto state : {MeetingState::none, MeetingState::planned}) {
        meet(state);
        EXPECT_EQ(refused(may_move_on(book, facts)), "");
        EXPECT_EQ(refused(may_leave_off(facts)), "");
    }
    lacks("map"); // an offer keeps nobody
    EXPECT_EQ(refused(may_move_on(book, facts)), "");
    lacks("yes");
    EXPECT_EQ(refused(may_move_on(book, facts)), "gate.closed");
    EXPECT_EQ(refused(may_leave_off(facts)), "");
}

TEST_F(Moves, ANeedHoldsForAllOrIsPassedUnlessItIsHard) {
    for (auto count : {Count::none, Count::some}) {
        lacks("words", count);
        EXPECT_FALSE(holds(asked("words"), facts));
    }
    facts.waived[asked("words").place] = true;
    EXPECT_TRUE(holds(asked("words"), facts));
    lacks("yes");
    facts.waived[asked("yes").place] = true;
    EXPECT_FALSE(holds(asked("yes"), facts));
    EXPECT_FALSE(is_open(book.gate_of_stage(talks), facts));
}

TEST_F(Moves, OnlyAMethodThatStandsInTheWayIsPassedAndByThoseWhomItNames) {
    Who the_leader, an_aunt;
    the_leader.add(leader);
    an_aunt.add(aunt);
    EXPECT_FALSE(may_be_passed(asked("words"), facts, the_leader));
    lacks("words");
    EXPECT_TRUE(may_be_passed(asked("words"), facts, the_leader));
    EXPECT_FALSE(may_be_passed(asked("words"), facts, an_aunt));
    // A hard one never, and an offer need not be, whoever they would name.
    lacks("owned");
    lacks("map");
    for (auto const* id : {"owned", "map"}) {
        auto named = *asked(id).need;
        named.rule.passed_by = the_leader;
        auto one = asked(id);
        one.need = &named;
        EXPECT_FALSE(may_be_passed(one, facts, the_leader)) << id;
    }
}

TEST_F(Moves, ACaseMovesByItselfWhereNobodyMovesItOn) {
    EXPECT_FALSE(moves_by_itself(book, facts));
    facts.stage = life;
    EXPECT_TRUE(moves_by_itself(book, facts));
    for (auto status : {Status::postponed, Status::stopped, Status::closed}) {
        facts.status = status;
        EXPECT_FALSE(moves_by_itself(book, facts));
    }
    facts.status = Status::running;
    meet(MeetingState::open);
    EXPECT_FALSE(moves_by_itself(book, facts));
    meet(MeetingState::planned);
    EXPECT_TRUE(moves_by_itself(book, facts));
    lacks("owned");
    EXPECT_FALSE(moves_by_itself(book, facts));
}

TEST_F(Moves, TheYesThatBeganItIsAskedForFromThenOn) {
    facts.stage = life;
    lacks("yes");
    EXPECT_FALSE(moves_by_itself(book, facts));
}

TEST_F(Moves, AMeetingIsOpenedInItsStageWhereNoneIsOn) {
    EXPECT_TRUE(can_be_opened(book, facts, counsel));
    meet(MeetingState::planned);
    EXPECT_TRUE(can_be_opened(book, facts, counsel));
    for (auto state : {MeetingState::open, MeetingState::paused}) {
        meet(state);
        EXPECT_TRUE(is_in_session(facts));
        EXPECT_FALSE(can_be_opened(book, facts, counsel));
    }
    meet(MeetingState::planned);
    facts.stage = life;
    EXPECT_FALSE(can_be_opened(book, facts, counsel));
}

TEST_F(Moves, AMeetingOpensThroughItsWholeGateAndGoesOnWithItsConsents) {
    meet(MeetingState::planned);
    EXPECT_EQ(refused(may_open(book, facts, counsel)), "");
    lacks("planned");
    EXPECT_EQ(refused(may_open(book, facts, counsel)), "gate.closed");
    meet(MeetingState::open);
    EXPECT_EQ(refused(may_step(book, facts)), "");
    EXPECT_EQ(refused(may_resume(book, facts)), "");
    lacks("share");
    EXPECT_EQ(refused(may_step(book, facts)), "gate.closed");
    EXPECT_EQ(refused(may_resume(book, facts)), "gate.closed");
    has("share");
    lacks("plan"); // this step has not brought forth what it must
    EXPECT_EQ(refused(may_step(book, facts)), "gate.closed");
    EXPECT_EQ(refused(may_resume(book, facts)), "");
}

TEST_F(Moves, AMeetingIsHeldWhenItsLastStepIsDone) {
    meet(MeetingState::open, "private");
    EXPECT_EQ(refused(may_be_held(book, facts)), "meeting.steps_left outcome");
    meet(MeetingState::open, "plan");
    EXPECT_EQ(refused(may_be_held(book, facts)), "");
    lacks("again");
    EXPECT_EQ(refused(may_be_held(book, facts)), "gate.closed");
}

TEST_F(Moves, AYesTakenBackStopsOrPausesAsTheModelSays) {
    process::Consent consent;
    auto follows = [&](Withdrawn how, MeetingState state) {
        consent.withdrawn = how;
        meet(state);
        return std::pair(after_withdrawal(consent, facts), after_lapse(consent, facts));
    };
    using F = Follows;
    EXPECT_EQ(follows(Withdrawn::stops_case, MeetingState::open),
              std::pair(F::stops_case, F::nothing));
    EXPECT_EQ(follows(Withdrawn::pauses_meeting, MeetingState::open),
              std::pair(F::pauses_meeting, F::pauses_meeting));
    for (auto state : {MeetingState::none, MeetingState::planned, MeetingState::paused})
        EXPECT_EQ(follows(Withdrawn::pauses_meeting, state), std::pair(F::nothing, F::nothing));
    EXPECT_EQ(follows(Withdrawn::closes_gate, MeetingState::open),
              std::pair(F::nothing, F::nothing));
}

TEST_F(Moves, ANoOfTheCommitteeEndsTheCaseWhereTheModelSaysSo) {
    EXPECT_EQ(after_answer(model, true), Follows::nothing);
    model.committee.emplace();
    EXPECT_EQ(after_answer(model, true), Follows::nothing);
    model.committee->no_stop = "not_suitable";
    EXPECT_EQ(after_answer(model, true), Follows::stops_case);
    EXPECT_EQ(after_answer(model, false), Follows::nothing);
}

TEST_F(Moves, WhatIsTakenBackDoesNotMakeAMeetingGoOnWithoutAYes) {
    auto const with = [&](bool share, MeetingState state, std::string step = "private") {
        meet(state, std::move(step));
        has("share");
        if (!share) lacks("share");
        return facts;
    };
    auto const now = with(true, MeetingState::open), lacking = with(false, MeetingState::open);
    EXPECT_TRUE(may_come_back(book, now, now));
    EXPECT_FALSE(may_come_back(book, now, lacking));
    EXPECT_TRUE(may_come_back(book, now, with(false, MeetingState::paused)));
    // What it lacked before is of somebody named in the midst of it; another step asks anew.
    EXPECT_TRUE(may_come_back(book, lacking, lacking));
    EXPECT_FALSE(may_come_back(book, lacking, with(false, MeetingState::open, "plan")));
    EXPECT_FALSE(may_come_back(book, with(false, MeetingState::paused), lacking));
}

} // namespace
} // namespace radslag::workflow
