#pragma once
// To which matter each kind of happening belongs, and where the words for its detail stand.
#include <optional>
#include <string_view>

#include "process/process.h"

namespace radslag::commands::looks {

struct Kind {
    std::string_view name;
    std::optional<process::Matter> matter; // nothing: open to whoever sees the log
    // The model's table for its detail; "words" the software's own, "act" another entry's name.
    std::string_view detail = {};
};

// What is not listed (null) is told to nobody: so it is with answers to questionnaires, for an entry
// would tell whose they are.
Kind const* kind_of(std::string_view happening);

} // namespace radslag::commands::looks
