#include "workflow/follow.h"

#include <algorithm>
#include <array>

#include "workflow/due.h"
#include "workflow/fidelity.h"
#include "workflow/moves.h"

namespace radslag::workflow {
namespace {

using conference::Conference;
using process::MomentKind;

// A follow-on shares act, doer and reason with what caused it.
Happening& follow_on(Draft& draft, std::string name, std::string detail) {
    auto const cause = draft.happenings().front();
    auto& next = draft.happen(std::move(name));
    next.act = cause.act;
    next.staff = cause.staff;
    next.by = cause.by;
    next.detail = std::move(detail);
    return next;
}

void leave_room(Draft& draft) {
    auto seats = draft.file().all<meeting::Seat>();
    for (auto& seat : seats)
        if (seat.is_in()) {
            seat.left_at = draft.now();
            draft.put(seat);
        }
}

// Each consent is told of once, for all who gave it.
void lapse(Draft& draft, process::Lapse when) {
    auto consents = draft.file().all<consent::Consent>();
    for (auto const& rule : draft.book().model().consents) {
        if (rule.lapses != when) continue;
        bool told = false;
        for (auto& consent : consents) {
            if (consent.consent != rule.id || !consent.stands()) continue;
            if (!told) follow_on(draft, "consent_lapsed", rule.id);
            told = true;
            consent.lapsed_at = draft.now();
            draft.put(consent);
        }
    }
}

void end_assignments(Draft& draft, Happening const& happening) {
    auto assignments = draft.file().all<conference::Assignment>();
    for (auto& assignment : assignments) {
        auto role = draft.book().model().role(assignment.role);
        if (role == process::nowhere || !assignment.holds()) continue;
        auto const& ends = draft.book().model().roles[role].ends;
        if (!ends || !is_moment(*ends, happening)) continue;
        follow_on(draft, "assignment_ended", assignment.role).about = assignment.person.text;
        assignment.ended_at = draft.now();
        draft.put(assignment);
    }
}

void break_meeting(Draft& draft, std::string const& why) {
    auto const* now = meeting::current(draft.file().all<meeting::Meeting>());
    if (now == nullptr) return;
    meeting::Meeting ended = *now;
    bool const open = ended.is_open();
    ended.ended_at = draft.now();
    ended.outcome = open ? meeting::Outcome::broken_off : meeting::Outcome::cancelled;
    ended.outcome_why = why;
    ended.paused_at.reset();
    follow_on(draft, open ? "meeting_broken_off" : "meeting_cancelled", ended.meeting);
    draft.put(ended);
    leave_room(draft);
}

// A yes was taken back, or came to its day.
void after_consent(Draft& draft, Happening const& happening, bool lapsed) {
    auto const* rule = draft.book().model().consent(happening.detail);
    if (rule == nullptr) return;
    auto const facts = draft.facts();
    auto const follows = lapsed ? after_lapse(*rule, facts) : after_withdrawal(*rule, facts);
    if (follows == Follows::stops_case) stop(draft, rule->stop, happening.why);
    if (follows != Follows::pauses_meeting) return;
    auto paused = *meeting::current(draft.file().all<meeting::Meeting>());
    paused.paused_at = draft.now();
    paused.paused_why = "consent:" + rule->id;
    follow_on(draft, "meeting_paused", paused.meeting);
    draft.put(paused);
}

// A no after a yes is that yes taken back; a no to what was never given stops nothing yet.
bool took_back_by_refusing(Happening const& happening) {
    if (happening.name != "refuse_consent") return false;
    return std::any_of(happening.changes.begin(), happening.changes.end(), [](Change const& c) {
        return c.table == consent::Consent::table && c.before &&
               from_cells<consent::Consent>(*c.before).stands();
    });
}

// PN6, PN7: the committee's no ends the case when the referrer has been told.
void tell_no(Draft& draft) {
    auto const& model = draft.book().model();
    auto const& referrals = draft.file().all<referral::Referral>();
    bool const no = !referrals.empty() &&
                    referrals.front().verdict == referral::Verdict::not_suitable;
    if (after_answer(model, no) == Follows::stops_case)
        stop(draft, model.committee->no_stop, referrals.front().verdict_why);
}

bool move_by_itself(Draft& draft) {
    auto const facts = draft.facts();
    if (!moves_by_itself(draft.book(), facts)) return false;
    go_through(draft, draft.book().gate_of_stage(facts.stage), facts);
    auto const next = draft.book().model().stages[facts.stage].next;
    enter_stage(draft, next, draft.file().conference().round);
    return true;
}

// Whose place it is not any more does not stay: handed over, taken off, shut out, or back in a step
// that was taken back; and nobody stays where no meeting is open.
bool stays(Draft const& draft, meeting::Seat const& seat, meeting::Meeting const* now) {
    auto const* person = people::find(draft.file().all<people::Person>(), seat.person);
    if (now == nullptr || !now->is_open() || seat.meeting != now->id || person == nullptr)
        return false;
    auto const* step = draft.book().step(now->meeting, now->step);
    return step != nullptr &&
           belongs(*step, seat_of(draft.book(), draft.file(), *now, *step, *person));
}

void clear_room(Draft& draft) {
    for (auto seat : std::vector(draft.file().all<meeting::Seat>())) {
        auto const* now = meeting::current(draft.file().all<meeting::Meeting>());
        if (!seat.is_in() || stays(draft, seat, now)) continue;
        follow_on(draft, "leave", now == nullptr ? "" : now->step).about = seat.person.text;
        seat.left_at = draft.now();
        draft.put(seat);
    }
}

void follow_one(Draft& draft, Happening const& happening) {
    if (happening.name == "answer_referrer") tell_no(draft);
    if (happening.name == "withdraw_consent" || took_back_by_refusing(happening))
        after_consent(draft, happening, false);
    if (happening.name == "consent_lapsed") after_consent(draft, happening, true);
    if (happening.name == "meeting_held" || happening.name == "end_meeting") leave_room(draft);
    if (happening.name == "end_meeting") lapse(draft, process::Lapse::meeting_end);
    if (happening.name == "case_stopped" || happening.name == "case_closed")
        lapse(draft, process::Lapse::case_end);
    end_assignments(draft, happening);
}

// Whatever can change who may see and do counts up the access version.
bool touches_access(Happening const& happening) {
    static constexpr std::array<std::string_view, 6> tables{"conference", "assignment", "person",
                                                            "speaks", "consent", "seat"};
    return std::any_of(happening.changes.begin(), happening.changes.end(), [](Change const& c) {
        return std::find(tables.begin(), tables.end(), c.table) != tables.end();
    });
}

// A correction writes no row: it belongs where what it corrects belongs.
bool is_about_papers(Happening const& happening) {
    static constexpr std::array<std::string_view, 2> acts{"write_paper", "change_paper"};
    if (happening.changes.empty())
        return std::find(acts.begin(), acts.end(), happening.detail) != acts.end();
    return std::all_of(happening.changes.begin(), happening.changes.end(), [](Change const& c) {
        return c.table == casepapers::Paper::table;
    });
}

} // namespace

void count_up(Draft& draft) {
    auto const& all = draft.happenings();
    auto counter = draft.file().counter();
    if (std::all_of(all.begin(), all.end(), is_about_papers)) {
        counter.papers += 1;
    } else {
        counter.version += 1;
        counter.changed_at = draft.now();
    }
    if (std::any_of(all.begin(), all.end(), touches_access)) counter.access += 1;
    draft.put(counter);
}

void enter_stage(Draft& draft, Ix stage, std::int64_t round) {
    Conference c = draft.file().conference();
    auto entries = draft.file().all<conference::StageEntry>();
    follow_on(draft, "stage_left", c.stage);
    for (auto& entry : entries)
        if (!entry.left_at) {
            entry.left_at = draft.now();
            draft.put(entry);
        }
    c.stage_since = draft.now();
    if (stage == process::nowhere) {
        c.status = conference::Status::closed;
        c.status_since = draft.now();
        follow_on(draft, "case_closed", c.stage);
        draft.put(c);
        return;
    }
    c.stage = draft.book().model().stages[stage].id;
    c.round = round;
    follow_on(draft, "stage_entered", c.stage);
    draft.put(c);
    draft.put(conference::StageEntry{draft.fresh<RowId>(), 0, c.stage, round, draft.now(), {}});
}

void stop(Draft& draft, std::string stop, std::string why) {
    auto stopped = conference::stop(draft.file().conference(), std::move(stop), why, draft.now());
    if (!stopped) return; // it has ended already
    auto& happening = follow_on(draft, "case_stopped", stopped->stop);
    happening.why = std::move(why);
    draft.put(*stopped);
    break_meeting(draft, stopped->status_why);
}

void follow(Draft& draft) {
    // Follow-on happenings are appended while the list is walked.
    for (std::size_t i = 0; i < draft.happenings().size(); ++i) {
        Happening const happening = draft.happenings()[i];
        follow_one(draft, happening);
        RADSLAG_SURE(i < 200);
        if (i + 1 < draft.happenings().size()) continue;
        clear_room(draft);
        move_by_itself(draft);
    }
    for (std::size_t i = 0; i < draft.happenings().size(); ++i) keep_dues(draft, i);
    count_up(draft);
}

} // namespace radslag::workflow
