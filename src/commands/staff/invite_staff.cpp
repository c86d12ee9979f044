#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

// A mail belongs to one account in the whole installation, so "taken" is all that is told.
Result<void> decide(StaffDoing& doing) {
    auto mail = read_mail(doing.input.text("mail"), "mail");
    if (!mail) return no(std::move(mail.error()));
    if (doing.writer.staff_by_mail(*mail)) return no("staff.mail_taken", "mail");
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
