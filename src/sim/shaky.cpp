#include "sim/shaky.h"

namespace radslag::sim {

using commands::Answer;
using commands::Caller;
using commands::Request;
using commands::view::CaseView;
using commands::view::Done;

namespace {

constexpr int tries = 4; // then they give up for today

tl::unexpected<commands::No> no_answer() {
    return commands::refuse(commands::No::Kind::fault, refusal("world.fault"));
}

} // namespace

Troubles Troubles::usual() {
    Troubles some;
    some.lost_before = some.lost_after = 60;
    some.twice = 80;
    some.late = 20;
    some.look_lost = 30;
    some.crash_before = some.crash_amid = some.crash_after = 15;
    return some;
}

bool RandomFate::ends_here(Point point) {
    auto const odds = point == Point::before ? troubles_.crash_before
                      : point == Point::amid ? troubles_.crash_amid
                                             : troubles_.crash_after;
    return odds > 0 && chance_.between(1, 10'000) <= odds;
}

Answer<CaseView> ShakyWire::look(Caller const& who, CaseId const& id) {
    if (odds(troubles_.look_lost)) {
        ++happened_.lost;
        return no_answer();
    }
    auto seen = StraightWire::look(who, id);
    if (seen) show(who, id, *seen);
    return seen;
}

void ShakyWire::show(Caller const& who, CaseId const& id, CaseView const& view) {
    auto reader = world_.store.read();
    if (!reader) return;
    auto const file = (*reader)->case_file(who.organisation, id);
    auto const staff = (*reader)->staff(who.staff);
    if (!file || !staff) return;
    auto const* book = books_.find(file->conference().model, file->conference().model_version);
    auto const organisation = (*reader)->organisation(who.organisation);
    if (book == nullptr || !organisation) return;
    auto const today = date_in(organisation->zone, world_.clock.now());
    std::optional<CaseView> spoilt;
    if (plant_ != nullptr && plant_->shows != nullptr) plant_->shows(spoilt.emplace(view), *file);
    static commands::Staff const stranger;
    bool const to_all = plant_ != nullptr && plant_->opens_to_all;
    Looked const looked{*book, *file, to_all ? stranger : *staff, spoilt ? *spoilt : view, today};
    for (auto& checker : watch_.checkers) checker->looked(looked);
}

// Nothing: the process ended, or broke an assumption of its own.
std::optional<Answer<Done>> ShakyWire::try_once(Caller const& who, std::optional<CaseId> const& id,
                                                std::string const& act, Request const& request) {
    try {
        return StraightWire::send(who, id, act, request);
    } catch (Crash const&) {
        ++happened_.crashed;
    } catch (Bug const& bug) {
        if (happened_.bugs++ == 0) happened_.first_bug = act + ": " + bug.where;
    }
    return {};
}

Answer<Done> ShakyWire::send(Caller const& who, std::optional<CaseId> const& id,
                             std::string const& act, Request const& request) {
    if (id && odds(troubles_.late)) {
        ++happened_.delayed;
        late_.push_back({who, *id, act, request});
        return no_answer();
    }
    for (int left = tries; left > 0; --left) {
        if (odds(troubles_.lost_before)) {
            ++happened_.lost;
            continue;
        }
        auto answer = try_once(who, id, act, request);
        if (!answer) continue;
        if (odds(troubles_.twice)) {
            ++happened_.doubled;
            auto again = try_once(who, id, act, request);
            // The second gets the first one's answer.
            if (again && *answer &&
                (!*again || (*again)->about != (*answer)->about ||
                 (*again)->happened != (*answer)->happened))
                if (happened_.told_otherwise++ == 0) happened_.first_otherwise = act;
        }
        if (odds(troubles_.lost_after)) {
            ++happened_.lost;
            continue;
        }
        return std::move(*answer);
    }
    return no_answer();
}

void ShakyWire::deliver_late() {
    auto letters = std::move(late_);
    late_.clear();
    for (auto const& letter : letters)
        static_cast<void>(try_once(letter.who, letter.id, letter.act, letter.request));
}

bool ShakyWire::tick() {
    for (int left = tries; left > 0; --left) try {
            return commands::tick(world_).has_value();
        } catch (Crash const&) {
            ++happened_.crashed;
        } catch (Bug const& bug) {
            if (happened_.bugs++ == 0) happened_.first_bug = std::string("tick: ") + bug.where;
        }
    return true; // tomorrow again
}

} // namespace radslag::sim
