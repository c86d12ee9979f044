// Whose turn it is, and what waits for them.
#include <algorithm>

#include "commands/looks/looks.h"
#include "workflow/workflow.h"

namespace radslag::commands::looks {
namespace {

using People = std::vector<PersonId>;

// Who could take a turn: people of each role who are here, in order; staff only when they are
// ready. A child too young to be asked is never waited for.
std::vector<People> holders(Look const& look) {
    auto const& here = look.here;
    std::vector<People> found(here.model().roles.size());
    for (auto const& person : here.all<people::Person>()) {
        auto role = here.model().role(person.role);
        if (role != process::nowhere && workflow::is_ready(here.book, here.file, person) &&
            !workflow::is_shut_out(here.file, person.id) &&
            workflow::has_own_voice(here.book, person, here.today))
            found[role].push_back(person.id);
    }
    return found;
}

// What waits, for one role or office.
struct Waits {
    People names;
    std::vector<std::string> what;

    void add(std::string const& words, People const& people) {
        what.push_back(words);
        for (auto const& id : people)
            if (std::ranges::find(names, id) == names.end()) names.push_back(id);
    }
};

// Whose turn it is by role. Who does something for themselves alone is named while they lack it; a
// role that nobody holds is told only where nobody else can do it.
std::vector<People> whose(Look const& look, workflow::Turn& turn, std::vector<People> held) {
    auto const& here = look.here;
    People lacking;
    if (!turn.need.empty())
        lacking = workflow::lacking(here.book, here.file, here.today, here.book.atoms()[turn.atom]);
    Who filled;
    for (Ix i = 0; i < held.size(); ++i) {
        bool const somebody = !held[i].empty();
        if (turn.each.has(i))
            std::erase_if(held[i], [&](PersonId const& id) {
                return std::ranges::find(lacking, id) == lacking.end();
            });
        if (!held[i].empty()) filled.add(i);
        else if (somebody) turn.who.roles &= ~(std::uint64_t{1} << i);
    }
    if ((turn.who.roles & filled.roles) != 0 || turn.who.offices != 0)
        turn.who.roles &= filled.roles;
    return held;
}

std::string waiting_words(Look const& look, workflow::Turn const& turn) {
    auto const& model = look.here.model();
    if (turn.need.empty()) return look.words(turn.act, model.stages[look.here.facts.stage].id);
    auto const* need = model.need(turn.need);
    RADSLAG_SURE(need != nullptr);
    return need_text(look, *need);
}

} // namespace

std::vector<view::Turn> turns_of(Look const& look) {
    auto const& here = look.here;
    auto const& model = here.model();
    auto const offices = process::words(process::Office{});
    auto const held = holders(look);
    std::vector<Waits> of_roles(held.size());
    std::vector<Waits> of_offices(offices.size());
    for (auto turn : workflow::turns(here.book, here.facts, here.conference().round)) {
        auto const what = waiting_words(look, turn);
        auto const names = whose(look, turn, held);
        for (Ix i = 0; i < names.size(); ++i)
            if (turn.who.has(i)) of_roles[i].add(what, names[i]);
        for (std::size_t i = 0; i < offices.size(); ++i)
            if (turn.who.has(process::Office(i))) of_offices[i].add(what, {});
    }
    std::vector<view::Turn> turns;
    for (Ix i = 0; i < of_roles.size(); ++i) {
        auto const& role = model.roles[i];
        if (of_roles[i].what.empty()) continue;
        view::Turn turn{role.id,
                        look.words("role", role.id),
                        {},
                        here.actor.who.has(i),
                        std::move(of_roles[i].what)};
        if (look.any(Matter::people) || role.offices != 0)
            for (auto const& id : of_roles[i].names) turn.names.push_back(look.name_for(id));
        turns.push_back(std::move(turn));
    }
    for (std::size_t i = 0; i < of_offices.size(); ++i) {
        if (of_offices[i].what.empty()) continue;
        std::string const office(offices[i]);
        turns.push_back({"office:" + office,
                         look.house("office." + office),
                         {},
                         here.actor.who.has(process::Office(i)),
                         std::move(of_offices[i].what)});
    }
    return turns;
}

} // namespace radslag::commands::looks
