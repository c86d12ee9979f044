#pragma once
// A key of the data, from a seed.
#include "storage/storage.h"

namespace radslag::test {

inline storage::DataKey data_key(std::uint64_t seed) {
    storage::DataKey key{};
    SeededRandom(seed).fill(key);
    return key;
}

inline Outcome<storage::DataKeys> data_keys() { return storage::DataKeys{data_key(20261127)}; }

} // namespace radslag::test
