#include "proof/outcomes.h"

#include <algorithm>
#include <array>

#include "proof/effects.h"

namespace radslag::proof {
namespace {

using conference::Status;
using workflow::Follows;

Place with(Place place, MeetingState state, Ix meeting = nowhere, Ix step = 0) {
    place.state = state;
    place.meeting = meeting;
    place.step = step;
    return place;
}
Place with(Place place, Status status) {
    place.status = status;
    return place;
}

constexpr std::array<std::string_view, 16> here_in_full{
    "move_on",       "go_round",     "postpone",     "take_up_again", "stop_case",
    "plan_meeting",  "cancel_meeting", "open_meeting", "next_step",   "pause_meeting",
    "resume_meeting", "end_meeting", "withdraw_consent", "refuse_consent", "pass_gate",
    "take_back"};

} // namespace

bool Outcomes::is_forgotten(std::string_view act) const {
    return std::find(forgotten_.begin(), forgotten_.end(), act) != forgotten_.end();
}

bool Outcomes::can(Place const& place, std::string_view act) const {
    return !is_forgotten(act) && !ground_.doable(place, act).is_nobody();
}

void Outcomes::onward(Place const& place, Known const& known, Wanted const& wanted,
                      Tell const& tell) {
    journey(place, known, tell);
    meetings(place, known, tell);
    room(place, known, tell);
    consents(place, known, tell);
    others(place, wanted, tell);
    if (wanted("pass_gate")) passed_by(place, known, tell);
    time(place, known, wanted, tell);
}

Outcome Outcomes::entered(Place const& place, Ix stage, Deed deed) const {
    auto const& stages = ground_.model().stages;
    Outcome outcome{std::move(deed), place, {{"stage_left", stages[place.stage].id}}, {}, {}};
    if (stage == nowhere) {
        outcome.to.status = Status::closed;
        outcome.moments.push_back({"case_closed", stages[place.stage].id});
        return outcome;
    }
    outcome.to.stage = stage;
    outcome.moments.push_back({"stage_entered", stages[stage].id});
    return outcome;
}

void Outcomes::journey(Place const& place, Known const& known, Tell const& tell) {
    auto const& book = ground_.book;
    auto const& stage = ground_.model().stages[place.stage];
    if (can(place, "move_on") && !stage.moved_by.empty() && workflow::may_move_on(book, known.best)) {
        auto outcome = entered(place, stage.next, {"move_on", stage.id});
        outcome.passed = Passed{Passed::What::stage, place.stage, nowhere, 0};
        tell(outcome);
    }
    bool const more = stage.again != nowhere && stage.rounds_at_most != 1;
    if (can(place, "go_round") && more && !stage.again_by.empty() &&
        workflow::may_leave_off(known.best)) {
        auto outcome = entered(place, stage.again, {"go_round", stage.id});
        outcome.to.first_round = false;
        tell(outcome);
    }
    if (can(place, "postpone") && workflow::may_leave_off(known.best))
        tell({{"postpone", {}}, with(place, Status::postponed), {}, {}, {}});
    if (can(place, "take_up_again"))
        tell({{"take_up_again", {}}, with(place, Status::running), {}, {}, {}});
    if (can(place, "stop_case"))
        for (auto const& stop : ground_.model().stops) {
            bool const now = place.stage >= stop.from &&
                             (stop.until == nowhere || place.stage <= stop.until);
            if (now && !stop.by.empty()) stopped(place, {"stop_case", stop.id}, tell);
        }
}

// The meeting that was ahead is none any more: another one may have been planned beside it.
void Outcomes::over(Place const& place, Outcome outcome, Tell const& tell) {
    auto const to = outcome.to;
    outcome.to = with(to, MeetingState::none);
    tell(outcome);
    for (Ix other = 0; other < ground_.model().meetings.size(); ++other) {
        outcome.to = with(to, MeetingState::planned, other);
        if (outcome.to != place) tell(outcome);
    }
}

void Outcomes::stopped(Place const& place, Deed const& deed, Tell const& tell) {
    Outcome outcome{deed, with(place, Status::stopped), {{"case_stopped", {}}}, {}, {}};
    if (place.state == MeetingState::none) tell(outcome);
    else over(place, std::move(outcome), tell);
}

void Outcomes::followed(Place const& place, Deed const& deed, Follows follows, Tell const& tell) {
    if (follows == Follows::stops_case) stopped(place, deed, tell);
    if (follows == Follows::pauses_meeting)
        tell({deed, with(place, MeetingState::paused, place.meeting, place.step), {}, {}, {}});
    if (follows == Follows::nothing) tell({deed, place, {}, {}, {}});
}

void Outcomes::meetings(Place const& place, Known const& known, Tell const& tell) {
    auto const& all = ground_.model().meetings;
    auto const count = static_cast<Ix>(all.size());
    if (can(place, "plan_meeting"))
        for (Ix meeting = 0; meeting < count; ++meeting) {
            if (all[meeting].stage < place.stage) continue;
            Outcome outcome{{"plan_meeting", all[meeting].id},
                            place,
                            {{"plan_meeting", all[meeting].id}},
                            {},
                            {}};
            if (place.state != MeetingState::none) tell(outcome);
            if (place.state == MeetingState::planned) // one planned for a later day comes first now
                for (Ix other = 0; other < count; ++other) {
                    outcome.to = with(place, MeetingState::planned, other);
                    if (outcome.to != place) tell(outcome);
                }
            outcome.to = with(place, MeetingState::planned, meeting);
            if (place.state == MeetingState::none) tell(outcome);
        }
    if (can(place, "cancel_meeting")) {
        Outcome const outcome{{"cancel_meeting", {}}, place, {}, {}, {}};
        if (place.state != MeetingState::none) tell(outcome); // another planned one
        if (place.state == MeetingState::planned) over(place, outcome, tell);
    }
    if (can(place, "open_meeting") && place.state == MeetingState::planned)
        for (Ix meeting = 0; meeting < count; ++meeting)
            if (workflow::can_be_opened(ground_.book, known.best, meeting) &&
                workflow::may_open(ground_.book, known.best, meeting))
                tell({{"open_meeting", all[meeting].id},
                      with(place, MeetingState::open, meeting),
                      {},
                      Passed{Passed::What::opening, place.stage, meeting, 0},
                      {}});
}

void Outcomes::room(Place const& place, Known const& known, Tell const& tell) {
    if (!place.is_in_session()) return;
    auto const& book = ground_.book;
    auto const& meeting = ground_.model().meetings[place.meeting];
    auto passed = [&](Passed::What what) {
        return Passed{what, place.stage, place.meeting, place.step};
    };
    bool const is_last = place.step + 1U == meeting.steps.size();
    if (can(place, "next_step") && !is_last && workflow::may_step(book, known.best)) {
        auto const next = static_cast<Ix>(place.step + 1);
        tell({{"next_step", meeting.steps[next].id},
              with(place, place.state, place.meeting, next),
              {},
              passed(Passed::What::step),
              {}});
    }
    if (can(place, "pause_meeting") && place.state == MeetingState::open)
        tell({{"pause_meeting", meeting.id},
              with(place, MeetingState::paused, place.meeting, place.step),
              {},
              {},
              {}});
    if (can(place, "resume_meeting") && place.state == MeetingState::paused &&
        workflow::may_resume(book, known.best))
        tell({{"resume_meeting", meeting.id},
              with(place, MeetingState::open, place.meeting, place.step),
              {},
              passed(Passed::What::resuming),
              {}});
    if (!can(place, "end_meeting")) return;
    over(place, {{"end_meeting", {}}, place, {}, {}, {}}, tell); // broken off
    if (workflow::may_be_held(book, known.best))
        over(place,
             {{"end_meeting", meeting.id},
              place,
              {{"meeting_held", meeting.id}},
              passed(Passed::What::held),
              {}},
             tell);
}

void Outcomes::consents(Place const& place, Known const& known, Tell const& tell) {
    for (auto const& consent : ground_.model().consents) {
        auto const follows = workflow::after_withdrawal(consent, known.best);
        if (can(place, "withdraw_consent"))
            followed(place, {"withdraw_consent", consent.id}, follows, tell);
        if (!can(place, "refuse_consent")) continue;
        // A no after a yes is that yes taken back; to what was never given it is a no.
        if (follows != Follows::nothing)
            followed(place, {"refuse_consent", consent.id}, follows, tell);
        tell({{"refuse_consent", consent.id}, place, {}, {}, {}});
    }
}

void Outcomes::time(Place const& place, Known const& known, Wanted const& wanted,
                    Tell const& tell) {
    if (wanted("time_passes") && !is_forgotten("time_passes")) tell({{"time_passes", {}}, place, {}, {}, {}});
    // Somebody signs the pledge, in no case and for all of theirs.
    if (wanted("sign_pledge") && !is_forgotten("sign_pledge")) tell({{"sign_pledge", {}}, place, {}, {}, {}});
    if (place.status == Status::postponed && !is_forgotten("taken_up_again"))
        tell({{"taken_up_again", {}}, with(place, Status::running), {}, {}, {}});
    if (is_forgotten("consent_lapsed")) return;
    for (auto const& consent : ground_.model().consents)
        if (consent.lapses == process::Lapse::span)
            followed(place, {"consent_lapsed", consent.id},
                     workflow::after_lapse(consent, known.best), tell);
}

// Where an act is said in full above, its places are there; all others leave a case where it is.
void Outcomes::others(Place const& place, Wanted const& wanted, Tell const& tell) {
    for (auto act : process::act_names()) {
        bool const done = std::find(here_in_full.begin(), here_in_full.end(), act) !=
                          here_in_full.end();
        if (done || (act != "answer_referrer" && !wanted(act)) || !can(place, act)) continue;
        std::string const name(act);
        Outcome outcome{{name, {}}, place, {{act, {}}}, {}, {}};
        if (act == "give_consent") {
            for (auto const& consent : ground_.model().consents) {
                outcome.deed.of = consent.id;
                tell(outcome);
            }
            continue;
        }
        tell(outcome);
        if (act == "answer_referrer" &&
            workflow::after_answer(ground_.model(), true) == Follows::stops_case)
            stopped(place, outcome.deed, tell);
    }
}

namespace {

// The room's limit is kept while answers are written down, so it is passed before it is broken (GN9).
bool can_be_passed_before(workflow::Asked const& asked) {
    return asked.need->what == process::Condition::room_limit &&
           asked.need->rule.strength == process::Strength::method;
}

} // namespace

void Outcomes::passed_by(Place const& place, Known const& known, Tell const& tell) {
    if (!can(place, "pass_gate")) return;
    auto pass = [&](workflow::Gate const& gate) {
        for (auto const& asked : gate.needs)
            if (workflow::may_be_passed(asked, known.worst, asked.need->rule.passed_by) ||
                can_be_passed_before(asked))
                tell({{"pass_gate", asked.need->id}, place, {}, {}, asked.place});
    };
    pass(ground_.book.gate_of_stage(place.stage));
    if (place.meeting == nowhere) return;
    auto const& meeting = ground_.model().meetings[place.meeting];
    pass(ground_.book.gate_of_meeting(meeting.id));
    if (place.is_in_session())
        pass(ground_.book.gate_of_step(meeting.id, meeting.steps[place.step].id));
}

namespace {

bool is_same_journey(Place const& a, Place const& b) {
    return a.stage == b.stage && a.first_round == b.first_round && a.status == b.status;
}
// What has gone on since keeps an act from being taken back: another stage, or another step.
bool is_same_session(Place const& a, Place const& b) {
    if (!a.is_in_session() || !b.is_in_session()) return a.is_in_session() == b.is_in_session();
    return a.meeting == b.meeting && a.step == b.step;
}

} // namespace

// Whether it may have been done since the case came to this stage or step.
bool Outcomes::was_done_here(Place const& place, std::string_view act) const {
    if (!place.is_live()) return !ground_.doable(place, act).is_nobody();
    for (auto status : {Status::running, Status::postponed})
        for (auto state : {MeetingState::open, MeetingState::paused}) {
            auto then = with(place, status);
            if (place.is_in_session()) then.state = state;
            if (!ground_.doable(then, act).is_nobody()) return true;
        }
    return false;
}

// Rows that an act wrote stand as they were before it: of the journey, of the meeting, or of
// neither.
void Outcomes::back(Place const& place, Wanted const& wanted, Tell const& tell) {
    if (!can(place, "take_back")) return;
    for (auto const& act : takeable_) {
        bool const known = traces_.contains(act);
        if (!known && !wanted(act)) continue;
        std::vector<Place> told;
        auto tell_once = [&](Place const& to) {
            if (std::find(told.begin(), told.end(), to) != told.end()) return;
            told.push_back(to);
            tell({{"take_back", act}, to, {}, {}, {}});
        };
        for (auto const& [from, to] : traces_[act]) {
            bool const meeting = turned(from, to).meeting;
            bool const journey = !is_same_journey(from, to);
            bool const gone_on = to.stage != place.stage || to.first_round != place.first_round ||
                                 to.is_live() != place.is_live() || !is_same_session(to, place);
            if (gone_on || (journey && to.status != place.status)) continue;
            Place then = place;
            if (journey) {
                then.stage = from.stage;
                then.first_round = from.first_round;
                then.status = from.status;
            }
            if (!meeting) {
                tell_once(then);
                continue;
            }
            tell_once(with(then, from.state, from.meeting, from.step));
            // Another meeting may have been planned beside it.
            for (Ix other = 0; !from.is_in_session() && other < ground_.model().meetings.size();
                 ++other)
                tell_once(with(then, MeetingState::planned, other));
        }
        if (wanted(act) && was_done_here(place, act)) tell_once(place);
    }
}

bool Outcomes::remember(std::string const& act, Place const& from, Place const& to) {
    if (std::find(takeable_.begin(), takeable_.end(), act) == takeable_.end()) return false;
    return traces_[act].emplace(from, to).second;
}

} // namespace radslag::proof
