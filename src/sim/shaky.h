#pragma once
// A wire that loses, doubles and delays, and a process that ends in the middle.
#include "sim/chance.h"
#include "sim/watched.h"
#include "sim/wire.h"

namespace radslag::sim {

struct Troubles { // in ten thousand requests
    int lost_before = 0, lost_after = 0, twice = 0, late = 0, look_lost = 0;
    int crash_before = 0, crash_amid = 0, crash_after = 0;
    static Troubles usual();
};

struct Happened { // to the wire
    std::size_t lost = 0, doubled = 0, delayed = 0, crashed = 0, told_otherwise = 0, bugs = 0;
    std::string first_bug, first_otherwise;
};

class RandomFate final : public Fate {
public:
    RandomFate(Troubles const& troubles, Chance chance)
        : troubles_(troubles), chance_(std::move(chance)) {}
    bool ends_here(Point point) override;

private:
    Troubles troubles_;
    Chance chance_;
};

// Whoever gets no answer presses again: the same request, with the same id.
class ShakyWire final : public StraightWire {
public:
    ShakyWire(commands::World const& world, commands::Books const& books, Watch& watch,
              Troubles const& troubles, Chance chance, Plant const* plant)
        : StraightWire(world),
          world_(world),
          books_(books),
          watch_(watch),
          troubles_(troubles),
          chance_(std::move(chance)),
          plant_(plant) {}

    commands::Answer<commands::view::CaseView> look(commands::Caller const& who,
                                                    CaseId const& id) override;
    commands::Answer<commands::view::Done> send(commands::Caller const& who,
                                                std::optional<CaseId> const& id,
                                                std::string const& act,
                                                commands::Request const& request) override;
    [[nodiscard]] Happened const& happened() const { return happened_; }
    void deliver_late(); // what was long on the way arrives
    bool tick();         // time acts; again, if the process ended meanwhile

private:
    struct Letter {
        commands::Caller who;
        CaseId id;
        std::string act;
        commands::Request request;
    };
    bool odds(int in_ten_thousand) {
        return in_ten_thousand > 0 && chance_.between(1, 10'000) <= in_ten_thousand;
    }
    std::optional<commands::Answer<commands::view::Done>>
    try_once(commands::Caller const& who, std::optional<CaseId> const& id, std::string const& act,
             commands::Request const& request);
    void show(commands::Caller const& who, CaseId const& id, commands::view::CaseView const& view);

    commands::World const& world_;
    commands::Books const& books_;
    Watch& watch_;
    Troubles troubles_;
    Chance chance_;
    Plant const* plant_;
    std::vector<Letter> late_;
    Happened happened_;
};

} // namespace radslag::sim
