#pragma once
// May it? Who sees what? Who belongs in which step? Pure questions to the rule book and the facts.
#include "workflow/facts.h"

namespace radslag::workflow {

// A reader or doer: their offices in the organisation and their ready roles in this case.
struct Actor {
    std::optional<StaffId> staff;
    Who who;                       // offices, and roles whose assignment is open and ready
    std::vector<PersonId> as;      // the rows of this case that are this actor
    std::vector<PersonId> unready; // assigned, but pledge or impartiality is missing
    Who undeclared;                // their roles

    // As whom they ask for an act: impartiality is declared by somebody whose assignment is not
    // open yet, and nothing else is done in it.
    [[nodiscard]] Who asks_for(std::string_view act) const;
};
// Whoever has these offices can hold the role.
bool held_by(process::Role const& role, std::uint32_t offices);
Actor actor_in(RuleBook const& book, CaseFile const& file, StaffId const& staff,
               std::uint32_t offices);

// Why not, for different answers: never theirs, not now, not in this step, not for this person.
// With `for_role`, it is recorded for somebody of that role (A12); without, done in one's own name.
// Codes: act.not_yours, act.not_now, act.wrong_step, act.not_for_them, act.for_whom, case.ended,
// case.postponed, case.not_postponed.
Result<void> may(RuleBook const& book, Facts const& facts, Who who, std::string_view act,
                 std::optional<Ix> for_role = {});
bool may_in_own_name(RuleBook const& book, Facts const& facts, Who who, std::string_view act);
// Recorded on somebody's behalf (A12): roles for whom `act` can be recorded by `who` now.
Who for_whom(RuleBook const& book, Facts const& facts, Who who, std::string_view act);
// The roles and offices that may do this now, for themselves or for somebody else.
enum class OnBehalf { no, yes, either };
Who who_may(RuleBook const& book, Facts const& facts, std::string_view act,
            OnBehalf behalf = OnBehalf::either);

// An office has a part in a case while the model lets it do or see something in this stage.
bool has_part(RuleBook const& book, Facts const& facts, std::uint32_t offices);

enum class Sight { none, own, all };
Sight sees(RuleBook const& book, Facts const& facts, Who who, process::Matter what);
Who who_sees(RuleBook const& book, Facts const& facts, process::Matter what);

// A gate: every need holds or is passed. Hard needs are never passed.
bool holds(Asked const& asked, Facts const& facts);
bool is_open(Gate const& gate, Facts const& facts);
// Code gate.closed with the fact "needs" (ids of what does not hold).
Result<void> through(Gate const& gate, Facts const& facts);
// What must never fail while a meeting is open: the hard consents of opening it (A11, GN3).
bool is_never_missing(Asked const& asked);
Result<void> may_go_on(Gate const& gate, Facts const& facts);

} // namespace radslag::workflow
