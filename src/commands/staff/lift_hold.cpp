#include "commands/staff/keeping.h"

namespace radslag::commands {
namespace {

std::vector<std::string> holds_in_force(StaffHere const& here) {
    std::vector<std::string> ids;
    for (auto const& hold : here.reader.holds(here.organisation.id))
        if (hold.holds()) ids.push_back(hold.id.text);
    return ids;
}

Result<void> decide(StaffDoing& doing) {
    for (auto hold : doing.here.reader.holds(doing.here.organisation.id)) {
        if (hold.id.text != doing.input.about) continue;
        hold.lifted_by = doing.here.staff.id;
        hold.lifted_at = doing.here.now;
        hold.lifted_why = doing.input.text("reason");
        doing.writer.put_hold(hold);
    }
    doing.done.about = doing.input.about;
    return {};
}

} // namespace

StaffAct lift_hold_act() {
    return {.name = "lift_hold",
            .room = "retention",
            .about = "hold",
            .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
            .may = keeps_retention,
            .candidates = holds_in_force,
            .decide = decide};
}

} // namespace radslag::commands
