#include "commands/acts.h"

namespace radslag::commands {

namespace {

process::Step const* next_of(Here const& here) {
    auto const* meeting = open_meeting(here);
    return meeting == nullptr ? nullptr : here.book.step_after(meeting->meeting, meeting->step);
}

Options pick_coming(Here const& here) {
    auto const* next = next_of(here);
    if (next == nullptr) return {};
    auto const* meeting = open_meeting(here);
    auto options = who_belongs(here, *meeting, *next);
    std::erase_if(options, [&](view::Option const& o) { return is_in_room(here, *meeting, PersonId{o.value}); });
    return options;
}

bool is_among(std::vector<std::string> const& list, PersonId const& id) {
    return std::find(list.begin(), list.end(), id.text) != list.end();
}

} // namespace

// GF2, HF2, SN6–SN8: the next step begins when those have left whose place it is not. Who left and
// who came is said in the same act; somebody who would stay without a place refuses it.
Act next_step() {
    return {
        .name = "next_step",
        .room = "meeting",
        .fields = {{.name = "left", .type = FieldType::people, .pick = pick_inside},
                   {.name = "came", .type = FieldType::people, .pick = pick_coming}},
        .when = [](Here const& here) { return next_of(here) != nullptr; },
        .decide = [](Doing& doing) -> Result<void> {
            auto const& here = doing.here;
            auto const meeting = *open_meeting(here);
            auto const* next = next_of(here);
            if (auto goes = workflow::may_step(here.book, here.facts); !goes) return goes;
            auto entered = meeting::enter_step(meeting, next->id, here.now);
            if (!entered) return no(std::move(entered.error()));
            auto const left = doing.input.list("left");
            doing.happen(next->id);
            doing.put(std::move(*entered));
            workflow::go_through(doing.draft, here.book.gate_of_step(meeting.meeting, meeting.step), here.facts);
            for (auto const& seat : here.all<meeting::Seat>()) {
                if (seat.meeting != meeting.id || !seat.is_in()) continue;
                if (is_among(left, seat.person)) {
                    auto gone = seat;
                    gone.left_at = here.now;
                    doing.put(std::move(gone));
                    continue;
                }
                if (auto theirs = check_belongs(here, meeting, *next, seat.person); !theirs) return theirs;
                doing.put(meeting::arrive(here.all<meeting::Seat>(), seat, next->id));
            }
            return seat_all(doing, meeting, *next, "came");
        },
    };
}

} // namespace radslag::commands
