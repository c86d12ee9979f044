#include "commands/acts.h"

namespace radslag::commands {

Act pause_meeting() {
    return {
        .name = "pause_meeting",
        .room = "meeting",
        .fields = {{.name = "reason", .type = FieldType::line}},
        .when = meeting_is_open,
        .decide = [](Doing& doing) -> Result<void> {
            auto const meeting = *open_meeting(doing.here);
            return doing.keep(meeting::pause(meeting, doing.input.text("reason"), doing.here.now), meeting.meeting,
                              doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
