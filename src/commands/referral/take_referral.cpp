#include <algorithm>

#include "commands/acts.h"

namespace radslag::commands {

namespace {

// A leader assigned before it was taken takes it themselves; else whoever leads.
conference::Assignment const* leads(Here const& here, process::Role const& role) {
    auto const& all = here.all<conference::Assignment>();
    auto const at = std::ranges::find_if(all, [&](auto const& a) {
        return a.role == role.id && a.holds() && a.staff == here.staff.id;
    });
    return at == all.end() ? nullptr : &*at;
}

bool is_theirs(Here const& here, process::Role const& role) {
    auto const& all = here.all<conference::Assignment>();
    auto const holders =
        std::ranges::count_if(all, [&](auto const& a) { return a.role == role.id && a.holds(); });
    return leads(here, role) != nullptr || holders < role.at_most;
}

process::Role const* leader(Here const& here) {
    auto const& roles = here.model().roles;
    auto const at = std::ranges::find(roles, process::Function::coordinator, &process::Role::is);
    return at == roles.end() ? nullptr : &*at;
}

} // namespace

Act take_referral() {
    return {
        .name = "take_referral",
        .room = "referral",
        .when =
            [](Here const& here) {
                auto const* referral = the_referral(here);
                auto const* role = leader(here);
                return referral != nullptr && !referral->taken_at &&
                       (role == nullptr || is_theirs(here, *role));
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto const* role = leader(doing.here);
            if (role == nullptr) return no("act.not_yours");
            auto const* assigned = leads(doing.here, *role);
            if (assigned == nullptr)
                if (auto fits = may_hold(doing.here, doing.here.staff, *role); !fits)
                    return no(std::move(fits.error()));
            doing.happen(role->id);
            auto const person = assigned != nullptr
                                    ? assigned->person
                                    : assign_staff(doing.draft, doing.here.staff, role->id, {});
            auto taken = referral::take(*the_referral(doing.here), person, doing.here.now);
            if (!taken) return no(std::move(taken.error()));
            doing.put(std::move(*taken));
            return {};
        },
    };
}

} // namespace radslag::commands
