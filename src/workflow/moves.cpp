#include "workflow/moves.h"

#include <algorithm>

namespace radslag::workflow {
namespace {

using process::Withdrawn;

process::Meeting const& meeting_of(RuleBook const& book, Facts const& facts) {
    RADSLAG_SURE(facts.meeting != process::nowhere);
    return book.model().meetings[facts.meeting];
}

Gate const& gate_of_room(RuleBook const& book, Facts const& facts) {
    return book.gate_of_step(meeting_of(book, facts).id, facts.step);
}

} // namespace

Result<void> may_leave_off(Facts const& facts) {
    if (is_in_session(facts)) return no("meeting.still_open");
    return {};
}

Result<void> may_move_on(RuleBook const& book, Facts const& facts) {
    if (auto open = through(book.gate_of_stage(facts.stage), facts); !open) return open;
    return may_leave_off(facts);
}

bool moves_by_itself(RuleBook const& book, Facts const& facts) {
    return facts.status == conference::Status::running && !is_in_session(facts) &&
           book.model().stages[facts.stage].moved_by.empty() &&
           is_open(book.gate_of_stage(facts.stage), facts);
}

bool may_be_passed(Asked const& asked, Facts const& facts, Who who) {
    return asked.need->rule.strength == process::Strength::method && !holds(asked, facts) &&
           asked.need->rule.passed_by.meets(who);
}

bool is_in_session(Facts const& facts) {
    return facts.meeting_state == MeetingState::open || facts.meeting_state == MeetingState::paused;
}

bool can_be_opened(RuleBook const& book, Facts const& facts, Ix meeting) {
    return !is_in_session(facts) && book.model().meetings[meeting].stage == facts.stage;
}

Result<void> may_open(RuleBook const& book, Facts const& facts, Ix meeting) {
    return through(book.gate_of_meeting(book.model().meetings[meeting].id), facts);
}

Result<void> may_step(RuleBook const& book, Facts const& facts) {
    if (auto done = through(gate_of_room(book, facts), facts); !done) return done;
    return may_go_on(book.gate_of_meeting(meeting_of(book, facts).id), facts);
}

Result<void> may_resume(RuleBook const& book, Facts const& facts) {
    return may_go_on(book.gate_of_meeting(meeting_of(book, facts).id), facts);
}

Result<void> may_be_held(RuleBook const& book, Facts const& facts) {
    if (book.step_after(meeting_of(book, facts).id, facts.step) != nullptr)
        return no("meeting.steps_left", "outcome");
    return through(gate_of_room(book, facts), facts);
}

Follows after_withdrawal(process::Consent const& consent, Facts const& facts) {
    if (consent.withdrawn == Withdrawn::stops_case) return Follows::stops_case;
    return after_lapse(consent, facts);
}

Follows after_lapse(process::Consent const& consent, Facts const& facts) {
    bool const pauses = consent.withdrawn == Withdrawn::pauses_meeting &&
                        facts.meeting_state == MeetingState::open;
    return pauses ? Follows::pauses_meeting : Follows::nothing;
}

Follows after_answer(process::Model const& model, bool not_suitable) {
    bool const ends = not_suitable && model.committee && !model.committee->no_stop.empty();
    return ends ? Follows::stops_case : Follows::nothing;
}

bool may_come_back(RuleBook const& book, Facts const& now, Facts const& then) {
    if (then.meeting_state != MeetingState::open) return true;
    bool const goes_on = now.meeting_state == MeetingState::open && now.meeting == then.meeting &&
                         now.step == then.step;
    auto const& needs = book.gate_of_meeting(meeting_of(book, then).id).needs;
    return std::none_of(needs.begin(), needs.end(), [&](Asked const& asked) {
        // What it lacked before, too, is of somebody who was named in the midst of it.
        return is_never_missing(asked) && !holds(asked, then) && !(goes_on && !holds(asked, now));
    });
}

} // namespace radslag::workflow
