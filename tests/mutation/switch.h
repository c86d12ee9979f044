#pragma once
// The switches that switched.py puts before each refusal of workflow/ and domain/.
#include <string>
#include <string_view>
#include <vector>

namespace radslag::mutation {

std::vector<std::string> const& switches(); // their names, in the order of the sources
void turn_off(std::string name);            // one at a time; "": none
bool is_on(std::string_view name);

} // namespace radslag::mutation
