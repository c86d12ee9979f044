#include "workflow/named.h"

#include <algorithm>

namespace radslag::workflow {
namespace {

using process::Model;

std::set<std::string> names(Model const& model, Who who) {
    std::set<std::string> all;
    for (Ix role = 0; role < model.roles.size(); ++role)
        if (who.has(role)) all.insert(model.roles[role].id);
    return all;
}

class Named {
public:
    Named(Model const& now, Model const& next, CaseFile const& file)
        : now_(now), next_(next), file_(file) {}

    // The first that is not there.
    std::string lacking() {
        journey();
        people_and_words();
        meetings();
        plan_and_after();
        return lacking_;
    }

private:
    void ask(std::string_view table, std::string const& id, bool has) {
        if (!has && !id.empty() && lacking_.empty()) lacking_ = std::string(table) + "." + id;
    }
    template <class List> static bool holds(List const& ids, std::string const& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    }
    template <class List> static bool has_id(List const& list, std::string const& id) {
        return std::any_of(list.begin(), list.end(), [&](auto const& one) { return one.id == id; });
    }
    void stage(std::string const& id) { ask("stage", id, next_.stage(id) != process::nowhere); }
    void role(std::string const& id) { ask("role", id, next_.role(id) != process::nowhere); }
    process::Meeting const* meeting(std::string const& id) {
        auto const* found = next_.meeting(id);
        ask("meeting", id, found != nullptr);
        return found;
    }
    static std::string axis_of(Model const& model, std::string const& criterion) {
        for (auto const& axis : model.criteria)
            if (holds(axis.of, criterion)) return axis.id;
        return {};
    }
    process::Meeting const* meeting_of(RowId const& row) {
        auto const* held = file_.find<meeting::Meeting>(row);
        return held == nullptr ? nullptr : meeting(held->meeting);
    }

    void journey() {
        auto const& c = file_.conference();
        stage(c.stage);
        for (auto const& entry : file_.all<conference::StageEntry>()) stage(entry.stage);
        auto const* intake = next_.intake(c.intake);
        ask("intake", c.intake, intake != nullptr);
        auto const* began = now_.intake(c.intake);
        for (auto const& one : file_.all<referral::Description>()) {
            bool const of_the_model = began != nullptr && holds(began->fields, one.field_id);
            ask("field", c.intake + "." + one.field_id,
                !of_the_model || (intake != nullptr && holds(intake->fields, one.field_id)));
        }
        for (auto const& one : file_.all<referral::Referral>())
            for (auto const& id : one.criteria)
                ask("criterion", axis_of(now_, id) + "." + id, !axis_of(next_, id).empty());
        // What was passed was this question, and no other one that is called so now.
        for (auto const& waiver : file_.all<conference::Waiver>()) {
            auto const* was = now_.need(waiver.need);
            auto const* is = next_.need(waiver.need);
            ask("need", waiver.need, was && is && question(now_, *was) == question(next_, *is));
        }
        for (auto const& due : file_.all<Due>())
            if (due.kind == DueKind::deadline)
                ask("deadline", due.of, has_id(next_.deadlines, due.of));
    }
    void people_and_words() {
        for (auto const& one : file_.all<people::Person>()) role(one.role);
        for (auto const& one : file_.all<conference::Assignment>()) role(one.role);
        for (auto const& one : file_.all<consent::Consent>())
            ask("consent", one.consent, next_.consent(one.consent) != nullptr);
        for (auto const& one : file_.all<preparation::Purpose>())
            for (auto const& id : one.chosen)
                ask("purpose", id, next_.questions && holds(next_.questions->purposes, id));
        for (auto const& one : file_.all<preparation::Prepared>())
            for (auto const& id : one.checks)
                ask("check", id, next_.preparation && holds(next_.preparation->checks, id));
    }
    void meetings() {
        for (auto const& one : file_.all<meeting::Meeting>()) meeting(one.meeting);
        for (auto const& one : file_.all<circle::Invitation>()) meeting(one.meeting);
        for (auto const& one : file_.all<meeting::Absence>()) meeting(one.meeting);
        for (auto const& seat : file_.all<meeting::Seat>())
            if (auto const* of = meeting_of(seat.meeting))
                for (auto const& id : seat.in_steps)
                    ask("step", of->id + "." + id, has_id(of->steps, id));
        for (auto const& one : file_.all<followup::Review>())
            if (auto const* of = meeting_of(one.meeting))
                ask("review", of->id + "." + one.question,
                    holds(of->review_questions, one.question));
    }
    void plan_and_after() {
        for (auto const& one : file_.all<plan::Action>())
            ask("heading", one.heading, next_.plan && holds(next_.plan->headings, one.heading));
        for (auto const& one : file_.all<plan::EndingAnswer>())
            ask("ending", one.ending, next_.ending(one.ending) != nullptr);
        for (auto const& one : file_.all<evaluation::Answers>()) {
            role(one.role);
            for (auto const& answer : one.answers)
                asked_in(one.questionnaire, answer.substr(0, answer.find('=')));
        }
        for (auto const& one : file_.all<evaluation::FreeWords>())
            asked_in(one.questionnaire, one.question);
    }
    void asked_in(std::string const& questionnaire, std::string const& id) {
        auto const& all = next_.questionnaires;
        ask("ask", questionnaire + "." + id,
            std::any_of(all.begin(), all.end(), [&](auto const& one) {
                return one.id == questionnaire && has_id(one.questions, id);
            }));
    }

    Model const& now_;
    Model const& next_;
    CaseFile const& file_;
    std::string lacking_;
};

} // namespace

Question question(Model const& model, process::Need const& need) {
    return {need.what, need.of, names(model, need.who), need.at_least};
}

std::string named_and_lacking(Model const& now, Model const& next, CaseFile const& file) {
    return Named(now, next, file).lacking();
}

} // namespace radslag::workflow
