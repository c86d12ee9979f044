#pragma once
// The meeting as a state machine: planned, open in a step, paused, ended; who is in the room.
#include "domain/people/people.h"

namespace radslag::meeting {

enum class Outcome { held, main_person_absent, broken_off, cancelled };
inline Words words(Outcome) {
    static constexpr std::string_view all[] = {"held", "main_person_absent", "broken_off",
                                               "cancelled"};
    return all;
}

struct Meeting {
    RowId id;
    std::int64_t changed_in = 0;
    std::string meeting; // of the model
    std::int64_t round = 1;
    Date day;
    Minutes starts;
    Minutes ends;
    std::string place;
    std::string link;
    Instant planned_at;
    std::optional<Instant> opened_at;
    std::string step;    // of the model, while open
    std::optional<Instant> step_since;
    std::optional<Instant> paused_at;
    std::string paused_why;
    std::optional<Instant> ended_at;
    std::optional<Outcome> outcome;
    std::string outcome_why;

    [[nodiscard]] bool is_planned() const { return !opened_at && !ended_at; }
    [[nodiscard]] bool is_open() const { return opened_at && !ended_at; }
    [[nodiscard]] bool was_held() const { return outcome == Outcome::held; }

    static constexpr std::string_view table = "meeting";
    static constexpr auto fields = std::make_tuple(
        field("id", &Meeting::id), field("changed_in", &Meeting::changed_in),
        field("meeting", &Meeting::meeting), field("round", &Meeting::round),
        field("day", &Meeting::day), field("starts", &Meeting::starts),
        field("ends", &Meeting::ends), field("place", &Meeting::place),
        field("link", &Meeting::link), field("planned_at", &Meeting::planned_at),
        field("opened_at", &Meeting::opened_at), field("step", &Meeting::step),
        field("step_since", &Meeting::step_since), field("paused_at", &Meeting::paused_at),
        field("paused_why", &Meeting::paused_why), field("ended_at", &Meeting::ended_at),
        field("outcome", &Meeting::outcome), field("outcome_why", &Meeting::outcome_why));
};

enum class How { room, link };
inline Words words(How) {
    static constexpr std::string_view all[] = {"room", "link"};
    return all;
}

struct Seat { // somebody at one meeting; they can leave and come again
    RowId id;
    std::int64_t changed_in = 0;
    RowId meeting;
    PersonId person;
    How how = How::room;
    Instant came_at;
    std::optional<Instant> left_at;
    std::vector<std::string> in_steps; // where they have been

    [[nodiscard]] bool is_in() const { return !left_at; }

    static constexpr std::string_view table = "seat";
    static constexpr auto fields = std::make_tuple(
        field("id", &Seat::id), field("changed_in", &Seat::changed_in),
        field("meeting", &Seat::meeting), field("person", &Seat::person),
        field("how", &Seat::how), field("came_at", &Seat::came_at),
        field("left_at", &Seat::left_at), field("in_steps", &Seat::in_steps));
};

struct Account { // a professional's picture of the situation
    RowId id;
    std::int64_t changed_in = 0;
    PersonId person;
    std::int64_t round = 1;
    std::string text;
    Instant at;

    static constexpr std::string_view table = "account";
    static constexpr auto fields = std::make_tuple(
        field("id", &Account::id), field("changed_in", &Account::changed_in),
        field("person", &Account::person), field("round", &Account::round),
        field("text", &Account::text), field("at", &Account::at));
};

struct Offer { // support that a professional can give (HF3); "nothing now" is an answer too
    RowId id;
    std::int64_t changed_in = 0;
    PersonId person;
    std::int64_t round = 1;
    std::string text;
    std::optional<Date> until;
    Instant at;

    static constexpr std::string_view table = "offer";
    static constexpr auto fields = std::make_tuple(
        field("id", &Offer::id), field("changed_in", &Offer::changed_in),
        field("person", &Offer::person), field("round", &Offer::round),
        field("text", &Offer::text), field("until", &Offer::until), field("at", &Offer::at));
};

struct Absence { // somebody who was needed was not there: what was done about it (PN13)
    RowId id;
    std::int64_t changed_in = 0;
    PersonId person;
    std::string meeting; // of the model
    std::int64_t round = 1;
    std::string text;
    Instant at;

    static constexpr std::string_view table = "absence";
    static constexpr auto fields = std::make_tuple(
        field("id", &Absence::id), field("changed_in", &Absence::changed_in),
        field("person", &Absence::person), field("meeting", &Absence::meeting),
        field("round", &Absence::round), field("text", &Absence::text),
        field("at", &Absence::at));
};

// The open one; else the planned one that comes first; else nothing.
Meeting const* current(std::vector<Meeting> const& all);
Meeting const* planned(std::vector<Meeting> const& all, std::string const& meeting);
// The round that a newly planned meeting of this kind belongs to: this one, or the next when this
// round's was held.
std::int64_t round_for(std::vector<Meeting> const& all, std::string const& meeting,
                       std::int64_t round);
// Held, in this round.
bool was_held(std::vector<Meeting> const& all, std::string const& meeting, std::int64_t round);
Seat const* seat_of(std::vector<Seat> const& seats, RowId const& meeting, PersonId const& person);
std::vector<PersonId> in_room(std::vector<Seat> const& seats, RowId const& meeting);
Absence const* followed_up(std::vector<Absence> const& all, Meeting const& held,
                           PersonId const& person);
bool was_in(std::vector<Seat> const& seats, RowId const& meeting, PersonId const& person,
            std::string const& step);

Result<Meeting> plan(std::vector<Meeting> const& all, Meeting fresh, Date today);
Result<Meeting> open(Meeting meeting, std::string first_step, Date today, Instant now);
Result<Meeting> enter_step(Meeting meeting, std::string step, Instant now);
Result<Meeting> pause(Meeting meeting, std::string why, Instant now);
Result<Meeting> resume(Meeting meeting);
Result<Meeting> end(Meeting meeting, Outcome outcome, std::string why, Instant now);
Result<Meeting> cancel(Meeting meeting, std::string why, Instant now);
// Comes in, in `step`; somebody who was here before keeps their seat.
Seat arrive(std::vector<Seat> const& seats, Seat fresh, std::string const& step);
Result<Seat> leave(Seat seat, Instant now);

} // namespace radslag::meeting
