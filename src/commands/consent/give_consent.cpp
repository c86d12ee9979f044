#include "commands/acts.h"

namespace radslag::commands {

Act give_consent() {
    return {
        .name = "give_consent",
        .room = "consent",
        .fields = {{.name = "consent", .type = FieldType::choice, .required = true, .pick = pick_consents},
                   {.name = "part", .type = FieldType::text}},
        .whom = is_asked_for_any,
        .decide = [](Doing& doing) { return answer_consent(doing, consent::Answer::given); },
    };
}

} // namespace radslag::commands
