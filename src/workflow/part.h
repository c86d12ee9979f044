#pragma once
// One participant in focus, made finite, and what is decided about one: whose place a step is, who is
// invited, whose word counts. The decisions take nothing else, so that proof/ can ask them of every
// participant there could be.
#include "workflow/book.h"
#include "workflow/casefile.h"

namespace radslag::workflow {

struct Part {
    Ix role = 0;
    bool ready = true;     // here; staff with an open assignment
    bool shut_out = false; // by a decision, from the matters of a main person
    bool silent = false;   // … and speaks for no other main person either
    bool own_voice = true; // a main person old enough to be asked
    circle::Standing said = circle::Standing::yes; // by those who decide whom to invite
    bool invited = false;                          // to the meeting ahead
    bool was_in_step_asked = true; // of the step's `back_if_in`, where it has one
    bool operator==(Part const&) const = default;
};

process::Decides const* decides_about(RuleBook const& book, Ix role);

// ---- whose word counts

// Their own yes is asked for. Who is shut out from one main person still says yes or no for another.
bool is_asked(process::Consent const& consent, Part const& part);
bool decides(process::Decides const& rule, Part const& part);
bool agrees(process::Questions const& rules, Part const& part);
bool answers(process::Ending const& ending, Part const& part);
// Who is shut out decides nothing (A11, A12): no act is recorded for them but the yes and no that they
// still say for another main person. Code people.is_shut_out.
Result<void> may_be_recorded_for(Part const& part, std::string_view act);

// ---- who is invited and let in (A6)

// Where those who decide must say yes, nobody comes without; else nobody comes against their no.
bool is_wanted(RuleBook const& book, Part const& part);
// `passed`: the method rule on whom to invite was passed with a reason; a hard one never is.
bool may_be_invited(RuleBook const& book, process::Meeting const& ahead, Part const& part,
                    bool passed);

// ---- whose place a step is (GF2, HF2, SN6–SN8)

bool belongs(process::Step const& step, Part const& part);

// ---- who holds a role

// An assignment, and what opens it (A1, SN5).
struct Holding {
    bool holds = true; // not ended
    bool pledged = false;
    bool impartial = false;
    bool in_office = true; // the account has an office that the role is filled from
};
bool is_open(process::Role const& role, Holding const& holding);
// What a member of staff is or was in a case.
struct Held {
    Ix role = 0;
    bool holds = true;
};
// Whether one person can hold this role after and beside those: what somebody has read they know
// still when it has ended (A1, SN3, DF3).
bool fits_beside(RuleBook const& book, Ix role, Held const& other);

// ---- the family's name (PN3)

struct Name {
    bool anonymous = false; // the case began with an anonymous referral
    bool granted = false;
    bool linked = false; // the family said yes, and has its name
    bool operator==(Name const&) const = default;
};
// Nobody is named while the family is described anonymously.
bool may_be_named(Name const& name);
bool may_be_linked(Name const& name);
// Whether people can be in the case as it is, once an act was taken back.
bool may_stand(Name const& name, bool somebody_is_named);

} // namespace radslag::workflow
