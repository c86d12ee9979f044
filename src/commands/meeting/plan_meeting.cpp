#include "commands/acts.h"

namespace radslag::commands {

namespace {

Options pick_meetings(Here const& here) {
    Options options;
    for (auto const& meeting : here.model().meetings)
        if (meeting.stage >= here.facts.stage)
            options.push_back({meeting.id, here.text("meeting." + meeting.id), {}});
    return options;
}

} // namespace

// Plans a meeting, or gives a planned one another day.
Act plan_meeting() {
    return {
        .name = "plan_meeting",
        .room = "meeting",
        .fields = {{.name = "meeting", .type = FieldType::choice, .required = true, .pick = pick_meetings},
                   {.name = "day", .type = FieldType::date, .required = true},
                   {.name = "starts", .type = FieldType::time, .required = true},
                   {.name = "ends", .type = FieldType::time, .required = true},
                   {.name = "place", .type = FieldType::line, .required = true},
                   {.name = "link", .type = FieldType::line}},
        .decide = [](Doing& doing) -> Result<void> {
            auto const& all = doing.here.all<meeting::Meeting>();
            auto const* rule = doing.here.model().meeting(doing.input.text("meeting"));
            meeting::Meeting fresh;
            if (auto const* had = meeting::planned(all, rule->id)) fresh = *had;
            else fresh.id = doing.draft.fresh<RowId>();
            fresh.meeting = rule->id;
            fresh.round = meeting::round_for(all, rule->id, doing.here.conference().round);
            fresh.day = *doing.input.date("day");
            fresh.starts = doing.input.time("starts");
            fresh.ends = doing.input.time("ends");
            fresh.place = doing.input.text("place");
            fresh.link = doing.input.text("link");
            fresh.planned_at = doing.here.now;
            if (fresh.ends.of_day - fresh.starts.of_day < rule->minutes) doing.doubts.emplace_back("meeting.short");
            auto const& zone = doing.here.organisation.zone;
            if (!exists_in(zone, fresh.day, fresh.starts) || !exists_in(zone, fresh.day, fresh.ends))
                doing.doubts.emplace_back("meeting.no_such_time");
            if (fresh.day > add_months(doing.here.today, 60)) doing.doubts.emplace_back("meeting.far");
            return doing.keep(meeting::plan(all, std::move(fresh), doing.here.today), rule->id);
        },
    };
}

} // namespace radslag::commands
