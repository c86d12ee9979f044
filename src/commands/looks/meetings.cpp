// The meetings: when, where, who is in, which step; what professionals told and offered.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

using meeting::Meeting;
using people::Person;

std::string state_of(Meeting const& m) {
    if (m.ended_at) return "ended";
    if (m.is_planned()) return "planned";
    return m.paused_at ? "paused" : "open";
}

std::vector<view::StepView> steps_of(Look const& look, Meeting const& m,
                                     process::Meeting const& rules) {
    std::vector<view::StepView> steps;
    bool past = m.is_open();
    for (auto const& rule : rules.steps) {
        auto const key = rules.id + "." + rule.id;
        view::StepView step;
        step.id = rule.id;
        step.name = look.words("step", key);
        step.about = look.words("step_about", key);
        step.is_private = rule.is_private;
        bool const here = m.is_open() && m.step == rule.id;
        if (here) past = false;
        step.state = here ? "here" : past ? "done" : "ahead";
        step.present = look.who(rule.present);
        step.back = look.who(rule.back);
        step.needs = needs_of(look, look.here.book.gate_of_step(rules.id, rule.id));
        steps.push_back(std::move(step));
    }
    return steps;
}

Who places(process::Meeting const& rules) {
    Who all;
    for (auto const& step : rules.steps) all.roles |= step.present.roles;
    return all;
}

// Whoever is there, was there, or could still come.
bool is_of(Look const& look, Meeting const& m, Who with_place, Person const& person) {
    auto const& here = look.here;
    if (meeting::seat_of(here.all<meeting::Seat>(), m.id, person.id) != nullptr) return true;
    if (m.ended_at || !person.is_here() || !here.book.is_in(with_place, person.role)) return false;
    return workflow::takes_part(here.book, here.file, here.today, person);
}

view::SeatView seat_of(Look const& look, Meeting const& m, Person const& person) {
    auto const& here = look.here;
    view::SeatView seat;
    seat.person = person.id.text;
    seat.name = look.name_for(person.id);
    seat.role_name = look.words("role", person.role);
    if (auto const* s = meeting::seat_of(here.all<meeting::Seat>(), m.id, person.id)) {
        seat.how = word(s->how);
        seat.in = s->is_in();
    }
    if (m.ended_at) return seat;
    auto const* step =
        m.is_open() ? here.book.step(m.meeting, m.step) : here.book.step_after(m.meeting, "");
    if (step == nullptr) return seat;
    seat.belongs =
        workflow::belongs(*step, workflow::seat_of(here.book, here.file, m, *step, person));
    auto const* next = here.book.step_after(m.meeting, step->id);
    if (next == nullptr) {
        seat.belongs_next = seat.belongs;
        return seat;
    }
    // Who is in now will have been in this step when the next one asks who was.
    auto part = workflow::seat_of(here.book, here.file, m, *next, person);
    if (next->back_if_in == step->id) part.was_in_step_asked = seat.in;
    seat.belongs_next = workflow::belongs(*next, part);
    return seat;
}

std::vector<view::TextView> review_of(Look const& look, Meeting const& m,
                                      process::Meeting const& rules) {
    std::vector<view::TextView> answers;
    for (auto const& question : rules.review_questions) {
        view::TextView view;
        view.id = question;
        view.heading = look.words("review", rules.id + "." + question);
        for (auto const& row : look.here.all<followup::Review>())
            if (row.meeting == m.id && row.question == question) {
                view.text = row.text;
                view.at = row.at;
                view.version = row.changed_in;
            }
        answers.push_back(std::move(view));
    }
    return answers;
}

// PN13: why somebody did not come is their own matter: told to whoever follows it up, and nobody else.
bool follows_up(Look const& look) {
    auto const& rows = look.here.book.mays("follow_up_absence");
    return std::any_of(rows.begin(), rows.end(),
                       [&](auto const* row) { return row->who.meets(look.here.actor.who); });
}

std::vector<view::TextView> absent_of(Look const& look, Meeting const& held) {
    std::vector<view::TextView> views;
    if (!follows_up(look) || !look.all(Matter::meetings) || !look.all(Matter::people)) return views;
    for (auto const* person : workflow::absent(look.here.book, look.here.file, held)) {
        view::TextView view;
        view.id = person->id.text;
        view.heading = look.name_for(person->id);
        auto const& all = look.here.all<meeting::Absence>();
        if (auto const* done = meeting::followed_up(all, held, person->id)) {
            view.text = done->text;
            view.at = done->at;
            view.version = done->changed_in;
        }
        views.push_back(std::move(view));
    }
    return views;
}

// GN9: what is asked on its day, and how many are expected in the room.
void add_restrictions(Look const& look, Meeting const& m, view::MeetingView& view) {
    auto const& here = look.here;
    if (m.ended_at) return;
    for (auto const& one : look.restrictions())
        if (one.in_force(m.day)) view.restrictions.push_back(one.id.text);
    view.room_at_most = workflow::room_limit(here.around, m.day);
    view.expected = std::ssize(workflow::expected_in_room(here.book, here.file, m));
}

view::MeetingView meeting_of(Look const& look, Meeting const& m) {
    auto const& here = look.here;
    view::MeetingView view;
    view.id = m.id.text;
    view.meeting = m.meeting;
    view.name = look.words("meeting", m.meeting);
    view.round = m.round;
    view.day = m.day;
    view.starts = write_time(m.starts);
    view.ends = write_time(m.ends);
    view.place = look.reason(m.place); // it can be somebody's home
    view.link = look.reason(m.link);
    view.state = state_of(m);
    if (m.paused_at) view.paused_why = why_words(look, m.paused_why);
    if (m.outcome) view.outcome = word(*m.outcome);
    view.outcome_why = why_words(look, m.outcome_why);
    view.version = m.changed_in;
    add_restrictions(look, m, view);
    auto const* rules = here.model().meeting(m.meeting);
    if (rules == nullptr) return view;
    if (m.is_planned()) view.needs = needs_of(look, here.book.gate_of_meeting(m.meeting));
    if (!m.ended_at) view.steps = steps_of(look, m, *rules);
    Who const with_place = places(*rules);
    for (auto const& person : here.all<Person>())
        if (is_of(look, m, with_place, person)) view.seats.push_back(seat_of(look, m, person));
    view.absent = absent_of(look, m);
    if (look.all(Matter::reviews) && !rules->review_questions.empty())
        view.review = review_of(look, m, *rules);
    return view;
}

// With own sight only: the meetings that I was at.
bool is_open_to(Look const& look, Meeting const& m) {
    if (look.all(Matter::meetings)) return true;
    auto const& seats = look.here.all<meeting::Seat>();
    return std::any_of(seats.begin(), seats.end(), [&](meeting::Seat const& s) {
        return s.meeting == m.id && look.is_me(s.person);
    });
}

// Newest first.
template <class R> std::vector<R const*> shown(Look const& look, Matter matter) {
    std::vector<R const*> rows;
    for (auto const& row : look.here.all<R>())
        if (look.shows(matter, row.person)) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(), [](R const* a, R const* b) {
        return std::pair(a->round, a->at) > std::pair(b->round, b->at);
    });
    return rows;
}

} // namespace

std::vector<view::MeetingView> meetings_of(Look const& look) {
    std::vector<Meeting const*> rows;
    for (auto const& m : look.here.all<Meeting>())
        if (is_open_to(look, m)) rows.push_back(&m);
    std::stable_sort(rows.begin(), rows.end(), [](Meeting const* a, Meeting const* b) {
        return std::pair(a->round, a->planned_at) > std::pair(b->round, b->planned_at);
    });
    std::vector<view::MeetingView> views;
    for (auto const* m : rows) views.push_back(meeting_of(look, *m));
    return views;
}

std::vector<view::TextView> accounts_of(Look const& look) {
    std::vector<view::TextView> views;
    for (auto const* a : shown<meeting::Account>(look, Matter::accounts)) {
        auto const* person = people::find(look.here.all<Person>(), a->person);
        views.push_back({a->id.text, person == nullptr ? "" : look.words("role", person->role),
                         a->text, look.name_for(a->person), a->at, a->changed_in});
    }
    return views;
}

std::vector<view::OfferView> offers_of(Look const& look) {
    std::vector<view::OfferView> views;
    for (auto const* o : shown<meeting::Offer>(look, Matter::offers))
        views.push_back({o->id.text, look.name_for(o->person), o->text, o->until});
    return views;
}

} // namespace radslag::commands::looks
