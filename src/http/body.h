#pragma once
// Reads request bodies: JSON, strictly. Depth at most 8, no key twice, no unknown key, no number
// that is not whole.
#include <boost/json/object.hpp>

#include "commands/commands.h"

namespace radslag::http {

// Codes: body.not_json (fact "at": where), body.too_deep, body.key_twice (fact "key"),
// body.not_object.
Result<boost::json::object> read_object(std::string_view body);

// The keys that stand there, each a text: codes field.missing, field.asks_text, field.unknown.
tl::expected<std::map<std::string, std::string>, std::vector<Refusal>>
read_texts(std::string_view body, std::initializer_list<std::string_view> names);

tl::expected<commands::Request, std::vector<Refusal>> read_act(std::string_view body);

} // namespace radslag::http
