#include "commands/acts.h"

namespace radslag::commands {

Act remove_action() {
    return {
        .name = "remove_action",
        .room = "plan",
        .about = "action",
        .fields = {{.name = "reason", .type = FieldType::text}},
        .candidates = standing_action_ids,
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(plan::remove(doing.about<plan::Action>(), doing.here.now), {}, doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
