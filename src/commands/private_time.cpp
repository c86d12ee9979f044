#include "commands/private_time.h"

#include <algorithm>

namespace radslag::commands {
namespace {

// The last private step that was begun and is not the asker's; nothing when there was none.
process::Step const* last_private_step(process::Meeting const& rules, std::string const& now,
                                       workflow::Who asker) {
    process::Step const* last = nullptr;
    for (auto const& step : rules.steps) {
        if (step.is_private && (asker.roles & step.present.roles) == 0) last = &step;
        if (step.id == now) break;
    }
    return last;
}

} // namespace

PrivateTime::PrivateTime(Here const& here) {
    for (auto const& p : here.all<plan::Plan>())
        if (!handed_ || p.handed_at > *handed_) handed_ = p.handed_at;
    for (auto const& m : here.all<meeting::Meeting>()) {
        auto const* rules = here.model().meeting(m.meeting);
        if (rules == nullptr || !m.opened_at) continue;
        auto const* alone = last_private_step(*rules, m.step, here.actor.who);
        if (alone == nullptr) continue;
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

std::vector<plan::Action const*> readable_actions(Here const& here) {
    auto const sight =
        workflow::sees(here.book, here.facts, here.actor.who, process::Matter::plan);
    if (sight == workflow::Sight::none) return {};
    PrivateTime const alone(here);
    auto const& me = here.actor.as;
    auto actions = plan::standing_actions(here.all<plan::Action>());
    std::erase_if(actions, [&](plan::Action const* action) {
        bool const own = action->owner && std::find(me.begin(), me.end(), *action->owner) != me.end();
        return (sight == workflow::Sight::own && !own) || alone.covers(action->written_at);
    });
    return actions;
}

} // namespace radslag::commands
