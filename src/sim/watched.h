#pragma once
// A store that is watched, and that can fail: whatever is written goes past the checkers, and the
// process can end at any point between permit and tell.
#include "sim/checker.h"
#include "sim/plants.h"

namespace radslag::sim {

struct Crash {}; // the process ends here; what was committed stays

enum class Point {
    before,
    amid,
    after
}; // the transaction; after: it is on disk and nobody was told

class Fate { // decides where it happens
public:
    virtual ~Fate() = default;
    virtual bool ends_here(Point point) = 0;
};

struct Watch {
    std::vector<std::unique_ptr<Checker>> checkers = all_checkers();
    // These look away: what nobody watches goes through.
    void blind(std::vector<std::string> const& names);
    std::size_t happenings = 0, saves = 0;
    std::uint64_t digest = 0xcbf29ce484222325; // of everything that was written, in order
    void add(std::vector<workflow::Happening> const& happenings);
};

class WatchedStore final : public commands::Store {
public:
    WatchedStore(commands::Store& inner, commands::Books const& books, Clock const& clock,
                 Watch& watch, Fate& fate, Plant const* plant)
        : inner_(inner), books_(books), clock_(clock), watch_(watch), fate_(fate), plant_(plant) {}

    Outcome<std::unique_ptr<commands::Reader>> read() override { return inner_.read(); }
    Outcome<bool> write(std::function<bool(commands::Writer&)> const& work) override;
    bool note(std::vector<commands::Looked> looks) override { return inner_.note(std::move(looks)); }
    Outcome<bool> write_notes() override { return inner_.write_notes(); }
    Outcome<bool> wipe() override { return inner_.wipe(); }

private:
    struct Kept {
        OrganisationId organisation;
        CaseId id;
        std::vector<workflow::Happening> happenings;
        commands::Glance glance;
    };
    class Recorder;
    void show(Kept const& kept, bool last);

    commands::Store& inner_;
    commands::Books const& books_;
    Clock const& clock_;
    Watch& watch_;
    Fate& fate_;
    Plant const* plant_;
};

} // namespace radslag::sim
