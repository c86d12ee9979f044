// In a case that has ended nothing runs on: no deadline, no meeting, nobody in a room.
#include <algorithm>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

class QuietEnd final : public Checker {
public:
    QuietEnd() : Checker("quiet_end") {}

    void saved(Saved const& saved) override {
        if (saved.file.conference().is_live()) return;
        auto const& dues = saved.file.all<workflow::Due>();
        auto const& meetings = saved.file.all<meeting::Meeting>();
        auto const& seats = saved.file.all<meeting::Seat>();
        bool const quiet =
            std::ranges::all_of(dues, [](auto const& due) { return due.met_at.has_value(); }) &&
            std::ranges::none_of(meetings, [](auto const& m) { return m.is_open(); }) &&
            std::ranges::none_of(seats, [](auto const& seat) { return seat.is_in(); });
        std::string what;
        for (auto const& due : dues)
            if (!due.met_at) what += " due " + due.of;
        for (auto const& m : meetings)
            if (m.is_open()) what += " meeting " + m.meeting;
        for (auto const& seat : seats)
            if (seat.is_in()) what += " seat " + seat.person.text;
        check(quiet, where(saved) + ": something runs on after the end:" + what);
    }
};

} // namespace

std::unique_ptr<Checker> watch_quiet_end() { return std::make_unique<QuietEnd>(); }

} // namespace radslag::sim
