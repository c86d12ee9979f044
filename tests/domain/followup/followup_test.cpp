// What is asked at a follow-up, and how it went with each action (HF4).
#include "domain/followup/followup.h"

#include <gtest/gtest.h>

namespace radslag::followup {
namespace {

constexpr Instant before{1'000'000}, opened{2'000'000}, during{3'000'000};

TEST(AFollowUp, HasEachOfItsQuestionsAnsweredAtThatMeeting) {
    auto review = [](std::string meeting, std::string question) {
        Review one;
        one.meeting = RowId{std::move(meeting)};
        one.question = std::move(question);
        return one;
    };
    std::vector<std::string> const questions{"kept", "next"};
    std::vector all{review("second", "kept"), review("first", "next")};
    EXPECT_FALSE(all_answered(all, RowId{"second"}, questions));
    all.push_back(review("second", "next"));
    EXPECT_TRUE(all_answered(all, RowId{"second"}, questions));
    EXPECT_TRUE(all_answered({}, RowId{"second"}, {}));
}

TEST(AFollowUp, TellsOfEachActionThatStoodWhenItOpened) {
    auto action = [](std::string id, Instant written) {
        plan::Action one;
        one.id = RowId{std::move(id)};
        one.written_at = written;
        return one;
    };
    auto report = [](std::string of, std::int64_t round) {
        Report one;
        one.action = RowId{std::move(of)};
        one.round = round;
        return one;
    };
    std::vector actions{action("drive", before), action("cook", opened), action("call", during)};
    EXPECT_FALSE(all_reported(actions, {report("drive", 2)}, 2, opened));
    EXPECT_FALSE(all_reported(actions, {report("drive", 2), report("cook", 1)}, 2, opened));
    EXPECT_TRUE(all_reported(actions, {report("drive", 2), report("cook", 2)}, 2, opened));
    actions[1].removed_at = during;
    EXPECT_TRUE(all_reported(actions, {report("drive", 2)}, 2, opened));
}

} // namespace
} // namespace radslag::followup
