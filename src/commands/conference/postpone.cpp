#include "commands/acts.h"

namespace radslag::commands {

Act postpone() {
    return {
        .name = "postpone",
        .room = "conference",
        .fields = {{.name = "until", .type = FieldType::date, .required = true},
                   {.name = "reason", .type = FieldType::text, .required = true}},
        .decide = [](Doing& doing) -> Result<void> {
            if (auto goes = workflow::may_leave_off(doing.here.facts); !goes) return goes;
            return doing.keep(conference::postpone(doing.here.conference(), *doing.input.date("until"),
                                                   doing.input.text("reason"), doing.here.today, doing.here.now),
                              {}, doing.input.text("reason"));
        },
    };
}

} // namespace radslag::commands
