#pragma once
// Calendar dates, instants and spans. Deadlines are dates in the municipality's own time zone;
// what happened is an instant (UTC, whole microseconds).
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace radslag {

using Date = std::chrono::year_month_day;

struct Instant {
    std::int64_t micros = 0; // since 1970-01-01T00:00:00Z
    auto operator<=>(Instant const&) const = default;
};

// "2026-02-29" is refused, "2028-02-29" is a date. Years 1850 to 2200.
std::optional<Date> read_date(std::string_view text);
std::string write_date(Date date);

// "2026-11-22T13:41:07.123456Z": always UTC, always six decimals when written; 0 to 6 when read.
std::optional<Instant> read_instant(std::string_view text);
std::string write_instant(Instant instant);

Date add_days(Date date, int days);
// The same day of a later month, or that month's last day: 31 January + 1 month = 28 or 29 February.
Date add_months(Date date, int months);
int days_between(Date from, Date to);

struct IsoWeek {
    int year;
    unsigned week; // 1 to 53
    unsigned day;  // 1 Monday to 7 Sunday
    bool operator==(IsoWeek const&) const = default;
};
IsoWeek iso_week(Date date);

// A span as models write it: "5 days", "6 weeks", "2 months", "1 year".
struct Span {
    int months = 0;
    int days = 0;
    bool operator==(Span const&) const = default;
};
std::optional<Span> read_span(std::string_view text);
std::string write_span(Span span);
Date add(Date date, Span span);
Date subtract(Date date, Span span);

// Wall-clock time in a zone of the IANA database ("Europe/Stockholm"). A local time that does not
// exist (the hour lost in spring) or exists twice (autumn) is read as the later, respectively the
// earlier, instant. An unknown zone is a bug: it is checked where an organisation is made.
bool is_zone(std::string const& zone);
Date date_in(std::string const& zone, Instant instant);
struct Minutes {
    int of_day = 0; // 0 to 1439
    auto operator<=>(Minutes const&) const = default;
};
std::optional<Minutes> read_time(std::string_view text); // "17:00"
std::string write_time(Minutes time);
Minutes time_in(std::string const& zone, Instant instant);
Instant instant_of(std::string const& zone, Date date, Minutes time);
// False in the hour that is lost when the clocks go forward.
bool exists_in(std::string const& zone, Date date, Minutes time);

} // namespace radslag
