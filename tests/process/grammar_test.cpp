// docs/grammar.md is enough alone: every word that a model may use stands there.
#include "process/small_model.h"

#include <gtest/gtest.h>

namespace radslag::process::test {
namespace {

// Words of the page stand in backquotes, alone or in lists of code ("hard" | "method").
std::string const& page() {
    static std::string const text = read_file("docs/grammar.md");
    return text;
}

// The part of the page under this heading, up to the next one of the same depth or above.
std::string section(std::string const& heading) {
    auto at = page().find("\n" + heading + "\n");
    EXPECT_NE(at, std::string::npos) << "docs/grammar.md has no section " << heading;
    if (at == std::string::npos) return {};
    auto end = page().find("\n## ", at + 1);
    if (heading.starts_with("### ")) end = std::min(end, page().find("\n### ", at + 1));
    return page().substr(at, end == std::string::npos ? end : end - at);
}

// A row of a table begins with the word.
void expect_rows(std::string const& heading, std::span<std::string_view const> words) {
    auto text = section(heading);
    for (auto word : words)
        EXPECT_NE(text.find("\n| `" + std::string(word) + "` |"), std::string::npos)
            << heading << " of docs/grammar.md has no row for " << word;
}

TEST(Grammar, HasARowForEachWord) {
    expect_rows("### Functions", words(Function{}));
    expect_rows("### Offices", words(Office{}));
    expect_rows("### Conditions", words(Condition{}));
    expect_rows("### Matters", words(Matter{}));
    expect_rows("### Acts", act_names());
    expect_rows("### Moments", words(MomentKind{}));
    expect_rows("### Ways to begin", words(IntakeWay{}));
    expect_rows("### Strengths", words(Strength{}));
}

TEST(Grammar, SaysEachSmallerWord) {
    auto text = section("### Smaller words");
    auto expect = [&](std::span<std::string_view const> words) {
        for (auto word : words)
            EXPECT_NE(text.find("`" + std::string(word) + "`"), std::string::npos) << word;
    };
    expect(words(Withdrawn{}));
    expect(words(PlanAnswer{}));
    expect(words(PlanWriter{}));
    expect(words(PreparedBy{}));
    expect(words(AnswerKind{}));
    // A span is written as itself ("12 months").
    expect(words(Lapse{}).first(static_cast<std::size_t>(Lapse::span)));
}

// No row of a word that has gone.
TEST(Grammar, HasNoWordTooMuch) {
    auto rows = [&](std::string const& heading) {
        auto text = section(heading);
        std::vector<std::string> found;
        for (auto at = text.find("\n| `"); at != std::string::npos; at = text.find("\n| `", at + 1))
            found.push_back(text.substr(at + 4, text.find('`', at + 4) - at - 4));
        return found;
    };
    for (auto const& act : rows("### Acts")) EXPECT_TRUE(is_act(act)) << act;
    EXPECT_EQ(rows("### Acts").size(), act_names().size());
    for (auto const& word : rows("### Conditions")) EXPECT_TRUE(read_word<Condition>(word)) << word;
    for (auto const& word : rows("### Matters")) EXPECT_TRUE(read_word<Matter>(word)) << word;
    for (auto const& word : rows("### Functions")) EXPECT_TRUE(read_word<Function>(word)) << word;
}

} // namespace
} // namespace radslag::process::test
