#pragma once
// What moves a case from stage to stage and a meeting from step to step, decided of facts alone. Acts
// and follow() do what is decided here; proof/ walks it.
#include "workflow/rights.h"

namespace radslag::workflow {

// ---- the journey

// Codes gate.closed, meeting.still_open.
Result<void> may_move_on(RuleBook const& book, Facts const& facts);
// Code meeting.still_open.
Result<void> may_leave_off(Facts const& facts); // begin a new round, put the case off
// A case in a stage that nobody moves on moves when its gate is open and nobody sits together.
bool moves_by_itself(RuleBook const& book, Facts const& facts);
// A method rule that stands in the way now; passed with a reason by those whom it names.
bool may_be_passed(Asked const& asked, Facts const& facts, Who who);

// ---- the meeting

bool is_in_session(Facts const& facts); // open, paused or not
bool can_be_opened(RuleBook const& book, Facts const& facts, Ix meeting); // it is held in this stage
// Code gate.closed.
Result<void> may_open(RuleBook const& book, Facts const& facts, Ix meeting);
// To the next step: this one has brought forth what it must, and the consents are there.
Result<void> may_step(RuleBook const& book, Facts const& facts);
Result<void> may_resume(RuleBook const& book, Facts const& facts);
// It ends as held: from its last step. Codes meeting.steps_left, gate.closed.
Result<void> may_be_held(RuleBook const& book, Facts const& facts);

// ---- what follows

enum class Follows : std::uint8_t { nothing, stops_case, pauses_meeting };
// A yes was taken back (A11, GN3).
Follows after_withdrawal(process::Consent const& consent, Facts const& facts);
// A yes came to its day.
Follows after_lapse(process::Consent const& consent, Facts const& facts);
// The referrer has been told the committee's decision (PN6, PN7).
Follows after_answer(process::Model const& model, bool not_suitable);

// ---- taking back

// An act taken back must not make a meeting go on without the consents that it needs.
bool may_come_back(RuleBook const& book, Facts const& now, Facts const& then);

} // namespace radslag::workflow
