#pragma once
// An organisation and who works there.
#include "commands/commands.h"
#include "sim/words.h"

namespace radslag::sim {

struct Town {
    commands::Organisation organisation;
    bool every_model = false;
    std::vector<commands::Staff> staff;
    Tongue const* tongue = nullptr;

    [[nodiscard]] commands::Caller caller(commands::Staff const& one) const {
        return {one.id, organisation.id, one.language};
    }
};

// Writes them down; the pledges are signed, nobody has a password yet.
// Several of each when there is much to do: "Lillåkers kommun 2".
Outcome<std::vector<Town>> make_towns(commands::Store& store, Random& random, Instant now,
                                      std::size_t of_each = 1);

} // namespace radslag::sim
