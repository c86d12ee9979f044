#pragma once
// Who may do and see what, where, by a model: a table for people to read, and for a change of a right
// to show in. Asked of workflow, not copied from the model's rows.
#include <string>

#include "process/process.h"

namespace radslag::proof::test {

std::string access_table(std::shared_ptr<process::Model const> const& model);

} // namespace radslag::proof::test
