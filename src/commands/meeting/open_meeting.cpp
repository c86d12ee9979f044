#include "commands/acts.h"

namespace radslag::commands {

namespace {

Ids can_open(Here const& here) {
    return ids_of<meeting::Meeting>(here, [&](meeting::Meeting const& m) {
        auto const kind = here.book.place_of_meeting(m.meeting);
        return m.is_planned() && kind != process::nowhere && workflow::can_be_opened(here.book, here.facts, kind);
    });
}

Options pick_first(Here const& here) {
    Options options;
    for (auto const& id : can_open(here)) {
        auto const* m = here.file.find<meeting::Meeting>(RowId{id});
        for (auto const& option : who_belongs(here, *m, *here.book.step_after(m->meeting, ""))) options.push_back(option);
    }
    return options;
}

} // namespace

Act open_meeting() {
    return {
        .name = "open_meeting",
        .room = "meeting",
        .about = "meeting",
        .fields = {{.name = "here", .type = FieldType::people, .required = true, .pick = pick_first}},
        .candidates = can_open,
        .decide = [](Doing& doing) -> Result<void> {
            auto const& here = doing.here;
            auto meeting = doing.about<meeting::Meeting>();
            auto const kind = here.book.place_of_meeting(meeting.meeting);
            if (auto open = workflow::may_open(here.book, here.facts, kind); !open) return open;
            auto const& step = *here.book.step_after(meeting.meeting, "");
            auto opened = meeting::open(meeting, step.id, here.today, here.now);
            if (!opened) return no(std::move(opened.error()));
            doing.happen(meeting.meeting);
            doing.put(std::move(*opened));
            workflow::go_through(doing.draft, here.book.gate_of_meeting(meeting.meeting), here.facts);
            return seat_all(doing, meeting, step, "here");
        },
    };
}

} // namespace radslag::commands
