#pragma once
// Text from outside: valid UTF-8, no control characters, counted in code points.
#include <cstddef>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace radslag {

inline constexpr std::size_t line_limit = 200;   // code points: names, titles, places
inline constexpr std::size_t text_limit = 10000; // code points: accounts, descriptions, reasons

bool is_utf8(std::string_view text);
std::size_t code_points(std::string_view text);

// One line: ends trimmed, inner white space folded to one space; refuses line breaks and controls.
// `field` names the request's field in the refusal. Codes: field.not_text, field.too_long.
Result<std::string> read_line(std::string_view text, std::string_view field,
                              std::size_t limit = line_limit);
// Several lines: CRLF becomes LF, ends trimmed, tabs become spaces; other controls refused.
Result<std::string> read_text(std::string_view text, std::string_view field,
                              std::size_t limit = text_limit);

std::string lower_ascii(std::string_view text);
// How many single-character edits lie between two words; for "did you mean".
std::size_t edit_distance(std::string_view a, std::string_view b);
// The nearest word within a third of its length, or empty.
template <class Words> std::string nearest(std::string_view word, Words const& words) {
    std::string best;
    std::size_t best_distance = word.size() / 3 + 1;
    for (auto const& candidate : words) {
        auto distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace radslag
