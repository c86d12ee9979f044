#include "commands/acts.h"

namespace radslag::commands {

// The coordinator falls ill, or moves on: the assignment ends and somebody else's begins, in one act.
Act hand_over() {
    return {
        .name = "hand_over",
        .room = "conference",
        .about = "person",
        .fields = {{.name = "staff",
                    .type = FieldType::choice,
                    .required = true,
                    .pick =
                        [](Here const& here) {
                            Options options;
                            for (auto const& staff : here.reader.staff_of(here.organisation.id))
                                if (!staff.locked_at) options.push_back({staff.id.text, staff.name, {}});
                            return options;
                        }},
                   {.name = "reason", .type = FieldType::text, .required = true}},
        .candidates = assigned_people,
        .decide = [](Doing& doing) -> Result<void> {
            auto const& here = doing.here;
            auto assignment = *workflow::assignment_of(here.file, PersonId{doing.input.about});
            auto const role = assignment.role;
            auto staff = here.reader.staff(*doing.input.id_of<StaffId>("staff"));
            RADSLAG_SURE(staff.has_value());
            auto const& rule = here.model().roles[here.model().role(role)];
            if (auto fits = may_hold(here, *staff, rule, assignment.person); !fits) return fits;
            auto kept = doing.keep(conference::end(std::move(assignment), doing.input.text("reason"), here.now),
                                   role, doing.input.text("reason"));
            if (kept) assign_staff(doing.draft, *staff, role, {});
            return kept;
        },
    };
}

} // namespace radslag::commands
