#include "commands/acts.h"

namespace radslag::commands {

// By a recorded decision a guardian is shut out from one main person's matters: from then on they see
// and decide nothing there.
Act shut_out() {
    return {
        .name = "shut_out",
        .room = "people",
        .about = "speaks",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .candidates =
            [](Here const& here) {
                return ids_of<people::Speaks>(here, [](auto const& s) { return s.holds(); });
            },
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(people::shut_out(doing.about<people::Speaks>(), doing.input.text("reason"), doing.here.now),
                              {}, doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
