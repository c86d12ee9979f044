// Rules and a life make a day. The day-by-day account is recompute.py's; here are those worth a
// name.
#include "retention/support.h"

namespace radslag::retention {
namespace {

process::RetentionTable const& table(std::string_view country) {
    return *with_test_country().of(country);
}
Keeping kept(std::string_view country, Kept kind, Life const& life, std::string_view today) {
    return keeping(table(country), kind, life, day(today));
}
Life ended(std::string_view entry, std::string_view end) {
    Life life;
    life.last_entry = day(entry);
    life.case_end = day(end);
    return life;
}

TEST(Keeping, FiveYearsFromTheLastEntryAndGoneByTheEndOfTheNextYear) {
    auto const one = kept("SE", Kept::consents, ended("2026-03-03", "2026-03-03"), "2026-11-27");
    EXPECT_EQ(one.until, day("2031-03-03"));
    EXPECT_EQ(one.gone_by, day("2032-12-31"));
    EXPECT_FALSE(one.is_verified());
    EXPECT_FALSE(one.is_due(day("2031-03-03")));
    EXPECT_TRUE(one.is_due(day("2031-03-04")));
}

TEST(Keeping, FromALeapDayItEndsOnTheLastOfFebruary) {
    auto const one = kept("SE", Kept::consents, ended("2028-02-29", "2028-02-29"), "2028-03-01");
    EXPECT_EQ(one.until, day("2033-02-28"));
}

TEST(Keeping, ToTheEndOfTheMonthAndOfTheYear) {
    auto const life = ended("2026-08-31", "2026-08-31");
    EXPECT_EQ(kept("DK", Kept::contact_data, life, "2026-11-27").until, day("2027-02-28"));
    EXPECT_EQ(kept("DK", Kept::plan, life, "2026-11-27").until, day("2031-12-31"));
}

TEST(Keeping, ALawThatComesWhileItIsKeptDecides) {
    // By the old law until 2029-01-31; the leap day's law lets go at 2025-07-31; the long one never
    // comes.
    auto const life = ended("2024-01-31", "2024-01-31");
    auto const before = kept("XA", Kept::accounts, life, "2024-02-01");
    EXPECT_EQ(before.until, day("2025-07-31"));
    EXPECT_TRUE(before.later_law);
    EXPECT_EQ(before.law_of, day("2024-02-29"));
    // Past its day by the new law on the very day that comes into force: kept until the day before.
    auto const old = kept("XA", Kept::accounts, ended("2022-01-31", "2022-01-31"), "2024-02-01");
    EXPECT_EQ(old.until, day("2024-02-28"));
    // What lasts into the time of the long law is under it.
    auto const late = kept("XA", Kept::accounts, ended("2029-07-15", "2029-07-15"), "2029-08-01");
    EXPECT_EQ(late.until, day("2039-12-31"));
}

TEST(Keeping, WhatBeganUnderALawStaysUnderIt) {
    EXPECT_EQ(kept("XA", Kept::consents, ended("2026-06-30", "2026-06-30"), "2030-01-01").until,
              day("2033-12-31"));
    EXPECT_EQ(kept("XA", Kept::consents, ended("2026-07-01", "2026-07-01"), "2026-07-01").until,
              day("2027-01-01"));
}

TEST(Keeping, ACaseTakenUpAgainHasNoEnd) {
    Life life;
    life.last_entry = day("2020-01-01");
    EXPECT_EQ(kept("DK", Kept::plan, life, "2026-11-27").state, State::not_begun);
}

TEST(Keeping, OfSiblingsTheYoungestCounts) {
    auto life = ended("2024-06-15", "2024-06-15");
    life.births = {day("1996-02-29"), day("2008-02-29"), day("1999-03-01")};
    auto const one = kept("XA", Kept::case_papers, life, "2028-01-01");
    EXPECT_EQ(one.terms.front().start, day("2008-02-29"));
    EXPECT_EQ(one.terms.front().until, day("2038-02-28"));
    EXPECT_EQ(one.until, day("2038-02-28"));
}

TEST(Keeping, WithoutABirthDateNoDayIsGuessed) {
    auto life = ended("2024-06-15", "2024-06-15");
    life.births = {day("1996-02-29"), std::nullopt};
    EXPECT_EQ(kept("XA", Kept::case_papers, life, "2028-01-01").state, State::unknown);
    EXPECT_EQ(kept("SE", Kept::plan, life, "2040-01-01").state, State::unknown);
    life.births = {day("1996-02-28")};
    EXPECT_EQ(kept("SE", Kept::plan, life, "2040-01-01").state, State::until);
    life.births = {day("1996-02-28"), day("1996-02-25")};
    EXPECT_EQ(kept("SE", Kept::plan, life, "2040-01-01").state, State::forever);
}

TEST(Keeping, WhatIsAwaitedIsToldAndNotReckonedWith) {
    auto life = ended("2026-03-03", "2026-03-03");
    life.births = {day("2020-02-28")};
    auto const one = kept("SE", Kept::case_papers, life, "2026-11-27");
    EXPECT_EQ(one.until, day("2031-03-03"));
    ASSERT_EQ(one.awaited.size(), 1U);
    EXPECT_EQ(one.awaited.front().until, day("2050-02-28"));
}

} // namespace
} // namespace radslag::retention
