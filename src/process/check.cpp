#include "process/check.h"

namespace radslag::process {

Complaints check_form(Model const&, Node const&, std::string const&) { return {}; }

} // namespace radslag::process
