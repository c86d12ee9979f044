#pragma once
// The demo's towns and what has happened in them.
#include "server/parts.h"

namespace radslag::server {

struct DemoAccount {
    StaffId staff;
    OrganisationId organisation;
    std::string country, mail, language;
};

std::string_view demo_toml(); // demo/demo.toml as it was when the program was built
// Does the acts; tells what was refused.
std::vector<std::string> furnish(Installation& house, std::vector<DemoAccount> const& accounts);

} // namespace radslag::server
