#include "proof/model_proof.h"

#include <algorithm>

#include <fmt/format.h>

#include "commands/commands.h"
#include "proof/effects.h"
#include "proof/family.h"
#include "proof/guest.h"
#include "proof/staff.h"

namespace radslag::proof {
namespace {

using process::Condition;
using process::Function;

std::vector<std::string> takeable_acts() {
    std::vector<std::string> found;
    for (auto const& act : commands::acts())
        if (act.can_be_taken_back) found.emplace_back(act.name);
    return found;
}

// Learns from where to where acts lead, for what taking them back leads to.
class Learning final : public Judge {
public:
    Learning(RuleBook const& book, Outcomes& outcomes) : book_(book), outcomes_(outcomes) {}
    void edge(State const& from, Deed const& deed, std::vector<Moment> const&,
              State const& to) override {
        if (from.place == to.place) return;
        more_ = outcomes_.remember(deed.act, from.place, to.place) || more_;
    }
    // Whatever a stage that nobody moves on waits for, moves the case when it comes about.
    [[nodiscard]] bool heeds(std::string_view act) const override {
        auto const& stages = book_.model().stages;
        for (Ix stage = 0; stage < stages.size(); ++stage) {
            if (!stages[stage].moved_by.empty()) continue;
            for (auto const& asked : book_.gate_of_stage(stage).needs) {
                auto const& atom = book_.atoms()[asked.atom];
                Deed const deed{std::string(act), atom.of};
                if (act == "pass_gate" || leaves(book_, deed, {}, atom) != Leaves::as_it_was)
                    return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool more() const { return more_; }

private:
    RuleBook const& book_;
    Outcomes& outcomes_;
    bool more_ = false;
};

bool handles_papers(process::Model const& model, Ix role) {
    for (auto const& see : model.sees)
        if (see.what == process::Matter::papers && see.who.has(role)) return true;
    for (auto const& may : model.mays)
        for (auto const& act : may.acts)
            if ((act == "write_paper" || act == "change_paper") && may.who.has(role)) return true;
    return false;
}

} // namespace

ModelProof::ModelProof(RuleBook const& book, std::vector<std::string> const& without)
    : ground_(book), outcomes_(ground_, takeable_acts()) {
    for (auto const& act : without) outcomes_.forget(act);
}

// What an act changes, taking it back changes the other way; that leads to new places perhaps, from
// which acts lead on.
void ModelProof::learn_taking_back() {
    for (;;) {
        Learning learning(ground_.book, outcomes_);
        Walk walk(ground_, outcomes_, {"the case", {}, {}, nullptr});
        walk.run({&learning});
        if (!learning.more()) return;
    }
}

std::vector<Slice> ModelProof::slices() {
    auto const& book = ground_.book;
    auto const& model = book.model();
    std::vector<Slice> all{{"the case", {}, {}, nullptr}};
    for (std::size_t atom = 0; atom < book.atoms().size(); ++atom)
        if (book.atoms()[atom].what == Condition::consent)
            all.push_back({"the consent " + book.atoms()[atom].of, {atom}, {}, nullptr});
    auto gate = [&](workflow::Gate const& asked) {
        for (auto const& one : asked.needs) {
            auto const name = "the need " + one.need->id;
            bool const there = std::any_of(all.begin(), all.end(),
                                           [&](Slice const& s) { return s.name == name; });
            if (!there) all.push_back({name, {one.atom}, {one.place}, nullptr});
        }
    };
    for (Ix stage = 0; stage < model.stages.size(); ++stage) gate(book.gate_of_stage(stage));
    for (auto const& meeting : model.meetings) {
        gate(book.gate_of_meeting(meeting.id));
        for (auto const& step : meeting.steps) gate(book.gate_of_step(meeting.id, step.id));
    }
    for (Ix role = 0; role < model.roles.size(); ++role) {
        auto const& id = model.roles[role].id;
        all.push_back({"a " + id, {}, {}, std::make_shared<Guest>(ground_, role)});
        if (model.roles[role].offices != 0)
            all.push_back({"staff as " + id, {}, {}, std::make_shared<Holder>(ground_, role)});
        if (model.roles[role].is != Function::coordinator) continue;
        for (Ix other = 0; other < model.roles.size(); ++other)
            if (other != role && handles_papers(model, other))
                all.push_back({fmt::format("staff as {} and {}", id, model.roles[other].id),
                               {},
                               {},
                               std::make_shared<Two>(ground_, role, other)});
    }
    if (std::any_of(model.intakes.begin(), model.intakes.end(),
                    [](auto const& intake) { return intake.anonymous; }))
        all.push_back({"the family's name", {}, {}, std::make_shared<Family>(ground_)});
    return all;
}

std::vector<Place> ModelProof::places() const {
    class Gathering final : public Judge {
    public:
        void state(State const& at) override { all.push_back(at.place); }
        std::vector<Place> all;
    };
    Gathering gathering;
    Ground ground(ground_.book);
    Outcomes outcomes = outcomes_;
    Walk walk(ground, outcomes, {"the case", {}, {}, nullptr});
    walk.run({&gathering});
    return gathering.all;
}

void ModelProof::run() {
    learn_taking_back();
    std::vector<std::unique_ptr<Property>> properties;
    for (auto&& some : {meeting_properties, consent_properties, gate_properties, reading_properties})
        for (auto& one : some()) properties.push_back(std::move(one));
    for (auto const& property : properties) {
        Verdict verdict;
        verdict.id = property->id();
        verdict.words = property->words();
        verdict.sources = property->sources(ground_.model());
        verdict.not_concerned = property->not_concerned(ground_.model());
        verdicts_.push_back(std::move(verdict));
    }
    for (auto& slice : slices()) {
        walks_.push_back(std::make_unique<Walk>(ground_, outcomes_, std::move(slice)));
        std::vector<std::unique_ptr<Judge>> judges;
        std::vector<Judge*> pointers;
        for (std::size_t i = 0; i < properties.size(); ++i) {
            if (!verdicts_[i].not_concerned.empty()) continue;
            auto judge = properties[i]->judge(ground_, *walks_.back(), verdicts_[i]);
            if (judge == nullptr) continue;
            pointers.push_back(judge.get());
            judges.push_back(std::move(judge));
        }
        walks_.back()->run(pointers);
    }
    Possible possible(ground_, outcomes_);
    possible.run(places());
    verdicts_.push_back(possible.refusals());
    verdicts_.push_back(possible.gates_open());
    verdicts_.push_back(possible.deadlines());
    verdicts_.push_back(possible.endings());
}

std::size_t ModelProof::states() const {
    std::size_t all = 0;
    for (auto const& walk : walks_) all += walk->size();
    return all;
}

} // namespace radslag::proof
