// Digits that belong together, as people write them: 050520-9996, 070-123 45 67, +45 12 34 56 78.
// Told apart from dates, times, years, ages and amounts by how they are grouped. From seven digits
// on, what cannot be read as something ordinary is taken for a number.
#include <optional>
#include <string>
#include <vector>

#include "domain/referral/signs.h"

namespace radslag::referral {
namespace {

struct Group {
    std::size_t from, to;
    std::string digits;
    std::u32string before; // what stands between it and the one before
    [[nodiscard]] std::size_t size() const { return digits.size(); }
    [[nodiscard]] int value() const { return size() < 9 ? std::stoi(digits) : -1; }
};
using Groups = std::vector<Group>;
using Part = std::span<Group const>;

constexpr std::size_t widest = 4; // signs between two groups

bool joins(char32_t c) { return Signs(U" -./()+_:,*\n'|\\=~·;").find(c) != Signs::npos; }

// A comma, a line, the end of a sentence: two things, unless they fit together too well.
bool is_wide(Signs between) {
    return between.find('\n') != Signs::npos || between.find(';') != Signs::npos ||
           between.find(U", ") != Signs::npos || between.find(U": ") != Signs::npos ||
           between.find(U". ") != Signs::npos;
}

// The letter O between digits is a zero.
bool is_digit_at(Signs signs, std::size_t at) {
    if (is_digit(signs[at])) return true;
    bool const letter = signs[at] == 'o' || signs[at] == 'O';
    if (!letter || at == 0 || at + 1 >= signs.size() || !is_digit(signs[at - 1])) return false;
    return is_digit(signs[at + 1]) ||
           (signs[at + 1] == '-' && at + 2 < signs.size() && is_digit(signs[at + 2]));
}

Group group_at(Signs signs, std::size_t at) {
    Group group{at, at, {}, {}};
    for (; group.to < signs.size() && is_digit_at(signs, group.to); ++group.to)
        group.digits += is_digit(signs[group.to]) ? static_cast<char>(signs[group.to]) : '0';
    return group;
}

// All groups from here on with nothing but marks and blanks between them.
Groups run_at(Signs signs, std::size_t at) {
    Groups run{group_at(signs, at)};
    while (true) {
        auto const end = run.back().to;
        auto next = end;
        while (next < signs.size() && next - end <= widest && joins(signs[next])) ++next;
        if (next == end || next - end > widest || next >= signs.size() || !is_digit(signs[next]))
            return run;
        auto group = group_at(signs, next);
        group.before = signs.substr(end, next - end);
        run.push_back(std::move(group));
    }
}

bool is_year(int y) { return y >= 1850 && y <= 2150; }
bool is_month(int m) { return m >= 1 && m <= 12; }
bool is_day(int d) { return d >= 1 && d <= 31; }
bool is_day_of_number(int d) { return is_day(d > 60 ? d - 60 : d); } // coordination, replacement

int two(std::string const& digits, std::size_t at) { return std::stoi(digits.substr(at, 2)); }

// DDMMYY or YYMMDD
bool begins_number(std::string const& six) {
    return is_month(two(six, 2)) &&
           (is_day_of_number(two(six, 0)) || is_day_of_number(two(six, 4)));
}
// YYYYMMDD or DDMMYYYY
bool is_whole_date(std::string const& eight) {
    bool const year_first = is_year(std::stoi(eight.substr(0, 4))) && is_month(two(eight, 4)) &&
                            is_day_of_number(two(eight, 6));
    bool const day_first = is_day_of_number(two(eight, 0)) && is_month(two(eight, 2)) &&
                           is_year(std::stoi(eight.substr(4)));
    return year_first || day_first;
}
bool is_date(Group const& group) {
    return (group.size() == 6 && begins_number(group.digits)) ||
           (group.size() == 8 && is_whole_date(group.digits));
}

// What may stand in front of the last four. Of a coordination number day and month may be unknown,
// 60 and 00; on its own that is no date.
bool is_birth(int month, int day) {
    bool const coordination = day >= 60 && day <= 91;
    return coordination ? month <= 12 : is_month(month) && is_day(day);
}
bool is_birth(std::string const& digits) {
    if (digits.size() == 6)
        return is_birth(two(digits, 2), two(digits, 0)) || is_birth(two(digits, 2), two(digits, 4));
    if (digits.size() != 8) return false;
    bool const year_first =
        is_year(std::stoi(digits.substr(0, 4))) && is_birth(two(digits, 4), two(digits, 6));
    return year_first ||
           (is_year(std::stoi(digits.substr(4))) && is_birth(two(digits, 2), two(digits, 0)));
}

// A day and the last four: 050520-9996, 19850101 1234, 05.05.20-9996.
Found civil_number(Groups const& run) {
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
        if (is_birth(run[i].digits) && run[i + 1].size() == 4 &&
            !(is_wide(run[i + 1].before) && is_year(run[i + 1].value())))
            return {run[i].from, run[i + 1].to};
        if (i + 3 >= run.size() || run[i + 3].size() != 4 || is_wide(run[i + 3].before)) continue;
        bool const pairs = run[i].size() == 2 && run[i + 1].size() == 2 && run[i + 2].size() == 2;
        if (pairs && run[i + 1].before == run[i + 2].before && !is_wide(run[i + 1].before) &&
            is_birth(run[i].digits + run[i + 1].digits + run[i + 2].digits))
            return {run[i].from, run[i + 3].to};
    }
    return {};
}

// Reserve numbers: 850101-R123.
Found reserve_number(Signs signs, Group const& group) {
    if (!is_birth(group.digits) || group.to + 5 > signs.size()) return {};
    if (signs[group.to] != '-' && signs[group.to] != '+') return {};
    auto const last = signs.substr(group.to + 1, 4);
    auto const end = group.to + 5;
    auto fits = [](char32_t c) { return is_digit(c) || (c < 0x80 && is_letter(c)); };
    if (!std::ranges::all_of(last, fits) || std::ranges::none_of(last, is_digit)) return {};
    if (std::ranges::all_of(last, is_digit)) return {};
    return end < signs.size() && fits(signs[end]) ? Found{} : Found{group.from, end};
}

// What stands around a run tells what it is.
struct Around {
    bool telephone = false, clock = false, weeks = false, paragraph = false, money = false;
};

constexpr Signs telephone_words[] = {
    U"tlf",     U"telefon",   U"tel",          U"mobil",       U"telefonnummer", U"cpr",
    U"ring",    U"ringa",     U"ringe",        U"mobilnummer", U"sms",           U"phone",
    U"mobilnr", U"telefonnr", U"personnummer", U"call",        U"cprnr",         U"personnr"};
constexpr Signs number_words[] = {U"nr", U"nummer", U"no", U"på", U"till", U"til"};
constexpr Signs clock_words[] = {U"kl", U"klokken", U"klockan", U"klokka"};
constexpr Signs week_words[] = {U"uge", U"uger", U"ugerne", U"vecka", U"veckor", U"veckorna", U"v"};
constexpr Signs money_words[] = {U"kr",  U"kronor", U"kroner", U"krone", U"krona", U"sek",
                                 U"dkk", U"eur",    U"euro",   U"mio",   U"tkr",   U"tusen"};

Around look_around(Signs signs, std::size_t from, std::size_t to) {
    auto const before = word_before(signs, from, U".:(");
    auto const word = lower(part(signs, before));
    auto const earlier = lower(part(signs, word_before(signs, before.from, U".:(-")));
    auto at = from;
    while (at > 0 && signs[at - 1] == ' ') --at;
    auto const after = lower(part(signs, word_after(signs, to)));
    Around around;
    around.telephone = is_one_of(word, telephone_words) ||
                       (is_one_of(word, number_words) && is_one_of(earlier, telephone_words));
    around.clock = is_one_of(word, clock_words);
    around.weeks = is_one_of(word, week_words);
    around.paragraph = at > 0 && signs[at - 1] == U'§';
    around.money = is_one_of(after, money_words) || is_one_of(word, money_words) ||
                   signs.substr(to, 2) == U",-" || signs.substr(to, 2) == U" €";
    return around;
}

// Reads a part as something ordinary, item by item.
class Ordinary {
public:
    Ordinary(Part part, Around const& around) : part_(part), around_(around) {}

    [[nodiscard]] bool holds() {
        if (!around_.telephone && is_list()) return true;
        bool was_short = false;
        for (std::size_t i = 0; i < part_.size();) {
            auto taken = dated(i);
            if (taken == 0 && !around_.telephone) taken = counted(i);
            bool const is_short = taken == 0;
            if (is_short && (around_.telephone || part_[i].size() > 3 || was_short)) return false;
            was_short = is_short && !around_.paragraph;
            i += is_short ? 1 : taken;
        }
        return true;
    }

private:
    [[nodiscard]] bool is(std::size_t i, std::size_t least, std::size_t most) const {
        return i < part_.size() && part_[i].size() >= least && part_[i].size() <= most;
    }
    [[nodiscard]] int value(std::size_t i) const { return part_[i].value(); }
    [[nodiscard]] Signs before(std::size_t i) const {
        return i < part_.size() ? Signs(part_[i].before) : Signs{};
    }
    // Ends where another sign stands than within it: 20.30.4050 holds no time.
    [[nodiscard]] bool alone(std::size_t i, std::size_t count, Signs mark) const {
        return (i == 0 || before(i) != mark) &&
               (i + count >= part_.size() || before(i + count) != mark);
    }

    // Dates with a year, times of day.
    [[nodiscard]] std::size_t dated(std::size_t i) const {
        auto const mark = before(i + 1);
        bool const point = mark == U"." || mark == U"/" || mark == U"-";
        if (point && is(i, 1, 4) && is(i + 1, 1, 2) && before(i + 2) == mark && alone(i, 3, mark)) {
            if (is(i, 1, 2) && is_day(value(i)) && is_month(value(i + 1)) &&
                (is(i + 2, 2, 2) || (is(i + 2, 4, 4) && is_year(value(i + 2)))))
                return 3;
            if (is(i, 4, 4) && is_year(value(i)) && is_month(value(i + 1)) && is(i + 2, 1, 2) &&
                is_day(value(i + 2)))
                return 3;
        }
        bool const time = (mark == U"." || mark == U":") && is(i, 1, 2) && value(i) < 24 &&
                          is(i + 1, 2, 2) && value(i + 1) < 60;
        if (time && mark == U":" && before(i + 2) == mark && is(i + 2, 2, 2)) return 3;
        if (time && alone(i, 2, mark)) return 2;
        if (around_.clock && is(i, 4, 4) && value(i) < 2400 && value(i) % 100 < 60) return 1;
        return 0;
    }

    // Days and months, years, terms, laws, amounts, spans, decimals.
    [[nodiscard]] std::size_t counted(std::size_t i) const {
        auto const mark = before(i + 1);
        if (auto taken = amount(i)) return taken;
        if (is_date(part_[i])) return 1;
        if (is(i, 4, 4) && is_year(value(i))) {
            if (mark == U":" && is(i + 1, 1, 4)) return 2; // SFS 2001:453
            if (mark == U"/" && is(i + 1, 1, 3)) return 2; // 2016/679, 2024/25
            return mark == U"-" && is(i + 1, 2, 2) ? 2 : 1;
        }
        if (!is(i, 1, 3) || !is(i + 1, 1, 2) || !alone(i, 2, mark)) return 0;
        int const a = value(i);
        int const b = value(i + 1);
        if ((mark == U"/" || mark == U".") && is_day(a) && is_month(b)) return 2;
        if (mark == U"/" && b == a + 1) return 2; // 23/24
        if (mark == U",") return 2;
        bool const span = mark == U"-" || mark == U" - ";
        return span && a < b && b <= (around_.weeks ? 53 : around_.paragraph ? 999 : 31) ? 2 : 0;
    }

    // 1.250.000, and with money beside it 1 250 000 or 1250000.
    [[nodiscard]] std::size_t amount(std::size_t i) const {
        if (part_[i].digits.front() == '0') return 0;
        auto const mark = before(i + 1);
        std::size_t count = 1;
        if (is(i, 1, 3) && (mark == U"." || (around_.money && (mark == U" " || mark == U"'"))))
            while (before(i + count) == mark && is(i + count, 3, 3)) ++count;
        if (count == 1) return around_.money && is(i, 4, 9) ? 1 : 0;
        if (!alone(i, count, mark)) return 0;
        return before(i + count) == U"," && is(i + count, 2, 2) ? count + 1 : count;
    }

    // Weeks, ages, points: small numbers one after the other.
    [[nodiscard]] bool is_list() const {
        bool next = true, ascending = true;
        std::size_t single = 0;
        for (std::size_t i = 0; i < part_.size(); ++i) {
            if (part_[i].size() > 2) return false;
            single += part_[i].size() == 1 ? 1 : 0;
            if (i == 0) continue;
            next = next && value(i) == value(i - 1) + 1;
            ascending = ascending && value(i) > value(i - 1);
        }
        if (next) return true;
        if (part_.front().digits.front() == '0') return false;
        if (ascending && value(0) < 20 && value(part_.size() - 1) <= 31) return true;
        return single == part_.size() ? part_.size() < 8 : single >= 2;
    }

    Part part_;
    Around around_;
};

Found telephone_number(Signs signs, Part part) {
    std::size_t digits = 0;
    for (auto const& group : part) digits += group.size();
    if (digits < 7) return {};
    auto from = part.front().from;
    auto const to = part.back().to;
    bool const abroad = from > 0 && signs[from - 1] == '+';
    if (abroad) --from;
    if (abroad && digits >= 9) return {from, to};
    auto const around = look_around(signs, from, to);
    return Ordinary(part, around).holds() ? Found{} : Found{from, to};
}

Found in_run(Signs signs, Groups const& run) {
    if (auto found = civil_number(run)) return found;
    for (std::size_t i = 0; i < run.size();) {
        auto end = i + 1;
        while (end < run.size() && !is_wide(run[end].before)) ++end;
        if (auto found = telephone_number(signs, Part(run).subspan(i, end - i))) return found;
        i = end;
    }
    return reserve_number(signs, run.back());
}

} // namespace

Found find_number(Signs signs) {
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (!is_digit(signs[i])) continue;
        auto const run = run_at(signs, i);
        if (auto found = in_run(signs, run)) return found;
        i = run.back().to;
    }
    return {};
}

} // namespace radslag::referral
