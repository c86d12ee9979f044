// What lists need of a case; kept beside it when it is saved.
#include <algorithm>

#include "commands/commands.h"
#include "workflow/workflow.h"

namespace radslag::commands {

namespace {

std::vector<Duty> duties_of(workflow::RuleBook const& book, workflow::CaseFile const& file) {
    std::vector<Duty> duties;
    for (auto const& assignment : file.all<conference::Assignment>()) {
        if (!assignment.holds()) continue;
        auto at = std::find_if(duties.begin(), duties.end(),
                               [&](Duty const& d) { return d.staff == assignment.staff; });
        if (at == duties.end()) at = duties.insert(at, {assignment.staff, {}, {}});
        at->roles.push_back(assignment.role);
        auto const* person = people::find(file.all<people::Person>(), assignment.person);
        if (person != nullptr && workflow::is_ready(book, file, *person))
            at->open.push_back(assignment.role);
    }
    return duties;
}

} // namespace

Glance glance_of(workflow::RuleBook const& book, workflow::CaseFile const& file,
                 workflow::Circumstances const& around) {
    auto const& c = file.conference();
    Glance glance;
    glance.id = c.id;
    glance.organisation = c.organisation;
    glance.number = c.number;
    glance.name = c.name;
    glance.model = c.model;
    glance.model_version = c.model_version;
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
    glance.changed_at = file.counter().changed_at;
    glance.duties = duties_of(book, file);
    for (auto const& turn : workflow::turns(book, workflow::abstract(book, file, around), c.round))
        glance.turn |= turn.who.roles;
    return glance;
}

} // namespace radslag::commands
