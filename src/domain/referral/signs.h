#pragma once
// Private to this room: looking for what identifies, in the plain signs of a text.
#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include <unicode/uchar.h>

namespace radslag::referral {

using Signs = std::u32string_view;
using SignWords = std::span<Signs const>;

struct Found { // from one sign to before another
    std::size_t from = 0;
    std::size_t to = 0;
    explicit operator bool() const { return to > from; }
};

Found find_number(Signs signs);  // civil registration numbers and telephone numbers
Found find_mail(Signs signs);    // and accounts: @name
Found find_address(Signs signs); // streets with a number, postcodes with a town

inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
inline bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
inline bool is_blank(char32_t c) { return c == ' ' || c == '\n'; }

inline std::u32string lower(Signs text) {
    std::u32string made(text);
    for (auto& c : made) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    return made;
}
inline bool is_one_of(Signs word, SignWords words) {
    return std::ranges::find(words, word) != words.end();
}

// The word that ends before `at`, behind blanks and the marks in `skipped`.
inline Found word_before(Signs signs, std::size_t at, Signs skipped = {}) {
    auto skips = [&](char32_t c) { return c == ' ' || skipped.find(c) != Signs::npos; };
    while (at > 0 && skips(signs[at - 1])) --at;
    Found word{at, at};
    while (word.from > 0 && is_letter(signs[word.from - 1])) --word.from;
    return word;
}
// The word that begins at `at` or after blanks.
inline Found word_after(Signs signs, std::size_t at) {
    while (at < signs.size() && is_blank(signs[at])) ++at;
    Found word{at, at};
    while (word.to < signs.size() && is_letter(signs[word.to])) ++word.to;
    return word;
}
inline Signs part(Signs signs, Found const& found) {
    return signs.substr(found.from, found.to - found.from);
}

} // namespace radslag::referral
