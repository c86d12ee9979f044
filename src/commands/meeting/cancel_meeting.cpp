#include "commands/acts.h"

namespace radslag::commands {

Act cancel_meeting() {
    return {
        .name = "cancel_meeting",
        .room = "meeting",
        .about = "meeting",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .candidates = [](Here const& here) { return ids_of<meeting::Meeting>(here, [](auto const& m) { return m.is_planned(); }); },
        .decide = [](Doing& doing) -> Result<void> {
            auto meeting = doing.about<meeting::Meeting>();
            auto const kind = meeting.meeting;
            return doing.keep(meeting::cancel(std::move(meeting), doing.input.text("reason"), doing.here.now), kind,
                              doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
