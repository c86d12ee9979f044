#include "base/text.h"

#include <algorithm>
#include <vector>

#include <utf8.h>

namespace radslag {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

// Marks that turn the reading direction inside somebody else's text: they can make a page say what
// it does not say.
bool turns_direction(char32_t c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

// LINE SEPARATOR and PARAGRAPH SEPARATOR break lines in browsers and documents.
bool breaks_line(char32_t c) { return c == 0x2028 || c == 0x2029; }

bool is_space(char32_t c) { return c == ' ' || c == 0xa0 || c == 0x2007 || c == 0x202f; }

std::u32string to_points(std::string_view text) {
    std::u32string points;
    utf8::utf8to32(text.begin(), text.end(), std::back_inserter(points));
    return points;
}

std::string to_bytes(std::u32string const& points) {
    std::string text;
    utf8::utf32to8(points.begin(), points.end(), std::back_inserter(text));
    return text;
}

void trim(std::u32string& points) {
    auto blank = [](char32_t c) { return is_space(c) || c == '\n'; };
    while (!points.empty() && blank(points.back())) points.pop_back();
    auto first = std::find_if_not(points.begin(), points.end(), blank);
    points.erase(points.begin(), first);
}

Refusal too_long(std::string_view field, std::size_t limit) {
    return refusal("field.too_long", field).with("limit", std::to_string(limit));
}

} // namespace

bool is_utf8(std::string_view text) { return utf8::is_valid(text.begin(), text.end()); }

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

Result<std::string> read_line(std::string_view text, std::string_view field, std::size_t limit) {
    if (text.size() > limit * 4 + 4096) return no(too_long(field, limit));
    if (!is_utf8(text)) return no("field.not_text", field);
    std::u32string kept;
    for (char32_t c : to_points(text)) {
        if (c == '\t') c = ' ';
        if (is_control(c) || breaks_line(c) || turns_direction(c)) return no("field.not_text", field);
        if (is_space(c) && (kept.empty() || is_space(kept.back()))) continue;
        kept += is_space(c) ? U' ' : c;
    }
    trim(kept);
    if (kept.size() > limit) return no(too_long(field, limit));
    return to_bytes(kept);
}

Result<std::string> read_text(std::string_view text, std::string_view field, std::size_t limit) {
    if (text.size() > limit * 4 + 4096) return no(too_long(field, limit));
    if (!is_utf8(text)) return no("field.not_text", field);
    std::u32string kept;
    auto points = to_points(text);
    for (std::size_t i = 0; i < points.size(); ++i) {
        char32_t c = points[i];
        if (c == '\r') {
            if (i + 1 < points.size() && points[i + 1] == '\n') continue;
            c = '\n';
        }
        if (breaks_line(c)) c = '\n';
        if (c == '\t') c = ' ';
        if ((is_control(c) && c != '\n') || turns_direction(c)) return no("field.not_text", field);
        kept += c;
    }
    trim(kept);
    if (kept.size() > limit) return no(too_long(field, limit));
    return to_bytes(kept);
}

std::string lower_ascii(std::string_view text) {
    std::string lowered(text);
    for (char& c : lowered)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lowered;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t swap = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, swap});
        }
    }
    return row[b.size()];
}

} // namespace radslag
