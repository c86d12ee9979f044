#include "http/yaml.h"

#include <algorithm>

#include <boost/json/serialize.hpp>

namespace radslag::http {
namespace {

namespace bj = boost::json;

// Plain where nobody could read a number, a yes or a mark into it; else in quotes, as JSON.
std::string word(std::string_view text) {
    static constexpr std::string_view never[] = {"true", "false", "null", "yes", "no",
                                                 "on",   "off",   "y",    "n"};
    auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    auto fine = [&](char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '/' || c == '.';
    };
    bool const plain = !text.empty() && (letter(text[0]) || text[0] == '/') &&
                       std::ranges::all_of(text, fine) &&
                       std::ranges::find(never, std::string(text)) == std::end(never);
    return plain ? std::string(text) : bj::serialize(bj::string(text.data(), text.size()));
}

bool is_flat(bj::value const& value) {
    if (auto const* list = value.if_array())
        return std::ranges::all_of(
            *list, [](bj::value const& one) { return !one.is_object() && !one.is_array(); });
    return !value.is_object() || value.get_object().empty();
}

void flat(std::string& out, bj::value const& value) {
    if (auto const* text = value.if_string()) {
        out += word({text->data(), text->size()});
    } else if (auto const* list = value.if_array()) {
        out += '[';
        for (bool first = true; auto const& one : *list) {
            if (!first) out += ", ";
            first = false;
            flat(out, one);
        }
        out += ']';
    } else out += bj::serialize(value);
}

void block(std::string& out, bj::value const& value, std::size_t depth);

void entry(std::string& out, bj::value const& value, std::size_t depth) {
    if (is_flat(value)) {
        out += ' ';
        flat(out, value);
        out += '\n';
        return;
    }
    out += '\n';
    block(out, value, depth + 1);
}

void block(std::string& out, bj::value const& value, std::size_t depth) {
    std::string const indent(depth * 2, ' ');
    if (auto const* object = value.if_object()) {
        for (auto const& [key, one] : *object) {
            out += indent + word({key.data(), key.size()}) + ':';
            entry(out, one, depth);
        }
    } else if (auto const* list = value.if_array()) {
        for (auto const& one : *list) {
            out += indent + '-';
            entry(out, one, depth);
        }
    }
}

} // namespace

std::string to_yaml(bj::value const& value) {
    std::string out;
    block(out, value, 0);
    return out;
}

} // namespace radslag::http
