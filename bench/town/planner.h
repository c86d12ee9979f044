#pragma once
// Chooses what is asked for when measuring: real requests of people who work in the town.
#include <filesystem>

#include "bench/town/staffing.h"

namespace radslag::bench {

struct Sizes {
    std::size_t cases = 500; // read, each by somebody who works with it
    std::size_t acts = 256;  // cases in which an answer to an invitation can be written down
};

// Writes plan.json and *.http into `folder`. `plain_desk`: how many cases somebody has whose desk
// is no mountain.
void plan(std::filesystem::path const& database, std::filesystem::path const& folder,
          commands::Books const& books, Staffing const& staffing, std::size_t plain_desk,
          Sizes const& sizes);

} // namespace radslag::bench
