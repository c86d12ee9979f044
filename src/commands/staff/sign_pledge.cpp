#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

bool has_not_signed(StaffHere const& here) { return !here.staff.pledged_at; }

// A1: nobody signs for somebody else, so it is about no row but one's own account.
Result<void> decide(StaffDoing& doing) {
    auto staff = doing.here.staff;
    staff.pledged_at = doing.here.now;
    doing.keep(std::move(staff));
    return {};
}

} // namespace

StaffAct sign_pledge_act() {
    return {.name = "sign_pledge", .room = "self", .may = has_not_signed, .decide = decide};
}

} // namespace radslag::commands
