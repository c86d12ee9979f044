#include "commands/acts.h"

namespace radslag::commands {

Act make_acute() {
    return {
        .name = "make_acute",
        .room = "conference",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .when = [](Here const& here) { return !here.conference().acute_at; },
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(conference::make_acute(doing.here.conference(), doing.input.text("reason"), doing.here.now),
                              {}, doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
