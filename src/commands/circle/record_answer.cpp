#include "commands/acts.h"

namespace radslag::commands {

Act record_answer() {
    return {
        .name = "record_answer",
        .room = "circle",
        .fields = {{.name = "answer", .type = FieldType::choice, .required = true, .choices = words(circle::Coming{})},
                   {.name = "note", .type = FieldType::text}},
        .whom =
            [](Here const& here, people::Person const& p) {
                return workflow::invitation_ahead(here.book, here.file, p.id) != nullptr;
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto const* invitation = workflow::invitation_ahead(doing.here.book, doing.here.file, doing.whose());
            if (invitation == nullptr) return no("circle.not_invited", "for_whom");
            auto answer = doing.input.word<circle::Coming>("answer");
            auto answered =
                circle::answer(*invitation, answer, doing.input.text("note"), doing.here.now);
            if (answered)
                if (auto room = check_expected(doing.here, *answered); !room) return room;
            return doing.keep(std::move(answered), std::string(word(answer)));
        },
    };
}

} // namespace radslag::commands
