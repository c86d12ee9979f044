#include "commands/acts.h"

namespace radslag::commands {

Act decide_referral() {
    return {
        .name = "decide_referral",
        .room = "referral",
        .fields = {{.name = "verdict",
                    .type = FieldType::choice,
                    .required = true,
                    .choices = words(referral::Verdict{})},
                   {.name = "reason", .type = FieldType::text, .required = true},
                   {.name = "instead",
                    .type = FieldType::text,
                    .needed_when = "verdict=not_suitable"}},
        .when =
            [](Here const& here) {
                auto const* referral = the_referral(here);
                return referral != nullptr && referral->passed_at && !referral->decided_at;
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto verdict = doing.input.word<referral::Verdict>("verdict");
            return doing.keep(referral::decide(*the_referral(doing.here), verdict,
                                               doing.input.text("reason"),
                                               doing.input.text("instead"), doing.here.now),
                              std::string(word(verdict)));
        },
    };
}

} // namespace radslag::commands
