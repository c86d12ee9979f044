#pragma once
// Where a case is to come, and when: what its players drive towards.
#include <optional>
#include <string>
#include <vector>

#include "process/process.h"
#include "sim/chance.h"

namespace radslag::sim {

using process::Ix;

enum class Rest {
    stage,     // rests in a stage, with part of its work done
    step,      // a meeting is open, in this step
    closed,    // went the whole way
    stop,      // stopped, with a reason of the model
    withdrawn, // somebody took the voluntary yes back
    refused,   // the committee said no
    sent_back, // the plan waits for the family's next try
    postponed
};
enum class Mood { usual, fresh, due_soon, late };

struct Aim {
    process::Intake const* intake = nullptr;
    Rest rest = Rest::stage;
    Ix stage = 0;         // where that is
    std::string of;       // the stop; the step, "meeting.step"
    std::int64_t rounds = 1;
    Mood mood = Mood::usual;
    bool acute = false;   // it cannot wait
    bool passes = false;  // a method rule is passed, with a reason
    bool says_no = false; // somebody is not to be invited
    int at_least_days = 0; // since it began
};

// A stretch of the way: in this stage, from one day to another.
struct Leg {
    Ix stage = 0;
    std::int64_t round = 1;
    Date from, to;
};

class Way {
public:
    // Nothing when no way leads there.
    static std::optional<Way> to(process::Model const& model, Aim const& aim, Date today,
                                 Chance& chance);

    // The same way, begun on this day.
    void begin_on(Date day);
    [[nodiscard]] std::vector<Leg> const& legs() const { return legs_; }
    [[nodiscard]] Leg const* leg(Ix stage, std::int64_t round) const;
    [[nodiscard]] bool is_last(Ix stage, std::int64_t round) const;
    // The day for a meeting of this stage, as seen on `now`: when the way comes there, else some
    // weeks ahead.
    [[nodiscard]] Date meeting_day(Ix stage, std::int64_t round, Date now, Date today,
                                   Chance& chance) const;

private:
    std::vector<Leg> legs_;
    bool meets_today_ = false;
};

Date workday(Date date); // the same, or the Friday before

} // namespace radslag::sim
