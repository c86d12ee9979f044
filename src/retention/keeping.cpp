// A rule and a life make a date.
#include <algorithm>

#include "retention/retention.h"

namespace radslag::retention {
namespace {

using process::RetentionRule;
using process::RetentionTable;
using process::Starts;

bool is_about(RetentionRule const& rule, Kept kind) {
    return std::ranges::find(rule.kinds, kind) != rule.kinds.end();
}

std::optional<Date> start_of(RetentionRule const& rule, Life const& life) {
    switch (rule.starts) {
    case Starts::last_entry:
        return life.last_entry;
    case Starts::case_end:
        return life.case_end;
    case Starts::meeting_end: // where none was held, the case's end
        return life.meeting_end ? life.meeting_end : life.case_end;
    case Starts::named:
        return life.named;
    case Starts::birth:
        break;
    }
    std::optional<Date> youngest;
    for (auto const& born : life.births)
        if (!born) return {};
        else youngest = youngest ? std::max(*youngest, *born) : *born;
    return youngest;
}

bool all_births_known(Life const& life) {
    return std::ranges::all_of(life.births, [](auto const& born) { return born.has_value(); });
}

enum class Applies { yes, no, unknown };
// Whether the rule has to do with this family at all.
Applies applies(RetentionRule const& rule, Life const& life) {
    if (rule.starts == Starts::birth && life.births.empty()) return Applies::no;
    if (rule.born_on.empty()) return Applies::yes;
    for (auto const& born : life.births) {
        if (!born) continue;
        auto const day = static_cast<std::int64_t>(static_cast<unsigned>(born->day()));
        if (std::ranges::find(rule.born_on, day) != rule.born_on.end()) return Applies::yes;
    }
    return all_births_known(life) ? Applies::no : Applies::unknown;
}

Date rounded(Date date, process::Rounding how) {
    using namespace std::chrono;
    switch (how) {
    case process::Rounding::end_of_month:
        return Date{date.year() / date.month() / last};
    case process::Rounding::end_of_year:
        return date.year() / December / 31;
    case process::Rounding::none:
        break;
    }
    return date;
}

Term term_of(RetentionRule const& rule, Life const& life) {
    Term term{&rule, State::until, start_of(rule, life), {}};
    if (applies(rule, life) == Applies::unknown ||
        (rule.starts == Starts::birth && !all_births_known(life)))
        term.state = State::unknown;
    else if (!term.start) term.state = State::not_begun;
    else if (!rule.period) term.state = State::forever;
    else term.until = rounded(add(*term.start, *rule.period), rule.then);
    return term;
}

// A rule for what began in its time stays with that; another governs what is there on the day.
bool in_force(RetentionRule const& rule, Life const& life, Date day) {
    auto const start = start_of(rule, life);
    auto const asked = rule.governs == process::Governs::what_began_then && start ? *start : day;
    return rule.from <= asked && (!rule.until || asked <= *rule.until);
}

bool longer(Term const& a, Term const& b) {
    if (a.state != b.state) return a.state != State::until && b.state == State::until;
    return a.until && b.until && *b.until < *a.until;
}

std::vector<Term> terms_on(RetentionTable const& table, Kept kind, Life const& life, Date day) {
    std::vector<Term> terms;
    for (auto const& rule : table.rules)
        if (!rule.awaited && is_about(rule, kind) && applies(rule, life) != Applies::no &&
            in_force(rule, life, day))
            terms.push_back(term_of(rule, life));
    std::ranges::stable_sort(terms, longer);
    return terms;
}

State state_of(std::vector<Term> const& terms) {
    if (terms.empty()) return State::no_rule;
    for (auto state : {State::not_begun, State::unknown, State::forever})
        if (std::ranges::find(terms, state, &Term::state) != terms.end()) return state;
    return State::until;
}

// The first day after `day` on which other rules are in force.
std::optional<Date> next_change(RetentionTable const& table, Kept kind, Date day) {
    std::optional<Date> next;
    auto see = [&](Date change) {
        if (day < change && (!next || change < *next)) next = change;
    };
    for (auto const& rule : table.rules) {
        if (rule.awaited || !is_about(rule, kind)) continue;
        see(rule.from);
        if (rule.until) see(add_days(*rule.until, 1));
    }
    return next;
}

void tell(Keeping& keeping, Date today) {
    auto const& longest = keeping.terms.front();
    auto const day_before = add_days(keeping.law_of, -1);
    keeping.until = *longest.until;
    keeping.later_law = keeping.law_of != today;
    if (keeping.later_law && *keeping.until < day_before) keeping.until = day_before;
    if (longest.rule->gone_by == process::GoneBy::end_of_next_year)
        keeping.gone_by =
            (keeping.until->year() + std::chrono::years{1}) / std::chrono::December / 31;
}

} // namespace

bool Keeping::is_verified() const {
    return std::ranges::all_of(terms, [](Term const& term) { return term.rule->verified; });
}

// Law by law: as long as what one of them says lasts into the time of the next, the next decides.
Keeping keeping(RetentionTable const& table, Kept kind, Life const& life, Date today) {
    Keeping kept;
    kept.kind = kind;
    for (auto const& rule : table.rules)
        if (rule.awaited && is_about(rule, kind) && applies(rule, life) != Applies::no)
            kept.awaited.push_back(term_of(rule, life));
    for (std::optional<Date> day = today; day; day = next_change(table, kind, *day)) {
        kept.law_of = *day;
        kept.terms = terms_on(table, kind, life, *day);
        kept.state = state_of(kept.terms);
        if (kept.state == State::not_begun || kept.state == State::unknown) return kept;
        if (kept.state != State::until) continue;
        auto const change = next_change(table, kind, *day);
        auto const first_free = std::max(*day, add_days(*kept.terms.front().until, 1));
        if (change && *change <= first_free) continue;
        tell(kept, today);
        return kept;
    }
    return kept;
}

} // namespace radslag::retention
