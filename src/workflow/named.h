#pragma once
// What a case names of its model, held beside another version of it.
#include <set>

#include "workflow/follow.h"

namespace radslag::workflow {

// What a need asks, whatever it is called and wherever the roles stand in the model.
struct Question {
    process::Condition what = process::Condition::consent;
    std::string of;
    std::set<std::string> who;
    int at_least = 1;
    auto operator<=>(Question const&) const = default;
};
Question question(process::Model const& model, process::Need const& need);

// The first thing that the case names and `next` does not have, or means something else by: a key
// of texts (process/texts.h), "need." and the need's id, or a table and an id that neither version
// knows. Empty: all is there.
std::string named_and_lacking(process::Model const& now, process::Model const& next,
                              CaseFile const& file);

} // namespace radslag::workflow
