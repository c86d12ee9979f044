#include "commands/acts.h"

namespace radslag::commands {

Act take_referral() {
    return {
        .name = "take_referral",
        .room = "referral",
        .when =
            [](Here const& here) {
                auto const* referral = the_referral(here);
                return referral != nullptr && !referral->taken_at;
            },
        .decide = [](Doing& doing) -> Result<void> {
            for (auto const& role : doing.here.model().roles) {
                if (role.is != process::Function::coordinator) continue;
                if (auto fits = may_hold(doing.here, doing.here.staff, role); !fits)
                    return no(std::move(fits.error()));
                doing.happen(role.id);
                auto person = assign_staff(doing.draft, doing.here.staff, role.id, {});
                auto taken = referral::take(*the_referral(doing.here), person, doing.here.now);
                if (!taken) return no(std::move(taken.error()));
                doing.put(std::move(*taken));
                return {};
            }
            return no("act.not_yours");
        },
    };
}

} // namespace radslag::commands
