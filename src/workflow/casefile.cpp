#include "workflow/casefile.h"

#include <algorithm>

namespace radslag::workflow {

void CaseFile::put(Row const& row) {
    std::visit(
        [&]<class R>(R const& fresh) {
            auto& same_kind = all<R>();
            auto at = std::find_if(same_kind.begin(), same_kind.end(),
                                   [&](R const& old) { return old.id == fresh.id; });
            if (at == same_kind.end()) same_kind.push_back(fresh);
            else *at = fresh;
        },
        row);
}

} // namespace radslag::workflow
