#pragma once
// Which acts bring about what a need asks for: one table, for the check of a model (can it come
// about?), for whose turn it is, and for the way from a need to its form.
#include "process/vocabulary.h"

namespace radslag::process {

// How an act stands to those who lack what the need asks for.
enum class Brings {
    at_once, // to nobody: done once
    about,   // done about each of them
    by_each  // each of them does it, or it is recorded for them
};

struct Bringer {
    Condition condition;
    std::string_view act;
    Brings how = Brings::at_once;
    std::string_view of{};  // the act's field that takes what the need is `of`
    std::string_view who{}; // the act's field that takes a role among the need's `who`
};

// The first is the one without which it cannot come about.
std::span<Bringer const> brings_about(Condition condition);

} // namespace radslag::process
