#include "commands/acts.h"

namespace radslag::commands {

// A11, GN3: what follows (the case stops, the meeting pauses) is decided by workflow/ in the same
// transaction.
Act withdraw_consent() {
    return {
        .name = "withdraw_consent",
        .room = "consent",
        .fields = {{.name = "consent", .type = FieldType::choice, .required = true, .pick = pick_consents},
                   {.name = "reason", .type = FieldType::text}},
        .can_be_taken_back = false,
        .whom =
            [](Here const& here, people::Person const& p) {
                auto const& all = here.all<consent::Consent>();
                return std::any_of(all.begin(), all.end(), [&](auto const& c) { return c.person == p.id && c.stands(); });
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto const id = doing.input.text("consent");
            return doing.keep(consent::withdraw(doing.here.all<consent::Consent>(), id, doing.whose(), doing.here.now),
                              id, doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
