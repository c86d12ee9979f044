#pragma once
// Acts in a case that shows by itself how many were done, and whether each was done whole.
#include "storage/support.h"

namespace radslag::storage {

inline OrganisationId const here{"here"};
inline CaseId case_of(std::size_t family) { return CaseId{"case" + std::to_string(family)}; }
inline ActId act_of(std::size_t family, std::int64_t number) {
    return ActId{"act" + std::to_string(family) + "x" + std::to_string(number)};
}

// The n-th act of a case names it anew and adds one person; each third one takes one away.
inline void act(commands::Writer& writer, std::size_t family, std::int64_t number) {
    commands::Glance glance;
    glance.id = case_of(family);
    glance.organisation = here;
    glance.number = static_cast<std::int64_t>(family) + 1;
    glance.name = std::to_string(number);
    glance.model = "any";
    glance.stage = "first";
    glance.changed_at = Instant{number};
    conference::Conference conference;
    conference.id = glance.id;
    conference.organisation = here;
    conference.name = glance.name;
    people::Person person;
    person.id = PersonId{"person" + std::to_string(number)};
    person.name = std::string(1500, 'n'); // its own page, nearly
    workflow::Happening happening;
    happening.seq = number;
    happening.act = act_of(family, number);
    happening.name = "write_something";
    happening.changes = {change_to(conference), change_to(person)};
    if (number % 3 == 0) {
        person.id = PersonId{"person" + std::to_string(number - 1)};
        happening.changes.push_back(change_away(person));
    }
    writer.save(here, glance.id, {happening}, glance);
}

inline std::int64_t persons_after(std::int64_t acts) { return acts - acts / 3; }

// How many acts are in the case; -1 when one of them is half there.
inline std::int64_t acts_in(commands::Reader& reader, std::size_t family) {
    auto const id = case_of(family);
    auto const acts = reader.last_seq(id);
    auto file = reader.case_file(here, id);
    if (acts == 0) return file ? -1 : 0;
    if (!file) return -1;
    auto const& c = file->conference();
    auto const happened = reader.happenings(id, 0, 10'000, true);
    bool whole = c.name == std::to_string(acts) &&
                 std::ssize(file->all<people::Person>()) == persons_after(acts) &&
                 std::ssize(happened) == acts;
    for (auto const& h : happened) {
        whole = whole && h.changes.size() == (h.seq % 3 == 0 ? 3U : 2U);
        auto const found = reader.act(here, act_of(family, h.seq));
        whole = whole && found.size() == 1 && found.front().seq == h.seq;
    }
    commands::ListFilter filter;
    filter.limit = 100;
    for (auto const& row : reader.list(here, {}, filter).rows)
        if (row.glance.id == id) whole = whole && row.glance.changed_at == Instant{acts};
    return whole ? acts : -1;
}

inline commands::Organisation the_organisation() {
    return {here, "Hörlunda", "SE", "Europe/Stockholm", "sv"};
}

} // namespace radslag::storage
