// Who is in the case: staff in their roles, the family and those around it.
#include <algorithm>

#include "sim/sitting.h"

namespace radslag::sim {

using process::Function;
using process::Role;

bool Sitting::declare() {
    auto const* it = sight_.can("declare_impartial");
    if (it == nullptr || !it->about) return false;
    bool did = false;
    for (auto const& row : rows_of(*it)) did = does({"declare_impartial", row, {}, {}}) || did;
    return did;
}

// ---- staff

namespace {

bool is_held_by_staff(Function is) {
    switch (is) {
    case Function::coordinator:
    case Function::case_worker:
    case Function::approver:
    case Function::chair:
    case Function::committee:
    case Function::professional:
        return true;
    default:
        return false;
    }
}

} // namespace

bool Sitting::staff() {
    bool did = false;
    for (auto const& option : sight_.options("assign", "role")) {
        auto const ix = play_.model().role(option.value);
        if (ix == process::nowhere) continue;
        auto const& role = play_.model().roles[ix];
        bool const early = play_.model().stages[play_.stage_].before_start;
        bool const helps = role.is == Function::professional || role.is == Function::committee;
        if (!is_held_by_staff(role.is) || (early && helps)) continue;
        int const wanted = std::max(role.at_least, helps && role.may_be_outsider ? 0 : 1);
        for (int left = wanted - play_.have(role.id); left > 0 && has_time(); --left)
            did = assign(role) || did;
    }
    return did;
}

bool Sitting::assign_to(std::string const& role) {
    auto const ix = play_.model().role(role);
    return ix != process::nowhere && play_.have(role) == 0 &&
           has(sight_.options("assign", "role"), role) && has_time() &&
           assign(play_.model().roles[ix]);
}

// Whoever holds the office and no role that would stand in the way; the commands say which those
// are.
bool Sitting::assign(Role const& role) {
    std::vector<commands::Staff const*> able;
    for (auto const& one : play_.town_.staff)
        if ((one.offices & role.offices) != 0) able.push_back(&one);
    play_.chance_.shuffle(able);
    std::ranges::stable_sort(
        able, {}, [&](auto const* one) { // nobody is given two roles without need
            return std::ranges::count(play_.held_, one->id, &Play::Held::staff);
        });
    int tries = 0;
    for (auto const* one : able)
        if (++tries <= 5 &&
            does_once({"assign", {}, {}, {{"role", role.id}, {"staff", one->id.text}}}, 12))
            return true;
    return false;
}

// ---- the family, and who is around it

bool Sitting::name(Someone const& one, std::string const& role) {
    Wish wish{"name_person", {}, {}, {}};
    wish.fields = {{"name", one.name}, {"role", role}, {"closeness", one.near}};
    if (!one.relation.empty()) wish.fields["relation"] = one.relation;
    if (one.born) wish.fields["born"] = write_date(*one.born);
    if (!one.phone.empty()) wish.fields["phone"] = one.phone;
    if (!one.mail.empty()) wish.fields["mail"] = one.mail;
    if (auto const* it = sight_.can("name_person");
        it != nullptr && !it->for_whom.empty() && play_.chance_.odds(70))
        wish.for_whom = play_.chance_.pick(it->for_whom).id;
    if (!has_time()) return false;
    bool const did = does(wish);
    // A place can be full, or the name stand for something else: nobody is tried for ever.
    return did;
}

// The nth of the roles of this kind that can be named; custody before what is decided for an adult.
std::string Sitting::named_role(Function is, std::size_t nth, bool by_law) {
    std::vector<std::string> roles;
    for (auto const& option : sight_.options("name_person", "role"))
        if (play_.book_.function(option.value) == is) roles.push_back(option.value);
    if (roles.empty()) return {};
    return by_law ? roles.back() : roles[nth % roles.size()];
}

bool Sitting::name_some(Function is, std::vector<Someone> const& some, std::size_t& named) {
    bool did = false;
    while (named < some.size() && time_ > 0) {
        bool const by_law = is == Function::speaks_for && !play_.home_.of_a_child();
        auto const role = named_role(is, is == Function::speaks_for ? 0 : named, by_law);
        if (role.empty()) return did;
        auto const& one = some[named++]; // refused or not, nobody is written in twice
        did = name(one, role) || did;
    }
    return did;
}

bool Sitting::name_people() {
    if (!can("name_person") && !can("change_person")) return false;
    auto& home = play_.home_;
    bool did = tell_age();
    if (home.of_a_child() && !play_.aim_.intake->anonymous)
        did = name_some(Function::speaks_for, home.guardians, play_.named_guardians_) || did;
    if (play_.model().stages[play_.stage_].before_start) return did;
    did = name_some(Function::main_person, home.mains, play_.named_mains_) || did;
    did = speak_for() || did;
    did = name_some(Function::network, home.network, play_.named_network_) || did;
    auto some = home.professionals;
    some.insert(some.end(), home.others.begin(), home.others.end());
    return name_some(Function::professional, some, play_.named_professionals_) || did;
}

// Whether a child's own voice is asked for goes by how old it is.
bool Sitting::tell_age() {
    auto const* it = sight_.can("change_person");
    if (it == nullptr || !it->about || play_.home_.mains.empty()) return false;
    for (auto const& row : rows_of(*it)) {
        auto const* person = sight_.person(row);
        if (person == nullptr || play_.book_.function(person->role) != Function::main_person ||
            person->born)
            continue;
        auto at = std::ranges::find(play_.home_.mains, person->name, &Someone::name);
        if (at == play_.home_.mains.end()) continue;
        Wish wish{"change_person",
                  row,
                  {},
                  {{"name", at->name}, {"born", write_date(*at->born)}, {"closeness", at->near}}};
        if (!it->own_name) continue;
        if (has_time() && does_once(wish)) return true;
    }
    return false;
}

// With siblings it is told for whom somebody speaks.
bool Sitting::speak_for() {
    auto const* it = sight_.can("speak_for");
    if (it == nullptr || !it->about || sight_.options("speak_for", "whom").size() < 2) return false;
    bool did = false;
    for (auto const& row : rows_of(*it)) {
        auto const* guardian = sight_.person(row);
        for (auto const& main : sight_.options("speak_for", "whom")) {
            bool const known = guardian != nullptr &&
                               std::ranges::any_of(guardian->speaks_for, [&](auto const& speaks) {
                                   return speaks.whom == main.value;
                               });
            Wish wish{"speak_for", row, {}, {{"whom", main.value}}};
            if (!known && play_.times_["speaks " + row + main.value]++ == 0)
                did = does(wish) || did;
        }
    }
    return did;
}

} // namespace radslag::sim
