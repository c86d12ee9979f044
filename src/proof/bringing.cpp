#include <algorithm>

#include "process/process.h"
#include "proof/way.h"

namespace radslag::proof {
namespace {

using process::Bringer;
using process::Brings;
using process::Condition;
using workflow::Atom;

bool holds(Player& player, Atom const& atom) {
    return workflow::count(player.book(), player.file(), {player.today()}, atom) ==
           workflow::Count::all;
}

// Those who lack something: the people of the condition itself.
std::vector<PersonId> lacking(Player& player, Atom const& atom) {
    return workflow::lacking(player.book(), player.file(), player.today(), atom);
}

std::vector<std::string> roles_of(Player& player, Who who) {
    std::vector<std::string> all;
    each_role(who, [&](Ix role) { all.push_back(player.book().model().roles[role].id); });
    return all;
}

// By each who decides about them.
bool decide(Player& player, PersonId const& about) {
    bool any = false;
    auto const now = player.file();
    for (auto const& person : now.all<people::Person>()) {
        Wish wish{about.text, person.id.text, {}, {{"answer", std::string("yes")}}};
        any = player.perform("decide_invitation", wish) || any;
    }
    return any || player.perform("decide_invitation", {about.text, {}, {}, {}});
}

} // namespace

bool fill_role(Player& player, std::string const& role) {
    for (auto const& name : player.names())
        if (auto const row = player.row_of(name, role))
            if (player.perform("declare_impartial", {row->text, {}, name, {}})) return true;
    for (auto const& name : player.names()) {
        if (player.row_of(name, role)) continue;
        Wish const wish{
            {}, {}, {}, {{"role", role}, {"staff", player.staff(name).text}}};
        if (!player.perform("assign", wish)) continue;
        if (auto const row = player.row_of(name, role))
            player.perform("declare_impartial", {row->text, {}, name, {}});
        return true;
    }
    return false;
}

namespace {

bool by(Player& player, Bringer const& bringer, Atom const& atom) {
    std::string const act(bringer.act);
    Wish wish;
    if (!bringer.of.empty()) wish.fields[std::string(bringer.of)] = atom.of;
    if (act == "assign") return fill_role(player, atom.of);
    if (act == "decide_invitation") {
        bool any = false;
        for (auto const& id : lacking(player, atom)) any = decide(player, id) || any;
        return any;
    }
    if (!bringer.who.empty()) {
        for (auto const& role : roles_of(player, atom.who)) {
            wish.fields[std::string(bringer.who)] = role;
            if (player.perform(act, wish)) return true;
        }
        return false;
    }
    if (act == "arrive") {
        auto const now = player.file();
        for (auto const& person : now.all<people::Person>()) {
            if (!player.book().is_in(atom.who, person.role)) continue;
            wish.fields["person"] = person.id.text;
            if (player.perform(act, wish)) return true;
        }
        return false;
    }
    if (act == "answer_review") {
        bool any = false;
        auto const* meeting = player.book().model().meeting(atom.of);
        for (auto const& question : meeting->review_questions) {
            wish.fields["question"] = question;
            any = player.perform(act, wish) || any;
        }
        return any;
    }
    auto const people = lacking(player, atom);
    if (bringer.how == Brings::at_once || people.empty()) return player.perform(act, wish);
    bool any = false;
    for (auto const& id : people) {
        auto each = wish;
        (bringer.how == Brings::about ? each.about : each.for_whom) = id.text;
        any = player.perform(act, each) || any;
        // Staff say it themselves.
        each.for_whom.clear();
        if (bringer.how == Brings::by_each) any = player.perform(act, each) || any;
    }
    return any;
}

// Where nobody is there who may do it, somebody comes into a role that may.
bool staff_for(Player& player, std::string const& act) {
    auto const& model = player.book().model();
    Who who;
    for (auto const* row : player.book().mays(act)) who.roles |= row->who.roles;
    auto const now = player.file();
    bool any = false;
    each_role(who, [&](Ix role) {
        auto const& id = model.roles[role].id;
        auto const& people = now.all<people::Person>();
        bool const there = std::any_of(people.begin(), people.end(), [&](auto const& person) {
            return person.role == id && workflow::is_ready(player.book(), now, person);
        });
        if (!any && !there && model.roles[role].offices != 0) any = fill_role(player, id);
    });
    return any;
}

} // namespace

bool bring_about(Player& player, std::string const& id) {
    auto const& model = player.book().model();
    auto const* need = model.need(id);
    if (need == nullptr) return false;
    Atom const atom{need->what, need->of, need->who, need->at_least};
    for (int times = 0; times < 4 && !holds(player, atom); ++times) {
        bool any = false;
        auto const all = process::brings_about(need->what);
        for (auto const& bringer : all) {
            if (holds(player, atom)) return true;
            any = by(player, bringer, atom) || any;
        }
        for (auto const& bringer : all)
            if (!any && !holds(player, atom)) any = staff_for(player, std::string(bringer.act));
        if (!any) break;
    }
    // Passed by only where it must be: what was passed in one step is asked for again in another.
    return holds(player, atom) || player.perform("pass_gate", {id, {}, {}, {}});
}

bool perform_through(Player& player, std::string const& act, Wish const& wish) {
    for (int times = 0; times < 3; ++times) {
        if (player.perform(act, wish)) return true;
        if (player.refusal().empty() && staff_for(player, act)) continue;
        std::vector<std::string> needs;
        for (auto const& why : player.refusal())
            if (why.code == "gate.closed") needs = cells::split(why.facts.front().second);
        if (needs.empty()) return false;
        for (auto const& need : needs)
            if (!bring_about(player, need)) return false;
    }
    return player.perform(act, wish);
}

} // namespace radslag::proof
