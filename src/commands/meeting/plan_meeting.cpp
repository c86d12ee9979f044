#include "commands/acts.h"
#include "commands/looks/looks.h"

namespace radslag::commands {

namespace {

std::string time_words(Here const& here, process::Meeting const& meeting) {
    if (meeting.minutes == 0) return {};
    std::string told(looks::house_words(here.language, "time.set_aside"));
    looks::replace_all(told, "{time}", looks::say_minutes(here.language, meeting.minutes));
    return told;
}

Options pick_meetings(Here const& here) {
    Options options;
    for (auto const& meeting : here.model().meetings)
        if (meeting.stage >= here.facts.stage)
            options.push_back(
                {meeting.id, here.text("meeting." + meeting.id), time_words(here, meeting)});
    return options;
}

// GN5, PN11: how long it should be stands in the form; what is planned already, to be moved.
std::vector<view::FilledRow> suggested(Here const& here) {
    auto shows = [&](process::Matter matter) {
        return workflow::sees(here.book, here.facts, here.actor.who, matter) ==
               workflow::Sight::all;
    };
    bool const open = shows(process::Matter::meetings) && shows(process::Matter::people);
    std::vector<view::FilledRow> rows;
    for (auto const& meeting : here.model().meetings) {
        view::FilledRow row{meeting.id, {}};
        auto const* had = meeting::planned(here.all<meeting::Meeting>(), meeting.id);
        if (had != nullptr && open)
            row.values =
                filled({one("day", write_date(had->day)), one("starts", write_time(had->starts)),
                        one("ends", write_time(had->ends)), one("place", had->place),
                        one("link", had->link)});
        if (meeting.minutes > 0)
            row.values.push_back(one("lasts", std::to_string(meeting.minutes)));
        if (!row.values.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

// GN9: told and not in the way; what is asked that day stands beside the meeting.
void tell_restrictions(Doing& doing, meeting::Meeting const& fresh) {
    auto const& here = doing.here;
    auto const all = here.reader.restrictions(here.organisation.id);
    if (std::any_of(all.begin(), all.end(), [&](auto const& r) { return r.in_force(fresh.day); }))
        doing.doubts.emplace_back("meeting.restricted");
    auto const limit = workflow::room_limit(here.around, fresh.day);
    if (limit && std::ssize(workflow::expected_in_room(here.book, here.file, fresh)) > *limit)
        doing.doubts.emplace_back("meeting.room_full");
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
        .suggested = suggested,
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
            tell_restrictions(doing, fresh);
            return doing.keep(meeting::plan(all, std::move(fresh), doing.here.today), rule->id);
        },
    };
}

} // namespace radslag::commands
