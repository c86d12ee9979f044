#include "commands/acts.h"

namespace radslag::commands {

// What was written in private is the family's until one of them hands it over (private-room.md, 12).
Act hand_over_plan() {
    return {
        .name = "hand_over_plan",
        .room = "plan",
        .fields = {{.name = "text", .type = FieldType::text, .required = true}},
        .when =
            [](Here const& here) {
                auto const& all = here.all<plan::Plan>();
                return here.model().plan && std::none_of(all.begin(), all.end(), [&](auto const& p) {
                    return p.round == here.conference().round && !p.sent_back_at;
                });
            },
        .decide = [](Doing& doing) -> Result<void> {
            plan::Plan fresh;
            fresh.id = doing.draft.fresh<RowId>();
            fresh.round = doing.here.conference().round;
            fresh.text = doing.input.text("text");
            if (auto by = doing.whose(); !by.empty()) fresh.handed_by = by;
            fresh.handed_at = doing.here.now;
            return doing.keep(plan::hand_over(doing.here.all<plan::Plan>(), std::move(fresh)));
        },
    };
}

} // namespace radslag::commands
