#include "commands/staff/restrictions.h"

namespace radslag::commands {
namespace {

std::vector<view::Filled> filled(StaffHere const& here, std::string const& about) {
    auto const had = restriction_of(here, about);
    if (!had) return {};
    auto const& words = words_for(*had, here.organisation.language, here.organisation);
    std::vector<view::Filled> values{{"name", {words.name}},
                                     {"text", {words.text}},
                                     {"from", {write_date(std::max(had->from, here.today))}}};
    if (had->until) values.push_back({"until", {write_date(*had->until)}});
    if (had->room_at_most)
        values.push_back({"room_at_most", {std::to_string(*had->room_at_most)}});
    return values;
}

std::int64_t version(StaffHere const& here, std::string const& about) {
    auto const had = restriction_of(here, about);
    return had ? had->version : 0;
}

// The new one is in force instead of the old, which stands as it was on the days until then. Its
// translations go along while they still say the same.
Result<void> decide(StaffDoing& doing) {
    auto had = restriction_of(doing.here, doing.input.about);
    RADSLAG_SURE(had.has_value());
    auto fresh = read_restriction(doing);
    if (!fresh) return no(std::move(fresh.error()));
    fresh->instead_of = had->id;
    auto const& organisation = doing.here.organisation;
    auto const& old = words_for(*had, organisation.language, organisation);
    if (old.name == fresh->words.front().name && old.text == fresh->words.front().text)
        fresh->words = had->words;
    else if (had->words.size() > 1) doing.done.doubts.emplace_back("restriction.translate");
    doing.done.about = fresh->id.text;
    doing.done.version = fresh->version;
    end_it(doing, std::move(*had), fresh->from);
    doing.writer.put(*fresh);
    return {};
}

} // namespace

StaffAct change_restriction_act() {
    auto fields = restriction_fields();
    fields.push_back({.name = "reason", .type = FieldType::text, .required = true});
    return {.name = "change_restriction",
            .room = "restriction",
            .about = "restriction",
            .fields = std::move(fields),
            .based_on = true,
            .may = is_administrator,
            .candidates = restrictions_not_over,
            .filled = filled,
            .version = version,
            .decide = decide};
}

} // namespace radslag::commands
