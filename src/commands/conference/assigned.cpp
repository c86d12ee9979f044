#include "commands/acts.h"

namespace radslag::commands {

// Roles that staff are assigned to; a referrer comes with their referral.
bool can_be_assigned(Here const&, process::Role const& role) {
    return role.offices != 0 && role.is != process::Function::referrer;
}

Ids assigned_people(Here const& here) {
    Ids ids;
    for (auto const& a : here.all<conference::Assignment>())
        if (a.holds()) ids.push_back(a.person.text);
    return ids;
}

} // namespace radslag::commands
