#include "base/text.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
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

UChar32 as_icu(char32_t c) { return static_cast<UChar32>(c); }

bool is_space(char32_t c) { return c != '\n' && u_isUWhiteSpace(as_icu(c)) != 0; }

// No width, and no use within a line: two names that look the same would not be the same.
bool is_nothing(char32_t c) { return c == 0x200b || c == 0x2060 || c == 0xfeff || c == 0xad; }

// BRAILLE PATTERN BLANK is drawn as nothing and yet a symbol to Unicode; the HANGUL FILLERs are
// default-ignorable.
bool cannot_be_seen(char32_t c) {
    return u_isUWhiteSpace(as_icu(c)) != 0 || c == 0x2800 ||
           u_hasBinaryProperty(as_icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool cannot_be_seen(std::u32string const& points) {
    return std::ranges::all_of(points, [](char32_t c) { return cannot_be_seen(c); });
}

bool is_combining(char32_t c) { return u_getCombiningClass(as_icu(c)) != 0; }

// MINUS SIGN and MODIFIER LETTER MINUS SIGN are no punctuation to Unicode.
bool is_dash(char32_t c) {
    return u_charType(as_icu(c)) == U_DASH_PUNCTUATION || c == 0x2212 || c == 0x2d7 || c == 0x2043;
}

char32_t plain_sign(char32_t c) {
    if (auto digit = u_charDigitValue(as_icu(c)); digit >= 0) return U'0' + char32_t(digit);
    if (is_dash(c)) return U'-';
    if (c == '\n') return c;
    return u_isUWhiteSpace(as_icu(c)) != 0 || c == 0x2800 ? U' ' : c;
}

icu::Normalizer2 const& nfkc() {
    UErrorCode status = U_ZERO_ERROR;
    auto const* form = icu::Normalizer2::getNFKCInstance(status);
    RADSLAG_SURE(U_SUCCESS(status));
    return *form;
}

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

bool is_invisible(std::string_view utf8) { return cannot_be_seen(to_points(utf8)); }

// UAX #15, Stream-Safe Text Format: no language stacks more. Thousands would take their time to sort.
constexpr int most_marks = 30;

Plain plain(std::string_view utf8) {
    Plain made;
    auto const end = utf8.end();
    for (auto at = utf8.begin(); at != end;) {
        auto const from = at;
        icu::UnicodeString letter(as_icu(utf8::next(at, end)));
        // A letter and its marks belong together: A and RING ABOVE are one Å.
        for (int marks = 0;
             at != end && marks < most_marks && is_combining(utf8::peek_next(at, end)); ++marks)
            letter.append(as_icu(utf8::next(at, end)));
        UErrorCode status = U_ZERO_ERROR;
        auto const folded = nfkc().normalize(letter, status);
        RADSLAG_SURE(U_SUCCESS(status));
        for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
            auto const c = static_cast<char32_t>(folded.char32At(i));
            if (u_isUWhiteSpace(as_icu(c)) == 0 && c != 0x2800 && cannot_be_seen(c)) continue;
            made.signs += plain_sign(c);
            made.at.push_back(static_cast<std::size_t>(from - utf8.begin()));
        }
    }
    made.at.push_back(utf8.size());
    return made;
}

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
        if (is_nothing(c)) continue;
        if (is_space(c) && (kept.empty() || is_space(kept.back()))) continue;
        kept += is_space(c) ? U' ' : c;
    }
    trim(kept);
    if (cannot_be_seen(kept)) return std::string{};
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
    if (cannot_be_seen(kept)) return std::string{};
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
