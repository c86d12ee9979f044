#include "sim/play.h"

#include <algorithm>

#include <fmt/format.h>

#include "sim/sitting.h"

namespace radslag::sim {
namespace {

constexpr int patience = 8; // sittings at which nothing could be done

bool has_office(commands::Staff const& one, process::Office office) {
    return ((one.offices >> unsigned(office)) & 1U) != 0;
}

} // namespace

bool Play::avoids(process::Condition what, std::string const& of) const {
    return avoided_.contains({what, of});
}

// On a Saturday or Sunday it waits until Monday.
Instant Play::at_work(Date day) {
    auto const weekday = static_cast<int>(iso_week(day).day);
    if (weekday > 5) day = add_days(day, 8 - weekday);
    return instant_of(town_.organisation.zone, day, Minutes{8 * 60 + chance_.between(0, 8 * 60)});
}

bool Play::arrived() const {
    switch (aim_.rest) {
    case Rest::closed:
        return status_ == "closed";
    case Rest::stop:
    case Rest::withdrawn:
    case Rest::refused:
        return status_ == "stopped";
    case Rest::postponed:
        return status_ == "postponed";
    case Rest::step:
        return is_at_step_;
    case Rest::sent_back:
        return is_sent_back_;
    case Rest::stage:
        break;
    }
    return status_ == "running" && is_last();
}

std::string Play::where() const {
    constexpr std::string_view rests[] = {
        "", "step ", "end", "stop ", "withdrawal", "refusal", "plan sent back", "pause"};
    return fmt::format("{}: {} in {}, round {}; it was to come to {}, round {}: {}{}", model().id,
                       status_, model().stages[stage_].id, round_,
                       model().stages[way_.legs().back().stage].id, aim_.rounds,
                       rests[std::size_t(aim_.rest)], aim_.of);
}

int Play::have(std::string const& role) const {
    return static_cast<int>(std::ranges::count(held_, role, &Held::role));
}

// ---- they sit down

void Play::sit() {
    now_ = std::max(now_, *next_);
    if (now_ > ground_.until) return finish();
    if (!id_) return begin();
    waits_for_leg_ = false;
    waits_for_.reset();
    if (ground_.human && !in_meeting_ && share("forgets")) return plan_next(true);
    bool did = sit_down(false);
    if (!did && !over_) did = sit_down(true);
    bool const rests = ground_.human && status_ == "postponed"; // until its day, or somebody's word
    idle_ = did || waits_for_leg_ || waits_for_ || rests ? 0 : idle_ + 1;
    if (!over_) plan_next(did);
}

bool Play::share(std::string_view habit) {
    auto const& shares = phrasebook().habits.shares;
    auto at = shares.find(habit);
    return at != shares.end() && chance_.odds(at->second);
}

// Drawn when it could happen for the first time, and kept.
bool Play::is_of_those(std::string const& act, int share) {
    if (share >= 100) return true;
    auto [at, first] = times_.try_emplace("of those " + act);
    if (first) at->second = chance_.odds(share) ? 1 : 0;
    return at->second > 0;
}

bool Play::sit_down(bool wide) {
    std::optional<Sight> other; // what somebody else saw a moment earlier, and still acts on
    bool did = false;
    for (auto const* one : cast(wide)) {
        auto sight = look(*one);
        if (!sight) continue;
        notice(*sight);
        if (over_) return true;
        if (ground_.human && !other && share("at_once")) {
            other = std::move(sight);
            continue;
        }
        did = work(*sight) || did;
        if (did || over_) break;
    }
    if (other && !over_) did = work(*other) || did;
    return did || over_;
}

bool Play::work(Sight& sight) {
    Sitting sitting(*this, sight, idle_ > 0);
    if (!sitting.work()) return false;
    if (over_) return true;
    if (auto after = look(*sight.staff)) notice(*after);
    return true;
}

// Those who have the case first; then one of each office, and whoever else may have a part.
std::vector<commands::Staff const*> Play::cast(bool wide) {
    std::vector<commands::Staff const*> found;
    auto add = [&](commands::Staff const& one) {
        if (std::ranges::find(found, &one) == found.end()) found.push_back(&one);
    };
    for (auto const& one : town_.staff) {
        bool const holds = std::ranges::find(held_, one.id, &Held::staff) != held_.end();
        if (holds != wide) add(one);
    }
    if (!wide) {
        for (auto const& one : town_.staff)
            if (has_office(one, process::Office::manager)) add(one);
        return found;
    }
    std::vector<commands::Staff const*> some;
    chance_.shuffle(found);
    std::uint32_t seen = 0;
    for (auto const* one : found) // a new office each
        if ((one->offices & ~seen) != 0) {
            seen |= one->offices;
            some.push_back(one);
        }
    return some;
}

std::optional<Sight> Play::look(commands::Staff const& one) {
    ground_.clock.set(std::min(now_, ground_.until));
    ++told_.looks;
    auto const who = town_.caller(one);
    auto seen = ground_.wire.look(who, *id_);
    if (!seen) { // their assignment is over
        if (seen.error().kind == commands::No::Kind::not_there)
            std::erase_if(held_, [&](Held const& held) { return held.staff == one.id; });
        return {};
    }
    return Sight{&one, who, std::move(*seen)};
}

void Play::notice(Sight const& sight) {
    auto const& seen = sight.seen;
    if (auto const stage = model().stage(sight.stage()); stage != process::nowhere) stage_ = stage;
    round_ = seen.round;
    if (seen.meetings) in_meeting_ = sight.open_meeting() != nullptr;
    std::erase_if(held_, [&](Held const& held) {
        bool const still =
            held.role.empty() ||
            std::ranges::find(seen.me, held.role, &view::MyRole::role) != seen.me.end();
        return held.staff == sight.staff->id && !still;
    });
    for (auto const& mine : seen.me) {
        auto at = std::ranges::find_if(held_, [&](Held const& held) {
            return held.staff == sight.staff->id && (held.role == mine.role || held.role.empty());
        });
        if (at == held_.end()) held_.push_back({sight.staff->id, mine.role});
        else at->role = mine.role;
    }
    status_ = seen.status.is;
    if (status_ == "stopped" || status_ == "closed") finish();
}

void Play::finish() {
    next_.reset();
    over_ = true;
}

// ---- when next

void Play::plan_next(bool did) {
    if (idle_ > patience) return finish();
    if (in_meeting_) {
        next_ = now_;
        next_->micros +=
            std::int64_t{aim_.rest == Rest::step ? 1 : chance_.between(4, 12)} * 60'000'000;
        return;
    }
    auto const today = day();
    auto const* leg = way_.leg(stage_, round_);
    auto const end = leg == nullptr ? today : std::max(leg->to, today);
    auto const left = days_between(today, end);
    Date on = today;
    if (waits_for_ && !did) {
        next_ = std::max(*waits_for_, now_);
        return;
    }
    if (ground_.human && status_ == "postponed") on = add_days(today, 1);
    else if (waits_for_leg_ && !did) on = end;
    else if (did) on = add_days(today, std::min(left, left > 3 ? chance_.between(0, left / 3) : 0));
    else on = left > 0 ? end : add_days(today, 1);
    next_ = on == today ? now_ : at_work(on);
    if (on == today) next_->micros += std::int64_t{chance_.between(15, 60)} * 60'000'000;
    next_ = std::max(*next_, now_);
}

} // namespace radslag::sim
