#include "process/read.h"

namespace radslag::process {
namespace {

Ending read_ending(Fields& fields) {
    Ending ending;
    ending.id = fields.id();
    ending.way = fields.word<PlanAnswer>("way", std::nullopt);
    ending.by = fields.who("by", Must::be);
    ending.each = fields.flag("each");
    ending.may_send_back = fields.flag("may_send_back");
    ending.reasons = fields.flag("reasons");
    ending.rule = fields.rule(Must::be_filled);
    return ending;
}

void read_plan(Reading& reading, Fields& fields, Model& model) {
    Plan plan;
    plan.written_by = fields.word<PlanWriter>("written_by", std::nullopt);
    plan.headings = fields.ids("headings");
    plan.rule = fields.rule();
    each_table(reading, fields, "ending",
               [&](Fields& f) { plan.endings.push_back(read_ending(f)); });
    if (plan.endings.empty())
        reading.complain(fields.table().place, "[plan] does not say how the plan ends.",
                         "Add a [[plan.ending]].");
    model.plan = std::move(plan);
}

Questionnaire read_questionnaire(Reading& reading, Fields& fields) {
    Questionnaire questionnaire;
    questionnaire.id = fields.id();
    questionnaire.after =
        fields.name("after", "a meeting of this model", reading.names.meetings, true);
    questionnaire.who = fields.who("who", Must::be_filled);
    questionnaire.rule = fields.rule();
    each_table(reading, fields, "questions", [&](Fields& f) {
        Questionnaire::Question question;
        question.id = f.id();
        question.kind = f.word<AnswerKind>("answer", std::nullopt);
        questionnaire.questions.push_back(question);
    });
    if (questionnaire.questions.empty())
        fields.complain("questions", fields.called() + " asks nothing.",
                        "Add `questions = [{ id = …, answer = … }]`.");
    return questionnaire;
}

} // namespace

void read_work(Reading& reading, Fields& root, Model& model) {
    one_table(reading, root, "preparation", [&](Fields& f) {
        Preparation preparation;
        preparation.whom = f.who("whom", Must::be_filled);
        preparation.by = f.who("by", Must::be_filled);
        preparation.ways = f.known("ways", "a way to prepare somebody",
                                   texts_of(words(PreparedBy{})), Must::be_filled);
        preparation.checks = f.ids("checks");
        preparation.rule = f.rule();
        model.preparation = std::move(preparation);
    });
    one_table(reading, root, "questions", [&](Fields& f) {
        Questions questions;
        questions.written_by = f.who("written_by", Must::be_filled);
        questions.agreed_by = f.who("agreed_by");
        questions.at_least = f.number("at_least", 1, 1, 50);
        questions.purposes = f.ids("purposes");
        questions.rule = f.rule();
        model.questions = std::move(questions);
    });
    one_table(reading, root, "plan", [&](Fields& f) { read_plan(reading, f, model); });
    each_table(reading, root, "questionnaire",
               [&](Fields& f) { model.questionnaires.push_back(read_questionnaire(reading, f)); });
}

} // namespace radslag::process
