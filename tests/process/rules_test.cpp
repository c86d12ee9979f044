// Where rules stand in a model, and which statements of the method nobody sees kept from here.
#include "process/small_model.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace radslag::process::test {
namespace {

constexpr auto own_words = R"({ what = "own_words", source = "R1" })";

Model small(std::string const& own_words_source, std::string const& more_texts = {}) {
    auto files = small_files();
    edit(files.front().content, "at_most = 2\nsource = \"R1\"",
         "at_most = 2\nsource = [\"R1\", \"R4\"]");
    if (!own_words_source.empty())
        edit(files.front().content, own_words,
             "{ what = \"own_words\", source = " + own_words_source + " }");
    for (std::size_t i = 1; i < files.size(); ++i) files[i].content += more_texts;
    auto stated = small_requirements();
    stated.content +=
        "[[requirement]]\nid = \"R4\"\nstrength = [\"method\"]\nstatement = \"Four.\"\n";
    auto const requirements = read_requirements(stated);
    EXPECT_TRUE(requirements) << told(requirements.error());
    auto model = read_model(files, &*requirements);
    if (!model) throw std::runtime_error(told(model.error()));
    return std::move(*model);
}

TEST(Rules, AStatementOfTheMethodThatOnlyOtherTablesNameIsUnasked) {
    EXPECT_EQ(small("").unasked, std::vector<std::string>{"R4"});
}

TEST(Rules, AStatementThatAGateAsksForIsNot) {
    EXPECT_TRUE(small(R"(["R1", "R4"])").unasked.empty());
}

TEST(Rules, AStatementCanHaveWordsInEachLanguage) {
    auto const model = small("", "\n[statement]\nR4 = \"Everyone speaks\"\n");
    ASSERT_NE(model.text_if("sv", "statement.R4"), nullptr);
    EXPECT_EQ(*model.text_if("sv", "statement.R4"), "Everyone speaks");
    EXPECT_THROW(small("", "\n[statement]\nR9 = \"Nobody names it\"\n"), std::runtime_error);
}

TEST(Rules, EveryTableThatCarriesOneIsFound) {
    auto const model = small("");
    auto const all = rules_of(model);
    for (auto const* id :
         {"role.coordinator", "consent.taking_part", "step.conference.private", "plan.1"})
        EXPECT_EQ(std::ranges::count(all, id, &Placed::id), 1) << id;
    auto const needs =
        std::ranges::count_if(all, [](Placed const& one) { return one.need != nullptr; });
    std::size_t said = 0;
    for (auto const& stage : model.stages) said += stage.needs.size();
    for (auto const& meeting : model.meetings) {
        said += meeting.needs.size();
        for (auto const& step : meeting.steps) said += step.needs.size();
    }
    EXPECT_EQ(static_cast<std::size_t>(needs), said);
    for (auto const& one : all)
        EXPECT_EQ(one.is_asked(),
                  one.table == "need" || one.table == "decides" || one.table == "deadline");
}

} // namespace
} // namespace radslag::process::test
