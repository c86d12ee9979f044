#include "commands/acts.h"

namespace radslag::commands {

namespace {

process::Stage const& stage_of(Here const& here) { return here.model().stages[here.facts.stage]; }

} // namespace

Act move_on() {
    return {
        .name = "move_on",
        .room = "conference",
        .when = [](Here const& here) { return stage_of(here).moved_by.meets(here.actor.who); },
        .words = [](Here const& here) { return here.text("move_on." + stage_of(here).id); },
        .decide = [](Doing& doing) -> Result<void> {
            auto const& here = doing.here;
            if (auto goes = workflow::may_move_on(here.book, here.facts); !goes) return goes;
            doing.happen(stage_of(here).id);
            workflow::go_through(doing.draft, here.book.gate_of_stage(here.facts.stage),
                                 here.facts);
            workflow::enter_stage(doing.draft, stage_of(here).next, here.conference().round);
            return {};
        },
    };
}

} // namespace radslag::commands
