#include "proof/possible.h"

#include <algorithm>
#include <array>

namespace radslag::proof {
namespace {

using process::Condition;
using process::Function;
using workflow::Count;

// What stays once it came about, whatever place the case goes to in its round.
bool lasts(Condition what) {
    static constexpr std::array all{
        Condition::consent,         Condition::role,            Condition::questions,
        Condition::purpose,         Condition::own_words,       Condition::named,
        Condition::decided,         Condition::plan_written,    Condition::actions_owned,
        Condition::plan_ended,      Condition::review_answered, Condition::referral_complete,
        Condition::referral_passed, Condition::criteria_met,    Condition::granted,
        Condition::referrer_answered, Condition::identity_linked, Condition::meeting_held,
        Condition::meeting_planned, Condition::time_set_aside, Condition::rounds,
        Condition::headings_filled, Condition::absence_followed_up};
    return std::find(all.begin(), all.end(), what) != all.end();
}
bool is_of_round(Condition what) {
    return what == Condition::meeting_held || what == Condition::meeting_planned ||
           what == Condition::time_set_aside ||
           what == Condition::review_answered || what == Condition::absence_followed_up;
}

} // namespace

Possible::Possible(Ground& ground, Outcomes& outcomes) : ground_(ground), outcomes_(outcomes) {
    RADSLAG_SURE(ground.book.atoms().size() <= 64);
}

Facts Possible::facts(Reached const& now) const {
    auto facts = ground_.facts(now.place, false);
    for (std::size_t i = 0; i < facts.atoms.size(); ++i)
        if ((now.holds & bit(i)) != 0) facts.atoms[i] = Count::all;
    return facts;
}

// … with the rules passed that can be passed by somebody here.
Facts Possible::with_rules_passed(Reached const& now) const {
    auto facts = this->facts(now);
    auto const& passers = ground_.doable(now.place, "pass_gate").own;
    Who const there = with_offices(now.filled);
    Who const can{passers.roles & there.roles, passers.offices & there.offices};
    auto pass = [&](workflow::Gate const& gate) {
        for (auto const& asked : gate.needs)
            if (workflow::may_be_passed(asked, facts, can)) facts.waived[asked.place] = true;
    };
    pass(ground_.book.gate_of_stage(now.place.stage));
    if (now.place.meeting == nowhere) return facts;
    auto const& meeting = ground_.model().meetings[now.place.meeting];
    pass(ground_.book.gate_of_meeting(meeting.id));
    if (now.place.is_in_session())
        pass(ground_.book.gate_of_step(meeting.id, meeting.steps[now.place.step].id));
    return facts;
}

// ---- the walk

// Certainly so: no other meeting happens to have been planned.
bool Possible::is_certain(Place const& from, Outcome const& outcome) {
    auto const& act = outcome.deed.act;
    if (act == "take_back" || act == "time_passes" || act == "consent_lapsed") return false;
    if (outcome.to.state != MeetingState::planned) return true;
    if (from.state == MeetingState::planned && from.meeting == outcome.to.meeting) return true;
    return act == "plan_meeting" && from.state == MeetingState::none;
}

Reached Possible::after(Reached const& from, Outcome const& outcome) const {
    Reached now = from;
    now.place = outcome.to;
    auto const& atoms = ground_.book.atoms();
    bool const round = outcome.deed.act == "go_round";
    bool const session = from.place.is_in_session() != outcome.to.is_in_session() ||
                         turned(from.place, outcome.to).meeting;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        auto const& atom = atoms[i];
        auto const left = leaves(ground_.book, outcome.deed, turned(from.place, outcome.to), atom);
        if (left == Leaves::all) now.holds |= bit(i);
        if (left == Leaves::none) now.holds &= ~bit(i);
        bool const falls = (session || outcome.to.stage != from.place.stage) && !lasts(atom.what);
        if (falls || (round && (is_of_round(atom.what) || !lasts(atom.what)))) now.holds &= ~bit(i);
        bool const planned = atom.what == Condition::meeting_planned || atom.what == Condition::time_set_aside;
        if (!planned) continue;
        if (outcome.deed == Deed{"plan_meeting", atom.of}) now.holds |= bit(i);
        bool const broken = outcome.deed.act == "cancel_meeting" ||
                            (outcome.deed.act == "end_meeting" && outcome.deed.of.empty());
        if (broken) now.holds &= ~bit(i);
    }
    fill(now);
    return now;
}

std::uint32_t Possible::number(Reached const& node, bool begun) {
    auto const [at, fresh] = numbers_.try_emplace(node, static_cast<std::uint32_t>(nodes_.size()));
    if (fresh) {
        nodes_.push_back(node);
        edges_.emplace_back();
        begun_.push_back(begun);
    }
    return at->second;
}

// A deadline starts or ends with it.
bool Possible::is_dated(Deed const& deed) const {
    auto const& all = ground_.model().deadlines;
    return std::any_of(all.begin(), all.end(), [&](process::Deadline const& rule) {
        return workflow::is_moment(rule.starts, deed.act, deed.of) ||
               workflow::is_moment(rule.ends, deed.act, deed.of);
    });
}

void Possible::step(std::uint32_t at) {
    auto const from = nodes_[at];
    bool const begun = begun_[at];
    auto tell = [&](Outcome const& outcome) {
        auto const to = number(after(from, outcome), begun);
        if (to != at || is_dated(outcome.deed))
            edges_[at].push_back({to, outcome.deed, outcome.moments});
    };
    // Somebody can bring about what can be, or leave it and do something else.
    if (auto const more = number(saturated(from), begun); more != at)
        edges_[at].push_back({more, {"brought_about", {}}, {}});
    auto const now = with_rules_passed(from);
    bool const moves = workflow::moves_by_itself(ground_.book, facts(from));
    auto const dated = [&](std::string_view act) { return is_dated({std::string(act), {}}); };
    outcomes_.onward(from.place, {now, now}, dated, [&](Outcome const& outcome) {
        if (!is_certain(from.place, outcome)) return;
        bool const somebody = outcome.deed.act == "taken_up_again" || anyone(from, outcome.deed.act);
        // What brought it about that the case moves by itself was done before.
        if (somebody && (!moves || outcome.to == from.place)) tell(outcome);
    });
    if (!workflow::moves_by_itself(ground_.book, now)) return;
    auto const& stage = ground_.model().stages[from.place.stage];
    tell(outcomes_.entered(from.place, stage.next, {"moves_by_itself", {}}));
}

void Possible::walk() {
    for (auto at = static_cast<std::uint32_t>(0); at < nodes_.size(); ++at)
        if (edges_[at].empty()) step(at);
}

// What nothing undoes at this place: words of the committee; an answer to the plan while nobody can
// change the plan.
std::uint64_t Possible::for_good(Reached const& at) const {
    static constexpr std::array words_of_committee{
        Condition::referral_complete, Condition::referral_passed,   Condition::criteria_met,
        Condition::granted,           Condition::referrer_answered, Condition::identity_linked};
    static constexpr std::array<std::string_view, 4> changing{"write_action", "change_action",
                                                              "remove_action", "hand_over_plan"};
    bool const stays = std::none_of(changing.begin(), changing.end(),
                                    [&](auto act) { return anyone(at, act); });
    std::uint64_t all = 0;
    auto const& atoms = ground_.book.atoms();
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        bool const committee = std::find(words_of_committee.begin(), words_of_committee.end(),
                                         atoms[i].what) != words_of_committee.end();
        if (committee || (stays && atoms[i].what == Condition::plan_ended)) all |= bit(i);
    }
    return all;
}

void Possible::run(std::vector<Place> const& places) {
    auto const& model = ground_.model();
    for (auto const& intake : model.intakes) {
        Reached first;
        first.place.stage = intake.stage;
        first.linked = !intake.anonymous;
        for (Ix role = 0; role < model.roles.size(); ++role) {
            bool const referral = intake.way == process::IntakeWay::referral;
            if (model.roles[role].is == Function::referrer && referral) first.filled |= bit(role);
        }
        if (intake.way != process::IntakeWay::referral) seat_opener(first, intake);
        number(first, true);
    }
    walk();
    // What certainly is, wherever a case has come that far: of its referral and its plan, by the ways
    // there, and who holds a role and what came about for good on all of them.
    std::map<Ix, std::vector<Reached>> known;
    for (auto const& node : nodes_) {
        auto& all = known[node.place.stage];
        auto const at = std::find_if(all.begin(), all.end(), [&](Reached const& one) {
            return one.passed == node.passed && one.granted == node.granted &&
                   one.linked == node.linked && one.planned == node.planned;
        });
        if (at == all.end()) all.push_back(node);
        else {
            at->filled &= node.filled;
            at->holds &= node.holds;
        }
    }
    for (auto const& place : places)
        for (auto start : known[place.stage]) {
            start.place = place;
            fill(start);
            start.holds &= for_good(start);
            starts_.push_back(number(start, false));
        }
    walk();
}

} // namespace radslag::proof
