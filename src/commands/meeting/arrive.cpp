#include "commands/acts.h"

namespace radslag::commands {

Act arrive() {
    return {
        .name = "arrive",
        .room = "meeting",
        .fields = {{.name = "person", .type = FieldType::person, .required = true, .pick = pick_outside},
                   {.name = "how", .type = FieldType::choice, .choices = words(meeting::How{})}},
        .when = [](Here const& here) { return open_meeting(here) != nullptr; },
        .decide = [](Doing& doing) -> Result<void> {
            auto const& here = doing.here;
            auto const* meeting = open_meeting(here);
            auto const* step = here.book.step(meeting->meeting, meeting->step);
            auto const person = *doing.input.id_of<PersonId>("person");
            if (auto theirs = check_belongs(here, *meeting, *step, person); !theirs) return theirs;
            meeting::Seat fresh{doing.draft.fresh<RowId>(), 0, meeting->id, person, meeting::How::room, here.now, {}, {}};
            if (doing.input.has("how")) fresh.how = doing.input.word<meeting::How>("how");
            doing.happen(step->id).about = person.text;
            bool const into_room = fresh.how == meeting::How::room;
            doing.put(meeting::arrive(here.all<meeting::Seat>(), std::move(fresh), step->id));
            if (into_room) return check_room(doing, *meeting, "person");
            return {};
        },
    };
}

} // namespace radslag::commands
