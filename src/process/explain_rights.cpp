#include <algorithm>
#include <map>

#include "process/explain.h"

namespace radslag::process {
namespace {

// Everyone the rules name, one at a time: first the roles, then the offices.
std::vector<Who> one_by_one(Model const& model) {
    std::vector<Who> all;
    for (Ix role = 0; role < model.roles.size(); ++role) {
        Who one;
        one.add(role);
        all.push_back(one);
    }
    for (std::size_t i = 0; i < words(Office{}).size(); ++i) {
        Who one;
        one.add(static_cast<Office>(i));
        all.push_back(one);
    }
    return all;
}

std::vector<std::string> head(Telling const& tell, std::string const& first) {
    std::vector<std::string> row{first};
    for (auto const& stage : tell.model.stages) row.push_back(tell.text("stage." + stage.id));
    return row;
}

std::string step_names(Telling const& tell, std::vector<std::string> const& steps) {
    std::vector<std::string> names;
    for (auto const& step : steps) names.push_back(tell.text("step." + step));
    return fmt::format("{}", fmt::join(names, ", "));
}

// What a [[may]] adds about an act beyond the stages.
std::string remark(Telling const& tell, May const& may) {
    std::string said;
    if (!may.for_whom.empty()) said = "recorded for " + tell.who(may.for_whom);
    if (!may.in_steps.empty())
        said += (said.empty() ? "in " : ", in ") + step_names(tell, may.in_steps);
    return said;
}

Rows acts_of(Telling const& tell, Who one) {
    auto const& model = tell.model;
    // One row for an act and what is remarked about it, with a mark in each stage.
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> marks;
    for (auto const& may : model.mays) {
        if (!may.who.meets(one)) continue;
        for (auto const& act : may.acts) {
            auto& row = marks[{act, remark(tell, may)}];
            row.resize(model.stages.size());
            for (Ix stage = may.from; stage <= may.until && stage < row.size(); ++stage)
                row[stage] = "x";
        }
    }
    Rows rows{head(tell, "May")};
    rows.front().emplace_back("How");
    for (auto const& [key, row] : marks) {
        rows.push_back({key.first});
        rows.back().insert(rows.back().end(), row.begin(), row.end());
        rows.back().push_back(key.second);
    }
    return rows;
}

Rows sights_of(Telling const& tell, Who one) {
    auto const& model = tell.model;
    std::map<std::size_t, std::vector<std::string>> marks;
    for (auto const& see : model.sees) {
        if (!see.who.meets(one)) continue;
        auto& row = marks[static_cast<std::size_t>(see.what)];
        row.resize(model.stages.size());
        for (Ix stage = see.from; stage <= see.until && stage < row.size(); ++stage)
            if (row[stage] != "all") row[stage] = see.own_only ? "own" : "all";
    }
    Rows rows{head(tell, "Sees")};
    for (auto const& [matter, row] : marks) {
        rows.push_back({std::string(words(Matter{})[matter])});
        rows.back().insert(rows.back().end(), row.begin(), row.end());
    }
    return rows;
}

} // namespace

std::string tell_rights(Telling const& tell) {
    std::string out = "WHO MAY DO AND SEE WHAT, STAGE BY STAGE\n"
                      "What is not listed nobody may and nobody sees.\n\n";
    for (auto one : one_by_one(tell.model)) {
        auto acts = acts_of(tell, one);
        auto sights = sights_of(tell, one);
        if (acts.size() == 1 && sights.size() == 1) {
            if (one.roles != 0) out += tell.who(one) + ": nothing by the software\n\n";
            continue;
        }
        out += tell.who(one) + "\n\n";
        if (acts.size() > 1) out += table(acts);
        if (sights.size() > 1) out += table(sights);
    }
    return out;
}

} // namespace radslag::process
