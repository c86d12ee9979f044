// A date in words.
#include <fmt/format.h>

#include "retention/retention.h"

namespace radslag::retention {
namespace {

using process::Retention;

std::string counted(Retention const& rules, std::string_view language, int n, char const* one,
                    char const* many) {
    return rules.say(language, n == 1 ? one : many, {{"n", std::to_string(n)}});
}

std::string period(Retention const& rules, std::optional<Span> span, std::string_view language) {
    if (!span) return rules.say(language, "for_ever");
    if (span->months != 0 && span->months % 12 == 0)
        return counted(rules, language, span->months / 12, "year", "years");
    if (span->months != 0) return counted(rules, language, span->months, "month", "months");
    return counted(rules, language, span->days, "day", "days");
}

std::string start(Retention const& rules, process::RetentionRule const& rule,
                  std::string_view language) {
    return rules.say(language, fmt::format("starts_{}", word(rule.starts)));
}

std::string then(Retention const& rules, process::RetentionRule const& rule,
                 std::string_view language) {
    if (rule.then == process::Rounding::none) return {};
    return rules.say(language, fmt::format("then_{}", word(rule.then)));
}

// "last entry 3 March 2026 + 5 years, then to the end of the calendar year"
std::string because(Retention const& rules, Term const& term, std::string_view language) {
    if (term.state == State::not_begun) return start(rules, *term.rule, language);
    if (term.state == State::unknown) return rules.say(language, "unknown");
    if (term.state == State::forever) return name_of(term.rule->name, language);
    return rules.say(language, "because",
                     {{"start", start(rules, *term.rule, language)},
                      {"date", in_words(rules, *term.start, language)},
                      {"period", period(rules, term.rule->period, language)},
                      {"then", then(rules, *term.rule, language)}});
}

std::string head(Retention const& rules, Keeping const& kept, std::string_view language,
                 std::string const& reasons) {
    if (kept.state != State::until)
        return rules.say(language, word(kept.state), {{"because", reasons}});
    auto text = rules.say(language, kept.later_law ? "until_changed" : "until",
                          {{"date", in_words(rules, *kept.until, language)},
                           {"law", in_words(rules, kept.law_of, language)},
                           {"because", reasons}});
    if (kept.gone_by)
        text += ' ' + rules.say(language, "gone_by",
                                {{"date", in_words(rules, *kept.gone_by, language)}});
    return text;
}

} // namespace

std::string name_of(process::InLanguages const& name, std::string_view language) {
    auto at = name.find(language);
    if (at == name.end()) at = name.find("en");
    return at == name.end() ? std::string{} : at->second;
}

std::string in_words(Retention const& rules, Date date, std::string_view language) {
    auto const month = fmt::format("month_{}", static_cast<unsigned>(date.month()));
    return rules.say(language, "date",
                     {{"day", std::to_string(static_cast<unsigned>(date.day()))},
                      {"month", rules.say(language, month)},
                      {"year", std::to_string(static_cast<int>(date.year()))}});
}

std::string in_words(Retention const& rules, process::RetentionRule const& rule,
                     std::string_view language) {
    auto text = fmt::format("{} + {}{}", start(rules, rule, language),
                            period(rules, rule.period, language), then(rules, rule, language));
    if (rule.gone_by != process::GoneBy::unsaid) text += rules.say(language, "gone_by_next_year");
    if (!rule.born_on.empty())
        text += rules.say(language, "born_on",
                          {{"days", fmt::format("{}", fmt::join(rule.born_on, ", "))}});
    return text;
}

// What decides is told first, and each source once; what no lawyer has confirmed says so.
Explained explain(Retention const& rules, Keeping const& kept, std::string_view language) {
    Explained told;
    std::string reasons, sources;
    for (auto const& term : kept.terms) {
        bool const decides = term.state == kept.state;
        auto text = because(rules, term, language);
        auto source = rules.say(language, "source", {{"source", term.rule->source}});
        if (!term.rule->verified) source += ' ' + rules.say(language, "to_be_confirmed");
        if (decides) reasons += (reasons.empty() ? "" : rules.say(language, "joined")) + text;
        sources += ' ' + source;
        told.reasons.push_back({name_of(term.rule->name, language) + ": " + text, term.rule->source,
                                term.rule->verified});
    }
    told.text = head(rules, kept, language, reasons) + sources;
    for (auto const& term : kept.awaited) {
        told.text += ' ' +
                     rules.say(language, "awaited",
                               {{"rule", name_of(term.rule->name, language)},
                                {"because", because(rules, term, language)}}) +
                     ' ' + rules.say(language, "source", {{"source", term.rule->source}});
        if (!term.rule->verified) told.text += ' ' + rules.say(language, "to_be_confirmed");
    }
    return told;
}

} // namespace radslag::retention
