// GN9: the limit of the room, where the model asks that it is kept.
#include "commands/acts.h"

namespace radslag::commands {
namespace {

// Nothing: no limit that day, no rule about it, or the rule was passed with a reason.
std::optional<std::int64_t> kept_limit(Here const& here, meeting::Meeting const& meeting) {
    auto const limit = workflow::room_limit(here.around, meeting.day);
    auto const& ids = here.book.need_ids();
    for (std::size_t i = 0; limit && i < ids.size(); ++i) {
        auto const* need = here.model().need(ids[i]);
        if (need->what == process::Condition::room_limit && need->of == meeting.meeting &&
            need->rule.strength != process::Strength::offer && !here.facts.waived[i])
            return limit;
    }
    return {};
}

Result<void> full(std::int64_t limit, std::string_view field) {
    return no(refusal("room.full", field).with("limit", std::to_string(limit)));
}

} // namespace

Result<void> check_expected(Here const& here, circle::Invitation const& answered) {
    if (!answered.takes_room()) return {};
    for (auto const& m : here.all<meeting::Meeting>()) {
        if (m.meeting != answered.meeting || m.round != answered.round || m.ended_at) continue;
        auto const limit = kept_limit(here, m);
        auto others = workflow::expected_in_room(here.book, here.file, m);
        std::erase(others, answered.person);
        if (limit && std::ssize(others) >= *limit) return full(*limit, "answer");
    }
    return {};
}

Result<void> check_room(Doing const& doing, meeting::Meeting const& meeting,
                        std::string_view field) {
    auto const limit = kept_limit(doing.here, meeting);
    auto const& seats = doing.draft.file().all<meeting::Seat>();
    auto const here = std::count_if(seats.begin(), seats.end(), [&](meeting::Seat const& seat) {
        return seat.meeting == meeting.id && seat.is_in() && seat.how == meeting::How::room;
    });
    if (limit && here > *limit) return full(*limit, field);
    return {};
}

} // namespace radslag::commands
