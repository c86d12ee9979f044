// What I may do now: the same questions that perform() asks, put for every act.
#include <algorithm>

#include "commands/commands.h"
#include "commands/pick.h"

namespace radslag::commands {
namespace {

std::vector<view::Named> whom(Act const& act, Here const& here, workflow::Who who) {
    std::vector<view::Named> found;
    auto roles = workflow::for_whom(here.book, here.facts, who, act.name);
    if (roles.empty()) return found;
    Naming const naming(here);
    for (auto const& p : here.all<people::Person>())
        if (p.is_here() && here.book.is_in(roles, p.role) &&
            (act.whom == nullptr || act.whom(here, p)))
            found.push_back({p.id.text, naming(p)});
    return found;
}

std::optional<view::Can> can_do(Act const& act, Here const& here) {
    auto const who = here.actor.asks_for(act.name);
    if (here.book.mays(act.name).empty()) return {};
    view::Can can;
    can.act = act.name;
    can.own_name = workflow::may_in_own_name(here.book, here.facts, who, act.name);
    can.for_whom = whom(act, here, who);
    if (!can.own_name && can.for_whom.empty()) return {};
    if (act.when != nullptr && !act.when(here)) return {};
    if (act.candidates != nullptr) {
        can.about = act.candidates(here);
        if (can.about->empty()) return {};
    }
    for (auto const& spec : act.fields) {
        if (spec.pick == nullptr) continue;
        view::Choices choices{std::string(spec.name), spec.pick(here)};
        if (choices.options.empty() && spec.required) return {};
        can.choices.push_back(std::move(choices));
    }
    if (act.filled != nullptr && can.about)
        for (auto const& row : *can.about) can.filled.push_back({row, act.filled(here, row)});
    if (act.words != nullptr) can.words = act.words(here);
    return can;
}

} // namespace

std::vector<view::Can> can_now(Here const& here) {
    std::vector<view::Can> all;
    for (auto const& act : acts())
        if (auto can = can_do(act, here)) all.push_back(std::move(*can));
    return all;
}

} // namespace radslag::commands
