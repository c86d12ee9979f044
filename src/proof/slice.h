#pragma once
// A slice of a model's states: where the case stands, a few atoms and waivers, and perhaps one
// participant in focus. Everything else is taken both ways, so a slice holds every state that a case
// can be in, seen through it, and what is true in all its states is true of all cases.
#include <array>

#include "proof/effects.h"
#include "proof/outcomes.h"

namespace radslag::proof {

// What is known of the one in focus, packed; what the bits mean is the focus's own.
using Bits = std::uint32_t;

// An outcome as the one in focus sees it.
struct Change {
    Deed const& deed;
    Place from;
    Place to;
    std::vector<Moment> const& moments;
};

class Focus {
public:
    virtual ~Focus() = default;
    [[nodiscard]] virtual std::string name() const = 0; // "a teacher"
    [[nodiscard]] virtual std::vector<Bits> at_first(process::Intake const& intake) const = 0;
    // What can be true of them after; nothing when it cannot happen.
    virtual void after(Change const& change, Bits was, std::vector<Bits>& now) const = 0;
    [[nodiscard]] virtual bool heeds(std::string_view act) const = 0; // else nothing changes
    [[nodiscard]] virtual std::string tell(Bits bits) const = 0;
    // What an atom is, where it follows from them alone.
    [[nodiscard]] virtual std::optional<workflow::Count> says(workflow::Atom const&, Bits) const {
        return {};
    }
    // Of a real case: the people in focus in it; and one who is not in it, before they came.
    [[nodiscard]] virtual Bits absent() const = 0;
    [[nodiscard]] virtual std::vector<std::pair<std::string, Bits>>
    seen_in(workflow::CaseFile const& file, Date today) const = 0;
};

struct State {
    Place place;
    std::array<workflow::Count, 6> atoms{};
    std::uint8_t waived = 0;
    Bits focus = 0;
    bool operator==(State const&) const = default;
};

struct Slice {
    std::string name;
    std::vector<std::size_t> atoms;   // of the rule book; at most 6
    std::vector<std::size_t> waivers; // needs by their place; at most 4
    std::shared_ptr<Focus const> focus;

    [[nodiscard]] std::uint64_t packed(State const& state) const;
    [[nodiscard]] State unpacked(std::uint64_t key) const;
    [[nodiscard]] std::optional<std::size_t> place_of_atom(std::size_t atom) const;
};

// Looks at what the walk comes by.
class Judge {
public:
    virtual ~Judge() = default;
    virtual void state(State const&) {}
    // A gate is gone through; `at` is what was known then, on the way from a state to another.
    virtual void gate(State const& /*from*/, State const& /*at*/, Deed const&, Passed const&) {}
    virtual void edge(State const& /*from*/, Deed const&, std::vector<Moment> const&,
                      State const& /*to*/) {}
    [[nodiscard]] virtual bool heeds(std::string_view /*act*/) const { return false; }
};

class Walk {
public:
    Walk(Ground& ground, Outcomes& outcomes, Slice slice);

    void run(std::vector<Judge*> const& judges);
    // Every way on from a state, without walking it.
    using Next = std::function<void(Deed const&, std::vector<Moment> const&, State const&)>;
    using Gone = std::function<void(State const& at, Deed const&, Passed const&)>;
    void next(State const& state, Next const& tell, Gone const& gone);
    // Those ways alone. What is taken back was done before, though a slice does not know whether: the
    // shortest way to something is looked for onward first.
    enum class Ways : std::uint8_t { onward, back };
    void next(State const& state, Ways ways, Next const& tell, Gone const& gone);

    // Where a case is that has just come to this state: a stage that nobody moves on is perhaps left.
    [[nodiscard]] std::vector<State> settled(State const& state);

    [[nodiscard]] Slice const& slice() const { return slice_; }
    [[nodiscard]] bool has(State const& state) const;
    [[nodiscard]] std::size_t size() const { return reached_.size(); }
    // The shortest way there, from how a case begins.
    struct Leg {
        Deed deed; // "begins" first, of an intake
        State to;
    };
    [[nodiscard]] std::vector<Leg> way_to(State const& state) const;

private:
    struct Origin {
        std::uint64_t from = 0;
        std::uint32_t deed = 0;
    };
    Ground& ground_;
    Outcomes& outcomes_;
    Slice slice_;
    std::unordered_map<std::uint64_t, Origin> reached_;
    std::vector<std::uint64_t> order_;
    std::vector<Deed> deeds_;
    std::map<std::pair<std::string, std::string>, std::uint32_t> deed_places_;
    std::unordered_map<std::string_view, bool> wanted_; // acts that can change anything here
    std::vector<std::size_t> dictated_; // atoms that the one in focus says
    std::unordered_map<std::uint32_t, std::vector<Outcome>> outcomes_of_[2]; // where all hangs on places
    Known known_;
    std::vector<Judge*> judges_;

    void know(State const& state);
    void each(State const& state, Known const& known, Ways ways, Tell const& tell);
    void ask(Place const& place, Known const& known, Ways ways, Tell const& tell);
    std::uint32_t place_of(Deed const& deed);
    void reach(State const& state, std::uint64_t from, Deed const& deed);
    void expand(std::uint64_t key, Ways ways);
    void begin();
    bool matters(std::string_view act);
    void changed(State const& from, Outcome const& outcome, std::vector<State>& states);
    void settle(State const& state, Deed const& deed, std::vector<Moment> const& moments,
                Next const& tell, Gone const& gone);
    [[nodiscard]] bool ends_assignment(Deed const& deed, std::vector<Moment> const& moments) const;
};

} // namespace radslag::proof
