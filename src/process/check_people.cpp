#include "process/checker.h"

namespace radslag::process {
namespace {

// Named without an account are only the family, its network and support, and professionals from
// outside; everybody else works with the software and is assigned.
void check_filled(Checker& check, Ix place, std::string const& at, std::string const& called) {
    auto const& role = check.model.roles[place];
    auto is = quoted(word(role.is));
    if (role.is != Function::referrer && role.offices == 0 && !can_be_named(role))
        return check.complain(
            at + ".is",
            fmt::format("{} can be filled by no one: {} is assigned to staff, but it has no "
                        "offices.",
                        called, is),
            "Name its `offices`.");
    if (role.offices != 0 && role.may_be_outsider && !can_be_named(role))
        check.complain(at + ".outsider",
                       fmt::format("{} cannot be filled by an outsider: nobody is named as {} "
                                   "without an account.",
                                   called, is),
                       "Take `outsider` away.");
    auto lacks = [&](std::uint64_t roles) { return ((roles >> place) & 1U) != 0; };
    std::vector<std::string> stuck;
    for (auto const& intake : check.model.intakes)
        if (lacks(check.missing_in(&intake))) stuck.push_back(intake.id);
    if (stuck.empty() && !lacks(check.unfilled())) return;
    if (role.is == Function::referrer)
        return check.complain(at + ".is",
                              called + " can be filled by no one: no intake is by referral.",
                              "Write `way = \"referral\"` at an intake, or take the role away.");
    bool staffed = role.offices != 0;
    auto where = lacks(check.unfilled()) ? std::string{}
                                         : Checker::told_intakes(stuck, check.model.intakes.size());
    check.complain(
        at,
        fmt::format("{} can be filled by no one{}: nobody may {}.", called, where,
                    staffed ? "`assign` staff to it before somebody is in it" : "`name_person`"),
        staffed ? "Add a [[may]] with the act `assign` for an office, such as "
                  "\"office:manager\"."
                : "Add a [[may]] with the act `name_person`.");
}

// A1 is hard: no model lets somebody lead without the pledge, or without saying that they take no
// side.
void check_coordinator(Checker& check, Role const& role, std::string const& at,
                       std::string const& called) {
    auto asks = [&](bool asked, std::string const& key, std::string_view what) {
        if (asked) return;
        check.complain(at + "." + key,
                       fmt::format("{} leads the conference {} (A1).", called, what),
                       fmt::format("Write `{} = true` at it.", key));
    };
    asks(role.pledge, "pledge", "without the secrecy pledge");
    asks(role.impartial, "impartial", "without declaring impartiality");
}

void check_role(Checker& check, Ix place) {
    auto const& role = check.model.roles[place];
    auto at = fmt::format("role.{}", place);
    auto called = "The role " + quoted(role.id);
    if (role.at_most == 0)
        return check.complain(at + ".at_most", called + " can be filled by no one: at_most is 0.",
                              "Raise `at_most`, or take the role away.");
    if (role.at_least > role.at_most)
        check.complain(at + ".at_least",
                       fmt::format("{} needs at least {} but has room for at most {}.", called,
                                   role.at_least, role.at_most),
                       "Lower `at_least` or raise `at_most`.");
    if (role.incompatible.has(place))
        check.complain(at + ".incompatible", called + " is incompatible with itself.",
                       "Take it out of its own `incompatible`.");
    if (role.offices == 0 && !role.may_be_outsider)
        return check.complain(at + ".outsider",
                              called +
                                  " can be filled by no one: it has neither offices nor outsiders.",
                              "Name its `offices`, or write `outsider = true`.");
    check_filled(check, place, at, called);
    if (role.is == Function::coordinator) check_coordinator(check, role, at, called);
    Who own;
    own.add(place);
    bool filled = ((check.unfilled() >> place) & 1U) == 0;
    if (role.impartial && filled &&
        !check.may_not(own, "declare_impartial", check.everywhere, By::themselves).empty())
        check.complain(at + ".impartial", called + " must declare impartiality but may not.",
                       "Add a [[may]] with the act `declare_impartial` for it, without `for_whom`: "
                       "nobody declares it for another.");
    if (role.ends && !check.happens(*role.ends))
        check.complain(at + ".ends", called + " would end at a moment that never comes.",
                       "Name an act that somebody may do, or a stage or meeting that is reached.");
}

void check_consent(Checker& check, std::size_t place) {
    auto const& consent = check.model.consents[place];
    auto at = fmt::format("consent.{}.from", place);
    auto called = "The consent " + quoted(consent.id);
    if (consent.from.empty())
        return check.complain(at, called + " can be given by nobody: `from` is empty.",
                              "Name the roles whose yes it is.");
    if (consent.from.offices != 0)
        check.complain(at, called + " is asked of an office.",
                       "Name roles: only a person in the case can say yes for themselves.");
    bool anyone = false;
    each_role(consent.from, [&](Ix role) { anyone |= check.model.roles[role].at_most > 0; });
    if (!anyone && consent.from.roles != 0)
        return check.complain(at, called + " can be given by nobody: no one can have these roles.",
                              "Name roles that somebody can fill.");
    Who asked{consent.from.roles, 0};
    Who mute = check.may_not(asked, "give_consent", check.everywhere, By::each);
    if (!mute.empty())
        check.complain(
            at,
            fmt::format("{} can never be given by {}: nobody may `give_consent` by or for "
                        "them.",
                        called, check.names(mute)),
            "Add a [[may]] with the act `give_consent` for them.");
}

void check_identity(Checker& check) {
    bool anonymous = false;
    for (auto const& intake : check.model.intakes) anonymous |= intake.anonymous;
    std::size_t linking = 0;
    for (std::size_t i = 0; i < check.model.consents.size(); ++i) {
        if (!check.model.consents[i].links_identity) continue;
        if (++linking == 2)
            check.complain(
                fmt::format("consent.{}.links_identity", i),
                fmt::format("The consent {} links the identity, and another one does already.",
                            quoted(check.model.consents[i].id)),
                "Let one consent give the family its name.");
        if (!anonymous)
            check.complain(
                fmt::format("consent.{}.links_identity", i),
                fmt::format("The consent {} links an identity, but no intake is anonymous.",
                            quoted(check.model.consents[i].id)),
                "Take `links_identity` away, or make the referral `anonymous`.");
    }
    if (anonymous && linking == 0)
        check.complain(
            "intake", "A referral is anonymous, but no consent links the identity.",
            "Write `links_identity = true` at the consent that gives the family its name.");
}

} // namespace

void check_people(Checker& check) {
    auto const& model = check.model;
    for (Ix i = 0; i < model.roles.size(); ++i) check_role(check, i);
    if (model.everyone(Function::main_person).empty())
        check.complain("role", "No role is the main person's.",
                       "Write `is = \"main_person\"` at the role the conference is about.");
    if (model.everyone(Function::coordinator).empty())
        check.complain("role", "No role is the coordinator's: nobody leads the conference.",
                       "Write `is = \"coordinator\"` at the role that leads it.");
    for (std::size_t i = 0; i < model.consents.size(); ++i) check_consent(check, i);
    check_identity(check);
    Who decided;
    for (std::size_t i = 0; i < model.decides.size(); ++i) {
        auto const& decides = model.decides[i];
        Who twice{decides.about.roles & decided.roles, 0};
        decided.roles |= decides.about.roles;
        if (!twice.empty())
            check.complain(
                fmt::format("decides.{}.about", i),
                fmt::format("Who decides about {} stands in two [[decides]].", check.names(twice)),
                "Name each role in one of them.");
        Who mute = check.may_not(decides.who, "decide_invitation", check.everywhere,
                                 decides.each ? By::each : By::one);
        if (!mute.empty())
            check.complain(
                fmt::format("decides.{}.who", i),
                fmt::format("{} decide who is invited, but nobody may `decide_invitation` "
                            "by or for them.",
                            check.names(mute)),
                "Add a [[may]] with the act `decide_invitation` for them.");
    }
}

} // namespace radslag::process
