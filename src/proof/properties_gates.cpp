// What gates ask for, read from the model's rows.
#include <algorithm>

#include <fmt/format.h>

#include "proof/property.h"

namespace radslag::proof {
namespace {

using process::Need;
using process::Strength;
using workflow::Count;

struct At { // where a need stands
    Passed::What what = Passed::What::stage;
    Ix stage = 0;
    Ix meeting = nowhere;
    Ix step = 0;
    Need const* need = nullptr;
};

std::vector<At> needs_of(process::Model const& model) {
    std::vector<At> all;
    for (Ix stage = 0; stage < model.stages.size(); ++stage)
        for (auto const& need : model.stages[stage].needs)
            all.push_back({Passed::What::stage, stage, nowhere, 0, &need});
    for (Ix place = 0; place < model.meetings.size(); ++place) {
        auto const& meeting = model.meetings[place];
        for (auto const& need : meeting.needs)
            all.push_back({Passed::What::opening, meeting.stage, place, 0, &need});
        for (Ix step = 0; step < meeting.steps.size(); ++step)
            for (auto const& need : meeting.steps[step].needs)
                all.push_back({Passed::What::step, meeting.stage, place, step, &need});
    }
    return all;
}

class GateJudge final : public Counting {
public:
    GateJudge(Ground& ground, Walk const& walk, Verdict& verdict)
        : Counting(walk, verdict), ground_(ground), needs_(needs_of(ground.model())) {}

    void gate(State const& from, State const& at, Deed const& deed,
              Passed const& passed) override {
        for (std::size_t i = 0; i < needs_.size(); ++i) {
            if (!is_here(needs_[i], passed) || !is_kept(i)) continue;
            auto const strength = needs_[i].need->rule.strength;
            if (strength == Strength::offer) continue;
            bool const waived = strength == Strength::method && (at.waived & 1U) != 0;
            bool const holds = at.atoms[0] == Count::all || waived;
            look(from, deed, at,
                 holds ? "" : fmt::format("a gate is passed without {}", needs_[i].need->id));
        }
    }
    // A method rule is passed by those whom it names, a hard one by nobody.
    void state(State const& at) override {
        if (!at.place.is_live() || at.atoms[0] == Count::all) return;
        auto const who = ground_.doable(at.place, "pass_gate").own;
        if (who.empty()) return;
        auto facts = ground_.facts(at.place, false);
        for (std::size_t i = 0; i < needs_.size(); ++i) {
            if (!is_kept(i)) continue;
            auto const& rule = needs_[i].need->rule;
            workflow::Asked const asked{needs_[i].need, slice().atoms.front(), i};
            std::string what;
            each_role(who, [&](Ix role) {
                bool const named = rule.strength == Strength::method && rule.passed_by.has(role);
                if (!named && workflow::may_be_passed(asked, facts, only(role)))
                    what = fmt::format("a {} passes {}", ground_.model().roles[role].id,
                                       needs_[i].need->id);
            });
            look(at, what);
        }
    }

private:
    Ground& ground_;
    std::vector<At> needs_;

    [[nodiscard]] bool is_kept(std::size_t need) const {
        auto const& slice = this->slice();
        return std::find(slice.waivers.begin(), slice.waivers.end(), need) != slice.waivers.end();
    }
    static bool is_here(At const& at, Passed const& passed) {
        if (passed.what == Passed::What::stage)
            return at.what == Passed::What::stage && at.stage == passed.stage;
        if (passed.what == Passed::What::opening)
            return at.what == Passed::What::opening && at.meeting == passed.meeting;
        bool const step = passed.what == Passed::What::step || passed.what == Passed::What::held;
        return step && at.what == Passed::What::step && at.meeting == passed.meeting &&
               at.step == passed.step;
    }
};

class Gates final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "gates"; }
    [[nodiscard]] std::string_view words() const override {
        return "No gate is passed before what it asks for is there; what the method asks for is "
               "passed only with a written reason, by those whom the model names.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const& model) const override {
        std::vector<process::Rule const*> rules;
        for (auto const& at : needs_of(model)) rules.push_back(&at.need->rule);
        return sources_of(rules, {});
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        if (walk.slice().waivers.empty()) return nullptr;
        return std::make_unique<GateJudge>(ground, walk, verdict);
    }
};

} // namespace

std::vector<std::unique_ptr<Property>> gate_properties() {
    std::vector<std::unique_ptr<Property>> all;
    all.push_back(std::make_unique<Gates>());
    return all;
}

} // namespace radslag::proof
