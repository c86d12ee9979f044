#pragma once
// The log of looks in its table; and those that wait to be written.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "commands/commands.h"
#include "storage/sqlite.h"

namespace radslag::storage {

commands::LookPage looks(Connection& db, OrganisationId const& organisation,
                         commands::LookFilter const& filter);
// One that showed the same in the same hour as another is counted with it.
void write_looks(Connection& db, std::vector<commands::Looked> const& looks);

class Desk;

// Its own thread gathers for a moment and takes all of them to the desk at once, so that whoever
// looks waits for no disk. What was gathered and not written is lost when the process or the
// machine dies.
class Notes {
public:
    explicit Notes(Desk& desk);
    ~Notes(); // writes what waits
    Notes(Notes const&) = delete;
    Notes& operator=(Notes const&) = delete;

    bool add(std::vector<commands::Looked> looks); // false: too many wait already
    Outcome<bool> write();                         // all that wait now

private:
    void live();

    Desk& desk_;
    std::mutex writing_;
    std::mutex mutex_;
    std::condition_variable came_;
    std::vector<commands::Looked> waiting_;
    bool closing_ = false;
    std::thread thread_; // last: it uses all of the above
};

} // namespace radslag::storage
