#include "process/conditions.h"

#include <algorithm>

namespace radslag::process {
namespace {

using Found = std::optional<Obstacle>;

Found meeting_over(Checker const& check, Need const& need, Way const& way) {
    auto const* meeting = check.model.meeting(need.of);
    if (meeting == way.meeting && need.what != Condition::review_answered)
        return Obstacle{"the meeting is held only when this gate has opened.",
                        "Ask for it in a later stage."};
    if (way.passes(meeting->stage)) return {};
    return Obstacle{
        fmt::format("the meeting {} is held in the stage {}, which does not come before.",
                    quoted(meeting->id), check.stage_name(meeting->stage)),
        "Ask for it in that stage or a later one."};
}

// Whose place it is in the steps that the way has come to.
Who in_the_room(Checker const& check, Way const& way) {
    Who who;
    auto add = [&](Step const& step) {
        who.roles |= step.present.roles;
        who.offices |= step.present.offices;
    };
    if (way.meeting != nullptr) {
        // What is asked of a step is asked of those who are in it; to open the meeting, of the
        // first.
        if (!way.meeting->steps.empty())
            add(way.meeting->steps[way.steps == 0 ? 0 : way.steps - 1]);
        return who;
    }
    for (auto const& meeting : check.model.meetings)
        if (way.passes(meeting.stage))
            for (auto const& step : meeting.steps) add(step);
    return who;
}

Found present(Checker const& check, Need const& need, Way const& way) {
    if (way.meeting == nullptr)
        return Obstacle{"nobody is present in a stage.", "Ask for it in a step of a meeting."};
    if (way.steps == 0)
        return Obstacle{"nobody is in the room before the meeting is opened.",
                        "Ask for it in its first step."};
    Who room = in_the_room(check, way);
    Who there{need.who.roles & room.roles, need.who.offices & room.offices};
    if (there.empty())
        return Obstacle{fmt::format("{} have no place in this step.", check.names(need.who)),
                        "Add them to `present`, or ask for somebody who has a place there."};
    int most = 0;
    each_role(there, [&](Ix role) { most += check.model.roles[role].at_most; });
    if (there.offices == 0 && most < need.at_least)
        return Obstacle{
            fmt::format("it asks for {} where there is room for {}.", need.at_least, most),
            "Lower `at_least` here, or raise `at_most` at the roles."};
    return {};
}

// Accounts and offers: of every professional in the room.
Found by_professionals(Checker const& check, Need const& need, Way const& way) {
    Who room = in_the_room(check, way);
    Who professionals{room.roles & check.model.everyone(Function::professional).roles, 0};
    if (professionals.empty())
        return Obstacle{
            "no professional is in the room.",
            "Ask for it in a step where a role of the function professional is present."};
    Who mute = check.may_not(professionals, main_act(need), way, By::each);
    return if_not(mute.empty(), main_act(need), check.names(mute));
}

Found plan_written(Checker const& check, Need const& need, Way const& way) {
    bool together = check.model.plan->written_by == PlanWriter::together;
    if (!check.may_anyone("write_action", way)) return nobody_may("write_action");
    return together ? Found{} : anyone_may(check, need, way);
}

Found plan_ended(Checker const& check, Need const& need, Way const& way) {
    auto const* ending = check.model.ending(need.of);
    if (ending->by.empty()) return {}; // told of at the ending
    Who mute = check.may_not(ending->by, main_act(need), way, ending->each ? By::each : By::one);
    return if_not(ending->each ? mute.empty() : mute != ending->by, main_act(need),
                  check.names(mute));
}

Found review_answered(Checker const& check, Need const& need, Way const& way) {
    if (check.model.meeting(need.of)->review_questions.empty())
        return Obstacle{fmt::format("the meeting {} has no follow-up questions.", quoted(need.of)),
                        "Add `review_questions` to it, or take the need away."};
    if (auto found = meeting_over(check, need, way)) return found;
    return anyone_may(check, need, way);
}

Found absence_followed_up(Checker const& check, Need const& need, Way const& way) {
    if (check.model.meeting(need.of)->required.empty())
        return Obstacle{fmt::format("the meeting {} requires nobody.", quoted(need.of)),
                        "Add `required` to it, or take the need away."};
    if (auto found = meeting_over(check, need, way)) return found;
    return anyone_may(check, need, way);
}

Found rounds(Checker const& check, Need const& need, Way const& way) {
    bool goes_round = false;
    for (Ix stage : way.stages) {
        auto const& each = check.model.stages[stage];
        if (each.again == nowhere) continue;
        goes_round = true;
        if (each.rounds_at_most != 0 && each.rounds_at_most < need.at_least)
            return Obstacle{fmt::format("it asks for {} rounds where there are at most {}.",
                                        need.at_least, each.rounds_at_most),
                            "Lower `at_least` here, or raise `rounds_at_most`."};
    }
    if (!goes_round)
        return Obstacle{"no stage up to there has rounds.",
                        "Add `again` to a stage, or take it away."};
    return anyone_may(check, need, way);
}

} // namespace

std::optional<Obstacle> from_meeting_on(Checker const& check, Need const& need, Way const& way) {
    bool of_plan = need.what == Condition::plan_written || need.what == Condition::actions_owned ||
                   need.what == Condition::actions_reviewed ||
                   need.what == Condition::headings_filled;
    if (of_plan && !check.model.plan) return without("[plan]");
    switch (need.what) {
    case Condition::meeting_held:
        return meeting_over(check, need, way);
    case Condition::absence_followed_up:
        return absence_followed_up(check, need, way);
    case Condition::present:
        return present(check, need, way);
    case Condition::accounts:
        return by_professionals(check, need, way);
    case Condition::offers:
        return by_professionals(check, need, way);
    case Condition::plan_written:
        return plan_written(check, need, way);
    case Condition::actions_owned:
        return anyone_may(check, need, way);
    case Condition::headings_filled:
        if (check.model.plan->headings.empty()) return without("`headings` in [plan]");
        return anyone_may(check, need, way);
    case Condition::plan_ended:
        return plan_ended(check, need, way);
    case Condition::review_answered:
        return review_answered(check, need, way);
    case Condition::actions_reviewed:
        return anyone_may(check, need, way);
    case Condition::rounds:
        return rounds(check, need, way);
    default:
        return {};
    }
}

} // namespace radslag::process
