#include "server/parts.h"

namespace radslag::server {

void furnish(Installation&, std::ostream&) {}

} // namespace radslag::server
