#include "workflow/rights.h"

#include <algorithm>
#include <array>

namespace radslag::workflow {
namespace {

using conference::Status;

// What can still be done when a case does not run: set right what was written, and end or take up.
constexpr std::array<std::string_view, 10> while_postponed{
    "take_up_again", "stop_case", "withdraw_consent",  "correct",      "take_back",
    "hand_over",     "assign",    "declare_impartial", "plan_meeting", "cancel_meeting"};
constexpr std::array<std::string_view, 4> when_ended{"correct", "take_back", "answer_questionnaire",
                                                     "end_assignment"};

// The work of the room rests while the meeting is paused; it may be paused because a yes was taken
// back (GN3).
constexpr std::array<std::string_view, 13> rests_in_pause{
    "give_account",   "offer_support",     "write_action", "change_action", "remove_action",
    "hand_over_plan", "ask_clarification", "clarify",      "judge_action",  "answer_plan",
    "answer_review",  "report_action",     "next_step"};

template <class List> bool is_one_of(std::string_view act, List const& list) {
    return std::find(list.begin(), list.end(), act) != list.end();
}

template <class Row> bool in_stage(Row const& row, Ix stage) {
    return stage >= row.from && (row.until == process::nowhere || stage <= row.until);
}

bool in_step(RuleBook const& book, process::May const& may, Facts const& facts) {
    if (may.in_steps.empty()) return true;
    if (facts.meeting_state != MeetingState::open) return false;
    auto here = book.model().meetings[facts.meeting].id + "." + facts.step;
    return std::find(may.in_steps.begin(), may.in_steps.end(), here) != may.in_steps.end();
}

Result<void> status_lets(Facts const& facts, std::string_view act) {
    if (facts.status == Status::running) {
        if (act == "take_up_again") return no("case.not_postponed");
        if (facts.meeting_state == MeetingState::paused && is_one_of(act, rests_in_pause))
            return no("meeting.paused");
        return {};
    }
    if (facts.status == Status::postponed) {
        if (is_one_of(act, while_postponed)) return {};
        return no("case.postponed");
    }
    if (is_one_of(act, when_ended)) return {};
    return no("case.ended");
}

} // namespace

bool held_by(process::Role const& role, std::uint32_t offices) {
    return role.offices == 0 || (role.offices & offices) != 0;
}

Actor actor_in(RuleBook const& book, CaseFile const& file, StaffId const& staff,
               std::uint32_t offices) {
    Actor actor;
    actor.staff = staff;
    actor.who.offices = offices;
    for (auto const& person : file.all<people::Person>()) {
        if (person.staff != staff || !person.is_here()) continue;
        auto const* assignment = assignment_of(file, person.id);
        if (assignment == nullptr || !assignment->holds()) continue;
        // An office that was taken away takes what was held by it along.
        auto const role = book.model().role(person.role);
        if (role == process::nowhere) continue;
        auto holding = holding_of(*assignment);
        holding.in_office = held_by(book.model().roles[role], offices);
        if (!holding.in_office) continue;
        if (is_open(book.model().roles[role], holding)) {
            actor.who.add(role);
            actor.as.push_back(person.id);
        } else {
            actor.undeclared.add(role);
            actor.unready.push_back(person.id);
        }
    }
    return actor;
}

Who Actor::asks_for(std::string_view act) const {
    if (act != "declare_impartial") return who;
    return {who.roles | undeclared.roles, who.offices};
}

Result<void> may(RuleBook const& book, Facts const& facts, Who who, std::string_view act,
                 std::optional<Ix> for_role) {
    bool theirs = false;
    bool now = false;
    bool here = false;
    for (auto const* row : book.mays(act)) {
        if (!row->who.meets(who)) continue;
        theirs = true;
        if (!in_stage(*row, facts.stage)) continue;
        now = true;
        if (!in_step(book, *row, facts)) continue;
        here = true;
        if (for_role ? row->for_whom.has(*for_role) : row->for_whom.empty())
            return status_lets(facts, act);
    }
    if (!theirs) return no("act.not_yours");
    if (facts.status == Status::stopped || facts.status == Status::closed) return no("case.ended");
    if (here) return no(for_role ? "act.not_for_them" : "act.for_whom", "for_whom");
    if (!now) return no("act.not_now");
    return no(facts.meeting_state == MeetingState::paused ? "meeting.paused" : "act.wrong_step");
}

bool may_in_own_name(RuleBook const& book, Facts const& facts, Who who, std::string_view act) {
    return may(book, facts, who, act).has_value();
}

Who for_whom(RuleBook const& book, Facts const& facts, Who who, std::string_view act) {
    Who all;
    if (!status_lets(facts, act)) return all;
    for (auto const* row : book.mays(act))
        if (row->who.meets(who) && in_stage(*row, facts.stage) && in_step(book, *row, facts))
            all.roles |= row->for_whom.roles;
    return all;
}

Who who_may(RuleBook const& book, Facts const& facts, std::string_view act, OnBehalf behalf) {
    Who all;
    if (!status_lets(facts, act)) return all;
    for (auto const* row : book.mays(act)) {
        bool const for_others = !row->for_whom.empty();
        if (behalf != OnBehalf::either && for_others != (behalf == OnBehalf::yes)) continue;
        if (!in_stage(*row, facts.stage) || !in_step(book, *row, facts)) continue;
        all.roles |= row->who.roles;
        all.offices |= row->who.offices;
    }
    return all;
}

bool has_part(RuleBook const& book, Facts const& facts, std::uint32_t offices) {
    auto names = [&](auto const& row) {
        return (row.who.offices & offices) != 0 && in_stage(row, facts.stage);
    };
    auto const& model = book.model();
    return std::any_of(model.mays.begin(), model.mays.end(), names) ||
           std::any_of(model.sees.begin(), model.sees.end(), names);
}

Sight sees(RuleBook const& book, Facts const& facts, Who who, process::Matter what) {
    Sight best = Sight::none;
    for (auto const& row : book.model().sees) {
        if (row.what != what || !row.who.meets(who) || !in_stage(row, facts.stage)) continue;
        if (!row.own_only) return Sight::all;
        best = Sight::own;
    }
    return best;
}

Who who_sees(RuleBook const& book, Facts const& facts, process::Matter what) {
    Who all;
    for (auto const& row : book.model().sees)
        if (row.what == what && !row.own_only && in_stage(row, facts.stage)) {
            all.roles |= row.who.roles;
            all.offices |= row.who.offices;
        }
    return all;
}

bool holds(Asked const& asked, Facts const& facts) {
    if (facts.atoms[asked.atom] == Count::all) return true;
    return facts.waived[asked.place] && asked.need->rule.strength != process::Strength::hard;
}

bool is_open(Gate const& gate, Facts const& facts) { return through(gate, facts).has_value(); }

Result<void> through(Gate const& gate, Facts const& facts) {
    std::vector<std::string> closed;
    for (auto const& asked : gate.needs)
        if (asked.need->rule.strength != process::Strength::offer && !holds(asked, facts))
            closed.push_back(asked.need->id);
    if (closed.empty()) return {};
    return no(refusal("gate.closed").with("needs", cells::join(closed)));
}

bool is_never_missing(Asked const& asked) {
    return asked.need->rule.strength == process::Strength::hard &&
           asked.need->what == process::Condition::consent;
}

Result<void> may_go_on(Gate const& gate, Facts const& facts) {
    for (auto const& asked : gate.needs)
        if (is_never_missing(asked) && !holds(asked, facts))
            return no(refusal("gate.closed").with("needs", asked.need->id));
    return {};
}

} // namespace radslag::workflow
