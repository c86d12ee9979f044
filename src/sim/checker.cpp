#include "sim/checker.h"

#include <fmt/format.h>

namespace radslag::sim {

std::vector<std::unique_ptr<Checker>> all_checkers() {
    std::vector<std::unique_ptr<Checker>> all;
#define RADSLAG_ADD_CHECKER(name) all.push_back(watch_##name());
    RADSLAG_CHECKERS(RADSLAG_ADD_CHECKER)
#undef RADSLAG_ADD_CHECKER
    return all;
}

std::string where(Saved const& saved) {
    auto const& c = saved.file.conference();
    auto const& act = saved.happenings.front().name;
    return fmt::format("no. {} of {}, {} at {}", c.number, c.model, act, write_instant(saved.now));
}

} // namespace radslag::sim
