#pragma once
// Counts what went wrong in a row, for an account or an address, and says how long to wait. In
// memory, of a bounded size; times are the Clock's.
#include <map>
#include <mutex>
#include <set>
#include <string>

#include "base/base.h"

namespace radslag::http {

class Throttle {
public:
    struct Rule {
        int free;           // so many wrong ones cost nothing
        std::int64_t first; // seconds; doubles with each that follows
        std::int64_t most;  // seconds
    };
    Throttle(Rule rule, std::size_t size) : rule_(rule), size_(size) {}

    // Counts one try as wrong until it is forgiven, so that many at once gain nothing. Nothing: go
    // on; else the seconds to wait, and nothing was counted.
    std::optional<std::int64_t> begin(std::string const& who, Instant now);
    void forgive_one(std::string const& who); // this one was right
    void forgive_all(std::string const& who);
    [[nodiscard]] std::size_t size() const;

private:
    struct Entry {
        int wrong = 0;
        Instant last;
        Instant until;
    };
    void make_room();

    Rule rule_;
    std::size_t size_;
    mutable std::mutex mutex_;
    std::map<std::string, Entry> entries_;
    std::set<std::pair<std::int64_t, std::string>> by_time_; // oldest first
};

} // namespace radslag::http
