#pragma once
// Meetings, their steps, who is in the room, and what is offered there.
#include "commands/views/conference.h"

namespace radslag::commands::view {

struct StepView {
    std::string id;
    std::string name;
    std::string about;
    bool is_private = false;
    std::string state; // done | here | ahead
    std::vector<std::string> present; // whose place it is, in words
    std::vector<std::string> back;    // who comes back
    std::vector<Need> needs;
    using Self = StepView;
    static constexpr std::string_view schema = "Step";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(about), field("private", &Self::is_private),
        RADSLAG_F(state), RADSLAG_F(present), RADSLAG_F(back), RADSLAG_F(needs));
};

struct SeatView {
    std::string person;
    std::string name;
    std::string role_name;
    std::string how;       // room | link
    bool in = false;       // now
    bool belongs = true;   // in the step that is on
    bool belongs_next = true; // in the step that follows
    using Self = SeatView;
    static constexpr std::string_view schema = "Seat";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(person), RADSLAG_F(name), RADSLAG_F(role_name), RADSLAG_F(how),
                        RADSLAG_F(in), RADSLAG_F(belongs), RADSLAG_F(belongs_next));
};

struct MeetingView {
    std::string id;
    std::string meeting;
    std::string name;
    std::int64_t round = 1;
    Date day;
    std::string starts, ends; // "17:00"
    std::string place;
    std::string link;
    std::string state; // planned | open | paused | ended
    std::string paused_why;
    std::vector<Need> needs; // to open it
    std::vector<StepView> steps;
    std::vector<SeatView> seats;
    std::string outcome;
    std::string outcome_why;
    std::optional<std::vector<TextView>> review; // heading: the question
    std::vector<TextView> absent; // needed, invited and not there: whom (id, heading), what was done
    std::vector<std::string> restrictions; // of the case: those in force on its day
    std::optional<std::int64_t> room_at_most; // the smallest of theirs
    std::int64_t expected = 0; // in the room, leaders counted
    std::int64_t version = 0;
    using Self = MeetingView;
    static constexpr std::string_view schema = "Meeting";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(meeting), RADSLAG_F(name), RADSLAG_F(round), RADSLAG_F(day),
        RADSLAG_F(starts), RADSLAG_F(ends), RADSLAG_F(place), RADSLAG_F(link), RADSLAG_F(state),
        RADSLAG_F(paused_why), RADSLAG_F(needs), RADSLAG_F(steps), RADSLAG_F(seats),
        RADSLAG_F(outcome), RADSLAG_F(outcome_why), RADSLAG_F(review), RADSLAG_F(absent),
        RADSLAG_F(restrictions),
        RADSLAG_F(room_at_most), RADSLAG_F(expected), RADSLAG_F(version));
};

struct OfferView {
    std::string id;
    std::string by;
    std::string text;
    std::optional<Date> until;
    using Self = OfferView;
    static constexpr std::string_view schema = "Offer";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(by), RADSLAG_F(text), RADSLAG_F(until));
};

} // namespace radslag::commands::view
