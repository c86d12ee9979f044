// The rules are read strictly, and what we ship can be read.
#include "retention/support.h"

namespace radslag::retention {
namespace {

constexpr auto whole = R"(country = "XB"
[[rule]]
id = "all"
name = { sv = "a", da = "b", en = "c" }
kinds = ["case_papers", "referral", "plan", "accounts", "meetings", "consents", "safety_notes", "contact_data", "questionnaires", "people", "trail", "frame"]
from = "2020-02-29"
starts = "case_end"
period = "5 years"
source = "s"
verified = true
[[rule]]
id = "named"
name = { sv = "a", da = "b", en = "c" }
kinds = ["never_contacted"]
from = "2020-01-01"
starts = "named"
period = "30 days"
source = "s"
verified = false
)";

// Complaints about the table with one place changed.
std::vector<std::string> said_of(std::string const& from, std::string const& to) {
    std::string text = whole;
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    auto files = shipped_files();
    files.push_back({"retention/xb.toml", text});
    auto read = process::read_retention(files);
    std::vector<std::string> told;
    if (!read)
        for (auto const& complaint : read.error())
            told.push_back(process::write_complaint(complaint));
    return told;
}

TEST(Rules, AWholeTableIsRead) { EXPECT_TRUE(said_of("", "").empty()); }

struct Wrong {
    std::string from, to, line, told;
    friend void PrintTo(Wrong const& one, std::ostream* out) { *out << one.told; }
};
class WrongRules : public testing::TestWithParam<Wrong> {};
TEST_P(WrongRules, AreToldWithFileLineAndRemedy) {
    auto const& wrong = GetParam();
    auto const told = said_of(wrong.from, wrong.to);
    ASSERT_FALSE(told.empty());
    EXPECT_TRUE(told.front().starts_with("retention/xb.toml:" + wrong.line)) << told.front();
    EXPECT_NE(told.front().find(wrong.told), std::string::npos) << told.front();
}
INSTANTIATE_TEST_SUITE_P(
    All, WrongRules,
    testing::Values(
        Wrong{"starts = \"case_end\"", "starts = \"case_ends\"", "7:", "Did you mean `case_end`?"},
        Wrong{"period = \"5 years\"", "period = \"5 yaers\"", "8:", "for ever"},
        Wrong{"period = \"5 years\"", "period = \"0 years\"", "8:", "no period"},
        Wrong{"\"2020-02-29\"", "\"2021-02-29\"", "6:", "no day"},
        Wrong{"from = \"2020-02-29\"", "from = \"2020-02-29\"\nuntil = \"2020-02-28\"",
              "7:", "ends before"},
        Wrong{"source = \"s\"", "sauce = \"s\"", "", "`source`"},
        Wrong{"verified = true\n", "", "", "docs/retention.md"},
        Wrong{"\"plan\", ", "", "1:", "`plan`"},
        Wrong{"\"plan\"", "\"plans\"", "5:", "Did you mean `plan`?"},
        Wrong{"[\"never_contacted\"]", "[\"never_contacted\", \"plan\"]", "14:", "never_contacted"},
        Wrong{"starts = \"named\"", "starts = \"birth\"", "16:", "never contacted"},
        Wrong{"name = { sv = \"a\", da = \"b\", en = \"c\" }", "name = { sv = \"a\", en = \"c\" }",
              "4:", "`da`"},
        Wrong{"id = \"named\"", "id = \"all\"", "12:", "two of the name"},
        Wrong{"country = \"XB\"", "country = \"XC\"", "1:", "xb.toml"},
        Wrong{"verified = true", "verified = true\nborn_on = [32]", "", "from 1 to 31"}));

TEST(Rules, EveryLanguageSaysWhatIsFilledInAlike) {
    auto const& rules = with_test_country();
    auto places = [](std::string const& text) {
        std::set<std::string> found;
        for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
            found.insert(text.substr(at, text.find('}', at) - at));
        return found;
    };
    for (auto const& [key, text] : rules.texts.at("en"))
        for (auto const* language : {"sv", "da"})
            EXPECT_EQ(places(text), places(rules.texts.at(language).at(key))) << key;
}

TEST(Rules, TheDeletionOfATextIsToldToo) {
    auto files = shipped_files();
    std::erase_if(files, [](auto const& file) { return file.path.ends_with("texts.da.toml"); });
    auto read = process::read_retention(files);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().front().file, "texts.da.toml");
}

// Each kind of row belongs to one part, else it would stay when all of them are gone.
TEST(Parts, EveryTableOfACaseBelongsToOnePart) {
    std::multiset<std::string_view> tables;
    for (std::size_t kind = 0; kind < process::kept_kinds; ++kind)
        for (auto table : tables_of(static_cast<Kept>(kind))) tables.insert(table);
    std::apply(
        [&]<class... R>(std::vector<R> const&...) {
            (([&] { EXPECT_EQ(tables.count(R::table), 1U) << R::table; }()), ...);
            EXPECT_EQ(tables.size(), sizeof...(R));
        },
        workflow::Rows{});
}

} // namespace
} // namespace radslag::retention
