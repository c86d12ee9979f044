#pragma once
// Which cases a municipality has: every stage of every model, every kind of ending, and what a
// newcomer should have seen.
#include "sim/aim.h"
#include "sim/town.h"

namespace radslag::sim {

struct Part { // a case to be
    Town const* town = nullptr;
    workflow::RuleBook const* book = nullptr;
    Aim aim;
    Way way;
};

std::vector<Part> cast(std::vector<Town> const& towns, commands::Books const& books,
                       std::size_t about, Date today, Chance& chance);

} // namespace radslag::sim
