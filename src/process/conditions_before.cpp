#include "process/conditions.h"

namespace radslag::process {
namespace {

using Found = std::optional<Obstacle>;

Found if_not(bool good, std::string_view act, std::string const& who = {}) {
    return good ? Found{} : nobody_may(act, who);
}

// Everyone of these must be able to do it, themselves or recorded for them.
Found each_may(Checker const& check, Who who, std::string_view act, Way const& way) {
    Who mute = check.may_not(who, act, way);
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
    if (check.model.roles[role].impartial) return each_may(check, own, "declare_impartial", way);
    return {};
}

Found questions_agreed(Checker const& check, Way const& way) {
    auto const& questions = check.model.questions;
    if (!questions) return without("[questions]");
    if (auto found = one_may(check, questions->written_by, "write_question", way)) return found;
    if (questions->agreed_by.empty()) return {};
    return one_may(check, questions->agreed_by, "agree_questions", way);
}

Found named(Checker const& check, Need const& need, Way const& way) {
    if (!check.someone(need.who, way)) return nobody_may("name_person", check.names(need.who));
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
        auto found = decides.each ? each_may(check, decides.who, "decide_invitation", way)
                                  : one_may(check, decides.who, "decide_invitation", way);
        if (found) return found;
    }
    if (about) return {};
    return Obstacle{fmt::format("no [[decides]] is about {}.", check.names(need.who)),
                    "Add a [[decides]] about them, or take the need away."};
}

Found prepared(Checker const& check, Need const& need, Way const& way) {
    auto const& preparation = check.model.preparation;
    if (!preparation) return without("[preparation]");
    Who left_out{need.who.roles & ~preparation->whom.roles, 0};
    if (!left_out.empty())
        return Obstacle{
            fmt::format("{} are not among those who are prepared.", check.names(left_out)),
            "Add them to `whom` of [preparation], or take them out of the need."};
    return one_may(check, preparation->by, "record_preparation", way);
}

} // namespace

std::optional<Obstacle> before_meeting(Checker const& check, Need const& need, Way const& way) {
    switch (need.what) {
    case Condition::consent:
        return each_may(check, {check.model.consent(need.of)->from.roles, 0}, "give_consent", way);
    case Condition::role:
        return role_ready(check, need, way);
    case Condition::questions:
        return questions_agreed(check, way);
    case Condition::purpose:
        if (!check.model.questions || check.model.questions->purposes.empty())
            return without("`purposes` in [questions]");
        return if_not(check.may_anyone("choose_purpose", way), "choose_purpose");
    case Condition::own_words:
        return one_may(check, check.model.everyone(Function::main_person), "write_words", way);
    case Condition::named:
        return named(check, need, way);
    case Condition::decided:
        return decided(check, need, way);
    case Condition::invited:
        return if_not(check.may_anyone("invite", way), "invite");
    case Condition::answered:
        return each_may(check, need.who, "record_answer", way);
    case Condition::prepared:
        return prepared(check, need, way);
    case Condition::meeting_planned:
        return if_not(check.may_anyone("plan_meeting", way), "plan_meeting");
    default:
        return {};
    }
}

std::optional<Obstacle> of_referral(Checker const& check, Need const& need, Intake const& intake,
                                    Way const& way) {
    auto const& model = check.model;
    if (need.what == Condition::identity_linked)
        return if_not(!intake.anonymous || check.may_anyone("link_identity", way), "link_identity");
    if (intake.way != IntakeWay::referral)
        return Obstacle{"there is no referral in it.",
                        "Let this intake begin in a later stage, or take the need away."};
    switch (need.what) {
    case Condition::referral_passed:
        return if_not(check.may_anyone("pass_to_committee", way), "pass_to_committee");
    case Condition::criteria_met:
        if (model.criteria.empty()) return without("[[criteria]]");
        return if_not(check.may_anyone("judge_criteria", way), "judge_criteria");
    case Condition::granted: {
        if (!model.committee) return without("[committee]");
        Who committee = model.committee->members;
        committee.roles |= model.committee->chair.roles;
        committee.offices |= model.committee->chair.offices;
        return one_may(check, committee, "decide_referral", way);
    }
    case Condition::referrer_answered:
        return if_not(check.may_anyone("answer_referrer", way), "answer_referrer");
    default:
        return {};
    }
}

} // namespace radslag::process
