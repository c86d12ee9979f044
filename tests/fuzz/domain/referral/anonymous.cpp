// What may be written where nobody may be told (PN3).
#include "domain/referral/referral.h"
#include "fuzz/target.h"

namespace radslag::fuzz {
namespace {

// Invented and published test numbers, as they stand in the tests: a date, a dash, four digits.
Texts const& numbers() {
    static auto const all = [] {
        Texts found;
        for (auto const* path :
             {"tests/domain/people/number_test.cpp", "tests/domain/referral/anonymous_test.cpp"})
            for (auto const& one : quoted_in(path)) {
                auto const digits = one.find_first_not_of("0123456789");
                bool const short_one = one.size() == 11 && digits == 6 && one[6] == '-';
                bool const long_one = one.size() == 13 && digits == 8 && one[8] == '-';
                if ((short_one || long_one) &&
                    one.find_first_not_of("0123456789", digits + 1) == std::string::npos &&
                    (people::read_number(one, "SE", *read_date("2026-11-27"), "") ||
                     people::read_number(one, "DK", *read_date("2026-11-27"), "")))
                    found.push_back(one);
            }
        must(found.size() > 10, "there are test numbers");
        return found;
    }();
    return all;
}

// The letter O beside digits is read as a zero, so it makes a longer row.
bool is_digit(char c) { return (c >= '0' && c <= '9') || c == 'o' || c == 'O'; }

// Verbatim, and not the middle of a longer row of digits.
bool holds_number(std::string_view text) {
    for (auto const& number : numbers())
        for (auto at = text.find(number); at != text.npos; at = text.find(number, at + 1)) {
            auto const end = at + number.size();
            if ((at == 0 || !is_digit(text[at - 1])) &&
                (end == text.size() || !is_digit(text[end])))
                return true;
        }
    return false;
}

void check(std::string_view text) {
    auto const read = referral::read_anonymous(text, "child");
    if (!read) {
        must_have_words(read.error());
        if (read.error().code != "referral.identifies") return;
        must(!read.error().facts.at(0).second.empty(), "it is told what identifies");
        return;
    }
    must(!holds_number(*read), "no test number is let through");
    must(referral::what_identifies(*read).empty(), "what is let through identifies nobody");
    must(referral::read_anonymous(*read, "child") == read, "read again it is the same");
    for (auto const& name : referral::looks_like_names(*read))
        must(!name.empty() && read->find(name) != std::string::npos, "a name stands in the text");
}

// The bytes around a number cannot hide it.
void check_around(std::string_view bytes) {
    auto const half = bytes.size() / 2;
    auto const before = bytes.substr(0, half);
    auto const after = bytes.substr(half);
    if (!is_utf8(before) || !is_utf8(after)) return;
    auto const& number = numbers()[bytes.size() % numbers().size()];
    auto const text = std::string(before) + number + std::string(after);
    if (holds_number(text)) check(text);
}

void play(std::string_view bytes) {
    check(bytes);
    check_around(bytes);
}

Texts seeds() { return quoted_in("tests/domain/referral/anonymous_test.cpp"); }
Texts words() {
    return {"050520",       "-",
            "9996",         "(at)",
            " punktum ",    "@",
            "kl. ",         "kr",
            "+45 ",         "vej ",
            "§ ",           "o",
            "2024",         ", ",
            ". ",           "\n",
            "uge ",         "\xe2\x80\x93",
            "\xef\xbb\xbf", "\xe2\x80\x8b",
            "\xd9\xa3",     "\xef\xb7\xba",
            "nr. ",         "Torvet 3",
            "1.250.000"};
}

Joins const joins({"anonymous", play, seeds, words, 3000});

} // namespace
} // namespace radslag::fuzz
