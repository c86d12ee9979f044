#pragma once
// Writes a JSON value as block YAML 1.2, in the order of its keys.
#include <string>

#include <boost/json/value.hpp>

namespace radslag::http {

std::string to_yaml(boost::json::value const& value);

} // namespace radslag::http
