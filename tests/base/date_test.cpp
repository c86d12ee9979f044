#include "base/base.h"

#include <gtest/gtest.h>

namespace radslag {
namespace {

Date on(std::string_view text) {
    auto date = read_date(text);
    EXPECT_TRUE(date.has_value()) << text;
    return date.value_or(Date{});
}

Instant at(std::string_view text) {
    auto instant = read_instant(text);
    EXPECT_TRUE(instant.has_value()) << text;
    return instant.value_or(Instant{});
}

Date some_date(SeededRandom& random) {
    return add_days(on("1850-01-01"), static_cast<int>(random.below(128'000))); // to 2200
}

TEST(Date, RefusesWhatIsNoDay) {
    for (auto const* text :
         {"2026-02-29", "1900-02-29", "2100-02-29",  "2026-04-31",  "2026-13-01", "2026-00-10",
          "2026-01-00", "1849-12-31", "2201-01-01",  "2026-1-01",   "2026-01-1",  "26-01-01",
          "",           "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-0x", "２０２６-01-01",
          "+026-01-01", "-026-01-01"})
        EXPECT_FALSE(read_date(text).has_value()) << text;
}

TEST(Date, KnowsLeapDays) {
    for (auto const* text : {"2024-02-29", "2028-02-29", "2000-02-29"})
        EXPECT_EQ(write_date(on(text)), text);
    EXPECT_EQ(days_between(on("2028-02-28"), on("2028-03-01")), 2);
    EXPECT_EQ(days_between(on("2026-02-28"), on("2026-03-01")), 1);
}

TEST(Date, EveryDayIsReadAsWritten) {
    for (Date day = on("1850-01-01"); day <= on("2200-12-31"); day = add_days(day, 1)) {
        auto again = read_date(write_date(day));
        ASSERT_TRUE(again.has_value()) << write_date(day);
        ASSERT_EQ(*again, day);
    }
}

TEST(Date, AMonthLaterIsThatDayOrTheMonthsLast) {
    EXPECT_EQ(write_date(add_months(on("2026-01-31"), 1)), "2026-02-28");
    EXPECT_EQ(write_date(add_months(on("2028-01-31"), 1)), "2028-02-29");
    EXPECT_EQ(write_date(add_months(on("2028-02-29"), 12)), "2029-02-28");
    EXPECT_EQ(write_date(add_months(on("2026-08-31"), 1)), "2026-09-30");
    EXPECT_EQ(write_date(add_months(on("2026-03-31"), -1)), "2026-02-28");
    EXPECT_EQ(write_date(add_months(on("2026-12-15"), 1)), "2027-01-15");
    SeededRandom random(1);
    for (int i = 0; i < 5'000; ++i) {
        Date from = some_date(random);
        int months = static_cast<int>(random.below(49)) - 24;
        Date to = add_months(from, months);
        ASSERT_TRUE(to.ok());
        auto index = [](Date date) { return int(date.year()) * 12 + int(unsigned(date.month())); };
        ASSERT_EQ(index(to) - index(from), months) << write_date(from) << " " << months;
        Date last{to.year() / to.month() / std::chrono::last};
        ASSERT_EQ(to.day(), std::min(from.day(), last.day())) << write_date(from) << " " << months;
    }
}

TEST(Date, DaysAddUp) {
    SeededRandom random(2);
    for (int i = 0; i < 5'000; ++i) {
        Date from = some_date(random);
        int days = static_cast<int>(random.below(4'001)) - 2'000;
        ASSERT_EQ(days_between(from, add_days(from, days)), days);
        ASSERT_EQ(add_days(add_days(from, days), -days), from);
    }
}

TEST(IsoWeek, KnowsWeek53) {
    EXPECT_EQ(iso_week(on("2020-12-31")), (IsoWeek{2020, 53, 4}));
    EXPECT_EQ(iso_week(on("2021-01-03")), (IsoWeek{2020, 53, 7}));
    EXPECT_EQ(iso_week(on("2021-01-04")), (IsoWeek{2021, 1, 1}));
    EXPECT_EQ(iso_week(on("2026-12-28")), (IsoWeek{2026, 53, 1}));
    EXPECT_EQ(iso_week(on("2027-01-03")), (IsoWeek{2026, 53, 7}));
    EXPECT_EQ(iso_week(on("2025-12-29")), (IsoWeek{2026, 1, 1}));
    EXPECT_EQ(iso_week(on("2024-12-30")), (IsoWeek{2025, 1, 1}));
}

TEST(IsoWeek, GoesOnDayByDay) {
    IsoWeek before = iso_week(on("1850-01-01"));
    for (Date day = on("1850-01-02"); day <= on("2200-12-31"); day = add_days(day, 1)) {
        IsoWeek now = iso_week(day);
        if (before.day < 7) {
            ASSERT_EQ(now, (IsoWeek{before.year, before.week, before.day + 1})) << write_date(day);
        } else {
            ASSERT_EQ(now.day, 1U);
            bool next_week = now.year == before.year && now.week == before.week + 1;
            bool next_year = now.year == before.year + 1 && now.week == 1 && before.week >= 52;
            ASSERT_TRUE(next_week || next_year) << write_date(day);
        }
        // 28 December and 4 January are always in the last and the first week of their own year.
        if (unsigned(day.month()) == 1 && unsigned(day.day()) == 4) {
            ASSERT_EQ(now.year, int(day.year()));
            ASSERT_EQ(now.week, 1U);
        }
        before = now;
    }
}

TEST(Instant, IsReadAndWritten) {
    EXPECT_EQ(at("1970-01-01T00:00:00Z").micros, 0);
    EXPECT_EQ(write_instant({0}), "1970-01-01T00:00:00.000000Z");
    EXPECT_EQ(write_instant({-1}), "1969-12-31T23:59:59.999999Z");
    EXPECT_EQ(at("2026-11-22T13:41:07.5Z").micros, at("2026-11-22T13:41:07.500000Z").micros);
    EXPECT_EQ(at("2026-11-22T13:41:07.000001Z").micros - at("2026-11-22T13:41:07Z").micros, 1);
    for (auto const* text :
         {"2026-11-22T13:41:07", "2026-11-22 13:41:07Z", "2026-11-22T24:00:00Z",
          "2026-11-22T13:60:00Z", "2026-11-22T13:41:60Z", "2026-11-22T13:41:07.Z",
          "2026-11-22T13:41:07.1234567Z", "2026-02-29T13:41:07Z", "2026-11-22T13:41:07+01:00",
          "2026-11-22T13:41:07.12x4Z", "", "Z", "2026-11-22T13:41:0Z", "2026-11-22T-1:41:07Z"})
        EXPECT_FALSE(read_instant(text).has_value()) << text;
}

TEST(Instant, RoundTripsAndKeepsItsOrder) {
    SeededRandom random(3);
    auto first = at("1850-01-01T00:00:00Z").micros;
    auto span = static_cast<std::uint64_t>(at("2200-12-31T23:59:59Z").micros - first);
    for (int i = 0; i < 20'000; ++i) {
        Instant a{first + static_cast<std::int64_t>(random.next() % span)};
        Instant b{first + static_cast<std::int64_t>(random.next() % span)};
        ASSERT_EQ(read_instant(write_instant(a)), a) << a.micros;
        ASSERT_EQ(a < b, write_instant(a) < write_instant(b)); // text sorts as time does
    }
}

TEST(Span, IsReadAndWritten) {
    EXPECT_EQ(read_span("5 days"), (Span{0, 5}));
    EXPECT_EQ(read_span("1 day"), (Span{0, 1}));
    EXPECT_EQ(read_span("6 weeks"), (Span{0, 42}));
    EXPECT_EQ(read_span("3 months"), (Span{3, 0}));
    EXPECT_EQ(read_span("1 year"), (Span{12, 0}));
    for (auto const* text : {"", "days", "5", "5days", "5  days", " 5 days", "0 days", "-1 days",
                             "5 Days", "5 hours", "12345 days", "1.5 years", "5 days ", "x days"})
        EXPECT_FALSE(read_span(text).has_value()) << text;
    for (int n = 1; n < 1'000; ++n) {
        EXPECT_EQ(read_span(write_span(Span{0, n})), (Span{0, n}));
        EXPECT_EQ(read_span(write_span(Span{n, 0})), (Span{n, 0}));
    }
}

TEST(Span, MovesADate) {
    EXPECT_EQ(write_date(add(on("2026-01-31"), {1, 0})), "2026-02-28");
    EXPECT_EQ(write_date(add(on("2027-02-28"), {12, 1})), "2028-02-29");
    EXPECT_EQ(write_date(add(on("2026-11-22"), {0, 42})), "2027-01-03");
    EXPECT_EQ(write_date(subtract(on("2026-03-31"), {1, 0})), "2026-02-28");
    EXPECT_EQ(write_date(subtract(on("2027-01-03"), {0, 42})), "2026-11-22");
}

TEST(Time, IsReadAndWritten) {
    for (int minute = 0; minute < 24 * 60; ++minute)
        ASSERT_EQ(read_time(write_time({minute})), Minutes{minute});
    for (auto const* text : {"24:00", "23:60", "7:00", "07.00", "07:00:00", "", "ab:cd", "-1:00"})
        EXPECT_FALSE(read_time(text).has_value()) << text;
}

TEST(Zone, IsKnownOrNot) {
    EXPECT_TRUE(is_zone("Europe/Stockholm"));
    EXPECT_TRUE(is_zone("Europe/Copenhagen"));
    EXPECT_FALSE(is_zone("Europe/Visby"));
    EXPECT_FALSE(is_zone(""));
}

class SummerTime : public testing::TestWithParam<char const*> {};
INSTANTIATE_TEST_SUITE_P(Zones, SummerTime,
                         testing::Values("Europe/Stockholm", "Europe/Copenhagen"));

TEST_P(SummerTime, BeginsOnTheLastSundayOfMarch) {
    std::string zone = GetParam();
    auto day = on("2026-03-29");
    EXPECT_EQ(write_instant(instant_of(zone, day, {60})), "2026-03-29T00:00:00.000000Z");
    EXPECT_EQ(write_instant(instant_of(zone, day, {3 * 60})), "2026-03-29T01:00:00.000000Z");
    // 02:30 does not exist: the later reading, half past three in summer time.
    auto lost = instant_of(zone, day, {2 * 60 + 30});
    EXPECT_EQ(write_instant(lost), "2026-03-29T01:30:00.000000Z");
    EXPECT_EQ(write_time(time_in(zone, lost)), "03:30");
    EXPECT_EQ(write_time(time_in(zone, at("2026-03-29T00:59:59.999999Z"))), "01:59");
    EXPECT_EQ(write_time(time_in(zone, at("2026-03-29T01:00:00Z"))), "03:00");
}

TEST_P(SummerTime, EndsOnTheLastSundayOfOctober) {
    std::string zone = GetParam();
    auto day = on("2026-10-25");
    // 02:30 is there twice: the earlier of the two.
    auto twice = instant_of(zone, day, {2 * 60 + 30});
    EXPECT_EQ(write_instant(twice), "2026-10-25T00:30:00.000000Z");
    EXPECT_EQ(write_time(time_in(zone, twice)), "02:30");
    EXPECT_EQ(write_time(time_in(zone, {twice.micros + 3'600'000'000})), "02:30");
    EXPECT_EQ(write_instant(instant_of(zone, day, {3 * 60})), "2026-10-25T02:00:00.000000Z");
}

TEST_P(SummerTime, DayTurnsAtLocalMidnight) {
    std::string zone = GetParam();
    EXPECT_EQ(write_date(date_in(zone, at("2026-06-30T21:59:59.999999Z"))), "2026-06-30");
    EXPECT_EQ(write_date(date_in(zone, at("2026-06-30T22:00:00Z"))), "2026-07-01");
    EXPECT_EQ(write_date(date_in(zone, at("2026-12-31T22:59:59.999999Z"))), "2026-12-31");
    EXPECT_EQ(write_date(date_in(zone, at("2026-12-31T23:00:00Z"))), "2027-01-01");
}

TEST_P(SummerTime, EveryMinuteOfTheChangingDaysComesBack) {
    std::string zone = GetParam();
    for (auto const* text : {"2026-03-29", "2026-10-25", "2026-11-22", "2027-03-28", "2027-10-31"})
        for (int minute = 0; minute < 24 * 60; ++minute) {
            auto day = on(text);
            auto instant = instant_of(zone, day, {minute});
            ASSERT_EQ(date_in(zone, instant), day) << text << " " << minute;
            bool lost =
                std::string_view(text).substr(5, 2) == "03" && minute >= 120 && minute < 180;
            ASSERT_EQ(time_in(zone, instant).of_day, lost ? minute + 60 : minute) << text;
            ASSERT_EQ(exists_in(zone, day, {minute}), !lost) << text << " " << minute;
        }
}

TEST_P(SummerTime, AnInstantIsNeverLaterThanItsWallTimeReadBack) {
    std::string zone = GetParam();
    SeededRandom random(4);
    auto first = at("1990-01-01T00:00:00Z").micros / 60'000'000;
    for (int i = 0; i < 5'000; ++i) {
        Instant instant{(first + static_cast<std::int64_t>(random.below(25'000'000))) * 60'000'000};
        auto back = instant_of(zone, date_in(zone, instant), time_in(zone, instant));
        auto early = instant.micros - back.micros; // one hour in the hour that is there twice
        ASSERT_TRUE(early == 0 || early == 3'600'000'000) << write_instant(instant);
    }
}

} // namespace
} // namespace radslag
