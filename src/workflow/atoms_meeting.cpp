#include "workflow/atoms.h"

namespace radslag::workflow::atoms {

meeting::Meeting const* meeting_of_round(Asking const& a) {
    for (auto const& m : a.all<meeting::Meeting>())
        if (m.meeting == a.atom.of && m.round == a.round() &&
            m.outcome.value_or(meeting::Outcome::held) == meeting::Outcome::held)
            return &m;
    return nullptr;
}

bool is_long_enough(Asking const& a) {
    auto const* planned = meeting_of_round(a);
    auto const* rule = a.book.model().meeting(a.atom.of);
    return planned != nullptr && rule != nullptr &&
           planned->ends.of_day - planned->starts.of_day >= rule->minutes;
}

// Nothing planned, or no limit that day: nobody is one too many.
bool room_suffices(Asking const& a, Circumstances const& around) {
    auto const* planned = meeting_of_round(a);
    auto const limit = planned != nullptr ? room_limit(around, planned->day) : std::nullopt;
    return !limit || std::ssize(expected_in_room(a.book, a.file, *planned)) <= *limit;
}

People required(Asking const& a) {
    auto const* rule = a.book.model().meeting(a.atom.of);
    return rule == nullptr ? People{} : people_in(a.book, a.file, rule->required);
}

std::vector<PersonId> not_followed_up(Asking const& a) {
    auto const* held = meeting_of_round(a);
    if (held == nullptr) return {};
    return those(absent(a.book, a.file, *held), [&](Person const& p) {
        return meeting::followed_up(a.all<meeting::Absence>(), *held, p.id) == nullptr;
    });
}

People professionals_in_room(Asking const& a) {
    auto const* now = meeting::current(a.all<meeting::Meeting>());
    People found;
    if (now == nullptr) return found;
    auto who = a.atom.who.empty() ? a.book.model().everyone(Function::professional) : a.atom.who;
    for (auto const* person : people_in(a.book, a.file, who)) {
        auto const* seat = meeting::seat_of(a.all<meeting::Seat>(), now->id, person->id);
        if (seat != nullptr && seat->is_in()) found.push_back(person);
    }
    return found;
}

Count in_room(Asking const& a) {
    auto const* now = meeting::current(a.all<meeting::Meeting>());
    if (now == nullptr) return Count::none;
    std::size_t here = 0;
    for (auto const* person : a.who()) {
        auto const* seat = meeting::seat_of(a.all<meeting::Seat>(), now->id, person->id);
        here += seat != nullptr && seat->is_in() ? 1 : 0;
    }
    return of(here, static_cast<std::size_t>(a.atom.at_least));
}

Count plan_ended(Asking const& a) {
    auto const* ending = a.book.model().ending(a.atom.of);
    return of(ending != nullptr && is_ended(a.book, a.file, *ending));
}

Count reviewed(Asking const& a) {
    auto const* held = meeting_of_round(a);
    auto const* rules = a.book.model().meeting(a.atom.of);
    if (held == nullptr || !held->opened_at || rules == nullptr) return Count::none;
    return of(followup::all_answered(a.all<followup::Review>(), held->id, rules->review_questions));
}

Count actions_reviewed(Asking const& a) {
    // The meeting opened last: a conference and its follow-up can share a round.
    meeting::Meeting const* last = nullptr;
    for (auto const& m : a.all<meeting::Meeting>())
        if (m.round == a.round() && m.opened_at && !(m.ended_at && !m.was_held()))
            if (last == nullptr || *m.opened_at > *last->opened_at) last = &m;
    if (last == nullptr) return Count::none;
    return of(followup::all_reported(a.all<plan::Action>(), a.all<followup::Report>(), a.round(),
                                     *last->opened_at));
}

} // namespace radslag::workflow::atoms
