#include "commands/acts.h"

namespace radslag::commands {

Act write_question() {
    return {
        .name = "write_question",
        .room = "preparation",
        .fields = {{.name = "text", .type = FieldType::text, .limit = 1000, .required = true}},
        .when = [](Here const& here) { return here.model().questions.has_value(); },
        .decide = [](Doing& doing) -> Result<void> {
            preparation::Question question;
            question.id = doing.draft.fresh<RowId>();
            question.text = doing.input.text("text");
            if (auto by = doing.whose(); !by.empty()) question.by = by;
            question.written_at = doing.here.now;
            doing.happen();
            doing.put(std::move(question));
            return {};
        },
    };
}

} // namespace radslag::commands
