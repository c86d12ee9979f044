// Whatever a simulated year comes by is among what was proved: a lost network, a process that ends in
// the middle, people who forget, withdraw, come late and answer twice.
#include <iostream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "process/small_model.h"
#include "proof/proof.h"
#include "sim/sim.h"

namespace radslag::proof::test {
namespace {

using testing::IsEmpty;

TEST(Bridge, EverythingThatASimulatedYearComesByIsProved) {
    auto reading = process::read_library(process::test::files_below("models"));
    ASSERT_TRUE(reading.complaints.empty());
    commands::Books const books(std::move(reading.library));
    auto const store = sim::make_memory_store();
    sim::Year year;
    year.seed = 20261127;
    year.days = 300;
    year.conferences = 240;
    year.from = *read_instant("2026-01-05T06:00:00Z");
    auto const lived = sim::live_a_year(*store, books, year);
    ASSERT_TRUE(lived.has_value()) << lived.error().logged;
    Bridge bridge;
    EXPECT_THAT(bridge.follow(*store, books), IsEmpty());
    auto const counts = bridge.counts();
    EXPECT_GE(counts.cases, 240U);
    EXPECT_GT(counts.acts, 6'000U);
    // Each act is played, but these. A new one is played, or stands here with a reason.
    std::set<std::string> const never{
        "move_model", // there is one version of each model
    };
    for (auto act : process::act_names())
        EXPECT_NE(counts.happened.contains(std::string(act)), never.contains(std::string(act)))
            << act;
    bridge.tell(std::cout);
}

} // namespace
} // namespace radslag::proof::test
