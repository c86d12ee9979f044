#pragma once
// What is promised of every model, each with the requirements it answers to and words for a lawyer.
#include <unordered_set>

#include "proof/slice.h"

namespace radslag::proof {

// How it went wrong: the shortest way there through a slice, and what is seen at its end.
struct Violation {
    Slice slice;
    std::vector<Walk::Leg> way; // the last leg is what must not be
    std::string what;
};

struct Verdict {
    std::string_view id;
    std::string_view words;
    std::vector<std::string> sources;
    std::string not_concerned; // why the model knows no such thing; empty: it does
    std::size_t could = 0;     // states in which it could have been violated
    std::size_t was = 0;       // … and those in which it was
    std::optional<Violation> first;
    std::vector<std::string> stuck; // what can never come about, for promises that something can
    [[nodiscard]] bool holds() const {
        return !not_concerned.empty() || (could > 0 && was == 0);
    }
};

// Counts for one promise what is seen in one slice.
class Counting : public Judge {
public:
    Counting(Walk const& walk, Verdict& verdict) : walk_(walk), verdict_(verdict) {}

protected:
    // In this state it could be violated; it is when `what` says how.
    void look(State const& at, std::string what);
    // … by going on from here to there.
    void look(State const& from, Deed const& deed, State const& to, std::string what);
    [[nodiscard]] bool is_first() const { return !verdict_.first; }
    [[nodiscard]] Slice const& slice() const { return walk_.slice(); }

private:
    Walk const& walk_;
    Verdict& verdict_;
    std::unordered_set<std::uint64_t> could_;
    std::unordered_set<std::uint64_t> was_;

    void count(State const& at, bool bad);
};

class Property {
public:
    virtual ~Property() = default;
    [[nodiscard]] virtual std::string_view id() const = 0;
    [[nodiscard]] virtual std::string_view words() const = 0; // for a lawyer
    [[nodiscard]] virtual std::vector<std::string> sources(process::Model const& model) const = 0;
    // Why the model is not concerned; empty: it is.
    [[nodiscard]] virtual std::string not_concerned(process::Model const&) const { return {}; }
    // What looks at this slice for it; nothing where the slice tells it nothing.
    virtual std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) = 0;
};

std::vector<std::unique_ptr<Property>> meeting_properties();   // presence, invitation, shut_out
std::vector<std::unique_ptr<Property>> consent_properties();   // consents, voluntary
std::vector<std::unique_ptr<Property>> gate_properties();      // gates
std::vector<std::unique_ptr<Property>> reading_properties();   // anonymity, papers, assignment, approval

// The sources of these rules, each once, without "ours" where others stand beside it.
std::vector<std::string> sources_of(std::vector<process::Rule const*> const& rules,
                                    std::vector<std::string> always);

} // namespace radslag::proof
