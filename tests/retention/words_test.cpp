// A day is explained, and what no lawyer has confirmed says so, in every language.
#include "retention/support.h"

namespace radslag::retention {
namespace {

std::string told(std::string_view country, Kept kind, Life const& life, std::string_view language) {
    auto const& rules = with_test_country();
    return explain(rules, keeping(*rules.of(country), kind, life, day("2026-11-27")), language)
        .text;
}

Life family() {
    Life life;
    life.last_entry = life.case_end = day("2026-03-03");
    life.births = {day("2015-02-28")};
    return life;
}

TEST(Words, InThreeLanguages) {
    EXPECT_EQ(
        told("DK", Kept::plan, family(), "en"),
        "Kept until 31 December 2031, because: end of the case 3 March 2026 + 5 years, then to "
        "the end of the calendar year. Source: GDPR art. 5.1 e; no period was found in the "
        "sources, the length is ours. To be confirmed by a lawyer.");
    EXPECT_TRUE(
        told("DK", Kept::plan, family(), "da")
            .starts_with("Gemmes til og med 31. december 2031, fordi: sagens afslutning 3. "
                         "marts 2026 + 5 år, derefter til kalenderårets slutning. Kilde: "));
    EXPECT_TRUE(
        told("DK", Kept::plan, family(), "sv")
            .starts_with("Sparas till och med 31 december 2031, därför att: ärendets slut 3 "
                         "mars 2026 + 5 år, sedan till kalenderårets slut. Källa: "));
}

TEST(Words, WhatIsNotConfirmedSaysSoWhateverTheAnswer) {
    for (auto const& [language, sentence] : {std::pair{"en", "To be confirmed by a lawyer."},
                                             {"sv", "Ska bekräftas av en jurist."},
                                             {"da", "Skal bekræftes af en jurist."}}) {
        Life running;
        running.births = {std::nullopt};
        for (auto const& life : {family(), running})
            for (auto kind : {Kept::plan, Kept::case_papers, Kept::questionnaires})
                EXPECT_NE(told("SE", kind, life, language).find(sentence), std::string::npos);
    }
    // A verified rule stands alone without it.
    auto const& rules = with_test_country();
    auto const kept = keeping(*rules.of("SE"), Kept::consents, family(), day("2025-01-01"));
    EXPECT_EQ(explain(rules, kept, "en").text.find("confirmed by a lawyer") == std::string::npos,
              kept.is_verified());
}

TEST(Words, WhatIsAwaitedIsTold) {
    auto const text = told("SE", Kept::case_papers, family(), "en");
    EXPECT_NE(text.find("not reckoned with: 30 years from the child's birth (birth of the youngest "
                        "main person 28 February 2015 + 30 years)"),
              std::string::npos)
        << text;
}

} // namespace
} // namespace radslag::retention
