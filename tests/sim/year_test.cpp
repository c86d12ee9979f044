// A year with everything that goes wrong: the checkers look and find nothing, and each finds the
// mistake that was planted for it.
#include "sim/town_rig.h"

#include <gmock/gmock.h>

namespace radslag::sim {
namespace {

using ::testing::Each;
using ::testing::Field;
using ::testing::Gt;

commands::Books const& ours() {
    static commands::Books const all = our_books();
    return all;
}

Year some_of_it() {
    Year year;
    year.seed = 7;
    year.days = 200;
    year.conferences = 60;
    year.from = *read_instant("2026-01-05T06:00:00Z");
    return year;
}

Lived live(Year const& year, commands::Store& store) {
    auto lived = live_a_year(store, ours(), year);
    if (!lived) throw std::runtime_error(lived.error().logged);
    return *lived;
}
Lived live(Year const& year) {
    auto store = make_memory_store();
    return live(year, *store);
}

TEST(Year, NothingIsFoundAndEveryCheckerHasLooked) {
    auto const lived = live(some_of_it());
    std::ostringstream told;
    tell(lived, told);
    EXPECT_TRUE(lived.fine()) << told.str();
    EXPECT_THAT(lived.checkers, Each(Field(&Counted::times, Gt(0U)))) << told.str();
    EXPECT_GT(lived.lost, 0U);
    EXPECT_GT(lived.doubled, 0U);
    EXPECT_GT(lived.crashed, 0U);
    EXPECT_GT(lived.delayed, 0U);
}

TEST(Year, TheSameSeedIsTheSameYear) {
    auto const year = some_of_it();
    auto const first = live(year).digest;
    EXPECT_EQ(live(year).digest, first);
    auto other = year;
    other.seed = 8;
    EXPECT_NE(live(other).digest, first);
}

// What the store in memory keeps is what a real one keeps.
TEST(Year, OnADatabaseItIsTheSameYear) {
    auto year = some_of_it();
    year.conferences = 25;
    auto const memory = make_memory_store();
    auto const in_memory = live(year, *memory);
    Folder folder;
    auto sqlite = std::move(
        *storage::open_sqlite({(folder.path / "radslag.db").string(), test::data_keys, 1, false}));
    auto const on_disk = live(year, *sqlite);
    EXPECT_TRUE(on_disk.fine());
    EXPECT_EQ(on_disk.digest, in_memory.digest);
    EXPECT_EQ(*digest(*sqlite), *digest(*memory));
    ASSERT_TRUE(sqlite->write_notes().has_value());
    auto const verified =
        storage::verify((folder.path / "radslag.db").string(), test::data_keys, {}, {});
    ASSERT_TRUE(verified.has_value());
    EXPECT_GT(verified->rows, 2000);
    EXPECT_TRUE(verified->findings.empty())
        << word(verified->findings.front().is) << " " << verified->findings.front().table;
}

std::set<std::string> finders(Lived const& lived) {
    std::set<std::string> found;
    for (auto const& checker : lived.checkers)
        if (checker.wrongs > 0) found.insert(checker.name);
    return found;
}

TEST(Year, EachPlantedMistakeIsFound) {
    std::set<std::string> finds;
    for (auto const& mistake : planted_mistakes()) {
        auto year = some_of_it();
        year.plant = mistake;
        auto const lived = live(year);
        EXPECT_FALSE(lived.fine()) << mistake;
        EXPECT_THAT(finders(lived), ::testing::Contains(planted_for(mistake))) << mistake;
        finds.insert(planted_for(mistake));
        year.days = 100; // the same seed finds it again
        EXPECT_EQ(live(year).digest, live(year).digest) << mistake;
    }
    for (auto const& checker : live(some_of_it()).checkers)
        EXPECT_THAT(finds, ::testing::Contains(checker.name));
}

// The other five mistakes are seen by others as well.
TEST(Year, AMistakeGoesThroughWhereItsOnlyCheckerIsTurnedOff) {
    std::set<std::string> through;
    for (auto const& mistake : planted_mistakes()) {
        auto year = some_of_it();
        year.plant = mistake;
        year.blind = {planted_for(mistake)};
        auto const lived = live(year);
        EXPECT_THAT(finders(lived), ::testing::Not(::testing::Contains(planted_for(mistake))));
        if (lived.fine()) through.insert(mistake);
    }
    EXPECT_EQ(through,
              (std::set<std::string>{"a clock goes back", "a name too early", "a no writes",
                                     "a number is skipped", "a stranger looks", "a yes is lost",
                                     "an answer is signed", "half is written", "papers lie open",
                                     "somebody stays"}));
}

TEST(Year, WhoProvesSeesEveryCase) {
    auto store = make_memory_store();
    std::size_t seen = 0;
    auto const lived = live_a_year(*store, ours(), some_of_it(),
                                   [&](workflow::RuleBook const&, workflow::CaseFile const&,
                                       workflow::Circumstances const&) { ++seen; });
    EXPECT_TRUE(lived.has_value());
    EXPECT_GT(seen, 500U);
}

// domain.md 1.3, with some room for chance.
TEST(Year, WhatComesOfConferencesIsAsPublished) {
    auto year = some_of_it();
    year.days = 420;
    year.conferences = 400;
    auto const lived = live(year);
    auto const share = [](std::size_t of, std::size_t all) {
        return 100 * of / std::max<std::size_t>(1, all);
    };
    std::ostringstream told;
    tell(lived, told);
    EXPECT_NEAR(double(share(lived.willing, lived.asked)), 60, 10) << told.str();
    EXPECT_NEAR(double(share(lived.held, lived.asked)), 27, 8) << told.str();
    EXPECT_GE(share(lived.planned, lived.held), 85U) << told.str();
    EXPECT_NEAR(double(lived.seats) / double(lived.held), 10, 1.5) << told.str();
    auto const days = double(lived.days_to_meeting) / double(lived.held);
    EXPECT_GE(days, 28) << told.str();
    EXPECT_LE(days, 56) << told.str();
}

} // namespace
} // namespace radslag::sim
