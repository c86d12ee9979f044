#include "commands/acts.h"

namespace radslag::commands {

Act leave() {
    return {
        .name = "leave",
        .room = "meeting",
        .fields = {{.name = "person", .type = FieldType::person, .required = true, .pick = pick_inside},
                   {.name = "reason", .type = FieldType::line}},
        .when = [](Here const& here) { return open_meeting(here) != nullptr; },
        .decide = [](Doing& doing) -> Result<void> {
            auto const* meeting = open_meeting(doing.here);
            auto const person = *doing.input.id_of<PersonId>("person");
            auto const* seat = meeting::seat_of(doing.here.all<meeting::Seat>(), meeting->id, person);
            RADSLAG_SURE(seat != nullptr);
            auto kept = doing.keep(meeting::leave(*seat, doing.here.now), meeting->step, doing.input.text("reason"));
            if (kept) doing.draft.happenings().back().about = person.text;
            return kept;
        },
    };
}

} // namespace radslag::commands
