#include "proof/possible.h"

#include <algorithm>
#include <array>

namespace radslag::proof {
namespace {

using process::Condition;
using process::Function;
using workflow::Count;

std::uint64_t bit(std::size_t place) { return std::uint64_t{1} << place; }

Who with_offices(std::uint64_t roles) {
    Who who{roles, 0};
    for (std::size_t office = 0; office < words(process::Office{}).size(); ++office)
        who.add(static_cast<process::Office>(office));
    return who;
}

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

// ---- who can do what

// In a role's own name by who holds it, or recorded for somebody of it.
bool Possible::said(Reached const& now, std::string_view act, Ix role) const {
    auto const& doable = ground_.doable(now.place, act);
    if (doable.own.has(role) && ((now.filled >> role) & 1U) != 0) return true;
    auto const there = with_offices(now.filled);
    return std::any_of(doable.recorded.begin(), doable.recorded.end(), [&](auto const& r) {
        return r.second == role && r.first.meets(there);
    });
}

bool Possible::anyone(Reached const& now, std::string_view act) const {
    return ground_.doable(now.place, act).anyone().meets(with_offices(now.filled));
}

bool Possible::each_of(Reached const& now, Who who, std::string_view act) const {
    bool all = true;
    each_role(who, [&](Ix role) { all = all && said(now, act, role); });
    return all;
}

bool Possible::one_of(Reached const& now, Who who, std::string_view act) const {
    bool one = (ground_.doable(now.place, act).own.offices & who.offices) != 0;
    each_role(who, [&](Ix role) { one = one || said(now, act, role); });
    return one;
}

bool Possible::decided(Reached const& now, Who who) const {
    for (auto const& rule : ground_.model().decides) {
        if (!rule.about.meets(who)) continue;
        bool const can = rule.each ? each_of(now, rule.who, "decide_invitation")
                                   : one_of(now, rule.who, "decide_invitation");
        if (!can) return false;
    }
    return true;
}

// An assignment opens when impartiality is declared, where it has to be.
bool Possible::opens(Reached const& now, Ix role) const {
    return !ground_.model().roles[role].impartial ||
           ground_.doable(now.place, "declare_impartial").own.has(role);
}

// Whoever opens a case gets the role that their office fits (commands/conference/open_case).
void Possible::seat_opener(Reached& first, process::Intake const& intake) const {
    auto const& roles = ground_.model().roles;
    for (auto is : {Function::case_worker, Function::coordinator})
        for (Ix role = 0; role < roles.size(); ++role)
            if (roles[role].is == is && (roles[role].offices & intake.who.offices) != 0) {
                if (opens(first, role)) first.filled |= bit(role);
                return;
            }
}

// Staff come into their roles.
void Possible::fill(Reached& now) const {
    if (now.place.status != conference::Status::running) return;
    auto const& roles = ground_.model().roles;
    for (Ix role = 0; role < roles.size(); ++role) {
        if (roles[role].offices == 0 || ((now.filled >> role) & 1U) != 0) continue;
        bool const comes = anyone(now, "assign") || (roles[role].is == Function::coordinator &&
                                                     anyone(now, "take_referral"));
        if (comes && opens(now, role) && roles[role].is != Function::referrer) now.filled |= bit(role);
    }
}

// A referral's acts come in their order.
void Possible::refer(Reached& now) const {
    auto const& committee = ground_.model().committee;
    if (anyone(now, "pass_to_committee")) now.passed = true;
    if (now.passed && committee &&
        one_of(now, joined(committee->members, committee->chair), "decide_referral"))
        now.granted = true;
    if (now.granted && anyone(now, "link_identity")) now.linked = true;
}

bool Possible::comes_about(Reached const& now, workflow::Atom const& atom) const {
    auto const& model = ground_.model();
    auto const here = [&]() -> process::Step const* {
        if (!now.place.is_in_session()) return nullptr;
        return &model.meetings[now.place.meeting].steps[now.place.step];
    }();
    auto by_professionals = [&](std::string_view act) {
        if (here == nullptr) return false;
        Who who = atom.who.empty() ? model.everyone(Function::professional) : atom.who;
        return each_of(now, {who.roles & here->present.roles, 0}, act);
    };
    switch (atom.what) {
    case Condition::consent: {
        auto const& rule = *model.consent(atom.of);
        return each_of(now, {rule.from.roles, 0}, "give_consent") ||
               (rule.links_identity && now.linked && anyone(now, "link_identity"));
    }
    case Condition::role:
        return ((now.filled >> model.role(atom.of)) & 1U) != 0;
    case Condition::questions:
        return model.questions && one_of(now, model.questions->written_by, "write_question") &&
               each_of(now, model.questions->agreed_by, "agree_questions");
    case Condition::purpose:
        return anyone(now, "choose_purpose");
    case Condition::own_words:
        return each_of(now, model.everyone(Function::main_person), "write_words");
    case Condition::named:
        return (atom.who.roles & now.filled) != 0 || (now.linked && anyone(now, "name_person")) ||
               (now.linked && atom.who.meets(model.everyone(Function::main_person)));
    case Condition::decided:
        return decided(now, atom.who);
    case Condition::invited:
        return anyone(now, "invite");
    case Condition::answered:
        return each_of(now, {atom.who.roles, 0}, "record_answer");
    case Condition::prepared:
        return anyone(now, "record_preparation");
    case Condition::present:
        return here != nullptr && here->present.meets(atom.who) && anyone(now, "arrive");
    case Condition::accounts:
        return by_professionals("give_account");
    case Condition::offers:
        return by_professionals("offer_support");
    case Condition::plan_written:
        return now.planned;
    case Condition::actions_owned:
    case Condition::headings_filled:
        return anyone(now, "write_action");
    case Condition::plan_ended: {
        auto const* ending = model.ending(atom.of);
        return now.planned && (ending->each ? each_of(now, ending->by, "answer_plan")
                                            : one_of(now, ending->by, "answer_plan"));
    }
    case Condition::absence_followed_up:
        return was_held(now, atom.of) && anyone(now, "follow_up_absence");
    case Condition::review_answered:
        return here != nullptr && anyone(now, "answer_review");
    case Condition::actions_reviewed:
        return here != nullptr && anyone(now, "report_action");
    case Condition::referral_complete:
        return true; // all fields are asked for when it is sent
    case Condition::referral_passed:
        return now.passed;
    case Condition::criteria_met:
        return anyone(now, "judge_criteria");
    case Condition::granted:
        return now.granted;
    case Condition::referrer_answered:
        return now.granted && anyone(now, "answer_referrer");
    case Condition::identity_linked:
        return now.linked;
    case Condition::rounds:
        return atom.at_least <= 1 || !now.place.first_round;
    case Condition::room_limit:
        return true; // another day is found
    case Condition::meeting_planned: // by the meeting itself (after())
    case Condition::time_set_aside:
    case Condition::meeting_held:
        return false;
    }
    return false;
}

// As far as a gate asks for it: where none does, nothing hangs on it.
bool Possible::was_held(Reached const& now, std::string const& meeting) const {
    auto const& atoms = ground_.book.atoms();
    for (std::size_t i = 0; i < atoms.size(); ++i)
        if (atoms[i].what == Condition::meeting_held && atoms[i].of == meeting)
            return (now.holds & bit(i)) != 0;
    return true;
}

Reached Possible::saturated(Reached now) const {
    for (;;) {
        auto const before = now;
        if (now.place.status == conference::Status::running) {
            fill(now);
            refer(now);
            if (anyone(now, "hand_over_plan")) now.planned = true;
            auto const& atoms = ground_.book.atoms();
            for (std::size_t i = 0; i < atoms.size(); ++i)
                if ((now.holds & bit(i)) == 0 && comes_about(now, atoms[i])) now.holds |= bit(i);
        }
        if (now == before) return now;
    }
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
    // there, and who holds a role on all of them.
    std::map<Ix, std::vector<Reached>> known;
    for (auto const& node : nodes_) {
        auto& all = known[node.place.stage];
        auto const at = std::find_if(all.begin(), all.end(), [&](Reached const& one) {
            return one.passed == node.passed && one.granted == node.granted &&
                   one.linked == node.linked && one.planned == node.planned;
        });
        if (at == all.end()) all.push_back(node);
        else at->filled &= node.filled;
    }
    for (auto const& place : places)
        for (auto start : known[place.stage]) {
            start.place = place;
            start.holds = 0;
            fill(start);
            starts_.push_back(number(start, false));
        }
    walk();
}

} // namespace radslag::proof
