#include "commands/acts.h"

namespace radslag::commands {

Act let_in() {
    return {
        .name = "let_in",
        .room = "people",
        .about = "speaks",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .candidates =
            [](Here const& here) {
                return ids_of<people::Speaks>(here, [](auto const& s) { return s.shut_out_at && !s.ended_at; });
            },
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(people::let_in(doing.about<people::Speaks>()), {}, doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
