#include "commands/staff/keeping.h"

namespace radslag::commands {
namespace {

Options grounds(StaffHere const& here, std::string_view) {
    Options options;
    if (auto const* rules = rules_of(here))
        for (auto const& ground : rules->grounds)
            options.push_back({ground.id, retention::name_of(ground.name, here.language),
                               ground.verified
                                   ? std::string{}
                                   : here.retention->say(here.language, "to_be_confirmed")});
    return options;
}

// What somebody released before this was known is not released any more.
Result<void> decide(StaffDoing& doing) {
    auto const& here = doing.here;
    auto const number = doing.input.number("number");
    auto const of = here.reader.case_numbered(here.organisation.id, number);
    if (!of) return no("retention.number", "number");
    Hold hold{RowId::make(doing.random),
              here.organisation.id,
              *of,
              number,
              doing.input.text("ground"),
              doing.input.text("reason"),
              here.staff.id,
              here.now,
              {},
              {},
              {}};
    doing.writer.put_hold(hold);
    if (auto release = release_of(here, *of)) {
        release->withdrawn_by = here.staff.id;
        release->withdrawn_at = here.now;
        doing.writer.put_release(*release);
    }
    doing.done.about = hold.id.text;
    return {};
}

} // namespace

StaffAct put_hold_act() {
    return {.name = "put_hold",
            .room = "retention",
            .fields = {{.name = "number", .type = FieldType::number, .required = true},
                       {.name = "ground", .type = FieldType::choice, .required = true},
                       {.name = "reason", .type = FieldType::text, .required = true}},
            .may = keeps_retention,
            .options = grounds,
            .decide = decide};
}

} // namespace radslag::commands
