#include "commands/acts.h"

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
            auto const seq = doing.input.number("happening");
            auto found = doing.here.reader.happenings(doing.here.conference().id, seq - 1, 1, false);
            if (found.empty() || found.front().seq != seq) return no("field.choice", "happening");
            auto& happening = doing.happen(found.front().name, doing.input.text("text"));
            happening.about = std::to_string(seq);
            return {};
        },
    };
}

} // namespace radslag::commands
