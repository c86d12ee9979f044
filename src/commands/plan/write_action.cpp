#include "commands/acts.h"

namespace radslag::commands {

Act write_action() {
    return {
        .name = "write_action",
        .room = "plan",
        .fields = action_fields(),
        .when = [](Here const& here) { return here.model().plan.has_value(); },
        .decide = [](Doing& doing) -> Result<void> {
            plan::Action action;
            action.id = doing.draft.fresh<RowId>();
            action.written_at = doing.here.now;
            return keep_action(doing, std::move(action));
        },
    };
}

} // namespace radslag::commands
