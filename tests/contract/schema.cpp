#include "schema.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace radslag::contract {

namespace bj = boost::json;

namespace {

bool is_of(bj::value const& value, std::string_view type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_int64();
    if (type == "null") return value.is_null();
    throw std::runtime_error("a type that this test does not know: " + std::string(type));
}

bool is_type(bj::value const& value, bj::value const& types) {
    if (auto const* one = types.if_string()) return is_of(value, *one);
    return std::ranges::any_of(types.as_array(),
                               [&](auto const& one) { return is_of(value, one.as_string()); });
}

bool has_shape(std::string_view text, std::string_view shape) { // 0 is a digit
    return text.size() == shape.size() &&
           std::equal(text.begin(), text.end(), shape.begin(),
                      [](char a, char b) { return b == '0' ? a >= '0' && a <= '9' : a == b; });
}

bool has_format(std::string_view text, std::string_view format) {
    if (format == "date") return has_shape(text, "0000-00-00");
    if (format == "date-time") return has_shape(text, "0000-00-00T00:00:00.000000Z");
    throw std::runtime_error("a format that this test does not know: " + std::string(format));
}

void know_every_word(bj::object const& schema) {
    static std::set<std::string_view> const known{
        "$ref",  "type",  "properties", "required", "additionalProperties",
        "items", "oneOf", "format"};
    for (auto const& [word, meaning] : schema)
        if (!known.contains(word))
            throw std::runtime_error("a word that this test does not know: " + std::string(word));
}

} // namespace

Contract::Contract(std::string const& json) : whole_(bj::parse(json)) {}

bj::object const& Contract::paths() const { return whole_.at("paths").as_object(); }

bj::object const& Contract::schema_named(std::string_view name) const {
    return whole_.at("components").at("schemas").at(name).as_object();
}

std::vector<std::string> Contract::check(bj::value const& value, std::string const& schema) const {
    std::vector<std::string> wrong;
    hold(value, schema_named(schema), schema, wrong);
    return wrong;
}

void Contract::hold_object(bj::object const& value, bj::object const& schema,
                           std::string const& where, std::vector<std::string>& wrong) const {
    auto const& properties = schema.at("properties").as_object();
    for (auto const& name : schema.at("required").as_array())
        if (!value.contains(name.as_string()))
            wrong.push_back(where + " lacks " + std::string(name.as_string()));
    for (auto const& [name, one] : value) {
        auto const* known = properties.if_contains(name);
        if (known == nullptr) wrong.push_back(where + " has " + std::string(name));
        else hold(one, known->as_object(), where + "." + std::string(name), wrong);
    }
    if (schema.at("additionalProperties").as_bool()) wrong.push_back(where + " lets in anything");
}

void Contract::hold(bj::value const& value, bj::object const& schema, std::string const& where,
                    std::vector<std::string>& wrong) const {
    know_every_word(schema);
    if (auto const* reference = schema.if_contains("$ref")) {
        std::string_view const name = reference->as_string();
        return hold(value, schema_named(name.substr(name.rfind('/') + 1)), where, wrong);
    }
    if (auto const* either = schema.if_contains("oneOf")) {
        auto fits = std::ranges::count_if(either->as_array(), [&](auto const& one) {
            std::vector<std::string> quiet;
            hold(value, one.as_object(), where, quiet);
            return quiet.empty();
        });
        if (fits != 1) wrong.push_back(where + " is none of what it can be");
        return;
    }
    if (!is_type(value, schema.at("type"))) return wrong.push_back(where + " has another type");
    if (auto const* format = schema.if_contains("format"); format != nullptr && value.is_string())
        if (!has_format(value.as_string(), format->as_string()))
            wrong.push_back(where + " has another form");
    if (value.is_object()) hold_object(value.as_object(), schema, where, wrong);
    if (value.is_array())
        for (auto const& one : value.as_array())
            hold(one, schema.at("items").as_object(), where + "[]", wrong);
}

} // namespace radslag::contract
