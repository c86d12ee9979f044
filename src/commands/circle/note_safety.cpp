#include "commands/acts.h"

namespace radslag::commands {

// GN7, HF8: a worry told to the leaders only; two people who are not to be brought together.
Act note_safety() {
    return {
        .name = "note_safety",
        .room = "circle",
        .about = "person",
        .fields = {{.name = "text", .type = FieldType::text, .required = true},
                   {.name = "keep_apart_from", .type = FieldType::person, .pick = pick_anybody}},
        .candidates = people_here,
        .decide = [](Doing& doing) -> Result<void> {
            circle::SafetyNote note;
            note.id = doing.draft.fresh<RowId>();
            note.about = PersonId{doing.input.about};
            note.keep_apart_from = doing.input.id_of<PersonId>("keep_apart_from");
            if (note.keep_apart_from == note.about) return no("circle.apart_from_self", "keep_apart_from");
            note.text = doing.input.text("text");
            note.written_at = doing.here.now;
            doing.happen();
            doing.put(std::move(note));
            return {};
        },
    };
}

} // namespace radslag::commands
