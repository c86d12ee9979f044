#include "commands/acts.h"

namespace radslag::commands {

Act end_assignment() {
    return {
        .name = "end_assignment",
        .room = "conference",
        .about = "person",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .candidates = assigned_people,
        .decide = [](Doing& doing) -> Result<void> {
            auto assignment = *workflow::assignment_of(doing.here.file, PersonId{doing.input.about});
            auto const role = assignment.role;
            return doing.keep(conference::end(std::move(assignment), doing.input.text("reason"), doing.here.now),
                              role, doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
