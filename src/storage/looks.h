#pragma once
// The log of looks in its table; and those that wait to be written.
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <unordered_map>

#include "commands/commands.h"
#include "storage/sqlite.h"

namespace radslag::storage {

commands::LookPage looks(Connection& db, OrganisationId const& organisation,
                         commands::LookFilter const& filter);
// One that showed the same in the same hour as another is counted with it.
void write_looks(Connection& db, std::vector<commands::Looked> const& looks);

// Of looks at this case it is forgotten who was told of: all, or only these; how many they were
// stays. How many looks it was of.
std::int64_t forget_looked_at(Connection& db, OrganisationId const& organisation, CaseId const& id,
                              std::optional<std::set<std::string>> const& only);

class Desk;

// Looks that wait; those that would be counted as one when they are written wait as one.
class Waiting {
public:
    void add(commands::Looked look);
    [[nodiscard]] std::size_t size() const { return looks_.size(); }
    [[nodiscard]] std::vector<commands::Looked> const& looks() const { return looks_; }

private:
    std::vector<commands::Looked> looks_;
    std::unordered_map<std::string, std::size_t> places_;
};

// Its own thread gathers for a moment and takes all of them to the desk at once, so that whoever
// looks waits for no disk. What was gathered and not written is lost when the process or the
// machine dies.
class Notes {
public:
    explicit Notes(Desk& desk);
    ~Notes(); // writes what waits
    Notes(Notes const&) = delete;
    Notes& operator=(Notes const&) = delete;

    bool add(std::vector<commands::Looked> looks); // false: too many different ones wait already
    Outcome<bool> write();                         // all that wait now

private:
    void live();

    Desk& desk_;
    std::mutex writing_;
    std::mutex mutex_;
    std::condition_variable came_;
    Waiting waiting_;
    bool closing_ = false;
    std::thread thread_; // last: it uses all of the above
};

} // namespace radslag::storage
