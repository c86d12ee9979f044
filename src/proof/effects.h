#pragma once
// What an act can change of the atoms: the prover's knowledge of what commands/ writes. It may say too
// much and never too little; the bridge compares it with what really happens.
#include "proof/ground.h"

namespace radslag::proof {

enum class Leaves : std::uint8_t { as_it_was, anything, all, none };

// What comes with a change of place, whatever act it was.
struct Turned {
    bool stage = false;   // another stage
    bool round = false;   // another round
    bool meeting = false; // another meeting, or its state or step
    bool ended = false;   // the case is over
    bool goes_on = false; // it was over, and is not any more
};
Turned turned(Place const& from, Place const& to);

Leaves leaves(RuleBook const& book, Deed const& deed, Turned const& turned,
              workflow::Atom const& atom);
// Whether the prover was told what an act changes, be it nothing.
bool is_told_of(std::string_view act);
// What is known of a condition when a case has just begun.
std::vector<workflow::Count> at_first(RuleBook const& book, process::Intake const& intake,
                                      workflow::Atom const& atom);
// The values that an atom can have after: by `leaves`, from what it was.
std::vector<workflow::Count> values(Leaves leaves, workflow::Count was);

} // namespace radslag::proof
