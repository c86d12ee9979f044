#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

std::vector<std::string> open_accounts(StaffHere const& here) {
    return accounts(here, [](StaffHere const&, Staff const& staff) { return !staff.locked_at; });
}

Result<void> decide(StaffDoing& doing) {
    auto staff = doing.about();
    bool const administers =
        ((staff.offices >> unsigned(process::Office::administrator)) & 1U) != 0;
    if (administers && !somebody_else_administers(doing.here, staff.id))
        return no("staff.last_administrator");
    staff.locked_at = doing.here.now;
    doing.writer.end_sessions_of(staff.id, "");
    doing.keep(std::move(staff));
    return {};
}

} // namespace

StaffAct lock_staff_act() {
    return {.name = "lock_staff",
            .room = "staff",
            .about = "staff",
            .may = is_administrator,
            .candidates = open_accounts,
            .decide = decide};
}

} // namespace radslag::commands
