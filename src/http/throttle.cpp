#include "http/throttle.h"

#include <algorithm>

namespace radslag::http {
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t forgotten_after = 24 * 3600 * second;

} // namespace

std::optional<std::int64_t> Throttle::begin(std::string const& who, Instant now) {
    std::lock_guard lock(mutex_);
    auto at = entries_.find(who);
    if (at != entries_.end() && now.micros - at->second.last.micros > forgotten_after) {
        by_time_.erase({at->second.last.micros, who});
        entries_.erase(at);
        at = entries_.end();
    }
    if (at == entries_.end()) {
        make_room();
        at = entries_.emplace(who, Entry{0, now, {}}).first;
        by_time_.emplace(now.micros, who);
    }
    auto& entry = at->second;
    if (now < entry.until) return (entry.until.micros - now.micros + second - 1) / second;
    by_time_.erase({entry.last.micros, who});
    by_time_.emplace(now.micros, who);
    entry.last = now;
    ++entry.wrong;
    if (entry.wrong >= rule_.free) {
        auto const doublings = std::min(entry.wrong - rule_.free, 20);
        auto const wait = std::min(rule_.first << doublings, rule_.most);
        entry.until = Instant{now.micros + wait * second};
    }
    return {};
}

void Throttle::forgive_one(std::string const& who) {
    std::lock_guard lock(mutex_);
    auto at = entries_.find(who);
    if (at == entries_.end()) return;
    if (at->second.wrong > 0) --at->second.wrong;
    at->second.until = {};
}

void Throttle::forgive_all(std::string const& who) {
    std::lock_guard lock(mutex_);
    auto at = entries_.find(who);
    if (at == entries_.end()) return;
    by_time_.erase({at->second.last.micros, who});
    entries_.erase(at);
}

std::size_t Throttle::size() const {
    std::lock_guard lock(mutex_);
    return entries_.size();
}

// The oldest goes first: somebody who fills the table with names must keep at it all the time, and
// pays for each with a wait of their address.
void Throttle::make_room() {
    while (entries_.size() >= size_) {
        auto oldest = by_time_.begin();
        entries_.erase(oldest->second);
        by_time_.erase(oldest);
    }
}

} // namespace radslag::http
