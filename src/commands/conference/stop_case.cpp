#include "commands/acts.h"

namespace radslag::commands {

namespace {

Options pick_stops(Here const& here) {
    Options options;
    for (auto const& stop : here.model().stops) {
        bool const now = here.facts.stage >= stop.from && (stop.until == process::nowhere || here.facts.stage <= stop.until);
        if (now && stop.by.meets(here.actor.who)) options.push_back({stop.id, here.text("stop." + stop.id), {}});
    }
    return options;
}

} // namespace

Act stop_case() {
    return {
        .name = "stop_case",
        .room = "conference",
        .fields = {{.name = "stop", .type = FieldType::choice, .required = true, .pick = pick_stops},
                   {.name = "reason", .type = FieldType::text, .required = true}},
        .decide = [](Doing& doing) -> Result<void> {
            doing.happen(doing.input.text("stop"), doing.input.text("reason"));
            workflow::stop(doing.draft, doing.input.text("stop"), doing.input.text("reason"));
            return {};
        },
    };
}

} // namespace radslag::commands
