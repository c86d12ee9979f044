// How far a case is with each condition that a gate can ask for: one function each.
#include <algorithm>

#include "workflow/facts.h"

namespace radslag::workflow {
namespace {

using people::Person;
using process::Condition;
using process::Function;

struct Asking {
    RuleBook const& book;
    CaseFile const& file;
    Date today;
    Atom const& atom;

    [[nodiscard]] std::int64_t round() const { return file.conference().round; }
    template <class R> [[nodiscard]] std::vector<R> const& all() const { return file.all<R>(); }
    [[nodiscard]] std::vector<Person const*> who() const { return people_in(book, file, atom.who); }
};

Count of(bool holds) { return holds ? Count::all : Count::none; }
Count of(std::size_t done, std::size_t enough) {
    if (done >= enough) return Count::all;
    return done > 0 ? Count::some : Count::none;
}

// Everyone of `people` for whom `lacks` holds; with nobody to ask, nobody lacks.
template <class Lacks> std::vector<PersonId> those(std::vector<Person const*> const& people, Lacks lacks) {
    std::vector<PersonId> found;
    for (auto const* person : people)
        if (lacks(*person)) found.push_back(person->id);
    return found;
}

std::vector<Person const*> consenting(Asking const& a) {
    auto const* consent = a.book.model().consent(a.atom.of);
    RADSLAG_SURE(consent != nullptr);
    return asked(a.book, a.file, a.today, *consent);
}

// Main persons who are too young to be asked themselves and have nobody who is asked for them.
std::vector<PersonId> without_voice(Asking const& a, std::vector<Person const*> const& asked) {
    auto const& model = a.book.model();
    if ((model.consent(a.atom.of)->from.roles & model.everyone(Function::speaks_for).roles) == 0)
        return {};
    auto is_asked = [&](PersonId const& id) {
        return std::any_of(asked.begin(), asked.end(), [&](auto const* p) { return p->id == id; });
    };
    return those(people_in(a.book, a.file, model.everyone(Function::main_person)),
                 [&](Person const& main) {
                     auto const speakers =
                         people::speakers_for(a.all<Person>(), a.all<people::Speaks>(), main.id);
                     return !is_asked(main.id) &&
                            std::none_of(speakers.begin(), speakers.end(),
                                         [&](auto const* p) { return is_asked(p->id); });
                 });
}

std::vector<PersonId> without_consent(Asking const& a) {
    auto const asked = consenting(a);
    auto lacking = those(asked, [&](Person const& p) {
        auto const* c = consent::latest(a.all<consent::Consent>(), a.atom.of, p.id);
        return c == nullptr || !c->stands();
    });
    auto const silent = without_voice(a, asked);
    lacking.insert(lacking.end(), silent.begin(), silent.end());
    return lacking;
}

std::vector<PersonId> undecided(Asking const& a) {
    return those(a.who(), [&](Person const& p) {
        return standing_of(a.book, a.file, a.today, p) == circle::Standing::waiting;
    });
}

// With no meeting ahead there is nothing to be invited to, nor without a place in it.
std::vector<PersonId> uninvited(Asking const& a) {
    auto const ahead = meeting_ahead(a.book, a.file);
    if (!ahead) return {};
    auto const& meeting = *a.book.model().meeting(ahead->meeting);
    return those(a.who(), [&](Person const& p) {
        return has_place(meeting, a.book.model().role(p.role)) &&
               standing_of(a.book, a.file, a.today, p) == circle::Standing::yes &&
               !is_shut_out(a.file, p.id) &&
               invitation_ahead(a.book, a.file, p.id) == nullptr;
    });
}

std::vector<PersonId> unanswered(Asking const& a) {
    return those(a.who(), [&](Person const& p) {
        auto const* i = invitation_ahead(a.book, a.file, p.id);
        return i != nullptr && !i->answer;
    });
}

// Met once is met: later rounds ask nobody to be prepared from the beginning.
std::vector<PersonId> unprepared(Asking const& a) {
    auto const& preparation = a.book.model().preparation;
    auto checks = preparation ? preparation->checks : std::vector<std::string>{};
    return those(a.who(), [&](Person const& p) {
        if (!takes_part(a.book, a.file, a.today, p)) return false;
        auto const& all = a.all<preparation::Prepared>();
        return std::none_of(all.begin(), all.end(), [&](auto const& row) {
            return row.person == p.id && preparation::is_ready(row, checks);
        });
    });
}

std::vector<PersonId> without_own_words(Asking const& a) {
    auto mains = people_in(a.book, a.file, a.book.model().everyone(Function::main_person));
    return those(mains, [&](Person const& p) {
        auto const& all = a.all<preparation::OwnWords>();
        return std::none_of(all.begin(), all.end(), [&](auto const& w) { return w.person == p.id; });
    });
}

meeting::Meeting const* meeting_of_round(Asking const& a) {
    for (auto const& m : a.all<meeting::Meeting>())
        if (m.meeting == a.atom.of && m.round == a.round() &&
            m.outcome.value_or(meeting::Outcome::held) == meeting::Outcome::held)
            return &m;
    return nullptr;
}

std::vector<Person const*> professionals_in_room(Asking const& a) {
    auto const* now = meeting::current(a.all<meeting::Meeting>());
    std::vector<Person const*> found;
    if (now == nullptr) return found;
    auto who = a.atom.who.empty() ? a.book.model().everyone(Function::professional) : a.atom.who;
    for (auto const* person : people_in(a.book, a.file, who)) {
        auto const* seat = meeting::seat_of(a.all<meeting::Seat>(), now->id, person->id);
        if (seat != nullptr && seat->is_in()) found.push_back(person);
    }
    return found;
}

template <class Said> std::vector<PersonId> silent(Asking const& a) {
    return those(professionals_in_room(a), [&](Person const& p) {
        auto const& all = a.all<Said>();
        return std::none_of(all.begin(), all.end(), [&](Said const& said) {
            return said.person == p.id && said.round == a.round();
        });
    });
}

Count roles(Asking const& a) {
    auto ix = a.book.model().role(a.atom.of);
    Who who;
    who.add(ix);
    auto ready = people_in(a.book, a.file, who).size();
    auto enough = static_cast<std::size_t>(std::max(a.atom.at_least, a.book.model().roles[ix].at_least));
    if (ready > 0 || enough == 0) return of(ready, enough);
    auto const& all = a.all<Person>();
    bool named = std::any_of(all.begin(), all.end(), [&](Person const& p) {
        return p.is_here() && p.role == a.atom.of;
    });
    return named ? Count::some : Count::none;
}

std::vector<PersonId> not_agreeing(Asking const& a) {
    auto const& rules = a.book.model().questions;
    if (!rules) return {};
    return those(people_in(a.book, a.file, rules->agreed_by), [&](Person const& p) {
        return !is_shut_out(a.file, p.id) && has_own_voice(a.book, p, a.today) &&
               !preparation::are_agreed(a.all<preparation::Question>(),
                                        a.all<preparation::Agreement>(), {p.id});
    });
}

Count questions(Asking const& a) {
    auto written = preparation::standing_questions(a.all<preparation::Question>());
    if (written == 0) return Count::none;
    bool const enough = written >= static_cast<std::size_t>(a.atom.at_least);
    return enough && not_agreeing(a).empty() ? Count::all : Count::some;
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

referral::Referral const* referral_of(Asking const& a) {
    auto const& all = a.all<referral::Referral>();
    return all.empty() ? nullptr : &all.front();
}

Count referral_complete(Asking const& a) {
    auto const* intake = a.book.model().intake(a.file.conference().intake);
    if (intake == nullptr) return Count::none;
    std::size_t there = 0;
    for (auto const& field : intake->fields) {
        auto const& all = a.all<referral::Description>();
        there += std::any_of(all.begin(), all.end(), [&](auto const& d) {
                     return d.field_id == field && !d.text.empty();
                 }) ? 1U : 0U;
    }
    auto const* referral = referral_of(a);
    bool const waiting = referral != nullptr && !referral->asked.empty();
    return waiting && there == intake->fields.size() ? Count::some : of(there, intake->fields.size());
}

Count criteria(Asking const& a) {
    auto const* referral = referral_of(a);
    if (referral == nullptr || !referral->judged_at) return Count::none;
    if (!referral->departed_why.empty()) return Count::all;
    for (auto const& axis : a.book.model().criteria) {
        auto ticked = std::count_if(referral->criteria.begin(), referral->criteria.end(),
                                    [&](auto const& c) { return c.starts_with(axis.id + "."); });
        if (ticked < axis.at_least) return Count::some;
    }
    return Count::all;
}

Count count_named(Asking const& a) {
    auto n = static_cast<std::size_t>(std::count_if(
        a.all<Person>().begin(), a.all<Person>().end(), [&](Person const& p) {
            return p.is_here() && a.book.is_in(a.atom.who, p.role);
        }));
    return of(n, static_cast<std::size_t>(a.atom.at_least));
}

// Of a list of people who lack something: none lack → all; some of those asked → some.
Count of_lacking(std::size_t lacking, std::size_t asked) {
    if (lacking == 0) return Count::all;
    return lacking < asked ? Count::some : Count::none;
}

} // namespace

std::vector<PersonId> lacking(RuleBook const& book, CaseFile const& file, Date today,
                              Atom const& atom) {
    Asking a{book, file, today, atom};
    switch (atom.what) {
    case Condition::consent: return without_consent(a);
    case Condition::questions: return not_agreeing(a);
    case Condition::own_words: return without_own_words(a);
    case Condition::decided: return undecided(a);
    case Condition::invited: return uninvited(a);
    case Condition::answered: return unanswered(a);
    case Condition::prepared: return unprepared(a);
    case Condition::accounts: return silent<meeting::Account>(a);
    case Condition::offers: return silent<meeting::Offer>(a);
    default: return {};
    }
}

Count count(RuleBook const& book, CaseFile const& file, Date today, Atom const& atom) {
    Asking a{book, file, today, atom};
    auto const* referral = referral_of(a);
    switch (atom.what) {
    case Condition::consent: {
        auto asked = consenting(a).size();
        return asked == 0 ? Count::none : of_lacking(without_consent(a).size(), asked);
    }
    case Condition::role: return roles(a);
    case Condition::questions: return questions(a);
    case Condition::purpose: {
        auto const& all = a.all<preparation::Purpose>();
        return of(!all.empty() && !all.back().chosen.empty());
    }
    case Condition::own_words: {
        auto mains = book.model().everyone(Function::main_person);
        auto asked = people_in(book, file, mains).size();
        return asked == 0 ? Count::none : of_lacking(without_own_words(a).size(), asked);
    }
    case Condition::named: return count_named(a);
    case Condition::decided: return of_lacking(undecided(a).size(), a.who().size());
    case Condition::invited: return of_lacking(uninvited(a).size(), a.who().size());
    case Condition::answered: return of_lacking(unanswered(a).size(), a.who().size());
    case Condition::prepared: return of_lacking(unprepared(a).size(), a.who().size());
    case Condition::meeting_planned: return of(meeting_of_round(a) != nullptr);
    case Condition::meeting_held: {
        auto const* m = meeting_of_round(a);
        return of(m != nullptr && m->was_held());
    }
    case Condition::present: return in_room(a);
    case Condition::accounts:
        return of_lacking(silent<meeting::Account>(a).size(), professionals_in_room(a).size());
    case Condition::offers:
        return of_lacking(silent<meeting::Offer>(a).size(), professionals_in_room(a).size());
    case Condition::plan_written: return of(plan::standing(a.all<plan::Plan>()) != nullptr);
    case Condition::actions_owned: return of(plan::all_owned(a.all<plan::Action>()));
    case Condition::plan_ended: return plan_ended(a);
    case Condition::review_answered: return reviewed(a);
    case Condition::actions_reviewed: return actions_reviewed(a);
    case Condition::referral_complete: return referral_complete(a);
    case Condition::referral_passed: return of(referral != nullptr && referral->passed_at);
    case Condition::criteria_met: return criteria(a);
    case Condition::granted:
        return of(referral != nullptr && referral->verdict == referral::Verdict::granted);
    case Condition::referrer_answered: return of(referral != nullptr && referral->answered_at);
    case Condition::identity_linked: return of(referral != nullptr && referral->identity_at);
    case Condition::rounds: return of(a.round() >= atom.at_least);
    }
    return Count::none;
}

} // namespace radslag::workflow
