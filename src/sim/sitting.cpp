#include "sim/sitting.h"

namespace radslag::sim {

bool Sitting::work() {
    time_ = play_.in_meeting_ ? 60 : play_.chance_.between(4, 10);
    if (declare()) return true; // then more can be seen
    if (end()) return true;
    if (play_.in_meeting_) return meet();
    if (sight_.seen.status.is == "postponed" && play_.ground_.human)
        return sometimes(phrasebook().habits.mishaps);
    if (sight_.seen.status.is != "running") return false;
    if (open_today()) return true;
    bool did = staff();
    did = name_people() || did;
    did = gate() || did;
    return extras() || did;
}

bool Sitting::does_once(Wish wish, int at_most) {
    auto& times = play_.times_[std::to_string(play_.round_) + " " + wish.key()];
    if (times >= at_most) return false;
    ++times;
    return does(std::move(wish));
}

} // namespace radslag::sim
