#include "commands/acts.h"

namespace radslag::commands {

// PN5: the leader answers for all relevant information being there.
Act pass_to_committee() {
    return {
        .name = "pass_to_committee",
        .room = "referral",
        .when =
            [](Here const& here) {
                auto const* referral = the_referral(here);
                return referral != nullptr && referral->taken_at &&
                       (!referral->passed_at ||
                        referral->verdict == referral::Verdict::more_needed);
            },
        .decide = [](Doing& doing) -> Result<void> {
            workflow::Atom const complete{process::Condition::referral_complete, {}, {}, 1};
            auto there = workflow::count(doing.here.book, doing.here.file, doing.here.around, complete);
            if (there != workflow::Count::all) return no("referral.incomplete");
            return doing.keep(referral::pass(*the_referral(doing.here), doing.here.now));
        },
    };
}

} // namespace radslag::commands
