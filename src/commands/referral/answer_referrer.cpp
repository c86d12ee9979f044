#include "commands/acts.h"

namespace radslag::commands {

Act answer_referrer() {
    return {
        .name = "answer_referrer",
        .room = "referral",
        .fields = {{.name = "text", .type = FieldType::text, .required = true}},
        .when =
            [](Here const& here) {
                auto const* referral = the_referral(here);
                return referral != nullptr && referral->decided_at && !referral->answered_at &&
                       referral->verdict != referral::Verdict::more_needed;
            },
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(referral::tell_referrer(*the_referral(doing.here),
                                                      doing.input.text("text"), doing.here.now));
        },
    };
}

} // namespace radslag::commands
