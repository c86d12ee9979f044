#include "commands/acts.h"

namespace radslag::commands {

Act report_action() {
    return {
        .name = "report_action",
        .room = "followup",
        .about = "action",
        .fields = {{.name = "kept", .type = FieldType::choice, .required = true, .choices = words(followup::Kept{})},
                   {.name = "note", .type = FieldType::text}},
        .candidates = standing_action_ids,
        .decide = [](Doing& doing) -> Result<void> {
            RowId const action{doing.input.about};
            auto const round = doing.here.conference().round;
            followup::Report report;
            report.id = doing.draft.fresh<RowId>();
            for (auto const& had : doing.here.all<followup::Report>())
                if (had.action == action && had.round == round) report = had;
            report.action = action;
            report.round = round;
            report.kept = doing.input.word<followup::Kept>("kept");
            report.note = doing.input.text("note");
            report.at = doing.here.now;
            doing.happen(std::string(word(report.kept)));
            doing.put(std::move(report));
            return {};
        },
    };
}

} // namespace radslag::commands
