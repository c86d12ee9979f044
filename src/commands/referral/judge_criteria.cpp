#include "commands/acts.h"

namespace radslag::commands {

namespace {

Options pick_criteria(Here const& here) {
    Options options;
    for (auto const& axis : here.model().criteria)
        for (auto const& criterion : axis.of) {
            auto id = axis.id + "." + criterion;
            options.push_back({id, here.text("criterion." + id), here.text("axis." + axis.id)});
        }
    return options;
}

} // namespace

// PN4: at least one on each axis; an overall judgement may depart from it, with a reason.
Act judge_criteria() {
    return {
        .name = "judge_criteria",
        .room = "referral",
        .fields = {{.name = "criteria", .type = FieldType::choices, .pick = pick_criteria},
                   {.name = "departed_why", .type = FieldType::text}},
        .when = [](Here const& here) { return the_referral(here) != nullptr; },
        // Judged anew from what was ticked.
        .filled =
            [](Here const& here, std::string const&) {
                auto const* referral = the_referral(here);
                return filled({{"criteria", referral->criteria},
                               one("departed_why", referral->departed_why)});
            },
        .matter = process::Matter::judgement,
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(referral::judge(*the_referral(doing.here),
                                              doing.input.list("criteria"),
                                              doing.input.text("departed_why"), doing.here.now));
        },
    };
}

} // namespace radslag::commands
