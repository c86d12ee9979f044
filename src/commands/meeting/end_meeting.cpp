#include "commands/acts.h"

namespace radslag::commands {

namespace {

constexpr std::array<std::string_view, 3> outcomes{"held", "main_person_absent", "broken_off"};

} // namespace

// Held only from the last step and with what it must bring forth; else it was broken off, or the main
// person did not come, and says why.
Act end_meeting() {
    return {
        .name = "end_meeting",
        .room = "meeting",
        .fields = {{.name = "outcome", .type = FieldType::choice, .required = true, .choices = outcomes},
                   {.name = "reason", .type = FieldType::text}},
        .when = [](Here const& here) { return open_meeting(here) != nullptr; },
        .decide = [](Doing& doing) -> Result<void> {
            auto const& here = doing.here;
            auto const meeting = *open_meeting(here);
            auto const outcome = doing.input.word<meeting::Outcome>("outcome");
            bool const held = outcome == meeting::Outcome::held;
            if (held)
                if (auto done = workflow::may_be_held(here.book, here.facts); !done) return done;
            auto kept = doing.keep(meeting::end(meeting, outcome, doing.input.text("reason"), here.now), meeting.meeting,
                                   doing.input.text("reason"));
            if (kept && held) {
                workflow::go_through(doing.draft, here.book.gate_of_step(meeting.meeting, meeting.step), here.facts);
                doing.draft.happen("meeting_held").detail = meeting.meeting;
            }
            return kept;
        },
    };
}

} // namespace radslag::commands
