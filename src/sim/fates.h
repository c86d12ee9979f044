#pragma once
// What comes of a conference that is asked for: in the shares that have been published
// (words/habits.toml tells by whom).
#include <optional>

#include "sim/aim.h"

namespace radslag::sim {

struct Fated {
    Aim aim;
    Way way;
};
std::optional<Fated> draw_fate(process::Model const& model, Date day, Chance& chance);

} // namespace radslag::sim
