#pragma once
// Text from outside: valid UTF-8, no control characters, counted in code points.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace radslag {

inline constexpr std::size_t line_limit = 200;   // code points: names, titles, places
inline constexpr std::size_t text_limit = 10000; // code points: accounts, descriptions, reasons

bool is_utf8(std::string_view text);
std::size_t code_points(std::string_view text);

// Nothing that could be seen: white space, default-ignorable characters, blanks that are drawn empty.
bool is_invisible(std::string_view utf8);

// One line: ends trimmed, inner white space folded to one space, characters without width and use
// (U+200B, U+2060, U+FEFF, U+00AD) taken away; the joiners and marks that scripts need stay. Refuses
// line breaks, controls, and what overrides the direction. A line that cannot be seen is empty.
// `field` names the request's field in the refusal. Codes: field.not_text, field.too_long.
Result<std::string> read_line(std::string_view text, std::string_view field,
                              std::size_t limit = line_limit);
// Several lines: CRLF becomes LF, ends trimmed, tabs become spaces; other controls refused. A text
// that cannot be seen is empty.
Result<std::string> read_text(std::string_view text, std::string_view field,
                              std::size_t limit = text_limit);

// The same text as it is meant, to look for things in: compatibility forms folded (NFKC), decimal
// digits of every script as 0 to 9, dashes as '-', blanks as ' ' ('\n' stays), without what is
// invisible. `at` tells where in the text each sign began, and at the end how long the text is.
struct Plain {
    std::u32string signs;
    std::vector<std::size_t> at;
};
Plain plain(std::string_view utf8);

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
