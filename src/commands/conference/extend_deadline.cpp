#include "commands/acts.h"

namespace radslag::commands {

Act extend_deadline() {
    return {
        .name = "extend_deadline",
        .room = "conference",
        .about = "due",
        .fields = {{.name = "to", .type = FieldType::date, .required = true},
                   {.name = "reason", .type = FieldType::text, .required = true}},
        .candidates =
            [](Here const& here) {
                Ids ids;
                for (auto const* due : workflow::running(here.file)) ids.push_back(due->id.text);
                return ids;
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto due = doing.about<workflow::Due>();
            auto to = *doing.input.date("to");
            if (to < doing.here.today) return no("date.past", "to");
            if (to <= workflow::last_day(due)) return no("due.not_later", "to");
            // The warning comes as long before the new day as it did before the old one.
            if (due.warn_on) due.warn_on = add_days(*due.warn_on, days_between(workflow::last_day(due), to));
            if (due.warn_on > doing.here.today) due.warned_at.reset();
            due.moved_to = to;
            due.moved_why = doing.input.text("reason");
            if (auto doer = doing.doer(); !doer.empty()) due.moved_by = doer;
            else due.moved_by.reset();
            due.moved_at = doing.here.now;
            due.late_at.reset();
            doing.happen(due.of, doing.input.text("reason"));
            doing.put(std::move(due));
            return {};
        },
    };
}

} // namespace radslag::commands
