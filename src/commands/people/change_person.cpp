#include "commands/acts.h"

namespace radslag::commands {

Act change_person() {
    return {
        .name = "change_person",
        .room = "people",
        .about = "person",
        .fields = person_fields(),
        .based_on = true,
        .candidates =
            [](Here const& here) {
                return ids_of<people::Person>(here, [](auto const& p) { return p.is_here() && !p.staff; });
            },
        .filled = filled_person,
        .decide = [](Doing& doing) -> Result<void> {
            return write_person(doing, doing.about<people::Person>());
        },
    };
}

} // namespace radslag::commands
