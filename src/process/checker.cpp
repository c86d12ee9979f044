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

std::vector<std::pair<Intake const*, Way>> Checker::ways_to(Ix stage) const {
    std::vector<std::pair<Intake const*, Way>> ways;
    for (auto const& intake : model.intakes) {
        auto first = along(intake.stage);
        auto found = std::find(first.begin(), first.end(), stage);
        if (found != first.end()) {
            ways.push_back({&intake, Way{{first.begin(), found + 1}}});
            continue;
        }
        // A side way: a round that begins in a stage which the first way does not pass.
        for (auto at = first.begin(); at != first.end(); ++at) {
            auto round = along(model.stages[*at].again);
            auto in_round = std::find(round.begin(), round.end(), stage);
            if (in_round == round.end()) continue;
            std::vector<Ix> stages(first.begin(), at + 1);
            stages.insert(stages.end(), round.begin(), in_round + 1);
            ways.push_back({&intake, Way{std::move(stages)}});
            break;
        }
    }
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

bool Checker::counts(May const& may, std::string_view act, Way const& way) const {
    if (std::find(may.acts.begin(), may.acts.end(), act) == may.acts.end()) return false;
    return std::any_of(way.stages.begin(), way.stages.end(), [&](Ix stage) {
        if (stage < may.from || stage > may.until) return false;
        return may.in_steps.empty() ||
               std::any_of(may.in_steps.begin(), may.in_steps.end(),
                           [&](std::string const& step) { return step_counts(step, stage, way); });
    });
}

bool Checker::may_anyone(std::string_view act, Way const& way) const {
    return std::any_of(model.mays.begin(), model.mays.end(),
                       [&](May const& may) { return counts(may, act, way); });
}

Who Checker::may_not(Who who, std::string_view act, Way const& way) const {
    for (auto const& may : model.mays) {
        if (!counts(may, act, way)) continue;
        Who can = may.for_whom.empty() ? may.who : may.for_whom;
        who.roles &= ~can.roles;
        who.offices &= ~can.offices;
    }
    return who;
}

bool Checker::may_one(Who who, std::string_view act, Way const& way) const {
    return may_not(who, act, way) != who;
}

bool Checker::fillable(Ix role_place, Way const& way) const {
    auto const& role = model.roles[role_place];
    if (role.at_most == 0 || (role.offices == 0 && !role.may_be_outsider)) return false;
    if (role.may_be_outsider && may_anyone("name_person", way)) return true;
    if (role.is == Function::speaks_for && may_anyone("speak_for", way)) return true;
    if (role.offices != 0 && may_anyone("assign", way)) return true;
    // Who starts the case is in it: the referrer, the employee who offers it.
    return std::any_of(model.intakes.begin(), model.intakes.end(), [&](Intake const& intake) {
        return way.passes(intake.stage) &&
               ((intake.who.offices & role.offices) != 0 ||
                (role.is == Function::referrer && intake.way == IntakeWay::referral));
    });
}

bool Checker::someone(Who who, Way const& way) const {
    bool found = who.offices != 0;
    each_role(who, [&](Ix role) { found |= fillable(role, way) || !fillable(role, everywhere); });
    return found;
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
