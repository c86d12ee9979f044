// What the case is to come to, when it is not a stage to rest in.
#include <algorithm>

#include "sim/sitting.h"

namespace radslag::sim {

bool Sitting::end() {
    if (!play_.is_last()) return false;
    // It ends on the last day of its way, not the moment it comes there.
    auto const over = play_.way_.legs().back().to;
    bool const due = play_.day() >= over || play_.aim_.rest == Rest::postponed;
    switch (play_.aim_.rest) {
    case Rest::stop:
        return due && stop();
    case Rest::withdrawn:
        return due && withdraw();
    case Rest::postponed:
        return due && postpone();
    default:
        return false;
    }
}

bool Sitting::stop() {
    if (!has(sight_.options("stop_case", "stop"), play_.aim_.of)) return false;
    return does({"stop_case", {}, {}, {{"stop", play_.aim_.of}}});
}

bool Sitting::withdraw() {
    auto const* it = sight_.can("withdraw_consent");
    if (it == nullptr) return false;
    for (auto const& consent : play_.model().consents) {
        if (consent.withdrawn != process::Withdrawn::stops_case) continue;
        for (auto const& person : it->for_whom)
            if (does({"withdraw_consent", {}, person.id, {{"consent", consent.id}}})) return true;
    }
    return false;
}

bool Sitting::postpone() {
    auto const until = add_days(play_.today(), play_.chance_.between(12, 40));
    return does({"postpone", {}, {}, {{"until", write_date(until)}}});
}

} // namespace radslag::sim
