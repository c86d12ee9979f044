// The declarations of all acts, in the order in which they come in a conference's life.
#include "commands/acts.h"

namespace radslag::commands {

view::ActList all_acts() {
    view::ActList list;
    for (auto act : {open_case_act(), refer_act()}) {
        auto told = declaration(act);
        told.on_behalf = false;
        list.acts.push_back(std::move(told));
    }
    for (auto const& act : acts()) list.acts.push_back(declaration(act));
    for (auto const& act : staff_acts()) list.acts.push_back(declaration(act));
    return list;
}

} // namespace radslag::commands
