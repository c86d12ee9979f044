#pragma once
// Each refusal of workflow/ and domain/ turned off, and what notices.
#include "mutation/subject.h"

namespace radslag::mutation {

// The scenes that there are, of whatever model.
std::vector<scenes::Scene> const& all_scenes();
// With the tests of the domain ("tests"), the scenes and the prover, asked in this order.
Noticed judge_refusal(std::string const& name, Asking const& asking);

} // namespace radslag::mutation
