#include <algorithm>
#include <array>

#include "domain/people/people.h"

namespace radslag::people {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

int at(std::string const& digits, std::size_t i) { return digits[i] - '0'; }
int pair_at(std::string const& digits, std::size_t i) { return at(digits, i) * 10 + at(digits, i + 1); }

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
    std::string digits;
    bool plus = false;
};

std::optional<Parts> parts_of(std::string_view text) {
    Parts parts;
    int signs = 0;
    for (char c : text) {
        if (c >= '0' && c <= '9') parts.digits += c;
        else if (c == '-' || c == '+') {
            // The sign stands before the last four digits and nowhere else.
            if (++signs > 1 || (parts.digits.size() != 6 && parts.digits.size() != 8)) return {};
            parts.plus = c == '+';
            signs = 1;
        } else if (c != ' ') return {};
    }
    return parts;
}

Result<CivilNumber> read_swedish(Parts parts, Date today, std::string_view field) {
    if (parts.digits.size() != 10 && parts.digits.size() != 12) return no("number.shape", field);
    bool const has_century = parts.digits.size() == 12;
    std::string ten = has_century ? parts.digits.substr(2) : parts.digits;
    int days = pair_at(ten, 4);
    if (days > 60) days -= 60;
    int y = has_century ? pair_at(parts.digits, 0) * 100 + pair_at(ten, 0)
                        : int(today.year()) / 100 * 100 + pair_at(ten, 0);
    Date born{year(y), month(unsigned(pair_at(ten, 2))), day(unsigned(days))};
    if (!has_century) {
        if (std::chrono::year_month(born.year(), born.month()) / born.day() > today)
            born = Date{born.year() - std::chrono::years(100), born.month(), born.day()};
        if (parts.plus) born = Date{born.year() - std::chrono::years(100), born.month(), born.day()};
    }
    if (!born.ok() || born > today) return no("number.date", field);
    std::string whole = write_date(born).substr(0, 4) + ten.substr(0, 6).substr(2) + "-" + ten.substr(6);
    return CivilNumber{whole, born, luhn_holds(ten) ? NumberDoubt::none : NumberDoubt::check_digit};
}

// The seventh digit tells the century together with the year.
int danish_century(int seventh, int yy) {
    if (seventh <= 3) return 1900;
    if (seventh == 4 || seventh == 9) return yy <= 36 ? 2000 : 1900;
    return yy <= 57 ? 2000 : 1800;
}

Result<CivilNumber> read_danish(Parts const& parts, Date today, std::string_view field) {
    if (parts.digits.size() != 10 || parts.plus) return no("number.shape", field);
    auto const& d = parts.digits;
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
    return country == "DK" ? read_danish(*parts, today, field)
                           : read_swedish(std::move(*parts), today, field);
}

} // namespace radslag::people
