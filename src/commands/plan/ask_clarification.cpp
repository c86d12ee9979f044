#include "commands/acts.h"

namespace radslag::commands {

// SN8: more detail may be asked for, so that the plan becomes as concrete and clear as can be.
Act ask_clarification() {
    return {
        .name = "ask_clarification",
        .room = "plan",
        .fields = {{.name = "question", .type = FieldType::text, .required = true},
                   {.name = "action", .type = FieldType::row, .pick = pick_actions}},
        .when = [](Here const& here) { return plan::standing(here.all<plan::Plan>()) != nullptr; },
        .decide = [](Doing& doing) -> Result<void> {
            plan::Clarification asked;
            asked.id = doing.draft.fresh<RowId>();
            asked.action = doing.input.id_of<RowId>("action");
            asked.question = doing.input.text("question");
            asked.asked_by = doing.whose();
            asked.asked_at = doing.here.now;
            doing.happen();
            doing.put(std::move(asked));
            return {};
        },
    };
}

} // namespace radslag::commands
