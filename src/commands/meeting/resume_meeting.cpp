#include "commands/acts.h"

namespace radslag::commands {

Act resume_meeting() {
    return {
        .name = "resume_meeting",
        .room = "meeting",
        .when = [](Here const& here) { return open_meeting(here) != nullptr && !meeting_is_open(here); },
        .decide = [](Doing& doing) -> Result<void> {
            auto const meeting = *open_meeting(doing.here);
            if (auto goes = workflow::may_resume(doing.here.book, doing.here.facts); !goes) return goes;
            return doing.keep(meeting::resume(meeting), meeting.meeting);
        },
    };
}

} // namespace radslag::commands
