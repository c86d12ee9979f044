#include "proof/access.h"

#include <fmt/format.h>

#include "workflow/workflow.h"

namespace radslag::proof::test {
namespace {

using process::Ix;
using process::nowhere;
using process::Who;
using workflow::Facts;
using workflow::RuleBook;
using Names = std::vector<std::string>;

struct At { // a stage, or a step of a meeting in it
    std::string name;
    Facts facts;
};

std::vector<At> places(RuleBook const& book) {
    std::vector<At> all;
    auto const& model = book.model();
    for (Ix stage = 0; stage < model.stages.size(); ++stage) {
        Facts facts;
        facts.stage = stage;
        all.push_back({model.stages[stage].id, facts});
        for (auto const& meeting : model.meetings) {
            if (meeting.stage != stage) continue;
            facts.meeting = book.place_of_meeting(meeting.id);
            facts.meeting_state = workflow::MeetingState::open;
            for (auto const& step : meeting.steps) {
                facts.step = step.id;
                all.push_back({meeting.id + "." + step.id, facts});
            }
        }
    }
    return all;
}

std::vector<std::pair<std::string, Who>> everybody(process::Model const& model) {
    std::vector<std::pair<std::string, Who>> all;
    for (Ix role = 0; role < model.roles.size(); ++role) {
        all.emplace_back(model.roles[role].id, Who{});
        all.back().second.add(role);
    }
    auto const offices = words(process::Office{});
    for (std::size_t office = 0; office < offices.size(); ++office) {
        all.emplace_back(fmt::format("office:{}", offices[office]), Who{});
        all.back().second.add(static_cast<process::Office>(office));
    }
    return all;
}

// Rows that say the same of several become one; in the order in which they first come.
class Rows {
public:
    void add(std::string const& what, std::string const& where, std::string const& whom) {
        if (where.empty()) return;
        for (auto& row : rows_)
            if (row.what == what && row.where == where) {
                row.whom.push_back(whom);
                return;
            }
        rows_.push_back({what, where, {whom}});
    }
    void write(std::string& out) const {
        for (auto const& row : rows_)
            out += fmt::format("| {} | {} | {} |\n", row.what, fmt::join(row.whom, ", "), row.where);
    }

private:
    struct Row {
        std::string what;
        std::string where;
        Names whom;
    };
    std::vector<Row> rows_;
};

template <class Is> std::string where(std::vector<At> const& places, Is is) {
    Names all;
    for (auto const& at : places)
        if (is(at.facts)) all.push_back(at.name);
    if (all.size() == places.size()) return "everywhere";
    return fmt::format("{}", fmt::join(all, ", "));
}

void acts(RuleBook const& book, std::string& out) {
    auto const& model = book.model();
    auto const all = places(book);
    for (auto act : process::act_names()) {
        Rows rows;
        for (auto const& [name, who] : everybody(model)) {
            auto may = [&](std::optional<Ix> role) {
                return where(all, [&](Facts facts) { // whether it runs or was put off
                    bool const runs = workflow::may(book, facts, who, act, role).has_value();
                    facts.status = conference::Status::postponed;
                    return runs || workflow::may(book, facts, who, act, role).has_value();
                });
            };
            rows.add(fmt::format("{} | {}", act, name), may({}), "–");
            for (Ix role = 0; role < model.roles.size(); ++role)
                rows.add(fmt::format("{} | {}", act, name), may(role), model.roles[role].id);
        }
        rows.write(out);
    }
}

void sights(RuleBook const& book, std::string& out) {
    auto const all = places(book);
    auto const matters = words(process::Matter{});
    for (std::size_t i = 0; i < matters.size(); ++i)
        for (auto const& [name, who] : everybody(book.model())) {
            Rows rows;
            for (auto sight : {workflow::Sight::all, workflow::Sight::own})
                rows.add(fmt::format("{} | {}", matters[i], name),
                         where(all,
                               [&](Facts const& facts) {
                                   return workflow::sees(book, facts, who, process::Matter(i)) ==
                                          sight;
                               }),
                         sight == workflow::Sight::all ? "all of it" : "their own");
            rows.write(out);
        }
}

} // namespace

std::string access_table(std::shared_ptr<process::Model const> const& model) {
    RuleBook const book(model);
    auto out = fmt::format("# {} {}: who may do and see what\n\n"
                           "Made by tests/proof from the model, by the functions that decide.\n\n"
                           "| act | by | for | where |\n|---|---|---|---|\n",
                           model->id, model->version);
    acts(book, out);
    out += "\n| matter | seen by | how much | where |\n|---|---|---|---|\n";
    sights(book, out);
    return out;
}

} // namespace radslag::proof::test
