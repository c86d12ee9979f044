#include "commands/acts.h"

namespace radslag::commands {

Ids standing_questions(Here const& here) {
    return ids_of<preparation::Question>(here, [](auto const& q) { return !q.removed_at; });
}

} // namespace radslag::commands
