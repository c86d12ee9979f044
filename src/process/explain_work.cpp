// The referral, and the work around the meetings.
#include "process/explain.h"

#include <algorithm>

namespace radslag::process {
namespace {

std::string texts_of_all(Telling const& tell, std::string const& kind,
                         std::vector<std::string> const& ids) {
    std::vector<std::string> found;
    for (auto const& id : ids) found.push_back(tell.text(kind + "." + id));
    return found.empty() ? "–" : fmt::format("{}", fmt::join(found, "; "));
}

std::string tell_form(Telling const& tell, Intake const& intake) {
    Rows fields{{"The referrer is asked", "Anonymous"}};
    for (auto const& field : intake.fields) {
        auto const& open = intake.open_fields;
        bool is_open = std::find(open.begin(), open.end(), field) != open.end();
        fields.push_back(
            {tell.text("field." + intake.id + "." + field), yes(intake.anonymous && !is_open)});
    }
    auto out = "REFERRAL: " + tell.text("intake." + intake.id) + "\n\n" + table(fields);
    for (auto const& confirm : intake.confirms)
        out += "Confirmed when it is sent: " + tell.text("confirm." + intake.id + "." + confirm) +
               "\n";
    return intake.confirms.empty() ? out : out + "\n";
}

} // namespace

std::string tell_referral(Telling const& tell) {
    auto const& model = tell.model;
    std::string out;
    for (auto const& intake : model.intakes)
        if (intake.way == IntakeWay::referral) out += tell_form(tell, intake);
    if (!model.criteria.empty()) {
        Rows criteria{{"Criteria", "At least", "Of"}};
        for (auto const& axis : model.criteria)
            criteria.push_back({tell.text("axis." + axis.id), std::to_string(axis.at_least),
                                texts_of_all(tell, "criterion." + axis.id, axis.of)});
        out += "CRITERIA\n\n" + table(criteria);
    }
    if (model.committee) {
        auto const& committee = *model.committee;
        Rows rows{{"Members", "Chair", "Meets every", "After its no the case ends as", "Source"}};
        rows.push_back({tell.who(committee.members), tell.who(committee.chair),
                        committee.every ? write_span(*committee.every) : "–",
                        committee.no_stop.empty() ? "–" : tell.text("stop." + committee.no_stop),
                        sources(committee.rule)});
        out += "THE COMMITTEE\n\n" + table(rows);
    }
    return out;
}

std::string tell_work(Telling const& tell) {
    auto const& model = tell.model;
    std::string out;
    if (model.preparation) {
        auto const& preparation = *model.preparation;
        Rows rows{{"Prepared", "By", "Ways", "What is gone through", "Source"}};
        rows.push_back({tell.who(preparation.whom), tell.who(preparation.by),
                        fmt::format("{}", fmt::join(preparation.ways, ", ")),
                        texts_of_all(tell, "check", preparation.checks),
                        sources(preparation.rule)});
        out += "PREPARATION\n\n" + table(rows);
    }
    if (model.questions) {
        auto const& questions = *model.questions;
        Rows rows{{"Questions written by", "At least", "Agreed by", "Purposes", "Source"}};
        rows.push_back({tell.who(questions.written_by), std::to_string(questions.at_least),
                        tell.who(questions.agreed_by),
                        texts_of_all(tell, "purpose", questions.purposes),
                        sources(questions.rule)});
        out += "QUESTIONS AND PURPOSE\n\n" + table(rows);
    }
    if (model.questionnaires.empty()) return out;
    Rows rows{{"Questionnaire", "After", "Answered by", "Question", "Answer", "Source"}};
    for (auto const& each : model.questionnaires)
        for (auto const& question : each.questions)
            rows.push_back({tell.text("questionnaire." + each.id),
                            tell.text("meeting." + each.after), tell.who(each.who),
                            tell.text("ask." + each.id + "." + question.id),
                            std::string(word(question.kind)), sources(each.rule)});
    return out + "QUESTIONNAIRES\n\n" + table(rows);
}

} // namespace radslag::process
