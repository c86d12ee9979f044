#pragma once
// From the way that the prover found through a slice to a scene that runs.
#include "proof/guest.h"
#include "proof/player.h"
#include "proof/property.h"
#include "proof/staff.h"

namespace radslag::proof {

// The scene, as text; or where it got stuck when the real commands do not lead there: then the promise
// may hold, and the prover know too little.
tl::expected<std::string, std::string> scene_of(std::shared_ptr<process::Model const> const& model,
                                                Verdict const& verdict);

// Does what brings about a need that a gate asks for, as far as it can be.
bool bring_about(Player& player, std::string const& need);
// Somebody holds the role, with what it takes to open it.
bool fill_role(Player& player, std::string const& role);
// Does an act; where a gate keeps it, what the gate asks for is brought about first.
bool perform_through(Player& player, std::string const& act, Wish const& wish);

} // namespace radslag::proof
