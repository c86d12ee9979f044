#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

constexpr auto administrator = 1U << unsigned(process::Office::administrator);

Result<void> decide(StaffDoing& doing) {
    auto staff = doing.about();
    auto const offices = office_bits(doing.input.list("offices"));
    bool const stripped = (staff.offices & administrator) != 0 && (offices & administrator) == 0;
    if (stripped && !somebody_else_administers(doing.here, staff.id))
        return no("staff.last_administrator", "offices");
    // Rights are read from the account at each request; a session begun with other ones ends too.
    if (offices != staff.offices)
        doing.writer.end_sessions_of(staff.id,
                                     staff.id == doing.here.staff.id ? doing.session : "");
    staff.name = doing.input.text("name");
    staff.offices = offices;
    doing.keep(std::move(staff));
    return {};
}

} // namespace

StaffAct change_staff_act() {
    return {.name = "change_staff",
            .room = "staff",
            .about = "staff",
            .fields = {{.name = "name", .required = true},
                       {.name = "offices",
                        .type = FieldType::choices,
                        .required = true,
                        .choices = words(process::Office{})}},
            .based_on = true,
            .may = is_administrator,
            .candidates = all_accounts,
            .filled = filled_account,
            .version = version_of_account,
            .decide = decide};
}

} // namespace radslag::commands
