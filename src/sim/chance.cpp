#include "sim/chance.h"

namespace radslag::sim {

std::string Chance::weighed(Weights const& weights) {
    int all = 0;
    for (auto const& [word, weight] : weights) all += weight;
    if (all == 0) return {};
    auto at = between(1, all);
    for (auto const& [word, weight] : weights) {
        at -= weight;
        if (at <= 0) return word;
    }
    return {};
}

} // namespace radslag::sim
