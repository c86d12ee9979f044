#include "commands/acts.h"

namespace radslag::commands {

Act clarify() {
    return {
        .name = "clarify",
        .room = "plan",
        .about = "clarification",
        .fields = {{.name = "answer", .type = FieldType::text, .required = true}},
        .candidates =
            [](Here const& here) { return ids_of<plan::Clarification>(here, [](auto const& c) { return !c.answered_at; }); },
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(plan::clarify(doing.about<plan::Clarification>(), doing.input.text("answer"), doing.here.now));
        },
    };
}

} // namespace radslag::commands
