#pragma once
// The Store port without a disk (make_memory_store): everything in memory, one transaction at a
// time. It keeps the promises that storage/ keeps, so that a year can be played over either, with
// the same digest.
#include <memory>

#include "sim/sim.h"

namespace radslag::sim {

// What a change says is done to the rows of a case.
void apply(workflow::CaseFile& file, workflow::Change const& change);

} // namespace radslag::sim
