#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {

std::string words_of(process::Model const& model, std::string_view language, std::string_view table,
                     std::string_view id) {
    std::string key;
    key.reserve(table.size() + id.size() + 1);
    key.append(table).append(1, '.').append(id);
    auto const* words = model.text_if(language, key);
    return words != nullptr ? *words : std::string(id);
}

std::string number_name(std::int64_t number) { return "#" + std::to_string(number); }

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

Look::Look(Here const& at) : here(at), naming_(at) {
    for (std::size_t i = 0; i < matter_count; ++i)
        sights_[i] = workflow::sees(here.book, here.facts, here.actor.who, Matter(i));
    for (auto const& role : here.model().roles) plural_.push_back(words("roles", role.id));
    restrictions_ = here.reader.restrictions(here.organisation.id);
    std::erase_if(restrictions_, [&](auto const& one) { return one.is_over(here.today); });
}

bool Look::is_me(PersonId const& person) const {
    auto has = [&](std::vector<PersonId> const& ids) {
        return std::find(ids.begin(), ids.end(), person) != ids.end();
    };
    return has(here.actor.as) || has(here.actor.unready);
}

bool Look::shows(Matter matter, PersonId const& whose) const {
    return all(matter) || (any(matter) && is_me(whose));
}

std::string Look::name_for(PersonId const& id) const {
    auto const* person = people::find(here.all<people::Person>(), id);
    if (person == nullptr) return {};
    return naming_(*person);
}

std::string Look::case_name() const {
    auto const& c = here.conference();
    bool const named = all(Matter::people) || all(Matter::identity);
    return named && !c.name.empty() ? c.name : number_name(c.number);
}

std::string Look::reason(std::string const& written) const {
    return all(Matter::people) ? written : std::string{};
}

std::vector<std::string> Look::who(Who who) const {
    std::vector<std::string> found;
    for (Ix i = 0; i < plural_.size(); ++i)
        if (who.has(i)) found.push_back(plural_[i]);
    auto offices = process::words(process::Office{});
    for (std::size_t i = 0; i < offices.size(); ++i)
        if (who.has(process::Office(i)))
            found.push_back(house("office." + std::string(offices[i])));
    return found;
}

process::Deadline const* deadline_of(process::Model const& model, std::string_view id) {
    auto const found = std::ranges::find(model.deadlines, id, &process::Deadline::id);
    return found == model.deadlines.end() ? nullptr : &*found;
}

} // namespace radslag::commands::looks
