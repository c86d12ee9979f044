#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

Result<void> decide(StaffDoing& doing) {
    auto staff = doing.here.staff;
    staff.language = doing.input.text("language");
    doing.keep(std::move(staff));
    return {};
}

} // namespace

StaffAct change_language_act() {
    return {.name = "change_language",
            .room = "self",
            .fields = {{.name = "language",
                        .type = FieldType::choice,
                        .required = true,
                        .choices = languages}},
            .may = is_anybody,
            .decide = decide};
}

} // namespace radslag::commands
