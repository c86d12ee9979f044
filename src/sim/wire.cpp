#include "sim/wire.h"

namespace radslag::sim {

using commands::Answer;

Answer<commands::view::CaseView> StraightWire::look(commands::Caller const& who, CaseId const& id) {
    return commands::look_at_case(world_, who, id);
}

Answer<commands::view::Done> StraightWire::send(commands::Caller const& who,
                                                std::optional<CaseId> const& id,
                                                std::string const& act,
                                                commands::Request const& request) {
    if (id) return commands::perform(world_, who, *id, act, request);
    return act == "refer" ? commands::refer(world_, who, request)
                          : commands::open_case(world_, who, request);
}

Answer<commands::view::LogView> StraightWire::read_log(commands::Caller const& who,
                                                       CaseId const& id) {
    return commands::look_at_log(world_, who, id, {});
}

} // namespace radslag::sim
