// In the room: who is there, what each step must bring forth, who leaves and who comes back.
#include <algorithm>

#include "sim/sitting.h"

namespace radslag::sim {

using process::Condition;

namespace {

bool is_seated(view::MeetingView const& meeting, std::string const& person) {
    return std::ranges::any_of(meeting.seats,
                               [&](auto const& seat) { return seat.person == person; });
}

bool is_family(view::PersonView const* person) {
    return person == nullptr || person->side == "family";
}

} // namespace

// A meeting of this stage that has its day.
bool Sitting::open_today() {
    auto const* it = sight_.can("open_meeting");
    if (it == nullptr || !it->about || !sight_.seen.meetings) return false;
    for (auto const& meeting : *sight_.seen.meetings) {
        if (!has(*it->about, meeting.id) || play_.avoids(Condition::meeting_held, meeting.meeting))
            continue;
        auto const begins =
            instant_of(play_.town_.organisation.zone, meeting.day, *read_time(meeting.starts));
        bool const rests =
            play_.is_last() && play_.aim_.rest == Rest::stage && begins > play_.ground_.until;
        if (rests) continue;
        if (begins > play_.now_) { // it is not time yet
            if (!play_.waits_for_ || begins < *play_.waits_for_) play_.waits_for_ = begins;
            continue;
        }
        if (bring_all(meeting.needs, false)) return true;
        if (open(meeting)) return true;
    }
    return false;
}

bool Sitting::open(view::MeetingView const& meeting) {
    std::vector<std::string> here;
    for (auto const& option : sight_.options("open_meeting", "here")) {
        auto const* person = sight_.person(option.value);
        bool const comes = person == nullptr || is_seated(meeting, option.value);
        // Somebody does not come after all, but never one of the family.
        bool const stays_away = !is_family(person) && !person->staff && play_.share("stays_away");
        if (comes && !stays_away) here.push_back(option.value);
    }
    play_.go_on(play_.chance_.between(0, 9));
    return does_once({"open_meeting", meeting.id, {}, {{"here", here}}}, 3);
}

bool Sitting::meet() {
    auto const* meeting = sight_.open_meeting();
    if (meeting == nullptr) return false;
    if (meeting->state == "paused") return does({"resume_meeting", {}, {}, {}});
    return hold(*meeting);
}

bool Sitting::hold(view::MeetingView const& meeting) {
    auto const* step = sight_.step();
    if (step == nullptr) return false;
    bool const here = play_.aim_.rest == Rest::step &&
                      play_.aim_.of == meeting.meeting + "." + step->id &&
                      meeting.round >= play_.aim_.rounds;
    if (here) {
        play_.is_at_step_ = true;
        if (play_.times_["half done"]++ > 0) {
            play_.finish();
            return true;
        }
    }
    bool did = bring_all(step->needs, false);
    if (!step->is_private && play_.times_["extras in " + step->id]++ < 3) did = extras() || did;
    if (did || here) return true;
    bool const ready = std::ranges::all_of(step->needs, [](view::Need const& need) {
        return need.met || need.passed || need.strength == "offer";
    });
    if (!ready) return false;
    if (can("next_step")) return next_step(meeting);
    return does({"end_meeting", {}, {}, {{"outcome", std::string("held")}}});
}

bool Sitting::next_step(view::MeetingView const& meeting) {
    std::vector<std::string> left;
    std::vector<std::string> came;
    for (auto const& seat : meeting.seats)
        if (seat.in && !seat.belongs_next && has(sight_.options("next_step", "left"), seat.person))
            left.push_back(seat.person);
    for (auto const& option : sight_.options("next_step", "came"))
        if (is_seated(meeting, option.value)) came.push_back(option.value);
    play_.go_on(play_.aim_.rest == Rest::step ? 5 : play_.chance_.between(20, 50));
    return does({"next_step", {}, {}, {{"left", left}, {"came", came}}});
}

} // namespace radslag::sim
