#include "commands/acts.h"

namespace radslag::commands {

std::vector<Act> const& acts() {
#define RADSLAG_LIST(name) name(),
    static std::vector<Act> const all{RADSLAG_ACTS(RADSLAG_LIST)};
#undef RADSLAG_LIST
    return all;
}

Act const* find_act(std::string_view name) {
    for (auto const& act : acts())
        if (act.name == name) return &act;
    return nullptr;
}

} // namespace radslag::commands
