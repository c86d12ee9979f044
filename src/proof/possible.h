#pragma once
// What can be brought about: a walk that does everything that somebody can do, as soon as they can.
// Where the slices take what they do not know both ways, this one counts only what certainly leads on.
#include "proof/property.h"

namespace radslag::proof {

// Everything that has been brought about by now.
struct Reached {
    Place place;
    std::uint64_t holds = 0;  // atoms of the rule book
    std::uint64_t filled = 0; // roles of staff
    bool passed = false;      // of a referral: to the committee
    bool granted = false;
    bool linked = false;
    bool planned = false; // the plan was handed over
    auto operator<=>(Reached const&) const = default;
};

std::uint64_t bit(std::size_t place);
Who with_offices(std::uint64_t roles); // somebody of these, with every office

class Possible {
public:
    Possible(Ground& ground, Outcomes& outcomes);

    // Walks from how cases begin; then from each of these places with nothing done there yet.
    void run(std::vector<Place> const& places);
    // Verdicts on promises that something can come about.
    [[nodiscard]] Verdict gates_open() const;
    [[nodiscard]] Verdict deadlines() const;
    [[nodiscard]] Verdict endings() const;
    [[nodiscard]] Verdict refusals();

private:
    struct Edge {
        std::uint32_t to = 0;
        Deed deed;
        std::vector<Moment> moments;
    };
    Ground& ground_;
    Outcomes& outcomes_;
    std::map<Reached, std::uint32_t> numbers_;
    std::vector<Reached> nodes_;
    std::vector<std::vector<Edge>> edges_;
    std::vector<bool> begun_;          // reached from how a case begins
    std::vector<std::uint32_t> starts_; // where a case stands at one of the places

    // Brings about whatever can be, until nothing more can.
    [[nodiscard]] Reached saturated(Reached now) const;
    [[nodiscard]] bool comes_about(Reached const& now, workflow::Atom const& atom) const;
    [[nodiscard]] std::uint64_t for_good(Reached const& at) const;
    [[nodiscard]] bool was_held(Reached const& now, std::string const& meeting) const;
    void fill(Reached& now) const;
    [[nodiscard]] bool opens(Reached const& now, Ix role) const;
    void seat_opener(Reached& first, process::Intake const& intake) const;
    void refer(Reached& now) const;
    [[nodiscard]] bool anyone(Reached const& now, std::string_view act) const;
    [[nodiscard]] bool each_of(Reached const& now, Who who, std::string_view act) const;
    [[nodiscard]] bool one_of(Reached const& now, Who who, std::string_view act) const;
    [[nodiscard]] bool said(Reached const& now, std::string_view act, Ix role) const;
    [[nodiscard]] bool decided(Reached const& now, Who who) const;
    [[nodiscard]] Facts facts(Reached const& now) const;
    [[nodiscard]] Facts with_rules_passed(Reached const& now) const;
    std::uint32_t number(Reached const& node, bool begun);
    void walk();
    void step(std::uint32_t at);
    [[nodiscard]] Reached after(Reached const& from, Outcome const& outcome) const;
    [[nodiscard]] bool is_dated(Deed const& deed) const;
    [[nodiscard]] static bool is_certain(Place const& from, Outcome const& outcome);

    // Which nodes can come to one that `is`.
    template <class Is> [[nodiscard]] std::vector<bool> can_reach(Is is) const;
    [[nodiscard]] std::vector<std::string> closed(workflow::Gate const& gate, Reached const& at) const;
};

} // namespace radslag::proof
