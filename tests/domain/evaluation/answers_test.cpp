// The answers to a questionnaire, as they are sent (PN14).
#include "domain/evaluation/evaluation.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::evaluation {
namespace {

std::string read(std::vector<std::string> const& given) {
    return test::refused(read_answers(given, {"heard", "safe"}, {"again"}));
}

TEST(Answers, AreToEachQuestionOnce) {
    EXPECT_EQ(read({"heard=1", "safe=5", "again=no"}), "");
    EXPECT_EQ(read({"again=yes", "safe=3", "heard=2"}), "");
    EXPECT_EQ(read({"heard=1", "safe=5"}), "evaluation.incomplete answers");
    EXPECT_EQ(read({}), "evaluation.incomplete answers");
    EXPECT_EQ(read({"heard=1", "heard=2", "safe=5"}), "evaluation.answer answers");
    EXPECT_EQ(read({"heard=1", "safe=5", "again=no", "again=no"}), "evaluation.answer answers");
}

TEST(Answers, AreToWhatWasAsked) {
    EXPECT_EQ(read({"heard=1", "safe=5", "else=no"}), "evaluation.answer answers");
    EXPECT_EQ(read({"heard=1", "safe=5", "again"}), "evaluation.answer answers");
    EXPECT_EQ(read({"heard=1", "safe=5", ""}), "evaluation.answer answers");
    EXPECT_EQ(test::refused(read_answers({"yes"}, {}, {"yes"})), "evaluation.answer answers");
}

TEST(Answers, FitTheQuestion) {
    for (auto const* odd : {"heard=0", "heard=6", "heard=", "heard=11", "heard=yes", "heard=-1"})
        EXPECT_EQ(read({odd, "safe=5", "again=no"}), "evaluation.answer answers") << odd;
    for (auto const* odd : {"again=1", "again=", "again=YES", "again=maybe"})
        EXPECT_EQ(read({"heard=1", "safe=5", odd}), "evaluation.answer answers") << odd;
}

} // namespace
} // namespace radslag::evaluation
