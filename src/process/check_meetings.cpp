#include "process/checker.h"

namespace radslag::process {
namespace {

bool is_outside(Function is) { // of those who leave a private step
    return is != Function::main_person && is != Function::speaks_for && is != Function::network &&
           is != Function::support;
}

void check_present(Checker& check, Meeting const& meeting, Step const& step,
                   std::string const& at) {
    auto called = fmt::format("The step {}", quoted(meeting.id + "." + step.id));
    if (step.present.empty())
        return check.complain(at + ".present", called + " may be entered by nobody.",
                              "Name in `present` whose place it is.");
    bool anyone = step.present.offices != 0;
    Who outside{0, step.present.offices};
    each_role(step.present, [&](Ix role) {
        anyone |= check.model.roles[role].at_most > 0;
        if (is_outside(check.model.roles[role].is)) outside.add(role);
    });
    Way here = check.within({meeting.stage});
    if (!anyone)
        check.complain(at + ".present",
                       fmt::format("{} can be entered by nobody: no one can be {}.", called,
                                   check.names(step.present)),
                       "Name a role that somebody can fill.");
    else if (!check.may_one(step.present, "arrive", here))
        check.complain(
            at + ".present",
            fmt::format("{} can be entered by nobody: {} may not `arrive` in the stage {}.", called,
                        check.names(step.present), check.stage_name(meeting.stage)),
            "Add a [[may]] with the act `arrive` for them in this stage.");
    if (step.is_private && !outside.empty())
        check.complain(
            at + ".present",
            fmt::format("{} is private, yet {} would be present.", called, check.names(outside)),
            "Leave only the family, its network and their support there (A2).");
}

// Whoever has no place in the step that is asked for was never in it.
void check_asked_step(Checker& check, Meeting const& meeting, Step const& step,
                      std::string const& at) {
    for (auto const& earlier : meeting.steps) {
        if (earlier.id != step.back_if_in) continue;
        Who never{step.back.roles & ~earlier.present.roles, 0};
        if (never.empty()) continue;
        check.complain(at + ".back_if_in",
                       fmt::format("{} can never come back in the step {}: they are not present in "
                                   "{}.",
                                   check.names(never), quoted(meeting.id + "." + step.id),
                                   quoted(earlier.id)),
                       "Name in `back_if_in` a step where they are present.");
    }
}

void check_back(Checker& check, Meeting const& meeting, std::size_t place, std::string const& at) {
    auto const& step = meeting.steps[place];
    auto called = fmt::format("the step {}", quoted(meeting.id + "." + step.id));
    Who expected;
    if (place > 0) {
        Who earlier;
        for (std::size_t i = 0; i + 1 < place; ++i) {
            earlier.roles |= meeting.steps[i].present.roles;
            earlier.offices |= meeting.steps[i].present.offices;
        }
        auto const& before = meeting.steps[place - 1].present;
        expected.roles = step.present.roles & ~before.roles & earlier.roles;
        expected.offices = step.present.offices & ~before.offices & earlier.offices;
    }
    Who missing{expected.roles & ~step.back.roles, expected.offices & ~step.back.offices};
    Who wrong{step.back.roles & ~expected.roles, step.back.offices & ~expected.offices};
    if (!missing.empty())
        check.complain(
            at + ".back",
            fmt::format("`back` of {} leaves out {}, who were out of the step before and "
                        "whose place it is again.",
                        called, check.names(missing)),
            "Add them to `back`, or take them out of `present`.");
    if (!wrong.empty())
        check.complain(
            at + ".back",
            fmt::format("`back` of {} names {}, who do not come back there.", called,
                        check.names(wrong)),
            "Name only who was in an earlier step, out of the step before, and is present.");
    if (step.back_if_in.empty()) return;
    std::vector<std::string> earlier;
    for (std::size_t i = 0; i < place; ++i) earlier.push_back(meeting.steps[i].id);
    if (std::find(earlier.begin(), earlier.end(), step.back_if_in) == earlier.end())
        check.complain(at + ".back_if_in",
                       fmt::format("{} is not an earlier step of the meeting {}.",
                                   quoted(step.back_if_in), quoted(meeting.id)),
                       one_of(step.back_if_in, earlier));
    else if (step.back.empty())
        check.complain(at + ".back_if_in", fmt::format("Nobody comes back in {}.", called),
                       "Name in `back` who does, or take `back_if_in` away.");
    else check_asked_step(check, meeting, step, at);
}

// Who must come, and nobody asks where they were, need not come (PN13).
void check_required(Checker& check, Meeting const& meeting, Who anywhere, std::string const& at) {
    if (meeting.required.empty()) return;
    auto called = "The meeting " + quoted(meeting.id);
    Who absent{meeting.required.roles & ~anywhere.roles,
               meeting.required.offices & ~anywhere.offices};
    if (!absent.empty())
        check.complain(at + ".required",
                       fmt::format("{} requires {}, who are present in none of its steps.", called,
                                   check.names(absent)),
                       "Let them be `present` in a step, or take them out of `required`.");
    for (auto const& stage : check.model.stages)
        for (auto const& need : stage.needs)
            if (need.what == Condition::absence_followed_up && need.of == meeting.id) return;
    check.complain(at + ".required",
                   fmt::format("{} requires {}, but no stage asks whether their absence was "
                               "followed up.",
                               called, check.names(meeting.required)),
                   "Add the need `absence_followed_up` to a stage, or take `required` away.");
}

// Whether somebody can do this in the step: for going on, somebody who is there or comes next.
bool can_leave(Checker const& check, Meeting const& meeting, std::size_t place) {
    bool last = place + 1 == meeting.steps.size();
    auto const* act = last ? "end_meeting" : "next_step";
    auto here = check.within({meeting.stage});
    auto name = meeting.id + "." + meeting.steps[place].id;
    for (auto const& may : check.model.mays) {
        if (!check.holds(may, act, here, 0) || !check.in_step(may, name)) continue;
        if (last) return true;
        Who room{may.who.roles &
                     (meeting.steps[place].present.roles | meeting.steps[place + 1].present.roles),
                 0};
        if (check.can_act(room, meeting.stage, here.staff[0])) return true;
    }
    return false;
}

void check_leaving(Checker& check, Meeting const& meeting, std::size_t place,
                   std::string const& at) {
    auto called = quoted(meeting.id + "." + meeting.steps[place].id);
    bool last = place + 1 == meeting.steps.size();
    auto act = last ? "end_meeting" : "next_step";
    auto here = check.within({meeting.stage});
    // Where nobody may at all, that was told of the meeting.
    if (!check.may_anyone(act, here) || can_leave(check, meeting, place)) return;
    check.complain(at,
                   fmt::format("The step {} can never be left: {} may `{}` in it.", called,
                               last ? "nobody" : "nobody who is there or in the next step", act),
                   fmt::format("Add a [[may]] with the act `{}` there{}.", act,
                               last ? "" : " for somebody present in it or in the next one"));
}

// A meeting is paused by somebody, or because a yes was taken back.
void check_pause(Checker& check, Meeting const& meeting, std::string const& at) {
    auto here = check.within({meeting.stage});
    bool by_consent =
        std::any_of(check.model.consents.begin(), check.model.consents.end(),
                    [](auto const& each) { return each.withdrawn == Withdrawn::pauses_meeting; });
    if (!by_consent && !check.may_anyone("pause_meeting", here)) return;
    if (check.may_anyone("resume_meeting", here)) return;
    check.complain(at,
                   fmt::format("The meeting {} can be paused, but nobody may `resume_meeting` in "
                               "the stage {}.",
                               quoted(meeting.id), check.stage_name(meeting.stage)),
                   "Add a [[may]] with the act `resume_meeting` in this stage, without "
                   "`in_steps`: while it is paused no step is going on.");
}

void check_meeting(Checker& check, std::size_t place) {
    auto const& meeting = check.model.meetings[place];
    auto at = fmt::format("meeting.{}", place);
    auto called = "The meeting " + quoted(meeting.id);
    Way here = check.within({meeting.stage});
    std::vector<std::string> stuck;
    auto const& ways = check.ways_to(meeting.stage);
    for (auto const& [intake, way] : ways)
        if (!check.may_anyone("plan_meeting", way)) stuck.push_back(intake->id);
    if (!stuck.empty())
        check.complain(at,
                       fmt::format("{} can never be planned{}: nobody may `plan_meeting` up to the "
                                   "stage {}.",
                                   called, Checker::told_intakes(stuck, ways.size()),
                                   check.stage_name(meeting.stage)),
                       "Add a [[may]] with the act `plan_meeting`.");
    std::vector<std::string_view> acts{"open_meeting", "end_meeting"};
    if (meeting.steps.size() > 1) acts.emplace_back("next_step");
    for (auto act : acts)
        if (check.reachable(meeting.stage) && !check.may_anyone(act, here))
            check.complain(at,
                           fmt::format("{} can never be held: nobody may `{}` in the stage {}.",
                                       called, act, check.stage_name(meeting.stage)),
                           fmt::format("Add a [[may]] with the act `{}` in this stage.", act));
    Who anywhere;
    for (std::size_t i = 0; i < meeting.steps.size(); ++i) {
        auto step_at = fmt::format("{}.step.{}", at, i);
        check_present(check, meeting, meeting.steps[i], step_at);
        check_back(check, meeting, i, step_at);
        check_leaving(check, meeting, i, step_at);
        anywhere.roles |= meeting.steps[i].present.roles;
        anywhere.offices |= meeting.steps[i].present.offices;
    }
    check_pause(check, meeting, at);
    check_required(check, meeting, anywhere, at);
    if (!meeting.review_questions.empty() && !check.may_anyone("answer_review", check.everywhere))
        check.complain(at + ".review_questions",
                       called + " has follow-up questions, but nobody may `answer_review`.",
                       "Add a [[may]] with the act `answer_review`.");
}

} // namespace

void check_meetings(Checker& check) {
    for (std::size_t i = 0; i < check.model.meetings.size(); ++i) check_meeting(check, i);
}

} // namespace radslag::process
