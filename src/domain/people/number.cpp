#include <algorithm>
#include <array>

#include "domain/people/people.h"

namespace radslag::people {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr int first_year = 1850; // as read_date

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
int at(std::string const& digits, std::size_t i) { return digits[i] - '0'; }
int pair_at(std::string const& digits, std::size_t i) {
    return at(digits, i) * 10 + at(digits, i + 1);
}

bool luhn_holds(std::string const& ten) {
    int sum = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        int v = at(ten, i) * (i % 2 == 0 ? 2 : 1);
        sum += v > 9 ? v - 9 : v;
    }
    return sum % 10 == 0;
}

bool mod11_holds(std::string const& ten) {
    static constexpr std::array weights{4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    int sum = 0;
    for (std::size_t i = 0; i < 10; ++i) sum += at(ten, i) * weights[i];
    return sum % 11 == 0;
}

struct Parts {
    std::string signs; // 10 or 12: digits, the last four perhaps with letters
    bool marked = false; // with - or +
    bool plus = false;
    bool letters = false;
};

std::optional<Parts> parts_of(std::string_view text) {
    if (!is_utf8(text)) return {};
    Parts parts;
    std::optional<std::size_t> mark; // the sign stands before the last four and nowhere else
    for (char32_t wide : plain(text).signs) {
        if (wide == ' ') continue;
        char c = wide < 0x80 ? static_cast<char>(wide) : '?';
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == '-' || c == '+') {
            if (mark) return {};
            mark = parts.signs.size();
            parts.plus = c == '+';
        } else if (is_digit(c) || is_letter(c)) {
            parts.signs += c;
        } else {
            return {};
        }
    }
    auto const size = parts.signs.size();
    if ((size != 10 && size != 12) || (mark && *mark != size - 4)) return {};
    parts.marked = mark.has_value();
    auto const last = parts.signs.end() - 4;
    if (!std::all_of(parts.signs.begin(), last, is_digit)) return {};
    parts.letters = std::any_of(last, parts.signs.end(), is_letter);
    return parts;
}

// Twelve digits tell the century. In ten, + says that the hundredth year has begun.
int swedish_year(Parts const& parts, std::string const& ten, Date today) {
    int const now = int(today.year());
    if (parts.signs.size() == 12) return pair_at(parts.signs, 0) * 100 + pair_at(ten, 0);
    int y = now / 100 * 100 + pair_at(ten, 0);
    if (parts.plus) {
        while (now - y < 100) y -= 100;
        return y;
    }
    int days = pair_at(ten, 4) % 60;
    auto const that_day = std::pair(pair_at(ten, 2), days);
    auto const this_day = std::pair(int(unsigned(today.month())), int(unsigned(today.day())));
    return y > now || (y == now && that_day > this_day) ? y - 100 : y;
}

Result<CivilNumber> read_swedish(Parts const& parts, Date today, std::string_view field) {
    auto const& all = parts.signs;
    // The reserve numbers of one region tell no day.
    if (all.size() == 12 && all.starts_with("99") && !parts.letters && !parts.marked)
        return CivilNumber{all, {}, NumberDoubt::local};
    std::string const ten = all.size() == 12 ? all.substr(2) : all;
    int const y = swedish_year(parts, ten, today);
    int const months = pair_at(ten, 2);
    int days = pair_at(ten, 4);
    bool const coordination = days >= 60 && !parts.letters;
    if (coordination) days -= 60;
    bool const known = !coordination || (months != 0 && days != 0);
    Date const born{year(y), month(unsigned(known ? months : 1)), day(unsigned(known ? days : 1))};
    if (!born.ok() || born > today || y < first_year || months > 12 || days > 31)
        return no("number.date", field);
    std::string const whole =
        write_date(born).substr(0, 4) + ten.substr(2, 4) + "-" + ten.substr(6);
    auto const doubt = parts.letters     ? NumberDoubt::local
                       : luhn_holds(ten) ? NumberDoubt::none
                                         : NumberDoubt::check_digit;
    return CivilNumber{whole, known ? std::optional(born) : std::nullopt, doubt};
}

// The seventh digit tells the century together with the year.
int danish_century(int seventh, int yy) {
    if (seventh <= 3) return 1900;
    if (seventh == 4 || seventh == 9) return yy <= 36 ? 2000 : 1900;
    return yy <= 57 ? 2000 : 1800;
}

Result<CivilNumber> read_danish(Parts const& parts, Date today, std::string_view field) {
    if (parts.signs.size() != 10 || parts.plus || parts.letters) return no("number.shape", field);
    auto const& d = parts.signs;
    int y = danish_century(at(d, 6), pair_at(d, 4)) + pair_at(d, 4);
    int days = pair_at(d, 0);
    if (days > 60) days -= 60; // replacement numbers
    Date born{year(y), month(unsigned(pair_at(d, 2))), day(unsigned(days))};
    if (!born.ok() || born > today) return no("number.date", field);
    return CivilNumber{d.substr(0, 6) + "-" + d.substr(6), born,
                       mod11_holds(d) ? NumberDoubt::none : NumberDoubt::check_digit};
}

} // namespace

Result<CivilNumber> read_number(std::string_view text, std::string const& country, Date today,
                                std::string_view field) {
    auto parts = parts_of(text);
    if (!parts) return no("number.shape", field);
    return country == "DK" ? read_danish(*parts, today, field) : read_swedish(*parts, today, field);
}

} // namespace radslag::people
