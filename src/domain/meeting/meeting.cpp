#include "domain/meeting/meeting.h"

#include <algorithm>

namespace radslag::meeting {

Meeting const* current(std::vector<Meeting> const& all) {
    Meeting const* first = nullptr;
    for (auto const& m : all) {
        if (m.is_open()) return &m;
        if (m.is_planned() && (first == nullptr || m.day < first->day)) first = &m;
    }
    return first;
}

Meeting const* planned(std::vector<Meeting> const& all, std::string const& meeting) {
    for (auto const& m : all)
        if (m.meeting == meeting && m.is_planned()) return &m;
    return nullptr;
}

std::int64_t round_for(std::vector<Meeting> const& all, std::string const& meeting,
                       std::int64_t round) {
    for (auto const& m : all)
        if (m.meeting == meeting && m.round == round && (m.was_held() || m.is_open())) return round + 1;
    return round;
}

bool was_held(std::vector<Meeting> const& all, std::string const& meeting, std::int64_t round) {
    return std::any_of(all.begin(), all.end(), [&](Meeting const& m) {
        return m.meeting == meeting && m.round == round && m.was_held();
    });
}

Seat const* seat_of(std::vector<Seat> const& seats, RowId const& meeting, PersonId const& person) {
    for (auto const& s : seats)
        if (s.meeting == meeting && s.person == person) return &s;
    return nullptr;
}

Absence const* followed_up(std::vector<Absence> const& all, Meeting const& held,
                           PersonId const& person) {
    for (auto const& one : all)
        if (one.person == person && one.meeting == held.meeting && one.round == held.round)
            return &one;
    return nullptr;
}

std::vector<PersonId> in_room(std::vector<Seat> const& seats, RowId const& meeting) {
    std::vector<PersonId> here;
    for (auto const& s : seats)
        if (s.meeting == meeting && s.is_in()) here.push_back(s.person);
    return here;
}

bool was_in(std::vector<Seat> const& seats, RowId const& meeting, PersonId const& person,
            std::string const& step) {
    auto const* seat = seat_of(seats, meeting, person);
    return seat != nullptr &&
           std::find(seat->in_steps.begin(), seat->in_steps.end(), step) != seat->in_steps.end();
}

Result<Meeting> plan(std::vector<Meeting> const& all, Meeting fresh, Date today) {
    if (fresh.day < today) return no("date.past", "day");
    if (fresh.ends <= fresh.starts) return no("meeting.ends_before", "ends");
    if (auto const* had = planned(all, fresh.meeting); had != nullptr && had->id != fresh.id)
        return no("meeting.planned_already", "meeting");
    return fresh;
}

Result<Meeting> open(Meeting meeting, std::string first_step, Date today, Instant now) {
    if (!meeting.is_planned()) return no("meeting.not_planned");
    if (today < meeting.day) return no(refusal("meeting.not_today", "meeting").with("day", write_date(meeting.day)));
    meeting.opened_at = now;
    meeting.step = std::move(first_step);
    meeting.step_since = now;
    return meeting;
}

Result<Meeting> enter_step(Meeting meeting, std::string step, Instant now) {
    if (!meeting.is_open()) return no("meeting.not_open");
    if (meeting.paused_at) return no("meeting.paused");
    meeting.step = std::move(step);
    meeting.step_since = now;
    return meeting;
}

Result<Meeting> pause(Meeting meeting, std::string why, Instant now) {
    if (!meeting.is_open()) return no("meeting.not_open");
    if (meeting.paused_at) return no("meeting.paused");
    meeting.paused_at = now;
    meeting.paused_why = std::move(why);
    return meeting;
}

Result<Meeting> resume(Meeting meeting) {
    if (!meeting.is_open()) return no("meeting.not_open");
    if (!meeting.paused_at) return no("meeting.not_paused");
    meeting.paused_at.reset();
    meeting.paused_why.clear();
    return meeting;
}

Result<Meeting> end(Meeting meeting, Outcome outcome, std::string why, Instant now) {
    if (!meeting.is_open()) return no("meeting.not_open");
    if (outcome != Outcome::held && why.empty()) return no("field.missing", "reason");
    meeting.ended_at = now;
    meeting.outcome = outcome;
    meeting.outcome_why = std::move(why);
    meeting.paused_at.reset();
    meeting.paused_why.clear();
    return meeting;
}

Result<Meeting> cancel(Meeting meeting, std::string why, Instant now) {
    if (!meeting.is_planned()) return no("meeting.not_planned");
    meeting.ended_at = now;
    meeting.outcome = Outcome::cancelled;
    meeting.outcome_why = std::move(why);
    return meeting;
}

Seat arrive(std::vector<Seat> const& seats, Seat fresh, std::string const& step) {
    Seat seat = fresh;
    if (auto const* had = seat_of(seats, fresh.meeting, fresh.person)) {
        seat = *had;
        seat.how = fresh.how;
        if (seat.left_at) seat.came_at = fresh.came_at;
        seat.left_at.reset();
    }
    if (std::find(seat.in_steps.begin(), seat.in_steps.end(), step) == seat.in_steps.end())
        seat.in_steps.push_back(step);
    return seat;
}

Result<Seat> leave(Seat seat, Instant now) {
    if (!seat.is_in()) return no("meeting.not_in_room", "person");
    seat.left_at = now;
    return seat;
}

} // namespace radslag::meeting
