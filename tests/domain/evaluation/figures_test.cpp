// Figures over many cases: whatever is told, no count below five can be worked out from it. The
// worlds that would have been told alike are counted out one by one.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "domain/evaluation/evaluation.h"

namespace radslag::evaluation {
namespace {

using Numbers = std::set<std::int64_t>;
constexpr std::int64_t far = 34; // counts of the worlds that are tried

std::vector<std::int64_t> cells_of(Counts const& counts, bool timed) {
    if (timed) return {counts.kept, counts.passed, counts.late};
    return {counts.kept, counts.passed};
}

std::vector<std::int64_t> shown(Figures const& told) {
    std::vector<std::int64_t> all;
    for (auto const& one : {told.cases, told.kept, told.passed, told.late})
        if (one) all.push_back(*one);
    return all;
}

void each_world(bool timed, std::function<void(Counts const&)> const& look) {
    for (std::int64_t kept = 0; kept <= far; ++kept)
        for (std::int64_t passed = 0; passed <= far; ++passed)
            for (std::int64_t late = 0; late <= (timed ? far : 0); ++late)
                look({kept, passed, late});
}

using Told =
    std::tuple<std::optional<std::int64_t>, std::optional<std::int64_t>,
               std::optional<std::int64_t>, std::optional<std::int64_t>, std::optional<Outcome>>;
Told key(Figures const& f) { return {f.cases, f.kept, f.passed, f.late, f.nearly_all}; }

// All worlds, by what is told of them.
std::map<Told, std::vector<Counts>> const& worlds(bool timed) {
    static std::map<Told, std::vector<Counts>> all[2];
    auto& found = all[timed ? 1 : 0];
    if (found.empty())
        each_world(timed, [&](Counts const& c) { found[key(figures_of(c, timed))].push_back(c); });
    return found;
}
std::vector<Counts> const& alike(Counts const& counts, bool timed) {
    return worlds(timed).at(key(figures_of(counts, timed)));
}

constexpr std::size_t unsure = 3; // so many values at least stay possible

void expect_unsure(Numbers const& possible, std::int64_t truth, std::string const& what) {
    if (truth < fewest)
        EXPECT_GE(possible.size(), unsure) << what << " can be worked out: " << truth;
}

std::string named(Counts const& c) {
    return std::to_string(c.kept) + "/" + std::to_string(c.passed) + "/" + std::to_string(c.late);
}

class Figuring : public testing::TestWithParam<bool> {};

TEST_P(Figuring, NoCountBelowFiveIsToldOrWorkedOutFromOneRule) {
    bool const timed = GetParam();
    for (auto const& [told, all] : worlds(timed)) {
        std::vector<Numbers> possible(timed ? 3 : 2);
        Numbers sums;
        for (auto const& world : all) {
            auto const cells = cells_of(world, timed);
            for (std::size_t i = 0; i < cells.size(); ++i) possible[i].insert(cells[i]);
            sums.insert(world.all());
        }
        bool const at_the_edge = std::ranges::any_of(all, [](Counts const& c) {
            return std::max({c.kept, c.passed, c.late}) + 2 * fewest > far;
        });
        if (at_the_edge) continue; // here worlds that would be alike were not tried
        for (auto const& world : all) {
            auto const cells = cells_of(world, timed);
            for (std::size_t i = 0; i < cells.size(); ++i)
                expect_unsure(possible[i], cells[i], named(world));
            expect_unsure(sums, world.all(), named(world) + " altogether");
        }
    }
}

TEST_P(Figuring, WhatIsToldIsInFivesAndNeverSmaller) {
    each_world(GetParam(), [&](Counts const& c) {
        for (auto figure : shown(figures_of(c, GetParam()))) {
            ASSERT_EQ(figure % fewest, 0);
            ASSERT_GE(figure, fewest);
        }
    });
}

TEST_P(Figuring, NoneIsHiddenAlone) {
    bool const timed = GetParam();
    each_world(timed, [&](Counts const& c) {
        auto const told = figures_of(c, timed);
        auto const hidden = int(!told.kept) + int(!told.passed) + (timed ? int(!told.late) : 0);
        ASSERT_NE(hidden, 1) << named(c);
    });
}

// What one learns from two rules together that are asked in the same cases, as those of a gate are.
TEST(Figures, NeitherDoesAnotherRuleOfTheSameGateTellIt) {
    std::mt19937 random(20261127);
    for (int trial = 0; trial < 400; ++trial) {
        std::int64_t const cases = std::int64_t(random() % 24);
        std::vector<Counts> rules;
        for (int i = 0; i < 4; ++i) {
            auto const passed = std::int64_t(random() % std::uint64_t(cases + 1));
            rules.push_back({cases - passed, passed, 0});
        }
        std::set<std::int64_t> sums; // that all of them allow
        for (std::int64_t sum = 0; sum <= far; ++sum)
            if (std::ranges::all_of(rules, [&](Counts const& rule) {
                    return std::ranges::any_of(alike(rule, false),
                                               [&](Counts const& w) { return w.all() == sum; });
                }))
                sums.insert(sum);
        for (auto const& rule : rules) {
            Numbers kept;
            Numbers passed;
            for (auto const& world : alike(rule, false))
                if (sums.contains(world.all())) {
                    kept.insert(world.kept);
                    passed.insert(world.passed);
                }
            expect_unsure(kept, rule.kept, named(rule));
            expect_unsure(passed, rule.passed, named(rule));
        }
    }
}

// Whoever looks at the end of a quarter and of the next does not learn what a few cases did
// between.
TEST_P(Figuring, NeitherDoesTheDifferenceOfTwoLooks) {
    bool const timed = GetParam();
    std::mt19937 random(20261128);
    for (int trial = 0; trial < 60; ++trial) {
        auto some = [&](std::uint64_t below) { return std::int64_t(random() % below); };
        Counts const before{some(9), some(9), timed ? some(9) : 0};
        Counts const after{before.kept + some(7), before.passed + some(7),
                           before.late + (timed ? some(7) : 0)};
        auto const& then = alike(before, timed);
        auto const& now = alike(after, timed);
        std::vector<Numbers> possible(timed ? 3 : 2);
        for (auto const& a : then)
            for (auto const& b : now) {
                auto const from = cells_of(a, timed);
                auto const to = cells_of(b, timed);
                for (std::size_t i = 0; i < from.size(); ++i)
                    if (to[i] >= from[i]) possible[i].insert(to[i] - from[i]);
            }
        auto const from = cells_of(before, timed);
        auto const to = cells_of(after, timed);
        for (std::size_t i = 0; i < from.size(); ++i)
            expect_unsure(possible[i], to[i] - from[i], named(before) + " to " + named(after));
    }
}

INSTANTIATE_TEST_SUITE_P(Rules, Figuring, testing::Values(false, true));

TEST(Figures, TellWhatThereIsEnoughOf) {
    auto const told = figures_of({17, 8, 0}, false);
    EXPECT_EQ(told.cases, 25);
    EXPECT_EQ(told.kept, 15);
    EXPECT_EQ(told.passed, 5);
    EXPECT_FALSE(told.late);
    EXPECT_FALSE(told.nearly_all);
}

TEST(Figures, HideBothWhereOneIsSmallAndSayWhichWayNearlyAllWent) {
    for (std::int64_t passed = 0; passed < fewest; ++passed) {
        auto const told = figures_of({20 - passed, passed, 0}, false);
        EXPECT_EQ(told.cases, 20);
        EXPECT_FALSE(told.kept);
        EXPECT_FALSE(told.passed);
        EXPECT_EQ(told.nearly_all, Outcome::kept);
    }
}

TEST(Figures, TellNothingOfFewerThanFive) {
    EXPECT_EQ(figures_of({4, 0, 0}, false), Figures{});
    EXPECT_EQ(figures_of({0, 0, 0}, true), Figures{});
    EXPECT_EQ(figures_of({2, 1, 1}, true), Figures{});
}

Date day(std::string_view text) { return *read_date(text); }

TEST(ToldUntil, TheEndOfTheLastQuarterThatIsOver) {
    EXPECT_EQ(told_until(2026, day("2026-03-31")), std::nullopt);
    EXPECT_EQ(told_until(2026, day("2026-04-01")), day("2026-03-31"));
    EXPECT_EQ(told_until(2026, day("2026-09-30")), day("2026-06-30"));
    EXPECT_EQ(told_until(2026, day("2026-12-31")), day("2026-09-30"));
    EXPECT_EQ(told_until(2025, day("2026-01-01")), day("2025-12-31"));
    EXPECT_EQ(told_until(2027, day("2026-12-31")), std::nullopt);
}

TEST(InRound, TheWorstCountsAndOfThoseTheLast) {
    auto row = [](Outcome outcome, std::int64_t at, std::int64_t round, std::int64_t version) {
        Followed one;
        one.rule = "stage.circle.1";
        one.outcome = outcome;
        one.at = Instant{at};
        one.round = round;
        one.model_version = version;
        return one;
    };
    std::vector<Followed> const all{row(Outcome::passed, 1, 1, 1), row(Outcome::kept, 2, 1, 1),
                                    row(Outcome::kept, 3, 2, 1), row(Outcome::late, 4, 1, 2)};
    EXPECT_EQ(in_round(all, 1, "stage.circle.1", 1)->outcome, Outcome::passed);
    EXPECT_EQ(in_round(all, 1, "stage.circle.1", 2)->outcome, Outcome::kept);
    EXPECT_EQ(in_round(all, 2, "stage.circle.1", 1)->outcome, Outcome::late);
    EXPECT_FALSE(in_round(all, 1, "stage.circle.2", 1));
    EXPECT_FALSE(in_round(all, 1, "stage.circle.1", 3));
}

} // namespace
} // namespace radslag::evaluation
