// GF2, HF2, SN6–SN8, DF5: nobody is in a step whose place it is not, and in the family's own time
// nobody but the family and its network.
#include <algorithm>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

using process::Function;

bool is_own(Function is) {
    return is == Function::main_person || is == Function::speaks_for || is == Function::network ||
           is == Function::support;
}

class Presence final : public Checker {
public:
    Presence() : Checker("presence") {}

    void saved(Saved const& saved) override {
        for (auto const& meeting : saved.file.all<meeting::Meeting>()) {
            if (!meeting.opened_at || meeting.ended_at) continue;
            auto const* step = saved.book.step(meeting.meeting, meeting.step);
            if (step == nullptr) continue;
            for (auto const& seat : saved.file.all<meeting::Seat>())
                if (seat.meeting == meeting.id && !seat.left_at) look(saved, *step, seat);
        }
    }

private:
    void look(Saved const& saved, process::Step const& step, meeting::Seat const& seat) {
        auto const* person = people::find(saved.file.all<people::Person>(), seat.person);
        auto const role =
            person == nullptr ? process::nowhere : saved.book.model().role(person->role);
        bool fits = role != process::nowhere && step.present.has(role);
        if (fits && step.is_private) fits = is_own(saved.book.model().roles[role].is);
        if (fits && step.back.has(role) && !step.back_if_in.empty())
            fits = std::ranges::find(seat.in_steps, step.back_if_in) != seat.in_steps.end();
        check(fits, where(saved) + ": somebody is in " + step.id + " whose place it is not");
    }
};

} // namespace

std::unique_ptr<Checker> watch_presence() { return std::make_unique<Presence>(); }

} // namespace radslag::sim
