#include "commands/acts.h"

namespace radslag::commands {

namespace {

process::Stage const& stage_of(Here const& here) { return here.model().stages[here.facts.stage]; }

bool may_go_round(Here const& here) {
    auto const& stage = stage_of(here);
    return workflow::has_more_rounds(stage, here.conference().round) &&
           stage.again_by.meets(here.actor.who);
}

} // namespace

// A new round: the next meeting of a series, or one more try. What was planned ahead comes along,
// with those who are invited to it.
Act go_round() {
    return {
        .name = "go_round",
        .room = "conference",
        .fields = {{.name = "reason", .type = FieldType::text}},
        .when = may_go_round,
        .words = [](Here const& here) { return here.text("go_round." + stage_of(here).id); },
        .decide = [](Doing& doing) -> Result<void> {
            auto const& here = doing.here;
            if (auto goes = workflow::may_leave_off(here.facts); !goes) return goes;
            auto const round = here.conference().round + 1;
            doing.happen(stage_of(here).id, doing.input.text("reason"));
            for (auto meeting : here.all<meeting::Meeting>()) {
                if (!meeting.is_planned() || meeting.round >= round) continue;
                for (auto invitation : here.all<circle::Invitation>()) {
                    if (invitation.meeting != meeting.meeting || invitation.round != meeting.round) continue;
                    invitation.round = round;
                    doing.put(std::move(invitation));
                }
                meeting.round = round;
                doing.put(std::move(meeting));
            }
            workflow::enter_stage(doing.draft, stage_of(here).again, round);
            return {};
        },
    };
}

} // namespace radslag::commands
