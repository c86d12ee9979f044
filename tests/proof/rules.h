#pragma once
// What a model asks of whom, row by row: steps, gates, consents, deadlines and all else that is no
// right. A second statement of it, for people to compare with the source, and for a change to show in.
#include <string>

#include "process/process.h"

namespace radslag::proof::test {

std::string rules_table(process::Model const& model);

} // namespace radslag::proof::test
