#include "process/conditions.h"

namespace radslag::process {
namespace {

void check_need(Checker& check, Need const& need, std::string const& at, Ix stage,
                Meeting const* meeting, std::size_t steps) {
    auto called = fmt::format("The need {} ({})", quoted(need.id), word(need.what));
    if (auto const mute = check.may_not(need.rule.passed_by, "pass_gate", check.within({stage}));
        !mute.empty())
        check.complain(at + ".passed_by",
                       fmt::format("{} is passed by {}, who may not `pass_gate` in the stage {}.",
                                   called, check.names(mute), check.stage_name(stage)),
                       "Add a [[may]] with the act `pass_gate` for them in this stage.");
    auto ways = check.ways_to(stage);
    std::optional<Obstacle> first;
    std::vector<std::string> stuck;
    for (auto& [intake, way] : ways) {
        way.meeting = meeting;
        way.steps = steps;
        auto found = obstacle(check, need, *intake, way);
        if (!found) continue;
        if (!first) first = found;
        stuck.push_back(intake->id);
    }
    if (!first) return;
    auto where = Checker::told_intakes(stuck, ways.size());
    check.complain(at, fmt::format("{} can never hold{}: {}", called, where, first->cause),
                   first->remedy);
}

// The second of two equal needs asks for nothing; one of two strengths would be passed in vain.
void check_twice(Checker& check, std::vector<Need> const& needs, std::string const& at) {
    for (std::size_t n = 0; n < needs.size(); ++n)
        for (std::size_t m = 0; m < n; ++m) {
            auto const& one = needs[m];
            auto const& two = needs[n];
            if (one.what != two.what || one.of != two.of || !(one.who == two.who) ||
                one.at_least != two.at_least)
                continue;
            check.complain(
                fmt::format("{}.{}", at, n),
                fmt::format("The need {} asks for the same as {}.", quoted(two.id), quoted(one.id)),
                "Keep one of them.");
            break;
        }
}

} // namespace

std::optional<Obstacle> obstacle(Checker const& check, Need const& need, Intake const& intake,
                                 Way const& way) {
    switch (need.what) {
    case Condition::referral_complete:
    case Condition::referral_passed:
    case Condition::criteria_met:
    case Condition::granted:
    case Condition::referrer_answered:
    case Condition::identity_linked:
        return of_referral(check, need, intake, way);
    case Condition::consent:
    case Condition::role:
    case Condition::questions:
    case Condition::purpose:
    case Condition::own_words:
    case Condition::named:
    case Condition::decided:
    case Condition::invited:
    case Condition::answered:
    case Condition::prepared:
    case Condition::meeting_planned:
    case Condition::time_set_aside:
    case Condition::room_limit:
        return before_meeting(check, need, way);
    default:
        return from_meeting_on(check, need, way);
    }
}

void check_gates(Checker& check) {
    auto const& model = check.model;
    for (Ix i = 0; i < model.stages.size(); ++i) {
        check_twice(check, model.stages[i].needs, fmt::format("stage.{}.needs", i));
        for (std::size_t n = 0; n < model.stages[i].needs.size(); ++n)
            check_need(check, model.stages[i].needs[n], fmt::format("stage.{}.needs.{}", i, n), i,
                       nullptr, 0);
    }
    for (std::size_t m = 0; m < model.meetings.size(); ++m) {
        auto const& meeting = model.meetings[m];
        check_twice(check, meeting.needs, fmt::format("meeting.{}.needs", m));
        for (std::size_t n = 0; n < meeting.needs.size(); ++n)
            check_need(check, meeting.needs[n], fmt::format("meeting.{}.needs.{}", m, n),
                       meeting.stage, &meeting, 0);
        for (std::size_t s = 0; s < meeting.steps.size(); ++s) {
            auto const& needs = meeting.steps[s].needs;
            auto at = fmt::format("meeting.{}.step.{}.needs", m, s);
            check_twice(check, needs, at);
            for (std::size_t n = 0; n < needs.size(); ++n)
                check_need(check, needs[n], fmt::format("{}.{}", at, n), meeting.stage, &meeting,
                           s + 1);
        }
    }
}

} // namespace radslag::process
