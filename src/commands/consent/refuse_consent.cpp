#include "commands/acts.h"

namespace radslag::commands {

Act refuse_consent() {
    return {
        .name = "refuse_consent",
        .room = "consent",
        .fields = {{.name = "consent", .type = FieldType::choice, .required = true, .pick = pick_consents},
                   {.name = "reason", .type = FieldType::text}},
        .whom = is_asked_for_any,
        .decide = [](Doing& doing) { return answer_consent(doing, consent::Answer::refused); },
    };
}

} // namespace radslag::commands
