// From a need to its form: which of the acts that bring it about the reader may do now, and what of
// the form the need settles.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

using process::Bringer;
using process::Brings;
using People = std::vector<PersonId>;

bool is_among(People const& people, std::string const& id) {
    return std::ranges::find(people, PersonId{id}) != people.end();
}

bool is_offered(view::Can const& can, std::string_view field, std::string const& value) {
    auto at = std::ranges::find(can.choices, field, &view::Choices::field);
    return at != can.choices.end() &&
           std::ranges::find(at->options, value, &view::Option::value) != at->options.end();
}

// What the need is `of` must be offered; of its roles, the only one that is.
bool settle(Look const& look, view::Can const& can, Bringer const& by, process::Need const& need,
            view::Leads& leads) {
    if (!by.of.empty()) {
        if (!is_offered(can, by.of, need.of)) return false;
        leads.filled.push_back(one(std::string(by.of), need.of));
    }
    if (by.who.empty()) return true;
    std::vector<std::string> roles;
    for (auto const& role : look.here.model().roles)
        if (look.here.book.is_in(need.who, role.id) && is_offered(can, by.who, role.id))
            roles.push_back(role.id);
    if (roles.size() == 1) leads.filled.push_back(one(std::string(by.who), roles.front()));
    return !roles.empty();
}

// A meeting is opened, led and ended where the need asks for that one.
bool is_row_of(Look const& look, std::string const& id, process::Need const& need) {
    auto const* meeting = look.here.file.find<meeting::Meeting>(RowId{id});
    return meeting == nullptr || need.of.empty() || meeting->meeting == need.of;
}

bool aim(Look const& look, view::Can const& can, Bringer const& by, process::Need const& need,
         People const& lacking, view::Leads& leads) {
    if (can.about) {
        for (auto const& row : *can.about)
            if (by.how == Brings::about ? is_among(lacking, row.id) : is_row_of(look, row.id, need))
                leads.about.push_back(row.id);
        return !leads.about.empty();
    }
    if (by.how != Brings::by_each) return true;
    std::vector<std::string> whom;
    for (auto const& person : can.for_whom)
        if (is_among(lacking, person.id)) whom.push_back(person.id);
    bool const mine = can.own_name && std::ranges::any_of(lacking, [&](PersonId const& id) {
                          return look.is_me(id);
                      });
    if (whom.size() == 1 && !mine) leads.for_whom = whom.front();
    return mine || !whom.empty();
}

} // namespace

std::vector<view::Leads> leads_of(Look const& look, workflow::Asked const& asked) {
    auto const& here = look.here;
    auto const lacking =
        workflow::lacking(here.book, here.file, here.today, here.book.atoms()[asked.atom]);
    std::vector<view::Leads> all;
    for (auto const& by : process::brings_about(asked.need->what)) {
        auto can = std::ranges::find(look.can, by.act, &view::Can::act);
        if (can == look.can.end()) continue;
        view::Leads leads;
        leads.act = by.act;
        if (settle(look, *can, by, *asked.need, leads) &&
            aim(look, *can, by, *asked.need, lacking, leads))
            all.push_back(std::move(leads));
    }
    return all;
}

} // namespace radslag::commands::looks
