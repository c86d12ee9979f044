#include "commands/acts.h"

namespace radslag::commands {

namespace {

Result<void> room_for_role(Doing& doing, std::string const& role) {
    auto const& rule = doing.here.model().roles[doing.here.model().role(role)];
    int have = 0;
    for (auto const& p : doing.here.all<people::Person>()) have += p.is_here() && p.role == role ? 1 : 0;
    if (have >= rule.at_most) return no(refusal("people.role_full", "role").with("limit", std::to_string(rule.at_most)));
    return {};
}

// PN3: link_identity gives the family its name.
bool may_be_named(Here const& here) { return workflow::may_be_named(workflow::name_of(here.book, here.file)); }

// Who is named to speak for somebody speaks for the one main person there is; with siblings it is
// told for whom (speak_for).
void speak_for_the_one(Doing& doing, PersonId const& guardian) {
    std::vector<people::Person const*> mains;
    for (auto const& p : doing.here.all<people::Person>())
        if (p.is_here() && is_function(doing.here, p, {process::Function::main_person})) mains.push_back(&p);
    if (mains.size() != 1) return;
    doing.put(people::Speaks{doing.draft.fresh<RowId>(), 0, guardian, mains.front()->id, doing.here.now, {}, {}, {}});
}

} // namespace

Act name_person() {
    auto fields = person_fields();
    fields.insert(fields.begin() + 1, {.name = "role", .type = FieldType::choice, .required = true, .pick = pick_named_roles});
    return {
        .name = "name_person",
        .room = "people",
        .fields = std::move(fields),
        .when = may_be_named,
        .decide = [](Doing& doing) -> Result<void> {
            people::Person person;
            person.id = doing.draft.fresh<PersonId>();
            person.role = doing.input.text("role");
            person.named_at = doing.here.now;
            if (auto by = doing.whose(); !by.empty()) person.named_by = by;
            if (auto room = room_for_role(doing, person.role); !room) return room;
            auto const id = person.id;
            auto const speaks = is_function(doing.here, person, {process::Function::speaks_for});
            auto written = write_person(doing, std::move(person));
            if (written && speaks) speak_for_the_one(doing, id);
            return written;
        },
    };
}

} // namespace radslag::commands
