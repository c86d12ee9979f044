#include "commands/looks/private_time.h"

#include <algorithm>

namespace radslag::commands::looks {
namespace {

process::Step const* private_step(process::Meeting const& rules) {
    for (auto const& step : rules.steps)
        if (step.is_private) return &step;
    return nullptr;
}

} // namespace

PrivateTime::PrivateTime(Look const& look) {
    for (auto const& p : look.here.all<plan::Plan>())
        if (!handed_ || p.handed_at > *handed_) handed_ = p.handed_at;
    for (auto const& m : look.here.all<meeting::Meeting>()) {
        auto const* rules = look.here.model().meeting(m.meeting);
        if (rules == nullptr || !m.opened_at) continue;
        auto const* alone = private_step(*rules);
        if (alone == nullptr || (look.here.actor.who.roles & alone->present.roles) != 0) continue;
        // Once another step is on, it began when they were no longer alone.
        stretches_.push_back({*m.opened_at, m.step == alone->id ? m.ended_at : m.step_since});
    }
}

bool PrivateTime::covers(Instant at) const {
    if (handed_ && *handed_ >= at) return false;
    return std::any_of(stretches_.begin(), stretches_.end(), [&](Stretch const& s) {
        return s.from <= at && (!s.until || at < *s.until);
    });
}

} // namespace radslag::commands::looks
