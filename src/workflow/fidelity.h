#pragma once
// How the method is followed in a case: what its rules asked, and when each was kept or passed.
#include "workflow/follow.h"

namespace radslag::workflow {

// A gate is gone through: each of its rules of the method was kept or passed. Called where it is
// gone through, with the facts that it was asked with.
void go_through(Draft& draft, Gate const& gate, Facts const& facts);
// Somebody of a role is invited: whether with the yes of those whom the model names.
void write_invited(Draft& draft, people::Person const& person);
void write_followed(Draft& draft, std::string rule, std::int64_t round, evaluation::Outcome outcome,
                    bool anyway = false);

// The rules of the strength method whose keeping can be seen: what gates and deadlines ask, and
// whose yes it takes to invite.
std::vector<process::Placed> seen_rules(process::Model const& model);
// Those of the others: presence in a step, what a stage or a form is. Never said to be kept.
std::vector<process::Placed> unseen_rules(process::Model const& model);

enum class Standing {
    kept,
    passed,   // with a reason; a deadline: moved with a reason
    late,     // a deadline
    running,  // a deadline
    ahead,    // not yet reached
    not_asked // the case went another way, or ended before
};
inline Words words(Standing) {
    static constexpr std::string_view all[] = {"kept",    "passed", "late",
                                               "running", "ahead",  "not_asked"};
    return all;
}

struct InRound { // a rule in a round of the case
    std::int64_t round = 1;
    Standing standing = Standing::ahead;
    std::optional<Instant> at; // when it was last asked, or was passed without being asked yet
    bool anyway = false;       // passed, and yet it held when its gate was gone through
    PersonId by;               // who passed it; empty: somebody of an office, without a role here
    std::string why;
};
std::vector<InRound> rounds_of(RuleBook const& book, CaseFile const& file,
                               process::Placed const& rule, Date today);

// Where a need stands; no step: to open the meeting; no meeting: to leave the stage.
struct PlaceOf {
    Ix stage = process::nowhere;
    process::Meeting const* meeting = nullptr;
    process::Step const* step = nullptr;
};
PlaceOf place_of(process::Model const& model, process::Need const& need);

} // namespace radslag::workflow
