#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

std::vector<std::string> locked_accounts(StaffHere const& here) {
    return accounts(
        here, [](StaffHere const&, Staff const& staff) { return staff.locked_at.has_value(); });
}

Result<void> decide(StaffDoing& doing) {
    auto staff = doing.about();
    staff.locked_at.reset();
    doing.keep(std::move(staff));
    return {};
}

} // namespace

StaffAct unlock_staff_act() {
    return {.name = "unlock_staff",
            .room = "staff",
            .about = "staff",
            .may = is_administrator,
            .candidates = locked_accounts,
            .decide = decide};
}

} // namespace radslag::commands
