// A meeting from its day to its end, and who sits in it.
#include "domain/meeting/meeting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::meeting {
namespace {

using test::refused;
using ::testing::ElementsAre;

PersonId const aunt{"aunt"}, uncle{"uncle"};
RowId const here{"here"}, elsewhere{"elsewhere"};
Date const today = *read_date("2026-11-28");
constexpr Instant monday{1'000'000}, tuesday{2'000'000};

Meeting meeting(std::string id, std::string of_model = "counsel") {
    Meeting one;
    one.id = RowId{std::move(id)};
    one.meeting = std::move(of_model);
    one.day = today;
    one.starts = *read_time("17:00");
    one.ends = *read_time("19:00");
    return one;
}
Meeting const planned_one = meeting("here");
Meeting const open_one = *open(planned_one, "welcome", today, monday);
Meeting const paused_one = *pause(open_one, "Somebody took a yes back", tuesday);
Meeting const ended_one = *end(open_one, Outcome::held, "", tuesday);
Meeting const cancelled_one = *cancel(planned_one, "Snow", tuesday);

TEST(AMeeting, IsPlannedForTodayOrLaterAndEndsAfterItBegan) {
    EXPECT_EQ(refused(plan({}, planned_one, today)), "");
    auto odd = planned_one;
    odd.day = add_days(today, -1);
    EXPECT_EQ(refused(plan({}, odd, today)), "date.past day");
    odd = planned_one;
    odd.ends = odd.starts;
    EXPECT_EQ(refused(plan({}, odd, today)), "meeting.ends_before ends");
}

TEST(AMeeting, OfEachKindIsPlannedOnceAtATimeAndMayBeMoved) {
    EXPECT_EQ(refused(plan({planned_one}, meeting("second"), today)),
              "meeting.planned_already meeting");
    EXPECT_EQ(refused(plan({planned_one}, meeting("here"), today)), "");
    EXPECT_EQ(refused(plan({planned_one}, meeting("second", "follow_up"), today)), "");
    EXPECT_EQ(refused(plan({ended_one, cancelled_one}, meeting("second"), today)), "");
}

TEST(AMeeting, IsOpenedOnItsDayAndOnce) {
    EXPECT_EQ(refused(open(planned_one, "welcome", add_days(today, -1), monday)),
              "meeting.not_today meeting");
    EXPECT_EQ(open_one.step, "welcome");
    EXPECT_EQ(open_one.opened_at, monday);
    EXPECT_EQ(open_one.step_since, monday);
    EXPECT_EQ(refused(open(planned_one, "welcome", add_days(today, 1), monday)), "");
    for (auto const& one : {open_one, paused_one, ended_one, cancelled_one})
        EXPECT_EQ(refused(open(one, "welcome", today, tuesday)), "meeting.not_planned");
}

TEST(AMeeting, GoesToAStepWhileItIsOpenAndNotPaused) {
    auto const private_part = *enter_step(open_one, "private", tuesday);
    EXPECT_EQ(private_part.step, "private");
    EXPECT_EQ(private_part.step_since, tuesday);
    for (auto const& one : {planned_one, ended_one, cancelled_one})
        EXPECT_EQ(refused(enter_step(one, "private", tuesday)), "meeting.not_open");
    EXPECT_EQ(refused(enter_step(paused_one, "private", tuesday)), "meeting.paused");
}

TEST(AMeeting, IsPausedAndGoesOn) {
    EXPECT_EQ(paused_one.paused_at, tuesday);
    EXPECT_EQ(paused_one.paused_why, "Somebody took a yes back");
    EXPECT_EQ(refused(pause(paused_one, "Coffee", tuesday)), "meeting.paused");
    auto const goes_on = *resume(paused_one);
    EXPECT_EQ(goes_on.paused_at, std::nullopt);
    EXPECT_EQ(goes_on.paused_why, "");
    EXPECT_EQ(refused(resume(open_one)), "meeting.not_paused");
    for (auto const& one : {planned_one, ended_one, cancelled_one}) {
        EXPECT_EQ(refused(pause(one, "Coffee", tuesday)), "meeting.not_open");
        EXPECT_EQ(refused(resume(one)), "meeting.not_open");
    }
}

TEST(AMeeting, EndsWithAReasonUnlessItWasHeld) {
    EXPECT_TRUE(ended_one.was_held());
    EXPECT_EQ(ended_one.ended_at, tuesday);
    for (auto outcome : {Outcome::main_person_absent, Outcome::broken_off}) {
        EXPECT_EQ(refused(end(open_one, outcome, "", tuesday)), "field.missing reason");
        EXPECT_EQ(end(open_one, outcome, "A quarrel", tuesday)->outcome_why, "A quarrel");
    }
    auto const from_pause = *end(paused_one, Outcome::broken_off, "A quarrel", tuesday);
    EXPECT_EQ(from_pause.paused_at, std::nullopt);
    EXPECT_EQ(from_pause.paused_why, "");
    for (auto const& one : {planned_one, ended_one, cancelled_one})
        EXPECT_EQ(refused(end(one, Outcome::held, "", tuesday)), "meeting.not_open");
}

TEST(AMeeting, IsCalledOffBeforeItBegan) {
    EXPECT_EQ(cancelled_one.outcome, Outcome::cancelled);
    EXPECT_EQ(cancelled_one.outcome_why, "Snow");
    EXPECT_FALSE(cancelled_one.was_held());
    for (auto const& one : {open_one, paused_one, ended_one, cancelled_one})
        EXPECT_EQ(refused(cancel(one, "Snow", tuesday)), "meeting.not_planned");
}

TEST(Meetings, TheOpenOneIsTheCurrentOneElseTheFirstPlanned) {
    auto later = meeting("later", "follow_up");
    later.day = add_days(today, 90);
    std::vector all{ended_one, later, meeting("sooner", "counsel")};
    EXPECT_EQ(current(all), &all[2]);
    all.push_back(open_one);
    EXPECT_EQ(current(all), &all[3]);
    EXPECT_EQ(current({ended_one, cancelled_one}), nullptr);
}

TEST(Meetings, TheNextRoundBeginsWhereThisOnesWasHeldOrIsOn) {
    EXPECT_EQ(round_for({}, "counsel", 1), 1);
    EXPECT_EQ(round_for({planned_one, cancelled_one}, "counsel", 1), 1);
    EXPECT_EQ(round_for({ended_one}, "counsel", 1), 2);
    EXPECT_EQ(round_for({open_one}, "counsel", 1), 2);
    EXPECT_EQ(round_for({ended_one}, "counsel", 2), 2);
    EXPECT_EQ(round_for({ended_one}, "follow_up", 1), 1);
    EXPECT_TRUE(was_held({ended_one}, "counsel", 1));
    EXPECT_FALSE(was_held({ended_one}, "counsel", 2));
    EXPECT_FALSE(was_held({open_one, cancelled_one}, "counsel", 1));
}

Seat seat(PersonId person, RowId meeting, Instant came) {
    Seat one;
    one.person = person;
    one.meeting = meeting;
    one.came_at = came;
    return one;
}

TEST(ASeat, IsKeptByWhoeverComesBack) {
    auto const first = arrive({}, seat(aunt, here, monday), "welcome");
    EXPECT_THAT(first.in_steps, ElementsAre("welcome"));
    auto const left = *leave(first, tuesday);
    EXPECT_EQ(left.left_at, tuesday);
    EXPECT_EQ(refused(leave(left, tuesday)), "meeting.not_in_room person");

    auto back = seat(aunt, here, tuesday);
    back.how = How::link;
    auto const again = arrive({left}, back, "plan");
    EXPECT_TRUE(again.is_in());
    EXPECT_EQ(again.how, How::link);
    EXPECT_EQ(again.came_at, tuesday);
    EXPECT_THAT(again.in_steps, ElementsAre("welcome", "plan"));
    EXPECT_THAT(arrive({again}, back, "plan").in_steps, ElementsAre("welcome", "plan"));
    EXPECT_EQ(arrive({first}, seat(aunt, here, tuesday), "plan").came_at, monday);
}

TEST(Seats, AreOfOnePersonAtOneMeeting) {
    std::vector const all{arrive({}, seat(aunt, here, monday), "welcome"),
                          arrive({}, seat(uncle, elsewhere, monday), "plan"),
                          *leave(arrive({}, seat(uncle, here, monday), "welcome"), tuesday)};
    EXPECT_THAT(in_room(all, here), ElementsAre(aunt));
    EXPECT_TRUE(was_in(all, here, uncle, "welcome"));
    EXPECT_FALSE(was_in(all, here, uncle, "plan"));
    EXPECT_EQ(seat_of(all, elsewhere, aunt), nullptr);
}

TEST(AnAbsence, IsOfOneMeetingInOneRound) {
    Absence absence;
    absence.person = aunt;
    absence.meeting = "counsel";
    absence.round = 1;
    std::vector const all{absence};
    EXPECT_EQ(followed_up(all, ended_one, aunt), &all.front());
    EXPECT_EQ(followed_up(all, ended_one, uncle), nullptr);
    auto next = ended_one;
    next.round = 2;
    EXPECT_EQ(followed_up(all, next, aunt), nullptr);
    next = ended_one;
    next.meeting = "follow_up";
    EXPECT_EQ(followed_up(all, next, aunt), nullptr);
}

} // namespace
} // namespace radslag::meeting
