#include "base/base.h"

#include <array>
#include <vector>

#include <gtest/gtest.h>

namespace radslag {
namespace {

std::string line(std::string_view text) {
    auto read = read_line(text, "name");
    EXPECT_TRUE(read.has_value()) << text;
    return read.value_or("(refused)");
}

std::string refused_line(std::string_view text, std::size_t limit = line_limit) {
    auto read = read_line(text, "name", limit);
    EXPECT_FALSE(read.has_value()) << text;
    if (read) return "(accepted)";
    EXPECT_EQ(read.error().field, "name");
    return read.error().code;
}

TEST(Line, KeepsNamesAsPeopleWriteThem) {
    for (auto const* name : {"Björk", "محمد عبد الله", "O'Brien", "D’Angelo", "Anne-Marie",
                             "Nguyễn Thị Ánh", "Åsa Öberg-Ælgaard", "李", "Иванова", "Jean‑Luc",
                             "Ö", "Þóra", "👩‍👧", "نور‌الدین"})
        EXPECT_EQ(line(name), name);
}

TEST(Line, HoldsAHundredCharactersOfAnyAlphabet) {
    std::string arabic;
    std::string swedish;
    for (int i = 0; i < 100; ++i) {
        arabic += "م";
        swedish += "å";
    }
    EXPECT_EQ(line(arabic), arabic);
    EXPECT_EQ(line(swedish), swedish);
    EXPECT_EQ(code_points(arabic), 100U);
}

TEST(Line, CountsCodePointsForTheLimit) {
    std::string most;
    for (std::size_t i = 0; i < line_limit; ++i) most += "字";
    EXPECT_EQ(line(most), most);
    EXPECT_EQ(refused_line(most + "字"), "field.too_long");
    EXPECT_EQ(line("  " + most + "  "), most); // what is trimmed does not count
    EXPECT_EQ(refused_line(std::string(1'000'000, 'x')), "field.too_long");
    EXPECT_EQ(refused_line("abc", 2), "field.too_long");
    auto told = read_line("abc", "name", 2);
    ASSERT_FALSE(told.has_value());
    EXPECT_EQ(told.error().facts,
              (std::vector<std::pair<std::string, std::string>>{{"limit", "2"}}));
}

TEST(Line, FoldsWhiteSpace) {
    EXPECT_EQ(line("  Åsa \t  Berg  "), "Åsa Berg");
    EXPECT_EQ(line("Åsa\u00a0Berg"), "Åsa Berg");
    EXPECT_EQ(line("\u2007\u202fÅsa"), "Åsa");
    EXPECT_EQ(line("   "), "");
    EXPECT_EQ(line(""), "");
}

TEST(Line, OfWhatCannotBeSeenIsEmpty) {
    for (auto const* text :
         {"\u200b", "\ufeff", "\u00ad", "\u3164", "\u2800", "\u2003", "\u3000", "\u200d\u200d",
          "\u200e", "\ufe0f", "\u115f\u1160", "\u2800 \u2800", "\u034f", "\u2060\u200b \u00a0",
          "\U000e0041"}) {
        EXPECT_TRUE(is_invisible(text)) << text;
        EXPECT_EQ(line(text), "") << text;
        EXPECT_EQ(read_text(text, "text"), "") << text;
    }
    for (auto const* text : {"a", "ل", "李", "👩‍👧", "-", "\u0301", "5"})
        EXPECT_FALSE(is_invisible(text)) << text;
}

TEST(Line, TakesAwayWhatHasNoWidthAndKeepsTheJoinersOfScripts) {
    EXPECT_EQ(line("Ber\u200bit\ufeff"), "Berit");
    EXPECT_EQ(line("Hans\u00adson"), "Hansson");
    EXPECT_EQ(line("a\u2060 \u200b b"), "a b");
    EXPECT_EQ(line("Åsa\u2003\u3000Berg"), "Åsa Berg");
    for (auto const* name : {"نور\u200cالدین", "ක්\u200dය", "א\u05b0ב", "e\u0301", "a\u200fb",
                             "葛\U000e0100城", "❤\ufe0f"})
        EXPECT_EQ(line(name), name);
}

TEST(Plain, IsTheSameTextAsItIsMeant) {
    auto signs = [](std::string_view text) { return plain(text).signs; };
    EXPECT_EQ(signs("０５０５２０–９９９６"), U"050520-9996");
    EXPECT_EQ(signs("٠٥٠٥۲۰"), U"050520");
    EXPECT_EQ(signs("1‑2–3—4−5‐6"), U"1-2-3-4-5-6");
    EXPECT_EQ(signs("1\u00a02\u20093\u20284\t5\n6"), U"1 2 3 4 5\n6");
    EXPECT_EQ(signs("ida＠mail．dk"), U"ida@mail.dk");
    EXPECT_EQ(signs("A\u030alle\u0301"), U"Ållé");
    EXPECT_EQ(signs("05\u200b05\u00ad20"), U"050520");
}

TEST(Plain, TellsWhereEachSignBegan) {
    std::string_view const text = "Å ２é\u200b!";
    auto made = plain(text);
    ASSERT_EQ(made.signs, U"Å 2é!");
    ASSERT_EQ(made.at.size(), 6U);
    EXPECT_EQ(text.substr(made.at[2], made.at[3] - made.at[2]), "２");
    EXPECT_EQ(text.substr(made.at[4]), "!");
    EXPECT_EQ(made.at.back(), text.size());
    EXPECT_EQ(plain("").at, std::vector<std::size_t>{0});
}

TEST(Line, RefusesControlsAndTurnedDirections) {
    for (auto const* text : {"a\nb", "a\rb",
                             "a\x01"
                             "b",
                             "a\x7f", "a\u0085b", "a\u202eb", "\u202aa", "a\u2066b\u2069",
                             "a\x1b[31m", "\n", "a\u2028b", "a\u2029b"})
        EXPECT_EQ(refused_line(text), "field.not_text") << text;
    EXPECT_EQ(refused_line(std::string_view("a\0b", 3)), "field.not_text");
}

TEST(Line, RefusesWhatIsNotUtf8) {
    for (auto const* text :
         {"\xff", "a\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\x80"}) {
        EXPECT_FALSE(is_utf8(text));
        EXPECT_EQ(refused_line(text), "field.not_text");
    }
}

TEST(Text, KeepsLinesAndMakesThemOneKind) {
    EXPECT_EQ(read_text("one\r\ntwo\rthree\nfour\u2028five", "text"),
              "one\ntwo\nthree\nfour\nfive");
    EXPECT_EQ(read_text("\r\n  one\n\n  two  \n", "text"), "one\n\n  two");
    EXPECT_EQ(read_text("a\tb", "text"), "a b");
    EXPECT_EQ(read_text("\r\n\r\n", "text"), "");
    EXPECT_EQ(read_text("سطر أول\r\nسطر ثان", "text"), "سطر أول\nسطر ثان");
}

TEST(Text, RefusesControlsAndTurnedDirections) {
    for (auto const* text : {"a\x01"
                             "b",
                             "a\u202eb", "a\u2067b", "a\x7f", "a\u009f"}) {
        auto read = read_text(text, "story");
        ASSERT_FALSE(read.has_value());
        EXPECT_EQ(read.error(), refusal("field.not_text", "story"));
    }
}

TEST(Text, HoldsTenThousandCodePoints) {
    std::string most;
    for (std::size_t i = 0; i < text_limit; ++i) most += "ö";
    EXPECT_EQ(read_text(most, "text"), most);
    ASSERT_FALSE(read_text(most + "ö", "text").has_value());
    EXPECT_EQ(read_text(most + "ö", "text").error().code, "field.too_long");
}

// Whatever comes in: refused, or clean in a way that reading it again changes nothing.
TEST(Text, ReadingIsSettledAfterOnce) {
    static constexpr std::array<std::string_view, 23> pieces{
        "a",  "ö",    "م",  "字",     "👩",     "'",    "’",    " ",    "  ", "\t",
        "\n", "\r\n", "\r", "\u00a0", "\u202e", "\x01", "\xff", "\xc3", "-",  "\u200d",
        "\u200b", "\u2800", "\u2003"};
    SeededRandom random(5);
    int kept = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto n = random.below(12); n > 0; --n)
            text += pieces[random.below(i % 2 == 0 ? 14 : 23)];
        for (auto const& read : {read_line(text, "f"), read_text(text, "f")}) {
            if (!read) continue;
            ++kept;
            ASSERT_TRUE(is_utf8(*read));
            ASSERT_EQ(read->find_first_of("\r\t\x01"), std::string::npos);
            ASSERT_EQ(read_text(*read, "f"), *read);
        }
        if (auto read = read_line(text, "f")) {
            ASSERT_EQ(read->find('\n'), std::string::npos);
            ASSERT_EQ(read_line(*read, "f"), *read);
        }
    }
    EXPECT_GT(kept, 5'000);
}

TEST(Words, AreNearOrFar) {
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("abc", ""), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    std::vector<std::string> words{"coordinator", "guardian", "relative"};
    EXPECT_EQ(nearest("cordinator", words), "coordinator");
    EXPECT_EQ(nearest("gardian", words), "guardian");
    EXPECT_EQ(nearest("teacher", words), "");
    EXPECT_EQ(nearest("", words), "");
    EXPECT_EQ(lower_ascii("ÅsA-Berg"), "Åsa-berg");
}

TEST(Words, DistanceIsADistance) {
    SeededRandom random(6);
    auto word = [&] {
        std::string text;
        for (auto n = random.below(8); n > 0; --n) text += static_cast<char>('a' + random.below(3));
        return text;
    };
    for (int i = 0; i < 3'000; ++i) {
        auto a = word();
        auto b = word();
        auto c = word();
        ASSERT_EQ(edit_distance(a, b), edit_distance(b, a));
        ASSERT_EQ(edit_distance(a, b) == 0, a == b);
        ASSERT_LE(edit_distance(a, c), edit_distance(a, b) + edit_distance(b, c));
        ASSERT_LE(edit_distance(a, b), std::max(a.size(), b.size()));
    }
}

} // namespace
} // namespace radslag
