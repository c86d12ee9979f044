#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

// Not one's own: who resets the only administrator would leave nobody to sign in.
std::vector<std::string> others(StaffHere const& here) {
    return accounts(here, [](StaffHere const& at, Staff const& staff) {
        return staff.id != at.staff.id && !staff.locked_at;
    });
}

Result<void> decide(StaffDoing& doing) {
    auto staff = doing.about();
    doing.done.secret = new_invitation(doing, staff);
    doing.keep(std::move(staff));
    return {};
}

} // namespace

StaffAct reset_staff_act() {
    return {.name = "reset_staff",
            .room = "staff",
            .about = "staff",
            .may = is_administrator,
            .candidates = others,
            .decide = decide};
}

} // namespace radslag::commands
