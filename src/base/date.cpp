#include "base/date.h"

#include <array>
#include <charconv>
#include <map>
#include <memory>

#include <fmt/core.h>
#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include "base/refusal.h"

namespace radslag {
namespace {

using namespace std::chrono;

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day = 86'400 * second;

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    if (from + count > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

icu::TimeZone const& zone_named(std::string const& name) {
    thread_local std::map<std::string, std::unique_ptr<icu::TimeZone>> zones;
    auto& zone = zones[name];
    if (!zone) zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    RADSLAG_SURE(*zone != icu::TimeZone::getUnknown());
    return *zone;
}

std::int64_t offset_micros(std::string const& zone, Instant instant) {
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone_named(zone).getOffset(static_cast<UDate>(instant.micros / 1000), false, raw, summer, status);
    RADSLAG_SURE(U_SUCCESS(status));
    return static_cast<std::int64_t>(raw + summer) * 1000;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

} // namespace

std::optional<Date> read_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto y = digits(text, 0, 4);
    auto m = digits(text, 5, 2);
    auto d = digits(text, 8, 2);
    if (!y || !m || !d || *y < 1850 || *y > 2200) return std::nullopt;
    Date date{year(*y), month(static_cast<unsigned>(*m)), std::chrono::day(static_cast<unsigned>(*d))};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string write_date(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()),
                       unsigned(date.day()));
}

std::optional<Instant> read_instant(std::string_view text) {
    if (text.size() < 20 || text.back() != 'Z' || text[10] != 'T' || text[13] != ':' ||
        text[16] != ':')
        return std::nullopt;
    auto date = read_date(text.substr(0, 10));
    auto h = digits(text, 11, 2);
    auto m = digits(text, 14, 2);
    auto s = digits(text, 17, 2);
    if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
    std::int64_t micros = 0;
    if (text.size() > 20) {
        auto decimals = text.size() - 21;
        if (text[19] != '.' || decimals == 0 || decimals > 6) return std::nullopt;
        auto part = digits(text, 20, decimals);
        if (!part) return std::nullopt;
        micros = *part;
        for (auto i = decimals; i < 6; ++i) micros *= 10;
    }
    std::int64_t days = sys_days(*date).time_since_epoch().count();
    return Instant{days * day + ((*h * 60 + *m) * 60 + *s) * second + micros};
}

std::string write_instant(Instant instant) {
    auto days = floor_div(instant.micros, day);
    auto rest = instant.micros - days * day;
    Date date{sys_days{std::chrono::days(days)}};
    auto s = rest / second;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", write_date(date), s / 3600, s / 60 % 60, s % 60,
                       rest % second);
}

Date add_days(Date date, int count) { return Date{sys_days(date) + std::chrono::days(count)}; }

Date add_months(Date date, int count) {
    Date moved = date + months(count);
    return moved.ok() ? moved : Date{moved.year() / moved.month() / last};
}

int days_between(Date from, Date to) { return static_cast<int>((sys_days(to) - sys_days(from)).count()); }

IsoWeek iso_week(Date date) {
    auto at = sys_days(date);
    unsigned weekday = std::chrono::weekday(at).iso_encoding();
    auto thursday = Date{at + std::chrono::days(4 - static_cast<int>(weekday))};
    auto first = sys_days(thursday.year() / January / 1);
    auto week = static_cast<unsigned>((sys_days(thursday) - first).count() / 7 + 1);
    return {int(thursday.year()), week, weekday};
}

std::optional<Span> read_span(std::string_view text) {
    auto space = text.find(' ');
    if (space == std::string_view::npos || space == 0 || space > 4) return std::nullopt;
    auto count = digits(text, 0, space);
    if (!count || *count == 0) return std::nullopt;
    auto unit = text.substr(space + 1);
    if (unit == "day" || unit == "days") return Span{0, *count};
    if (unit == "week" || unit == "weeks") return Span{0, *count * 7};
    if (unit == "month" || unit == "months") return Span{*count, 0};
    if (unit == "year" || unit == "years") return Span{*count * 12, 0};
    return std::nullopt;
}

std::string write_span(Span span) {
    auto counted = [](int n, char const* unit) { return fmt::format("{} {}{}", n, unit, n == 1 ? "" : "s"); };
    if (span.months != 0 && span.months % 12 == 0) return counted(span.months / 12, "year");
    if (span.months != 0) return counted(span.months, "month");
    if (span.days % 7 == 0) return counted(span.days / 7, "week");
    return counted(span.days, "day");
}

Date add(Date date, Span span) { return add_days(add_months(date, span.months), span.days); }
Date subtract(Date date, Span span) { return add_days(add_months(date, -span.months), -span.days); }

bool is_zone(std::string const& name) {
    std::unique_ptr<icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    return zone && *zone != icu::TimeZone::getUnknown();
}

Date date_in(std::string const& zone, Instant instant) {
    auto local = instant.micros + offset_micros(zone, instant);
    return Date{sys_days{std::chrono::days(floor_div(local, day))}};
}

std::optional<Minutes> read_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    auto h = digits(text, 0, 2);
    auto m = digits(text, 3, 2);
    if (!h || !m || *h > 23 || *m > 59) return std::nullopt;
    return Minutes{*h * 60 + *m};
}

std::string write_time(Minutes time) {
    return fmt::format("{:02}:{:02}", time.of_day / 60, time.of_day % 60);
}

Minutes time_in(std::string const& zone, Instant instant) {
    auto local = instant.micros + offset_micros(zone, instant);
    auto in_day = local - floor_div(local, day) * day;
    return Minutes{static_cast<int>(in_day / (60 * second))};
}

Instant instant_of(std::string const& zone, Date date, Minutes time) {
    std::int64_t local = std::int64_t(sys_days(date).time_since_epoch().count()) * day +
                         std::int64_t(time.of_day) * 60 * second;
    // Try both offsets that hold around this wall time; the first that maps back to it is right.
    Instant earlier{local - offset_micros(zone, {local - day})};
    Instant later{local - offset_micros(zone, {local + day})};
    for (Instant candidate : {std::min(earlier, later), std::max(earlier, later)})
        if (candidate.micros + offset_micros(zone, candidate) == local) return candidate;
    return std::max(earlier, later);
}

bool exists_in(std::string const& zone, Date date, Minutes time) {
    auto const instant = instant_of(zone, date, time);
    return date_in(zone, instant) == date && time_in(zone, instant) == time;
}

} // namespace radslag
