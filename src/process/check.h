#pragma once
// Checks of a model that was read without complaint: can a case be carried through it?
#include "process/node.h"

namespace radslag::process {

Complaints check_form(Model const& model, Node const& root, std::string const& file);

} // namespace radslag::process
