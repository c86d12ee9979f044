#pragma once
// Draws from one seed. Whoever draws has a stream of their own, so that one more draw here moves
// nothing there.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/base.h"

namespace radslag::sim {

using Weights = std::vector<std::pair<std::string, int>>;

class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    std::size_t below(std::size_t limit) { return random_.below(limit); }
    int between(int low, int high) { // both included
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1));
    }
    bool odds(int in_hundred) { return between(1, 100) <= in_hundred; }
    template <class T> T const& pick(std::vector<T> const& all) {
        RADSLAG_SURE(!all.empty());
        return all[below(all.size())];
    }
    template <class T> void shuffle(std::vector<T>& all) {
        for (auto left = all.size(); left > 1; --left) std::swap(all[left - 1], all[below(left)]);
    }
    std::string weighed(Weights const& weights); // "" when all weigh nothing
    Chance branch() { return Chance(random_.next()); }
    SeededRandom& random() { return random_; }

private:
    SeededRandom random_;
};

} // namespace radslag::sim
