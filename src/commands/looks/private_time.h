#pragma once
// A2: what the family writes while it is alone is told to nobody else before it is handed over.
#include "commands/looks/looks.h"

namespace radslag::commands::looks {

// The stretches of meetings in which this reader was outside and which are not handed over yet.
class PrivateTime {
public:
    explicit PrivateTime(Look const& look);
    [[nodiscard]] bool covers(Instant at) const;

private:
    struct Stretch {
        Instant from;
        std::optional<Instant> until; // nothing: they are still alone
    };
    std::optional<Instant> handed_;
    std::vector<Stretch> stretches_;
};

} // namespace radslag::commands::looks
