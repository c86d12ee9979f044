#include "http/json.h"

#include <cstring>

namespace radslag::http::json {
namespace {

// RFC 8259 §7: quotes, backslashes and controls; '<' too, so that no answer read as a page has
// tags.
bool is_escaped(unsigned char c) { return c < 0x20 || c == '"' || c == '\\' || c == '<'; }

// Whether one of eight bytes is to be escaped; all at once, because nearly none is.
bool any_is_escaped(std::uint64_t eight) {
    constexpr std::uint64_t ones = 0x0101010101010101, high = ones << 7U;
    auto below = [](std::uint64_t x, std::uint64_t limit) {
        return (x - ones * limit) & ~x & high;
    };
    auto has = [&](char c) { return below(eight ^ (ones * static_cast<unsigned char>(c)), 1); };
    return (below(eight, 0x20) | has('"') | has('\\') | has('<')) != 0;
}

std::size_t next_escaped(std::string_view value, std::size_t at) {
    for (std::uint64_t eight = 0; at + sizeof eight <= value.size(); at += sizeof eight) {
        std::memcpy(&eight, value.data() + at, sizeof eight);
        if (any_is_escaped(eight)) break;
    }
    while (at < value.size() && !is_escaped(static_cast<unsigned char>(value[at]))) ++at;
    return at;
}

} // namespace

void text(std::string& out, std::string_view value) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    std::size_t from = 0;
    for (auto at = next_escaped(value, 0); at < value.size(); at = next_escaped(value, from)) {
        out.append(value, from, at - from);
        from = at + 1;
        auto const c = static_cast<unsigned char>(value[at]);
        if (c == '"' || c == '\\') (out += '\\') += static_cast<char>(c);
        else if (c == '\n') out += "\\n";
        else ((out += "\\u00") += hex[c >> 4U]) += hex[c & 15U];
    }
    out.append(value, from);
    out += '"';
}

} // namespace radslag::http::json
