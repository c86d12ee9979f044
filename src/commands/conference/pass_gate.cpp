#include "commands/acts.h"

namespace radslag::commands {

namespace {

void gather(Here const& here, workflow::Gate const& gate, Ids& ids) {
    for (auto const& asked : gate.needs)
        if (can_be_passed(here, asked)) ids.push_back(asked.need->id);
}

// Method rules that stand in the way now: of this stage, of the planned meeting, of the step that is on.
Ids passable(Here const& here) {
    Ids ids;
    gather(here, here.book.gate_of_stage(here.facts.stage), ids);
    auto const* now = meeting::current(here.all<meeting::Meeting>());
    if (now == nullptr) return ids;
    gather(here, here.book.gate_of_meeting(now->meeting), ids);
    if (now->is_open()) gather(here, here.book.gate_of_step(now->meeting, now->step), ids);
    return ids;
}

// The limit of the room is kept while answers are written down, so it is passed before it is broken.
bool keeps_somebody_out(Here const& here, workflow::Asked const& asked) {
    if (asked.need->what != process::Condition::room_limit || here.facts.waived[asked.place])
        return false;
    for (auto const& m : here.all<meeting::Meeting>())
        if (m.meeting == asked.need->of && !m.ended_at && workflow::room_limit(here.around, m.day))
            return true;
    return false;
}

} // namespace

bool can_be_passed(Here const& here, workflow::Asked const& asked) {
    auto const& rule = asked.need->rule;
    return workflow::may_be_passed(asked, here.facts, here.actor.who) ||
           (rule.strength == process::Strength::method && rule.passed_by.meets(here.actor.who) &&
            keeps_somebody_out(here, asked));
}

// A method rule is passed with a written reason, which stays and shows in the fidelity report.
Act pass_gate() {
    return {
        .name = "pass_gate",
        .room = "conference",
        .about = "need",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .candidates = passable,
        .decide = [](Doing& doing) -> Result<void> {
            conference::Waiver waiver;
            waiver.id = doing.draft.fresh<RowId>();
            waiver.need = doing.input.about;
            waiver.round = doing.here.conference().round;
            waiver.why = doing.input.text("reason");
            waiver.by = doing.doer();
            waiver.at = doing.here.now;
            doing.happen(doing.input.about, doing.input.text("reason"));
            doing.put(std::move(waiver));
            return {};
        },
    };
}

} // namespace radslag::commands
