#pragma once
// One case and those who work with it: each in turn sits down, looks, and does what can be done.
// They know no model; they read gates and what is missing, acts and what can be chosen.
#include <memory>
#include <set>

#include "sim/aim.h"
#include "sim/fill.h"
#include "sim/town.h"
#include "sim/wire.h"

namespace radslag::sim {

struct Ground { // what all share
    commands::World const& world;
    SetClock& clock;
    Wire& wire;
    Instant until;      // nobody does anything after this
    bool human = false; // they forget, act at the same time as others, and say things twice
};

struct Told { // what came of it
    std::size_t acts = 0, refused = 0, looks = 0;
    std::map<std::string, std::size_t> refusals; // "act: code"
};

class Play {
public:
    Play(Ground const& ground, Town const& town, workflow::RuleBook const& book, Aim aim, Way way,
         Chance chance);

    // When somebody sits down next; nothing: it rests.
    [[nodiscard]] std::optional<Instant> next() const { return next_; }
    void sit();

    [[nodiscard]] bool arrived() const; // it came where it was to come
    [[nodiscard]] std::string where() const; // for who wonders why not
    [[nodiscard]] std::optional<CaseId> const& id() const { return id_; }
    [[nodiscard]] Told const& told() const { return told_; }
    [[nodiscard]] workflow::RuleBook const& book() const { return book_; }
    [[nodiscard]] Aim const& aim() const { return aim_; }

private:
    friend class Sitting;

    struct Held { // an assignment, as far as the players know
        StaffId staff;
        std::string role;
    };
    struct Condition { // of a gate
        process::Condition what;
        std::string of;
        auto operator<=>(Condition const&) const = default;
    };

    void begin();
    bool begin_as(commands::Staff const& one);
    std::optional<Sight> look(commands::Staff const& one);
    void notice(Sight const& sight);
    bool sit_down(bool wide);
    bool work(Sight& sight);
    bool share(std::string_view habit);
    bool is_of_those(std::string const& act, int share);
    std::vector<commands::Staff const*> cast(bool wide);
    void plan_next(bool did);
    Instant at_work(Date day); // some time in the working day
    void finish();
    void leave_undone();

    bool send(Sight& sight, Wish wish);
    void remember(Sight const& sight, Wish const& wish, commands::Request const& request,
                  view::Done const& done);
    void go_on(int minutes) { now_.micros += std::int64_t{minutes} * 60'000'000; }
    [[nodiscard]] Date day() const { return date_in(town_.organisation.zone, now_); }
    [[nodiscard]] Date today() const { return date_in(town_.organisation.zone, ground_.until); }
    [[nodiscard]] bool is_nameless() const { return aim_.intake->anonymous && !linked_; }
    [[nodiscard]] bool is_last() const { return way_.is_last(stage_, round_); }
    [[nodiscard]] process::Model const& model() const { return book_.model(); }
    [[nodiscard]] int have(std::string const& role) const;
    [[nodiscard]] bool avoids(process::Condition what, std::string const& of) const;

    Ground const& ground_;
    Town const& town_;
    workflow::RuleBook const& book_;
    Aim aim_;
    Way way_;
    Chance chance_;
    Household home_;
    Filler filler_;

    std::optional<CaseId> id_;
    std::optional<Instant> next_;
    Instant now_;
    bool over_ = false;
    bool is_at_step_ = false, is_sent_back_ = false;
    std::string status_ = "running";
    Ix stage_ = 0;
    std::int64_t round_ = 1;
    bool linked_ = false;
    bool in_meeting_ = false;
    bool waits_for_leg_ = false;        // ready to go on, and it is not time yet
    std::optional<Instant> waits_for_;  // a meeting that begins then
    int idle_ = 0;                      // sittings at which nobody could do anything
    std::vector<Held> held_;
    std::set<std::string> undone_;      // needs of the last gate that are left as they are
    std::set<Condition> avoided_;       // what must not hold before it rests
    std::map<std::string, int> times_;  // what has been tried, or said
    std::size_t named_network_ = 0, named_professionals_ = 0, named_guardians_ = 0,
                named_mains_ = 1;
    Told told_;
};

} // namespace radslag::sim
