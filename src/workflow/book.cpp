#include "workflow/book.h"

#include <algorithm>

namespace radslag::workflow {

RuleBook::RuleBook(std::shared_ptr<process::Model const> model) : model_(std::move(model)) {
    for (auto const& stage : model_->stages) stages_.push_back(read_gate(stage.needs));
    for (auto const& meeting : model_->meetings) {
        meetings_[meeting.id] = read_gate(meeting.needs);
        for (auto const& step : meeting.steps)
            steps_[meeting.id + "." + step.id] = read_gate(step.needs);
    }
    add_standing_consents();
    for (auto const& may : model_->mays)
        for (auto const& act : may.acts) mays_[act].push_back(&may);
}

std::vector<process::May const*> const& RuleBook::mays(std::string_view act) const {
    static std::vector<process::May const*> const nobody;
    auto at = mays_.find(act);
    return at == mays_.end() ? nobody : at->second;
}

Gate RuleBook::read_gate(std::vector<process::Need> const& needs) {
    Gate gate;
    for (auto const& need : needs) {
        Atom atom{need.what, need.of, need.who, need.at_least};
        auto at = std::find(atoms_.begin(), atoms_.end(), atom);
        auto const place = static_cast<std::size_t>(at - atoms_.begin());
        if (at == atoms_.end()) atoms_.push_back(atom);
        gate.needs.push_back({&need, place, need_ids_.size()});
        need_ids_.push_back(need.id);
    }
    return gate;
}

void RuleBook::add_standing_consents() {
    auto const& stages = model_->stages;
    auto stands = [](Asked const& asked) {
        return asked.need->what == process::Condition::consent &&
               asked.need->rule.strength == process::Strength::hard;
    };
    auto add = [](Gate& gate, Asked const& asked) {
        auto same = [&](Asked const& other) { return other.atom == asked.atom; };
        if (std::none_of(gate.needs.begin(), gate.needs.end(), same)) gate.needs.push_back(asked);
    };
    for (Ix from = 0; from < stages.size(); ++from)
        for (auto const& asked : std::vector(stages_[from].needs))
            for (auto later = stages[from].next; stands(asked) && later != process::nowhere;
                 later = stages[later].next) {
                add(stages_[later], asked);
                for (auto const& meeting : model_->meetings)
                    if (meeting.stage == later) add(meetings_.at(meeting.id), asked);
            }
}

Ix RuleBook::place_of_meeting(std::string_view meeting) const {
    auto const& all = model_->meetings;
    for (Ix place = 0; place < all.size(); ++place)
        if (all[place].id == meeting) return place;
    return process::nowhere;
}

Gate const& RuleBook::gate_of_meeting(std::string const& meeting) const {
    auto at = meetings_.find(meeting);
    RADSLAG_SURE(at != meetings_.end());
    return at->second;
}

Gate const& RuleBook::gate_of_step(std::string const& meeting, std::string const& step) const {
    auto at = steps_.find(meeting + "." + step);
    RADSLAG_SURE(at != steps_.end());
    return at->second;
}

process::Step const* RuleBook::step(std::string_view meeting, std::string_view step) const {
    auto const* m = model_->meeting(meeting);
    if (m == nullptr) return nullptr;
    for (auto const& s : m->steps)
        if (s.id == step) return &s;
    return nullptr;
}

process::Step const* RuleBook::step_after(std::string_view meeting, std::string_view step) const {
    auto const* m = model_->meeting(meeting);
    RADSLAG_SURE(m != nullptr);
    if (step.empty()) return m->steps.empty() ? nullptr : &m->steps.front();
    for (std::size_t i = 0; i + 1 < m->steps.size(); ++i)
        if (m->steps[i].id == step) return &m->steps[i + 1];
    return nullptr;
}

process::Function RuleBook::function(std::string_view role) const {
    auto ix = model_->role(role);
    RADSLAG_SURE(ix != process::nowhere);
    return model_->roles[ix].is;
}

bool RuleBook::is_in(Who who, std::string const& role) const {
    auto ix = model_->role(role);
    return ix != process::nowhere && who.has(ix);
}

Who RuleBook::everyone(std::initializer_list<process::Function> functions) const {
    Who all;
    for (auto function : functions) all.roles |= model_->everyone(function).roles;
    return all;
}

} // namespace radslag::workflow
