#include <algorithm>

#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

// Taken is what this organisation has already, and its administrators read that in their list. That
// somebody has an account elsewhere in the installation is told to nobody.
bool is_taken(StaffHere const& here, std::string const& mail) {
    auto const all = here.reader.staff_of(here.organisation.id);
    return std::ranges::find(all, mail, &Staff::mail) != all.end();
}

Result<void> decide(StaffDoing& doing) {
    auto mail = read_mail(doing.input.text("mail"), "mail");
    if (!mail) return no(std::move(mail.error()));
    if (is_taken(doing.here, *mail)) return no("staff.mail_taken", "mail");
    Staff staff;
    staff.id = StaffId::make(doing.random);
    staff.organisation = doing.here.organisation.id;
    staff.name = doing.input.text("name");
    staff.mail = *mail;
    staff.offices = office_bits(doing.input.list("offices"));
    staff.language = doing.input.has("language") ? doing.input.text("language")
                                                 : doing.here.organisation.language;
    doing.done.secret = new_invitation(doing, staff);
    doing.keep(std::move(staff));
    return {};
}

} // namespace

StaffAct invite_staff_act() {
    return {.name = "invite_staff",
            .room = "staff",
            .fields = {{.name = "name", .required = true},
                       {.name = "mail", .required = true},
                       {.name = "offices",
                        .type = FieldType::choices,
                        .required = true,
                        .choices = words(process::Office{})},
                       {.name = "language", .type = FieldType::choice, .choices = languages}},
            .may = is_administrator,
            .decide = decide};
}

} // namespace radslag::commands
