#pragma once
// What the store seals, for rows that go past it.
#include <filesystem>

#include "bench/town/original.h"
#include "storage/seals.h"

namespace radslag::bench {

// The key that `radslag init` made in the folder.
Outcome<storage::DataKeys> keys_of(std::filesystem::path const& folder);
std::unique_ptr<storage::Seals> seals_with(storage::KeySource const& keys);

void open(storage::Seals& seals, Sheet& sheet);
void seal(storage::Seals& seals, Sheet const& sheet, Cells& row);

} // namespace radslag::bench
