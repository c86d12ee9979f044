#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

Answer<std::string> prepare(Staff const& staff, Input const& input, Secrets& secrets) {
    auto busy = [] { return refuse(No::Kind::fault, refusal("house.busy")); };
    auto password = read_password(input.text("new_password"), "new_password");
    if (!password) return refuse(No::Kind::form, std::move(password.error()));
    auto fits = secrets.fits(input.text("password"), staff.password_hash);
    if (!fits) return busy();
    if (!*fits) return refuse(No::Kind::form, refusal("password.wrong", "password"));
    auto hash = secrets.hash_password(*password);
    if (!hash) return busy();
    return *hash;
}

// The other sessions of this account end: a stolen one must not outlive the password.
Result<void> decide(StaffDoing& doing) {
    auto staff = doing.here.staff;
    staff.password_hash = doing.new_password;
    doing.writer.end_sessions_of(staff.id, doing.session);
    doing.keep(std::move(staff));
    return {};
}

} // namespace

StaffAct change_password_act() {
    return {.name = "change_password",
            .room = "self",
            .fields = {{.name = "password", .limit = password_most, .required = true},
                       {.name = "new_password", .limit = password_most, .required = true}},
            .may = is_anybody,
            .prepare = prepare,
            .decide = decide};
}

} // namespace radslag::commands
