#pragma once
// Deadlines as rows: made, met and moved by what happens. A fold over the happenings, so that a
// test can rebuild the rows from the facts and compare.
#include "workflow/follow.h"

namespace radslag::workflow {

// `meeting_day` is the day of a meeting: it is fixed when the meeting is planned.
bool is_moment(process::Moment const& moment, std::string_view name, std::string_view detail);
bool is_moment(process::Moment const& moment, Happening const& happening);

// Starts the clock of this deadline on that day; one that runs already goes on, unless it hangs on the
// day of a meeting, which has another day now.
void start_due(Draft& draft, process::Deadline const& rule, Date on);

// Lets the draft's happening number `i` start, meet and move what is due.
void keep_dues(Draft& draft, std::size_t i);

// One thing that time does by itself in this case on `draft.today()`: it warns, calls late, lapses a
// consent or takes a postponed case up again. One at a time, each in a draft of its own, so that what
// follows from it is told as following from it. False: nothing falls due.
bool tick(Draft& draft);

// The day on which time acts on this row next; nothing when it is met or told.
std::optional<Date> acts_on(Due const& due);

enum class DueState { running, warned, late };
inline Words words(DueState) {
    static constexpr std::string_view all[] = {"running", "warned", "late"};
    return all;
}
DueState state_of(Due const& due, Date today);
inline Date last_day(Due const& due) { return due.moved_to.value_or(due.on); }
// Deadlines that run, nearest first.
std::vector<Due const*> running(CaseFile const& file);

// Whose turn it is: for each need that does not hold, the roles that can bring it about now; with
// an open gate, those who go on or round.
struct Turn {
    Who who;
    Who each{};             // of them: only those who lack it, each for themselves
    std::string need{};     // empty: the stage itself waits
    std::size_t atom = 0;   // of the need
    std::string_view act{}; // where the stage waits: move_on or go_round
};
std::vector<Turn> turns(RuleBook const& book, Facts const& facts, std::int64_t round);

} // namespace radslag::workflow
