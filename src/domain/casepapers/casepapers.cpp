#include "domain/casepapers/casepapers.h"

namespace radslag::casepapers {

Result<Paper> write(Paper paper, Date today) {
    if (paper.dated > today) return no("date.not_yet", "dated");
    return paper;
}

} // namespace radslag::casepapers
