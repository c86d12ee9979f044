#include "commands/acts.h"

namespace radslag::commands {

namespace {

// Whoever holds one of the offices that the model's roles are filled from.
Options pick_staff(Here const& here) {
    Options options;
    for (auto const& staff : here.reader.staff_of(here.organisation.id)) {
        bool const fits = std::any_of(here.model().roles.begin(), here.model().roles.end(), [&](auto const& role) {
            return can_be_assigned(here, role) && (role.offices & staff.offices) != 0;
        });
        if (fits && !staff.locked_at) options.push_back({staff.id.text, staff.name, {}});
    }
    return options;
}

} // namespace

Act assign() {
    return {
        .name = "assign",
        .room = "conference",
        .fields = {{.name = "role", .type = FieldType::choice, .required = true, .pick = [](Here const& here) { return role_options(here, can_be_assigned); }},
                   {.name = "staff", .type = FieldType::choice, .required = true, .pick = pick_staff}},
        .decide = [](Doing& doing) -> Result<void> {
            auto const& here = doing.here;
            auto const& role = here.model().roles[here.model().role(doing.input.text("role"))];
            auto staff = here.reader.staff(*doing.input.id_of<StaffId>("staff"));
            RADSLAG_SURE(staff.has_value());
            if (auto fits = may_hold(here, *staff, role); !fits) return fits;
            auto& happening = doing.happen(role.id);
            auto person = assign_staff(doing.draft, *staff, role.id, {});
            happening.about = person.text;
            return {};
        },
    };
}

} // namespace radslag::commands
