// What lists need of a case; kept beside it when it is saved.
#include "commands/commands.h"
#include "workflow/workflow.h"

namespace radslag::commands {

Glance glance_of(workflow::RuleBook const& book, workflow::CaseFile const& file, Instant now,
                 Date today) {
    auto const& c = file.conference();
    Glance glance;
    glance.id = c.id;
    glance.organisation = c.organisation;
    glance.number = c.number;
    glance.name = c.name;
    glance.model = c.model;
    glance.stage = c.stage;
    glance.round = c.round;
    glance.status = c.status;
    glance.acute = c.acute_at.has_value();
    if (auto const due = workflow::running(file); !due.empty()) {
        glance.due_on = workflow::last_day(*due.front());
        glance.due = due.front()->of;
    }
    if (auto const* meeting = meeting::current(file.all<meeting::Meeting>()))
        glance.meets_on = meeting->day;
    glance.changed_at = now;
    for (auto const& turn : workflow::turns(book, workflow::abstract(book, file, today)))
        glance.turn |= turn.who.roles;
    return glance;
}

} // namespace radslag::commands
