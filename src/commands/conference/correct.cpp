#include "commands/acts.h"
#include "commands/looks/log.h"

namespace radslag::commands {

// A mistake in what was written down is corrected by another happening; nothing is edited in silence.
Act correct() {
    return {
        .name = "correct",
        .room = "conference",
        .fields = {{.name = "happening", .type = FieldType::number, .required = true},
                   {.name = "text", .type = FieldType::text, .required = true}},
        .can_be_taken_back = false,
        .decide = [](Doing& doing) -> Result<void> {
            auto const line = line_of_log(doing.here, doing.input.number("happening"));
            if (!line) return no("field.choice", "happening");
            auto& happening = doing.happen(line->name, doing.input.text("text"));
            happening.about = std::to_string(line->seq);
            return {};
        },
    };
}

} // namespace radslag::commands
