#include "commands/staff/restrictions.h"

namespace radslag::commands {
namespace {

Result<void> decide(StaffDoing& doing) {
    auto had = restriction_of(doing.here, doing.input.about);
    RADSLAG_SURE(had.has_value());
    doing.done.about = had->id.text;
    doing.done.version = had->version + 1;
    end_it(doing, std::move(*had), doing.here.today);
    return {};
}

} // namespace

StaffAct end_restriction_act() {
    return {.name = "end_restriction",
            .room = "restriction",
            .about = "restriction",
            .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
            .may = is_administrator,
            .candidates = restrictions_not_over,
            .decide = decide};
}

} // namespace radslag::commands
