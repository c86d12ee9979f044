#include "commands/acts.h"

namespace radslag::commands {

Act ask_referrer() {
    return {
        .name = "ask_referrer",
        .room = "referral",
        .fields = {{.name = "text", .type = FieldType::text, .required = true}},
        .when = [](Here const& here) { return the_referral(here) != nullptr; },
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(referral::ask(*the_referral(doing.here), doing.input.text("text"),
                                            doing.here.now));
        },
    };
}

} // namespace radslag::commands
