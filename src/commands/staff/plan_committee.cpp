#include <algorithm>

#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

Options models_with_committee(StaffHere const& here, std::string_view field) {
    Options options;
    if (field != "model") return options;
    for (auto const* book : here.books.all()) {
        auto const& model = book->model();
        if (model.committee)
            options.push_back({model.id, model.text(here.language, "model.name"), ""});
    }
    return options;
}

bool has_committee(StaffHere const& here) {
    return keeps_committee_days(here) && !models_with_committee(here, "model").empty();
}

// PN6: the cadence is a rule of the method, so a longer gap is told and not refused.
bool is_gap_too_long(StaffDoing const& doing, std::string const& model, Date day) {
    auto const& every = doing.here.books.newest(model)->model().committee->every;
    if (!every) return false;
    std::optional<Date> before;
    for (auto const& other : doing.writer.committee_days(doing.here.organisation.id))
        if (other.model == model && !other.cancelled_at && other.day < day) before = other.day;
    return before && day > add(*before, *every);
}

Result<void> decide(StaffDoing& doing) {
    auto const model = doing.input.text("model");
    auto const day = *doing.input.date("day");
    if (day < doing.here.today) return no("date.past", "day");
    for (auto const& other : doing.writer.committee_days(doing.here.organisation.id))
        if (other.model == model && other.day == day && !other.cancelled_at)
            return no("committee.day_there", "day");
    if (is_gap_too_long(doing, model, day)) doing.done.doubts.emplace_back("committee.cadence");
    auto const id = RowId::make(doing.random);
    doing.writer.put(CommitteeDay{id, doing.here.organisation.id, model, day, {}});
    doing.done.about = id.text;
    return {};
}

} // namespace

StaffAct plan_committee_act() {
    return {.name = "plan_committee",
            .room = "committee",
            .fields = {{.name = "model", .type = FieldType::choice, .required = true},
                       {.name = "day", .type = FieldType::date, .required = true}},
            .may = has_committee,
            .options = models_with_committee,
            .decide = decide};
}

} // namespace radslag::commands
