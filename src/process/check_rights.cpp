#include "process/checker.h"

#include <algorithm>

namespace radslag::process {
namespace {

using Test = bool (*)(Model const&);

bool any_referral(Model const& model) {
    return std::any_of(model.intakes.begin(), model.intakes.end(),
                       [](auto const& each) { return each.way == IntakeWay::referral; });
}
bool any_anonymous(Model const& model) {
    return std::any_of(model.intakes.begin(), model.intakes.end(),
                       [](auto const& each) { return each.anonymous; });
}
bool any_professional_present(Model const& model) {
    Who professionals = model.everyone(Function::professional);
    for (auto const& meeting : model.meetings)
        for (auto const& step : meeting.steps)
            if (step.present.meets(professionals)) return true;
    return false;
}
bool any_review(Model const& model) {
    return std::any_of(model.meetings.begin(), model.meetings.end(),
                       [](auto const& each) { return !each.review_questions.empty(); });
}
bool any_required(Model const& model) {
    return std::any_of(model.meetings.begin(), model.meetings.end(),
                       [](auto const& each) { return !each.required.empty(); });
}
bool any_round(Model const& model) {
    return std::any_of(model.stages.begin(), model.stages.end(),
                       [](auto const& each) { return each.again != nowhere; });
}
bool any_moved(Model const& model) {
    return std::any_of(model.stages.begin(), model.stages.end(),
                       [](auto const& each) { return !each.moved_by.empty(); });
}
bool any_words(Model const& model) { // the main persons' own stand with the questions
    return std::any_of(model.mays.begin(), model.mays.end(), [](May const& may) {
        return std::find(may.acts.begin(), may.acts.end(), "write_words") != may.acts.end();
    });
}

bool any_impartial(Model const& model) {
    return std::any_of(model.roles.begin(), model.roles.end(),
                       [](auto const& each) { return each.impartial; });
}
bool any_method(Model const& model) {
    auto method = [](std::vector<Need> const& needs) {
        return std::any_of(needs.begin(), needs.end(),
                           [](Need const& need) { return need.rule.strength == Strength::method; });
    };
    for (auto const& stage : model.stages)
        if (method(stage.needs)) return true;
    for (auto const& meeting : model.meetings) {
        if (method(meeting.needs)) return true;
        for (auto const& step : meeting.steps)
            if (method(step.needs)) return true;
    }
    return std::any_of(model.decides.begin(), model.decides.end(),
                       [](auto const& each) { return each.rule.strength == Strength::method; });
}

// What must be in the model for an act, or a matter to see, to mean anything.
struct Ground {
    std::vector<std::string_view> words;
    Test there;
    std::string_view what;
};

std::vector<Ground> const& act_grounds() {
    static std::vector<Ground> const grounds{
        {{"supplement_referral", "take_referral", "ask_referrer", "answer_referrer"},
         any_referral,
         "an intake by referral"},
        {{"judge_criteria"}, [](Model const& m) { return !m.criteria.empty(); }, "[[criteria]]"},
        {{"pass_to_committee", "decide_referral"},
         [](Model const& m) { return m.committee.has_value(); },
         "[committee]"},
        {{"link_identity"}, any_anonymous, "an anonymous referral"},
        {{"speak_for", "shut_out", "let_in"},
         [](Model const& m) { return !m.everyone(Function::speaks_for).empty(); },
         "a role with the function speaks_for"},
        {{"give_consent", "refuse_consent", "withdraw_consent"},
         [](Model const& m) { return !m.consents.empty(); },
         "[[consent]]"},
        {{"declare_impartial"}, any_impartial, "a role with `impartial = true`"},
        {{"move_on"}, any_moved, "a stage with `moved_by`"},
        {{"go_round"}, any_round, "a stage with `again`"},
        {{"pass_gate"}, any_method, "a need of the strength method"},
        {{"stop_case"}, [](Model const& m) { return !m.stops.empty(); }, "[[stop]]"},
        {{"extend_deadline"}, [](Model const& m) { return !m.deadlines.empty(); }, "[[deadline]]"},
        {{"decide_invitation"}, [](Model const& m) { return !m.decides.empty(); }, "[[decides]]"},
        {{"write_question", "change_question", "remove_question", "agree_questions"},
         [](Model const& m) { return m.questions.has_value(); },
         "[questions]"},
        {{"choose_purpose"},
         [](Model const& m) { return m.questions && !m.questions->purposes.empty(); },
         "`purposes` in [questions]"},
        {{"record_preparation"},
         [](Model const& m) { return m.preparation.has_value(); },
         "[preparation]"},
        {{"plan_meeting", "cancel_meeting", "open_meeting", "arrive", "leave", "next_step",
          "pause_meeting", "resume_meeting", "end_meeting"},
         [](Model const& m) { return !m.meetings.empty(); },
         "[[meeting]]"},
        {{"follow_up_absence"}, any_required, "a meeting with `required`"},
        {{"give_account", "offer_support"},
         any_professional_present,
         "a step where a professional is present"},
        {{"hand_over_plan", "write_action", "change_action", "remove_action", "ask_clarification",
          "clarify", "judge_action", "answer_plan", "report_action"},
         [](Model const& m) { return m.plan.has_value(); },
         "[plan]"},
        {{"answer_review"}, any_review, "a meeting with `review_questions`"},
        {{"answer_questionnaire"},
         [](Model const& m) { return !m.questionnaires.empty(); },
         "[[questionnaire]]"},
    };
    return grounds;
}

std::vector<Ground> const& matter_grounds() {
    static std::vector<Ground> const grounds{
        {{"identity"}, any_anonymous, "an anonymous referral"},
        {{"judgement"},
         [](Model const& m) { return !m.criteria.empty() || m.committee; },
         "[[criteria]] or [committee]"},
        {{"questions"},
         [](Model const& m) { return m.questions || any_words(m); },
         "[questions], or somebody who may `write_words`"},
        {{"consents"}, [](Model const& m) { return !m.consents.empty(); }, "[[consent]]"},
        {{"meetings"}, [](Model const& m) { return !m.meetings.empty(); }, "[[meeting]]"},
        {{"accounts", "offers"},
         any_professional_present,
         "a step where a professional is present"},
        {{"plan"}, [](Model const& m) { return m.plan.has_value(); }, "[plan]"},
        {{"reviews"}, any_review, "a meeting with `review_questions`"},
    };
    return grounds;
}

void check_ground(Checker& check, std::vector<Ground> const& grounds, std::string_view said,
                  std::string const& at) {
    for (auto const& ground : grounds) {
        if (std::find(ground.words.begin(), ground.words.end(), said) == ground.words.end())
            continue;
        if (!ground.there(check.model))
            check.complain(at,
                           fmt::format("{} makes no sense here: the model lacks {}.", quoted(said),
                                       ground.what),
                           fmt::format("Take {} away, or add {}.", quoted(said), ground.what));
    }
}

bool check_window(Checker& check, Ix from, Ix until, std::string const& at) {
    if (from <= until) return true;
    check.complain(at + ".until",
                   fmt::format("It ends in {} before it begins in {}.", check.stage_name(until),
                               check.stage_name(from)),
                   "Let `until` be the same stage as `from` or a later one.");
    return false;
}

void check_steps(Checker& check, May const& may, std::string const& at) {
    for (std::size_t i = 0; i < may.in_steps.size(); ++i) {
        std::string_view name = may.in_steps[i];
        auto dot = name.find('.');
        auto const* meeting = check.model.meeting(name.substr(0, dot));
        auto place = fmt::format("{}.in_steps.{}", at, i);
        if (meeting->stage < may.from || meeting->stage > may.until)
            check.complain(place,
                           fmt::format("The step {} is in the stage {}, where this does not hold.",
                                       quoted(name), check.stage_name(meeting->stage)),
                           "Let `from` and `until` span that stage, or take the step away.");
        for (auto const& step : meeting->steps)
            if (step.id == name.substr(dot + 1) && may.who.offices == 0 &&
                !step.present.meets(may.who))
                check.complain(place,
                               fmt::format("Nobody of {} is present in the step {}.",
                                           check.names(may.who), quoted(name)),
                               "Take the step away, or name somebody who is present there.");
    }
}

// Acts of an open meeting mean something only in stages that hold one.
void check_room(Checker& check, May const& may, std::size_t act, std::string const& at) {
    static constexpr std::array<std::string_view, 7> in_room{
        "open_meeting",  "arrive",         "leave",      "next_step",
        "pause_meeting", "resume_meeting", "end_meeting"};
    if (std::find(in_room.begin(), in_room.end(), may.acts[act]) == in_room.end()) return;
    bool held = check.model.meetings.empty(); // complained of already
    for (auto const& meeting : check.model.meetings)
        held |= meeting.stage >= may.from && meeting.stage <= may.until;
    if (!held)
        check.complain(fmt::format("{}.acts.{}", at, act),
                       fmt::format("{} is allowed only in stages where no meeting is held.",
                                   quoted(may.acts[act])),
                       "Let `from` and `until` span the stage of a meeting.");
}

// A case that stands still must be able to go on before its day comes.
void check_postponing(Checker& check, May const& may, std::string const& at) {
    auto act = std::find(may.acts.begin(), may.acts.end(), "postpone");
    if (act == may.acts.end()) return;
    std::vector<std::string> stuck;
    for (Ix stage = may.from; stage <= may.until && stage < check.model.stages.size(); ++stage)
        if (check.reachable(stage) && !check.may_anyone("take_up_again", check.within({stage})))
            stuck.push_back(check.model.stages[stage].id);
    if (!stuck.empty())
        check.complain(fmt::format("{}.acts.{}", at, act - may.acts.begin()),
                       fmt::format("A case can be put off in {}, but nobody may `take_up_again` "
                                   "there.",
                                   listed(stuck)),
                       "Add a [[may]] with the act `take_up_again` for these stages.");
}

} // namespace

void check_rights(Checker& check) {
    auto const& model = check.model;
    for (std::size_t i = 0; i < model.mays.size(); ++i) {
        auto at = fmt::format("may.{}", i);
        auto const& may = model.mays[i];
        for (std::size_t n = 0; n < may.acts.size(); ++n)
            check_ground(check, act_grounds(), may.acts[n], fmt::format("{}.acts.{}", at, n));
        if (!check_window(check, may.from, may.until, at)) continue;
        check_steps(check, may, at);
        for (std::size_t n = 0; n < may.acts.size(); ++n) check_room(check, may, n, at);
        check_postponing(check, may, at);
        if (may.for_whom.offices != 0)
            check.complain(at + ".for_whom",
                           fmt::format("Acts would be recorded for {}.",
                                       check.names({0, may.for_whom.offices})),
                           "Name roles: only a person in the case is somebody to record for.");
    }
    each_see(check,
             [&](See const& see, std::string const& at, std::string const& said, bool first) {
                 if (first) check_window(check, see.from, see.until, at);
                 check_ground(check, matter_grounds(), word(see.what), said);
             });
}

} // namespace radslag::process
