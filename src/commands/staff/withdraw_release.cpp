#include "commands/staff/keeping.h"

namespace radslag::commands {
namespace {

Result<void> decide(StaffDoing& doing) {
    auto release = release_with(doing.here, doing.input.about);
    RADSLAG_SURE(release.has_value());
    release->withdrawn_by = doing.here.staff.id;
    release->withdrawn_at = doing.here.now;
    doing.writer.put_release(*release);
    doing.done.about = doing.input.about;
    return {};
}

} // namespace

StaffAct withdraw_release_act() {
    return {.name = "withdraw_release",
            .room = "retention",
            .about = "release",
            .may = keeps_retention,
            .candidates = waiting_releases,
            .decide = decide};
}

} // namespace radslag::commands
