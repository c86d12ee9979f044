#include "commands/acts.h"

namespace radslag::commands {

Act write_paper() {
    return {
        .name = "write_paper",
        .room = "casepapers",
        .fields = {{.name = "kind", .type = FieldType::choice, .required = true, .choices = words(casepapers::Kind{})},
                   {.name = "title", .type = FieldType::line, .required = true},
                   {.name = "text", .type = FieldType::text, .required = true},
                   {.name = "dated", .type = FieldType::date, .required = true}},
        .decide = [](Doing& doing) -> Result<void> {
            casepapers::Paper paper;
            paper.id = doing.draft.fresh<RowId>();
            paper.written_by = doing.doer();
            paper.written_at = doing.here.now;
            return doing.keep(casepapers::write(filled_in(std::move(paper), doing.input), doing.here.today));
        },
    };
}

} // namespace radslag::commands
