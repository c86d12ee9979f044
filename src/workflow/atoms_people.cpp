#include "workflow/atoms.h"

namespace radslag::workflow::atoms {
namespace {

// Main persons who are too young to be asked themselves and have nobody who is asked for them.
std::vector<PersonId> without_voice(Asking const& a, People const& asked) {
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

} // namespace

People consenting(Asking const& a) {
    auto const* consent = a.book.model().consent(a.atom.of);
    RADSLAG_SURE(consent != nullptr);
    return asked(a.book, a.file, a.today, *consent);
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
        return may_be_invited(a.book, meeting, guest_of(a.book, a.file, a.today, p), false);
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
        return std::none_of(all.begin(), all.end(),
                            [&](auto const& w) { return w.person == p.id; });
    });
}

Count roles(Asking const& a) {
    auto ix = a.book.model().role(a.atom.of);
    Who who;
    who.add(ix);
    auto ready = people_in(a.book, a.file, who).size();
    auto enough =
        static_cast<std::size_t>(std::max(a.atom.at_least, a.book.model().roles[ix].at_least));
    if (ready > 0 || enough == 0) return of(ready, enough);
    auto const& all = a.all<Person>();
    bool named = std::any_of(all.begin(), all.end(),
                             [&](Person const& p) { return p.is_here() && p.role == a.atom.of; });
    return named ? Count::some : Count::none;
}

std::vector<PersonId> not_agreeing(Asking const& a) {
    auto const& rules = a.book.model().questions;
    if (!rules) return {};
    return those(people_in(a.book, a.file, rules->agreed_by), [&](Person const& p) {
        return agrees(*rules, voice_of(a.book, a.file, a.today, p)) &&
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

Count count_named(Asking const& a) {
    auto n = static_cast<std::size_t>(
        std::count_if(a.all<Person>().begin(), a.all<Person>().end(), [&](Person const& p) {
            return p.is_here() && a.book.is_in(a.atom.who, p.role);
        }));
    return of(n, static_cast<std::size_t>(a.atom.at_least));
}

} // namespace radslag::workflow::atoms
