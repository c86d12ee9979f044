#include "commands/staff/restrictions.h"

namespace radslag::commands {
namespace {

Result<void> decide(StaffDoing& doing) {
    auto fresh = read_restriction(doing);
    if (!fresh) return no(std::move(fresh.error()));
    doing.done.about = fresh->id.text;
    doing.done.version = fresh->version;
    doing.writer.put(*fresh);
    return {};
}

} // namespace

StaffAct put_in_force_act() {
    return {.name = "put_in_force",
            .room = "restriction",
            .fields = restriction_fields(),
            .may = is_administrator,
            .decide = decide};
}

} // namespace radslag::commands
