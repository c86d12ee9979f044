#include "commands/acts.h"

namespace radslag::commands {

// A1: authority over the family, kinship or an earlier case are said here. Who is not impartial does
// not keep the assignment for a moment longer.
Act declare_impartial() {
    return {
        .name = "declare_impartial",
        .room = "conference",
        .about = "person",
        .fields = {{.name = "impartial", .type = FieldType::yes_no, .required = true},
                   {.name = "note", .type = FieldType::text}},
        .candidates =
            [](Here const& here) {
                Ids ids;
                for (auto const& id : here.actor.unready) ids.push_back(id.text);
                return ids;
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto assignment = *workflow::assignment_of(doing.here.file, PersonId{doing.input.about});
            auto const& role = doing.here.model().roles[doing.here.model().role(assignment.role)];
            if (role.pledge && !doing.here.staff.pledged_at) return no("pledge.missing");
            return doing.keep(conference::declare(std::move(assignment), doing.input.yes("impartial"),
                                                  doing.input.text("note"), doing.here.now),
                              role.id);
        },
    };
}

} // namespace radslag::commands
