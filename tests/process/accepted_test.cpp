// What is unusual but right is accepted, and the vocabulary is one.
#include <set>

#include "process/small_model.h"

#include <gtest/gtest.h>

namespace radslag::process::test {
namespace {

struct Change {
    std::string find;
    std::string put;
};

std::string complaints_after(std::vector<Change> const& changes,
                             std::string const& more_texts = {}) {
    auto files = small_files();
    for (auto const& change : changes) edit(files[0].content, change.find, change.put);
    for (std::size_t i = 1; i < files.size(); ++i) files[i].content += more_texts;
    auto read = read_model(files);
    return read ? std::string{} : told(read.error());
}

// A round that begins in a stage of its own, which the first way does not pass.
Change const replan{"[[stage]]\nid = \"followup\"\n",
                    "[[stage]]\nid = \"replan\"\nneeds = [ { what = \"plan_ended\", of = "
                    "\"gone_through\", source = \"R2\" } ]\n\n[[stage]]\nid = \"followup\"\n"};
Change const past_it{"id = \"plan\"\nneeds", "id = \"plan\"\nnext = \"followup\"\nneeds"};
Change const round_there{"again = \"followup\"", "again = \"replan\""};

TEST(Accepted, ARoundByASideWay) {
    auto files = small_files();
    for (auto const& change : {replan, past_it, round_there})
        edit(files[0].content, change.find, change.put);
    for (std::size_t i = 1; i < files.size(); ++i) {
        edit(files[i].content, "plan = \"Plan\"", "plan = \"Plan\"\nreplan = \"New plan\"");
        edit(files[i].content, "plan = \"The plan is gone through.\"",
             "plan = \"The plan is gone through.\"\nreplan = \"The plan is changed.\"");
    }
    auto read = read_model(files);
    EXPECT_TRUE(read.has_value()) << told(read.error());

    // Its gates are checked like all others, and for each way there.
    edit(files[0].content, "{ what = \"plan_ended\", of = \"gone_through\", source = \"R2\" } ]",
         "{ what = \"granted\", source = \"R3\" } ]");
    auto broken = read_model(files);
    ASSERT_FALSE(broken.has_value());
    EXPECT_NE(told(broken.error())
                  .find("`stage.replan.1` (granted) can never hold in a case that "
                        "begins by `offered`"),
              std::string::npos)
        << told(broken.error());
}

TEST(Accepted, AccountsAskedForAfterTheMeeting) {
    EXPECT_EQ(complaints_after({{"{ what = \"actions_owned\"", "{ what = \"accounts\""}}), "");
}

TEST(Accepted, TimeThatIsSetAside) {
    EXPECT_EQ(complaints_after({{"what = \"meeting_planned\"", "what = \"time_set_aside\""}}), "");
}

TEST(Accepted, ARoomWithALimit) {
    EXPECT_EQ(complaints_after({{"what = \"meeting_planned\"", "what = \"room_limit\""}}), "");
}

TEST(Accepted, ADeadlineWithinOneMeeting) {
    EXPECT_EQ(complaints_after(
                  {{"starts = \"stage_left:asked\"", "starts = \"meeting_day:conference\""}}),
              "");
}

TEST(Accepted, ADeadlineFromOneRoundToTheNext) {
    EXPECT_EQ(
        complaints_after({{"starts = \"stage_left:asked\"", "starts = \"meeting_end:review\""},
                          {"ends = \"meeting_end:conference\"", "ends = \"meeting_day:review\""}}),
        "");
}

TEST(Accepted, PurposesInsteadOfQuestions) {
    EXPECT_EQ(complaints_after({{"agreed_by = [\"guardian\"]", "purposes = [\"solve\"]"},
                                {"what = \"questions\"", "what = \"purpose\""},
                                {"acts = [\"write_question\", \"agree_questions\", ",
                                 "acts = [\"choose_purpose\", "}},
                               "[purpose]\nsolve = \"Solve something hard\"\n"),
              "");
}

TEST(Accepted, APlanWrittenTogetherNeedsNoHandingOver) {
    EXPECT_EQ(complaints_after({{"written_by = \"family\"", "written_by = \"together\""},
                                {", \"hand_over_plan\"]", "]"}}),
              "");
}

TEST(Accepted, WindowsLineEnds) {
    auto files = small_files();
    for (auto& file : files) {
        std::string with_returns;
        for (char c : file.content)
            with_returns += c == '\n' ? std::string("\r\n") : std::string(1, c);
        file.content = with_returns;
    }
    auto read = read_model(files);
    EXPECT_TRUE(read.has_value()) << told(read.error());
}

TEST(Vocabulary, HasEachActOnce) {
    std::set<std::string_view> acts(act_names().begin(), act_names().end());
    EXPECT_EQ(acts.size(), act_names().size());
    for (auto act : acts) EXPECT_TRUE(is_act(act)) << act;
    EXPECT_FALSE(is_act("no_such_act"));
    EXPECT_FALSE(is_act(""));
}

template <class E> void expect_words(E last) {
    auto all = words(E{});
    ASSERT_EQ(all.size(), static_cast<std::size_t>(last) + 1);
    std::set<std::string_view> once(all.begin(), all.end());
    EXPECT_EQ(once.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(read_word<E>(all[i]), static_cast<E>(i));
        EXPECT_EQ(word(static_cast<E>(i)), all[i]);
    }
    EXPECT_EQ(read_word<E>("no such word"), std::nullopt);
}

TEST(Vocabulary, HasAWordForEachValue) {
    expect_words(Strength::offer);
    expect_words(Function::chair);
    expect_words(Office::employee);
    expect_words(IntakeWay::referral);
    expect_words(Lapse::span);
    expect_words(Withdrawn::closes_gate);
    expect_words(PlanAnswer::approved);
    expect_words(PlanWriter::together);
    expect_words(PreparedBy::link);
    expect_words(AnswerKind::text);
    expect_words(Condition::rounds);
    expect_words(Matter::log);
    expect_words(MomentKind::meeting_end);
    EXPECT_EQ(word(Condition::referral_passed), "referral_passed");
    EXPECT_EQ(word(Condition::plan_ended), "plan_ended");
    EXPECT_EQ(word(Matter::safety), "safety");
    EXPECT_EQ(word(Function::speaks_for), "speaks_for");
}

} // namespace
} // namespace radslag::process::test
