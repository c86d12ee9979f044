#pragma once
// How far a case is with each condition that a gate can ask for: one function each. Private to the
// room; in the order of a case's life: the referral, the people, the meeting.
#include <algorithm>

#include "workflow/facts.h"

namespace radslag::workflow::atoms {

using people::Person;
using process::Function;
using People = std::vector<Person const*>;

struct Asking {
    RuleBook const& book;
    CaseFile const& file;
    Date today;
    Atom const& atom;

    [[nodiscard]] std::int64_t round() const { return file.conference().round; }
    template <class R> [[nodiscard]] std::vector<R> const& all() const { return file.all<R>(); }
    [[nodiscard]] std::vector<Person const*> who() const { return people_in(book, file, atom.who); }
};

inline Count of(bool holds) { return holds ? Count::all : Count::none; }
inline Count of(std::size_t done, std::size_t enough) {
    if (done >= enough) return Count::all;
    return done > 0 ? Count::some : Count::none;
}
// Of a list of people who lack something: none lack → all; some of those asked → some.
inline Count of_lacking(std::size_t lacking, std::size_t asked) {
    if (lacking == 0) return Count::all;
    return lacking < asked ? Count::some : Count::none;
}

// Everyone of `people` for whom `lacks` holds; with nobody to ask, nobody lacks.
template <class Lacks> std::vector<PersonId> those(People const& people, Lacks lacks) {
    std::vector<PersonId> found;
    for (auto const* person : people)
        if (lacks(*person)) found.push_back(person->id);
    return found;
}

referral::Referral const* referral_of(Asking const& a);
Count referral_complete(Asking const& a);
Count criteria(Asking const& a);

People consenting(Asking const& a);
std::vector<PersonId> without_consent(Asking const& a);
std::vector<PersonId> undecided(Asking const& a);
std::vector<PersonId> uninvited(Asking const& a);
std::vector<PersonId> unanswered(Asking const& a);
std::vector<PersonId> unprepared(Asking const& a);
std::vector<PersonId> without_own_words(Asking const& a);
std::vector<PersonId> not_agreeing(Asking const& a);
Count roles(Asking const& a);
Count questions(Asking const& a);
Count count_named(Asking const& a);

meeting::Meeting const* meeting_of_round(Asking const& a);
bool is_long_enough(Asking const& a);
bool room_suffices(Asking const& a, Circumstances const& around);
People required(Asking const& a);
std::vector<PersonId> not_followed_up(Asking const& a);
People professionals_in_room(Asking const& a);
template <class Said> std::vector<PersonId> silent(Asking const& a) {
    return those(professionals_in_room(a), [&](Person const& p) {
        auto const& all = a.all<Said>();
        return std::none_of(all.begin(), all.end(), [&](Said const& said) {
            return said.person == p.id && said.round == a.round();
        });
    });
}
Count in_room(Asking const& a);
Count plan_ended(Asking const& a);
Count reviewed(Asking const& a);
Count actions_reviewed(Asking const& a);

} // namespace radslag::workflow::atoms
