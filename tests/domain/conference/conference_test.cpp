// Postponed, taken up again, stopped, made acute; an assignment declared and ended.
#include "domain/conference/conference.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::conference {
namespace {

using test::refused;

constexpr Instant monday{1'000'000}, tuesday{2'000'000};
Date const today = *read_date("2026-11-28"), tomorrow = *read_date("2026-11-29");

Conference in(Status status) {
    Conference one;
    one.status = status;
    if (status == Status::postponed) {
        one.status_why = "Holidays";
        one.postponed_until = tomorrow;
    }
    return one;
}

TEST(ACase, IsPostponedWhileItRunsToADayThatComes) {
    EXPECT_EQ(refused(postpone(in(Status::running), today, "Holidays", today, monday)),
              "date.past until");
    for (auto status : {Status::postponed, Status::stopped, Status::closed})
        EXPECT_EQ(refused(postpone(in(status), tomorrow, "Holidays", today, monday)),
                  "case.not_running");
    auto const later = *postpone(in(Status::running), tomorrow, "Holidays", today, monday);
    EXPECT_EQ(later.status, Status::postponed);
    EXPECT_EQ(later.status_since, monday);
    EXPECT_EQ(later.status_why, "Holidays");
    EXPECT_EQ(later.postponed_until, tomorrow);
    EXPECT_TRUE(later.is_live());
}

TEST(ACase, IsTakenUpAgainWhenItIsPostponed) {
    for (auto status : {Status::running, Status::stopped, Status::closed})
        EXPECT_EQ(refused(take_up_again(in(status), tuesday)), "case.not_postponed");
    auto const again = *take_up_again(in(Status::postponed), tuesday);
    EXPECT_EQ(again.status, Status::running);
    EXPECT_EQ(again.status_since, tuesday);
    EXPECT_EQ(again.status_why, "");
    EXPECT_EQ(again.postponed_until, std::nullopt);
}

TEST(ACase, IsStoppedWhileItLives) {
    for (auto status : {Status::stopped, Status::closed})
        EXPECT_EQ(refused(stop(in(status), "no_longer", "They moved", tuesday)), "case.ended");
    for (auto status : {Status::running, Status::postponed}) {
        auto const stopped = *stop(in(status), "no_longer", "They moved", tuesday);
        EXPECT_EQ(stopped.status, Status::stopped);
        EXPECT_EQ(stopped.status_since, tuesday);
        EXPECT_EQ(stopped.stop, "no_longer");
        EXPECT_EQ(stopped.status_why, "They moved");
        EXPECT_EQ(stopped.postponed_until, std::nullopt);
        EXPECT_FALSE(stopped.is_live());
    }
}

TEST(ACase, IsMadeAcuteOnce) {
    auto const acute = *make_acute(in(Status::running), "Nobody is at home", monday);
    EXPECT_EQ(acute.acute_at, monday);
    EXPECT_EQ(acute.acute_why, "Nobody is at home");
    EXPECT_EQ(refused(make_acute(acute, "Still", tuesday)), "case.acute_already");
}

TEST(AnAssignment, IsDeclaredImpartialOnceAndMayBeTakenBack) {
    auto const impartial = *declare({}, true, "", monday);
    EXPECT_EQ(impartial.impartial, Impartial::yes);
    EXPECT_EQ(impartial.impartial_at, monday);
    EXPECT_TRUE(impartial.holds());
    EXPECT_EQ(refused(declare(impartial, true, "", tuesday)), "assignment.declared");
    EXPECT_EQ(refused(declare(impartial, false, "", tuesday)), "field.missing note");
    EXPECT_EQ(declare(impartial, false, "My neighbour", tuesday)->impartial, Impartial::no);
}

TEST(AnAssignment, OfWhoeverIsNotImpartialEndsAtOnce) {
    EXPECT_EQ(refused(declare({}, false, "", monday)), "field.missing note");
    auto const partial = *declare({}, false, "My neighbour", monday);
    EXPECT_FALSE(partial.holds());
    EXPECT_EQ(partial.ended_at, monday);
    EXPECT_EQ(partial.ended_why, "My neighbour");
}

TEST(AnAssignment, EndsOnce) {
    auto const ended = *end({}, "Another town", monday);
    EXPECT_EQ(ended.ended_at, monday);
    EXPECT_EQ(ended.ended_why, "Another town");
    EXPECT_EQ(refused(end(ended, "Again", tuesday)), "assignment.ended");
    EXPECT_EQ(refused(declare(ended, true, "", tuesday)), "assignment.ended");
    EXPECT_EQ(refused(declare(ended, false, "My neighbour", tuesday)), "assignment.ended");
}

} // namespace
} // namespace radslag::conference
