#include "commands/acts.h"

namespace radslag::commands {

Act take_up_again() {
    return {
        .name = "take_up_again",
        .room = "conference",
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(conference::take_up_again(doing.here.conference(), doing.here.now));
        },
    };
}

} // namespace radslag::commands
