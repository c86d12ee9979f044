#include "process/checker.h"

#include <algorithm>

namespace radslag::process {
namespace {

bool has_referral(Model const& model) {
    return std::any_of(model.intakes.begin(), model.intakes.end(),
                       [](Intake const& intake) { return intake.way == IntakeWay::referral; });
}

void check_referral(Checker& check) {
    auto const& model = check.model;
    for (std::size_t i = 0; i < model.criteria.size(); ++i)
        if (static_cast<std::size_t>(model.criteria[i].at_least) > model.criteria[i].of.size())
            check.complain(fmt::format("criteria.{}.at_least", i),
                           fmt::format("The criteria {} ask for {} of {}.",
                                       quoted(model.criteria[i].id), model.criteria[i].at_least,
                                       model.criteria[i].of.size()),
                           "Lower `at_least`, or add to `of`.");
    if (!has_referral(model)) {
        for (auto const* table : {"criteria", "committee"})
            if (std::string_view(table) == "criteria" ? !model.criteria.empty()
                                                      : model.committee.has_value())
                check.complain(table,
                               fmt::format("There is `{}` but no intake by referral.", table),
                               "Write `way = \"referral\"` at an intake, or take this away.");
        return;
    }
    if (!model.committee) return;
    Who all = model.committee->members;
    all.roles |= model.committee->chair.roles;
    all.offices |= model.committee->chair.offices;
    if (!check.may_one(all, "decide_referral", check.everywhere))
        check.complain("committee",
                       "The committee can decide nothing: its members and chair may not "
                       "`decide_referral`.",
                       "Add a [[may]] with the act `decide_referral` for them.");
}

// Somebody named by the model for a piece of work must be allowed to do it.
void check_worker(Checker& check, Who who, std::string_view act, std::string const& place,
                  std::string const& called) {
    auto const mute = check.may_not(who, act, check.everywhere);
    if (mute.empty()) return;
    check.complain(
        place,
        fmt::format("{} by {}, but nobody may `{}` by or for them.", called, check.names(mute),
                    act),
        fmt::format("Add a [[may]] with the act `{}` for them.", act));
}

void check_before_meeting(Checker& check) {
    auto const& model = check.model;
    if (model.preparation)
        check_worker(check, model.preparation->by, "record_preparation", "preparation.by",
                     "Preparation is done");
    if (!model.questions) return;
    auto const& questions = *model.questions;
    bool purpose = !questions.purposes.empty();
    if (purpose && !check.may_anyone("choose_purpose", check.everywhere))
        check.complain("questions.purposes", "There are purposes, but nobody may `choose_purpose`.",
                       "Add a [[may]] with the act `choose_purpose`.");
    if (!purpose)
        check_worker(check, questions.written_by, "write_question", "questions.written_by",
                     "Questions are written");
    check_worker(check, questions.agreed_by, "agree_questions", "questions.agreed_by",
                 "Questions are agreed");
}

void check_plan(Checker& check) {
    auto const& plan = *check.model.plan;
    for (auto const* act : {"write_action", "hand_over_plan"}) {
        bool needed =
            std::string_view(act) == "write_action" || plan.written_by == PlanWriter::family;
        if (needed && !check.may_anyone(act, check.everywhere))
            check.complain("plan", fmt::format("There can be no plan: nobody may `{}`.", act),
                           fmt::format("Add a [[may]] with the act `{}`.", act));
    }
    for (std::size_t i = 0; i < plan.endings.size(); ++i) {
        auto const& ending = plan.endings[i];
        auto at = fmt::format("plan.ending.{}.by", i);
        auto called = fmt::format("The ending {}", quoted(ending.id));
        Who mute = check.may_not(ending.by, "answer_plan", check.everywhere,
                                 ending.each ? By::each : By::one);
        if (ending.by.empty())
            check.complain(at, called + " can be given by nobody: `by` is empty.",
                           "Name who gives it.");
        else if (!mute.empty())
            check.complain(
                at,
                fmt::format("{0} is given by {1}, but nobody may `answer_plan` by or for {1}.",
                            called, check.names(mute)),
                "Add a [[may]] with the act `answer_plan` for them.");
    }
}

} // namespace

void check_work(Checker& check) {
    check_referral(check);
    check_before_meeting(check);
    if (check.model.plan) check_plan(check);
    for (std::size_t i = 0; i < check.model.questionnaires.size(); ++i) {
        auto const& questionnaire = check.model.questionnaires[i];
        std::vector<Ix> since;
        Ix held = check.model.meeting(questionnaire.after)->stage;
        for (Ix stage : check.everywhere.stages)
            if (stage >= held) since.push_back(stage);
        Who mute =
            check.may_not(questionnaire.who, "answer_questionnaire", check.within(since), By::each);
        if (!mute.empty())
            check.complain(fmt::format("questionnaire.{}.who", i),
                           fmt::format("The questionnaire {} is for {}, but nobody may "
                                       "`answer_questionnaire` by or for them after the meeting.",
                                       quoted(questionnaire.id), check.names(mute)),
                           "Add a [[may]] with the act `answer_questionnaire` for them.");
    }
}

} // namespace radslag::process
