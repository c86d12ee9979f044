#include "domain/people/people.h"

#include <algorithm>

namespace radslag::people {

Result<std::string> read_name(std::string_view text, std::string_view field) {
    auto name = read_line(text, field, name_limit);
    if (!name) return name;
    if (name->empty()) return no("field.missing", field);
    return name;
}

int age_on(Date born, Date day) {
    int years = int(day.year()) - int(born.year());
    if (std::pair(day.month(), day.day()) < std::pair(born.month(), born.day())) --years;
    return years;
}

Person const* find(std::vector<Person> const& people, PersonId const& id) {
    auto at = std::find_if(people.begin(), people.end(), [&](auto const& p) { return p.id == id; });
    return at == people.end() ? nullptr : &*at;
}

std::vector<Person const*> speakers_for(std::vector<Person> const& people,
                                        std::vector<Speaks> const& speaks, PersonId const& whom) {
    std::vector<Person const*> found;
    for (auto const& s : speaks) {
        if (s.whom != whom || !s.holds()) continue;
        auto const* guardian = find(people, s.guardian);
        if (guardian != nullptr && guardian->is_here()) found.push_back(guardian);
    }
    return found;
}

bool is_shut_out(std::vector<Speaks> const& speaks, PersonId const& guardian) {
    return std::any_of(speaks.begin(), speaks.end(), [&](Speaks const& s) {
        return s.guardian == guardian && !s.ended_at && s.shut_out_at;
    });
}

bool speaks_for_nobody(std::vector<Speaks> const& speaks, PersonId const& guardian) {
    return is_shut_out(speaks, guardian) &&
           std::none_of(speaks.begin(), speaks.end(),
                        [&](Speaks const& s) { return s.guardian == guardian && s.holds(); });
}

Result<Speaks> speak_for(std::vector<Person> const& people, std::vector<Speaks> const& speaks,
                         PersonId const& guardian, PersonId const& whom, RowId id, Instant now) {
    auto const* one = find(people, guardian);
    auto const* other = find(people, whom);
    if (one == nullptr || !one->is_here()) return no("person.not_here", "guardian");
    if (other == nullptr || !other->is_here()) return no("person.not_here", "whom");
    if (guardian == whom) return no("people.speaks_for_self", "whom");
    for (auto const& s : speaks)
        if (s.guardian == guardian && s.whom == whom && !s.ended_at)
            return no("people.speaks_already", "guardian");
    return Speaks{std::move(id), 0, guardian, whom, now, {}, {}, {}};
}

Result<Speaks> shut_out(Speaks speaks, std::string why, Instant now) {
    if (speaks.ended_at) return no("people.speaks_ended", "speaks");
    if (speaks.shut_out_at) return no("people.already_shut_out", "speaks");
    if (why.empty()) return no("field.missing", "reason");
    speaks.shut_out_at = now;
    speaks.shut_out_why = std::move(why);
    return speaks;
}

Result<Speaks> let_in(Speaks speaks) {
    if (!speaks.shut_out_at) return no("people.not_shut_out", "speaks");
    speaks.shut_out_at.reset();
    speaks.shut_out_why.clear();
    return speaks;
}

Result<Person> take_off(Person person, std::string why, Instant now) {
    if (!person.is_here()) return no("person.not_here", "person");
    if (why.empty()) return no("field.missing", "reason");
    person.taken_off_at = now;
    person.taken_off_why = std::move(why);
    return person;
}

} // namespace radslag::people
