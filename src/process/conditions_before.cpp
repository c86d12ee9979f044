#include "process/conditions.h"

namespace radslag::process {
namespace {

using Found = std::optional<Obstacle>;

// Each person in these must be able to do it, themselves or recorded for them.
Found each_may(Checker const& check, Who who, std::string_view act, Way const& way) {
    Who mute = check.may_not(who, act, way, By::each);
    return if_not(mute.empty(), act, check.names(mute));
}

Found one_may(Checker const& check, Who who, std::string_view act, Way const& way) {
    return if_not(check.may_one(who, act, way), act, check.names(who));
}

Found role_ready(Checker const& check, Need const& need, Way const& way) {
    Ix role = check.model.role(need.of);
    Who own;
    own.add(role);
    if (!check.someone(own, way))
        return Obstacle{"nobody can be brought into the role by then.",
                        "Let somebody `assign` or `name_person` in an earlier stage."};
    if (!check.model.roles[role].impartial) return {};
    Who mute = check.may_not(own, "declare_impartial", way, By::themselves);
    if (mute.empty()) return {};
    return Obstacle{fmt::format("{} may not `declare_impartial` up to there in their own name.",
                                check.names(mute)),
                    "Add a [[may]] with the act `declare_impartial` for them, without `for_whom`."};
}

Found questions_agreed(Checker const& check, Need const& need, Way const& way) {
    auto const& questions = check.model.questions;
    if (!questions) return without("[questions]");
    if (auto found = one_may(check, questions->written_by, main_act(need), way)) return found;
    if (questions->agreed_by.empty()) return {};
    return each_may(check, questions->agreed_by, brings_about(need.what).back().act, way);
}

Found named(Checker const& check, Need const& need, Way const& way) {
    if (!check.someone(need.who, way)) return nobody_may(main_act(need), check.names(need.who));
    int room = 0;
    each_role(need.who, [&](Ix role) { room += check.model.roles[role].at_most; });
    if (need.who.offices == 0 && room < need.at_least)
        return Obstacle{
            fmt::format("it asks for {} where there is room for {}.", need.at_least, room),
            "Lower `at_least` here, or raise `at_most` at the roles."};
    return {};
}

Found decided(Checker const& check, Need const& need, Way const& way) {
    bool about = false;
    for (auto const& decides : check.model.decides) {
        if (!decides.about.meets(need.who)) continue;
        about = true;
        auto found = decides.each ? each_may(check, decides.who, main_act(need), way)
                                  : one_may(check, decides.who, main_act(need), way);
        if (found) return found;
    }
    if (about) return {};
    return Obstacle{fmt::format("no [[decides]] is about {}.", check.names(need.who)),
                    "Add a [[decides]] about them, or take the need away."};
}

Found invited(Checker const& check, Need const& need, Way const& way) {
    Who never{need.who.roles & check.model.everyone(Function::coordinator).roles, 0};
    if (!never.empty())
        return Obstacle{fmt::format("{} invites and is not invited.", check.names(never)),
                        "Take the coordinator out of `who`."};
    return anyone_may(check, need, way);
}

Found prepared(Checker const& check, Need const& need, Way const& way) {
    auto const& preparation = check.model.preparation;
    if (!preparation) return without("[preparation]");
    Who left_out{need.who.roles & ~preparation->whom.roles, 0};
    if (!left_out.empty())
        return Obstacle{
            fmt::format("{} are not among those who are prepared.", check.names(left_out)),
            "Add them to `whom` of [preparation], or take them out of the need."};
    return one_may(check, preparation->by, main_act(need), way);
}

Found time_set_aside(Checker const& check, Need const& need, Way const& way) {
    if (check.model.meeting(need.of)->minutes == 0)
        return Obstacle{fmt::format("the meeting {} does not say how long it is.", quoted(need.of)),
                        "Add `minutes` to it, or take the need away."};
    return anyone_may(check, need, way);
}

} // namespace

std::optional<Obstacle> before_meeting(Checker const& check, Need const& need, Way const& way) {
    switch (need.what) {
    case Condition::consent:
        return each_may(check, {check.model.consent(need.of)->from.roles, 0}, main_act(need), way);
    case Condition::role:
        return role_ready(check, need, way);
    case Condition::questions:
        return questions_agreed(check, need, way);
    case Condition::purpose:
        if (!check.model.questions || check.model.questions->purposes.empty())
            return without("`purposes` in [questions]");
        return anyone_may(check, need, way);
    case Condition::own_words:
        return each_may(check, check.model.everyone(Function::main_person), main_act(need), way);
    case Condition::named:
        return named(check, need, way);
    case Condition::decided:
        return decided(check, need, way);
    case Condition::invited:
        return invited(check, need, way);
    case Condition::answered:
        return each_may(check, need.who, main_act(need), way);
    case Condition::prepared:
        return prepared(check, need, way);
    case Condition::meeting_planned:
    case Condition::room_limit: // with too many on its day, another day is found
        return anyone_may(check, need, way);
    case Condition::time_set_aside:
        return time_set_aside(check, need, way);
    default:
        return {};
    }
}

namespace {

// One act of a referral waits for the other: each of them, in this order, in the same stage or
// later.
Found in_order(Checker const& check, std::vector<std::string_view> const& acts, Way const& way) {
    std::size_t from = 0;
    std::string_view before;
    for (auto act : acts) {
        auto place = check.first_may(act, way, from);
        if (!place && before.empty()) return nobody_may(act);
        if (!place)
            return Obstacle{
                fmt::format("nobody may `{}` up to there after `{}`, which comes before it.", act,
                            before),
                fmt::format("Add a [[may]] with the act `{}` for the stage {} or a later one up to "
                            "there, or take the need away.",
                            act, check.stage_name(way.stages[from]))};
        from = *place;
        before = act;
    }
    return {};
}

Found granted(Checker const& check, Need const& need, Way const& way) {
    auto const& committee = check.model.committee;
    if (!committee) return without("[committee]");
    Who all = committee->members;
    all.roles |= committee->chair.roles;
    all.offices |= committee->chair.offices;
    if (auto found = one_may(check, all, main_act(need), way)) return found;
    return in_order(check, {"take_referral", "pass_to_committee", main_act(need)}, way);
}

} // namespace

std::optional<Obstacle> of_referral(Checker const& check, Need const& need, Intake const& intake,
                                    Way const& way) {
    if (need.what == Condition::identity_linked) {
        if (!intake.anonymous) return {};
        return in_order(
            check, {"take_referral", "pass_to_committee", "decide_referral", main_act(need)}, way);
    }
    if (intake.way != IntakeWay::referral)
        return Obstacle{"there is no referral in it.",
                        "Let this intake begin in a later stage, or take the need away."};
    switch (need.what) {
    case Condition::referral_passed:
        return in_order(check, {"take_referral", main_act(need)}, way);
    case Condition::criteria_met:
        if (check.model.criteria.empty()) return without("[[criteria]]");
        return anyone_may(check, need, way);
    case Condition::granted:
        return granted(check, need, way);
    case Condition::referrer_answered:
        return in_order(
            check, {"take_referral", "pass_to_committee", "decide_referral", main_act(need)}, way);
    default:
        return {};
    }
}

} // namespace radslag::process
