// Who is in the case. What hurts when it gets into the wrong hands (how to reach somebody, when
// they were born, protected identity, what broke a contact, why somebody was shut out) asks for
// more than seeing people.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

using people::Person;

std::string side_of(process::Function is) {
    using process::Function;
    switch (is) {
    case Function::main_person:
    case Function::speaks_for:
        return "family";
    case Function::network:
    case Function::support:
        return "network";
    case Function::professional:
        return "professional";
    case Function::coordinator:
    case Function::committee:
    case Function::chair:
        return "lead";
    default:
        return "authority";
    }
}

view::ContactView contact_of(Look const& look, Person const& person) {
    view::ContactView view;
    auto const* c = look.here.file.find<people::Contact>(person.id);
    if (c == nullptr) return view;
    view.there = !(c->phone.empty() && c->mail.empty() && c->address.empty() && c->number.empty());
    if (!look.shows(Matter::contacts, person.id)) return view;
    view.phone = c->phone;
    view.mail = c->mail;
    view.address = c->address;
    view.number = c->number;
    if (!c->number.empty()) {
        auto read =
            people::read_number(c->number, look.here.organisation.country, look.here.today, "");
        view.number_doubt = !read || read->doubt != people::NumberDoubt::none;
    }
    return view;
}

// Who decides about somebody knows what they said of their own contact with them.
bool decides(Look const& look, Person const& person) {
    auto const* rule = workflow::decides_about(look.here.book, person.role);
    if (rule == nullptr) return false;
    auto deciders = workflow::deciders(look.here.book, look.here.file, look.here.today, *rule);
    return std::any_of(deciders.begin(), deciders.end(),
                       [&](PersonId const& id) { return look.is_me(id); });
}

std::vector<view::SpeaksView> speaks_of(Look const& look, Person const& person) {
    std::vector<view::SpeaksView> found;
    bool const whole = look.shows(Matter::consents, person.id);
    for (auto const& s : look.here.all<people::Speaks>()) {
        if (s.guardian != person.id || s.ended_at || (s.shut_out_at && !whole)) continue;
        found.push_back({s.id.text, s.whom.text, look.name_for(s.whom), s.shut_out_at.has_value(),
                         s.shut_out_why});
    }
    return found;
}

std::optional<view::InvitationView> invitation_of(Look const& look, Person const& person) {
    auto const* i = workflow::invitation_ahead(look.here.book, look.here.file, person.id);
    if (i == nullptr) return {};
    view::InvitationView view{std::string(word(i->way)), i->invited_at, {}, {}};
    if (i->answer) view.answer = word(*i->answer);
    if (look.shows(Matter::preparation, person.id)) view.note = i->answer_note;
    return view;
}

std::optional<view::PreparedView> prepared_of(Look const& look, Person const& person) {
    auto const* p = preparation::prepared_of(look.here.all<preparation::Prepared>(), person.id,
                                             look.here.conference().round);
    if (p == nullptr || !look.shows(Matter::preparation, person.id)) return {};
    view::PreparedView view{std::string(word(p->way)), p->on, {}, {}, p->needs};
    if (auto const& rules = look.here.model().preparation)
        for (auto const& check : rules->checks) {
            bool const done =
                std::find(p->checks.begin(), p->checks.end(), check) != p->checks.end();
            (done ? view.checks : view.missing).push_back(look.words("check", check));
        }
    return view;
}

std::string standing_of(Look const& look, Person const& person) {
    if (workflow::decides_about(look.here.book, person.role) == nullptr) return {};
    switch (workflow::standing_of(look.here.book, look.here.file, look.here.today, person)) {
    case circle::Standing::yes:
        return "yes";
    case circle::Standing::no:
        return "no";
    case circle::Standing::waiting:
        break;
    }
    return "waiting";
}

std::string ended_of(Look const& look, Person const& person) {
    if (!person.staff) return {};
    auto const* assignment = workflow::assignment_of(look.here.file, person.id);
    if (assignment == nullptr || assignment->holds()) return {};
    auto why = look.reason(assignment->ended_why);
    return why.empty() ? look.house("assignment.ended") : why;
}

std::string own_words_of(Look const& look, PersonId const& person) {
    preparation::OwnWords const* latest = nullptr;
    for (auto const& words : look.here.all<preparation::OwnWords>())
        if (words.person == person && (latest == nullptr || words.at > latest->at)) latest = &words;
    return latest != nullptr && look.shows(Matter::questions, person) ? latest->text
                                                                      : std::string{};
}

view::PersonView person_of(Look const& look, Person const& person) {
    bool const reaches = look.shows(Matter::contacts, person.id);
    view::PersonView view;
    view.id = person.id.text;
    view.name = look.name_for(person.id);
    view.role = person.role;
    view.role_name = look.words("role", person.role);
    view.side = side_of(look.here.book.function(person.role));
    view.relation = person.relation;
    view.closeness = word(person.closeness);
    if (!person.broken_contact.empty() && (look.shows(Matter::preparation, person.id) ||
                                           look.is_me(person.named_by) || decides(look, person)))
        view.broken_contact = person.broken_contact;
    if (reaches) view.born = person.born;
    view.language = person.language;
    view.interpreter = person.interpreter;
    if (reaches) view.protection = word(person.protection);
    view.staff = person.staff.has_value();
    view.me = look.is_me(person.id);
    view.ended = ended_of(look, person);
    view.standing = standing_of(look, person);
    view.speaks_for = speaks_of(look, person);
    view.contact = contact_of(look, person);
    view.invitation = invitation_of(look, person);
    view.prepared = prepared_of(look, person);
    view.own_words = own_words_of(look, person.id);
    view.version = person.changed_in;
    return view;
}

} // namespace

std::vector<view::PersonView> people_of(Look const& look) {
    std::vector<view::PersonView> all;
    for (auto const& person : look.here.all<Person>())
        if (person.is_here() &&
            (look.shows(Matter::people, person.id) || look.is_me(person.named_by)))
            all.push_back(person_of(look, person));
    return all;
}

} // namespace radslag::commands::looks
