#include "process/checker.h"

#include <algorithm>

namespace radslag::process {

bool Way::passes(Ix stage) const {
    return std::find(stages.begin(), stages.end(), stage) != stages.end();
}

std::string listed(std::vector<std::string> const& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i != 0) text += i + 1 == words.size() ? " and " : ", ";
        text += quoted(words[i]);
    }
    return text;
}

Checker::Checker(Model const& a_model, Node const& root, std::string const& file)
    : model(a_model), root_(root), file_(file) {
    std::vector<Ix> open;
    for (auto const& intake : model.intakes) open.push_back(intake.stage);
    while (!open.empty()) {
        Ix stage = open.back();
        open.pop_back();
        if (stage == nowhere || everywhere.passes(stage)) continue;
        everywhere.stages.push_back(stage);
        open.push_back(model.stages[stage].next);
        open.push_back(model.stages[stage].again);
    }
    find_unfilled();
    for (Ix stage = 0; stage < model.stages.size(); ++stage) ways_.push_back(find_ways(stage));
}

void Checker::complain(std::string const& place, std::string cause, std::string remedy) {
    auto at = deepest(root_, place).place;
    complaints.push_back({file_, at.line, at.column, std::move(cause), std::move(remedy)});
}

std::size_t Checker::items(std::string const& place) const {
    return deepest(root_, place).inside.size();
}

std::vector<Ix> Checker::along(Ix from) const {
    std::vector<Ix> stages;
    while (from != nowhere && std::find(stages.begin(), stages.end(), from) == stages.end()) {
        stages.push_back(from);
        from = model.stages[from].next;
    }
    return stages;
}

Checker::Ways Checker::find_ways(Ix stage) const {
    Ways ways;
    for (auto const& intake : model.intakes) {
        auto first = along(intake.stage);
        auto found = std::find(first.begin(), first.end(), stage);
        if (found != first.end()) {
            ways.push_back({&intake, Way{{first.begin(), found + 1}, {}, &intake}});
            continue;
        }
        // A side way: a round that begins in a stage which the first way does not pass.
        for (auto at = first.begin(); at != first.end(); ++at) {
            auto round = along(model.stages[*at].again);
            auto in_round = std::find(round.begin(), round.end(), stage);
            if (in_round == round.end()) continue;
            std::vector<Ix> stages(first.begin(), at + 1);
            stages.insert(stages.end(), round.begin(), in_round + 1);
            ways.push_back({&intake, Way{std::move(stages), {}, &intake}});
            break;
        }
    }
    for (auto& [intake, way] : ways) bring_in(way);
    return ways;
}

bool Checker::step_counts(std::string_view name, Ix stage, Way const& way) const {
    auto dot = name.find('.');
    auto const* meeting = model.meeting(name.substr(0, dot));
    if (meeting == nullptr || meeting->stage != stage) return false;
    if (meeting != way.meeting) return true;
    for (std::size_t i = 0; i < meeting->steps.size() && i < way.steps; ++i)
        if (meeting->steps[i].id == name.substr(dot + 1)) return true;
    return false;
}

std::string Checker::told_intakes(std::vector<std::string> const& stuck, std::size_t of) {
    if (stuck.size() == of) return {};
    return fmt::format(" in a case that begins by {}", listed(stuck));
}

bool Checker::happens(Moment const& moment) const {
    switch (moment.kind) {
    case MomentKind::act:
        return may_anyone(moment.of, everywhere);
    case MomentKind::stage_entered:
    case MomentKind::stage_left:
        return reachable(model.stage(moment.of));
    case MomentKind::meeting_day:
    case MomentKind::meeting_end:
        return reachable(model.meeting(moment.of)->stage);
    }
    return false;
}

std::string Checker::names(Who who) const {
    std::vector<std::string> words_found;
    each_role(who, [&](Ix role) { words_found.push_back(model.roles[role].id); });
    for (std::size_t i = 0; i < words(Office{}).size(); ++i)
        if (who.has(static_cast<Office>(i)))
            words_found.push_back(fmt::format("office:{}", words(Office{})[i]));
    return listed(words_found);
}

std::string Checker::stage_name(Ix stage) const { return quoted(model.stages[stage].id); }

} // namespace radslag::process
