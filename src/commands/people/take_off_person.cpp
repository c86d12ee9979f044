#include "commands/acts.h"

namespace radslag::commands {

Act take_off_person() {
    return {
        .name = "take_off_person",
        .room = "people",
        .about = "person",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .candidates =
            [](Here const& here) {
                return ids_of<people::Person>(here, [](auto const& p) { return p.is_here() && !p.staff; });
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto person = doing.about<people::Person>();
            auto const id = person.id;
            auto kept = doing.keep(people::take_off(std::move(person), doing.input.text("reason"), doing.here.now),
                                   {}, doing.input.text("reason"));
            if (!kept) return kept;
            for (auto speaks : doing.here.all<people::Speaks>()) {
                if (speaks.ended_at || (speaks.guardian != id && speaks.whom != id)) continue;
                speaks.ended_at = doing.here.now;
                doing.put(std::move(speaks));
            }
            rename_case(doing);
            return {};
        },
    };
}

} // namespace radslag::commands
