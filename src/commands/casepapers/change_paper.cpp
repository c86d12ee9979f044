#include "commands/acts.h"

namespace radslag::commands {

Act change_paper() {
    return {
        .name = "change_paper",
        .room = "casepapers",
        .about = "paper",
        .fields = write_paper().fields,
        .based_on = true,
        .candidates = [](Here const& here) { return ids_of<casepapers::Paper>(here, [](auto const&) { return true; }); },
        .filled =
            [](Here const& here, std::string const& about) {
                auto const* p = here.file.find<casepapers::Paper>(RowId{about});
                return filled({one("kind", std::string(word(p->kind))), one("title", p->title),
                               one("text", p->text), one("dated", write_date(p->dated))});
            },
        .matter = process::Matter::papers,
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(casepapers::write(filled_in(doing.about<casepapers::Paper>(), doing.input), doing.here.today));
        },
    };
}

} // namespace radslag::commands
