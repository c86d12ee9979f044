#include "commands/acts.h"

namespace radslag::commands {

// Item by item: fine, or what is missing and why.
Act judge_action() {
    static constexpr std::array<std::string_view, 2> judgements{"fine", "missing"};
    return {
        .name = "judge_action",
        .room = "plan",
        .about = "action",
        .fields = {{.name = "fine", .type = FieldType::choice, .required = true, .choices = judgements},
                   {.name = "missing", .type = FieldType::text, .needed_when = "fine=missing"}},
        .candidates =
            [](Here const& here) {
                return plan::standing(here.all<plan::Plan>()) == nullptr ? Ids{} : standing_action_ids(here);
            },
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(plan::judge(doing.about<plan::Action>(), doing.input.word<plan::Fine>("fine"), doing.input.text("missing")));
        },
    };
}

} // namespace radslag::commands
