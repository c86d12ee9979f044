// Where rules stand in a model.
#include "process/read.h"

#include <algorithm>

namespace radslag::process {
namespace {

class Gatherer {
public:
    template <class Table> void one(std::string_view table, std::string id, Table const& at) {
        all.push_back({table, std::string(table) + "." + std::move(id), &at.rule});
        if constexpr (std::is_same_v<Table, Decides>) all.back().decides = &at;
        if constexpr (std::is_same_v<Table, Deadline>) all.back().deadline = &at;
    }
    template <class Table> void named(std::string_view table, std::vector<Table> const& many) {
        for (auto const& each : many) one(table, each.id, each);
    }
    template <class Table> void counted(std::string_view table, std::vector<Table> const& many) {
        for (std::size_t i = 0; i < many.size(); ++i) one(table, std::to_string(i + 1), many[i]);
    }
    void needs(std::vector<Need> const& many) {
        for (auto const& need : many) all.push_back({"need", need.id, &need.rule, &need});
    }

    std::vector<Placed> all;
};

void gather_meeting(Gatherer& into, Meeting const& meeting) {
    into.one("meeting", meeting.id, meeting);
    into.needs(meeting.needs);
    for (auto const& step : meeting.steps) {
        into.one("step", meeting.id + "." + step.id, step);
        into.needs(step.needs);
    }
}

void gather_journey(Gatherer& into, Model const& model) {
    for (Ix i = 0; i < model.stages.size(); ++i) {
        into.one("stage", model.stages[i].id, model.stages[i]);
        for (auto const& meeting : model.meetings)
            if (meeting.stage == i) gather_meeting(into, meeting);
        into.needs(model.stages[i].needs); // to go on: after the stage's meetings
    }
}

} // namespace

std::vector<Placed> rules_of(Model const& model) {
    Gatherer into;
    into.named("role", model.roles);
    into.named("intake", model.intakes);
    if (model.committee) into.one("committee", "1", *model.committee);
    into.named("consent", model.consents);
    into.counted("decides", model.decides);
    if (model.preparation) into.one("preparation", "1", *model.preparation);
    if (model.questions) into.one("questions", "1", *model.questions);
    gather_journey(into, model);
    if (model.plan) {
        into.one("plan", "1", *model.plan);
        into.named("ending", model.plan->endings);
    }
    into.named("deadline", model.deadlines);
    into.named("questionnaire", model.questionnaires);
    into.named("stop", model.stops);
    into.counted("may", model.mays);
    into.counted("see", model.sees);
    return std::move(into.all);
}

std::vector<std::string> unasked_statements(Model const& model, Requirements const& requirements) {
    std::vector<std::string> named;
    std::vector<std::string> asked;
    for (auto const& placed : rules_of(model)) {
        auto& into = placed.is_asked() ? asked : named;
        into.insert(into.end(), placed.rule->sources.begin(), placed.rule->sources.end());
    }
    std::vector<std::string> found;
    for (auto const& statement : requirements.all) {
        bool const method = statement.strengths == std::vector{Strength::method};
        auto stands_in = [&](auto const& list) {
            return std::find(list.begin(), list.end(), statement.id) != list.end();
        };
        if (method && stands_in(named) && !stands_in(asked)) found.push_back(statement.id);
    }
    return found;
}

} // namespace radslag::process
