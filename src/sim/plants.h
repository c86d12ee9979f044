#pragma once
// Mistakes that are planted on purpose, one for each checker at least: a change that never reaches
// its table, a memory that fails, a page that shows too much. A checker that does not find its own
// is none.
#include "sim/sight.h"

namespace radslag::sim {

struct Plant {
    std::string_view name;
    std::string_view found_by; // the checker that must see it
    void (*spoil)(workflow::Happening&, workflow::CaseFile const& before) = nullptr;
    void (*shows)(view::CaseView&, workflow::CaseFile const&) = nullptr;
    bool forgets_acts = false;     // a request sent twice is not known again
    bool writes_before_no = false; // a refused act has written something
    bool skips_a_number = false;   // a case's
    bool opens_to_all = false;     // a stranger is shown what a member of staff asked for
};
std::vector<Plant> const& plants();
Plant const* find_plant(std::string_view name);

} // namespace radslag::sim
