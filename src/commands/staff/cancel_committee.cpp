#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

std::vector<std::string> days_to_come(StaffHere const& here) {
    std::vector<std::string> ids;
    for (auto const& day : here.reader.committee_days(here.organisation.id))
        if (!day.cancelled_at && day.day >= here.today) ids.push_back(day.id.text);
    return ids;
}

Result<void> decide(StaffDoing& doing) {
    for (auto day : doing.writer.committee_days(doing.here.organisation.id)) {
        if (day.id.text != doing.input.about) continue;
        day.cancelled_at = doing.here.now;
        doing.writer.put(day);
    }
    doing.done.about = doing.input.about;
    return {};
}

} // namespace

StaffAct cancel_committee_act() {
    return {.name = "cancel_committee",
            .room = "committee",
            .about = "committee_day",
            .may = keeps_committee_days,
            .candidates = days_to_come,
            .decide = decide};
}

} // namespace radslag::commands
