#pragma once
// A2: what the family writes while it is alone is told to nobody else before it is handed over.
#include "commands/act.h"

namespace radslag::commands {

// The stretches of meetings in which the asker was outside and which are not handed over yet.
class PrivateTime {
public:
    explicit PrivateTime(Here const& here);
    [[nodiscard]] bool covers(Instant at) const;

private:
    struct Stretch {
        Instant from;
        std::optional<Instant> until; // nothing: they are still alone
    };
    std::optional<Instant> handed_;
    std::vector<Stretch> stretches_;
};

// The actions of the plan that the asker may read: all, their own, or none.
std::vector<plan::Action const*> readable_actions(Here const& here);

} // namespace radslag::commands
