#include "commands/acts.h"

namespace radslag::commands {

casepapers::Paper filled_in(casepapers::Paper paper, Input const& input) {
    paper.kind = input.word<casepapers::Kind>("kind");
    paper.title = input.text("title");
    paper.text = input.text("text");
    paper.dated = *input.date("dated");
    return paper;
}

} // namespace radslag::commands
