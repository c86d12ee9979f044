#include "commands/acts.h"

namespace radslag::commands {

Act remove_question() {
    return {
        .name = "remove_question",
        .room = "preparation",
        .about = "question",
        .fields = {{.name = "reason", .type = FieldType::text}},
        .candidates = standing_questions,
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(preparation::remove(doing.about<preparation::Question>(), doing.here.now), {},
                              doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
