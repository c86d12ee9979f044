// GN9: what is asked of every meeting for a time. What the acts on it share, and the page.
#include "commands/staff/restrictions.h"

#include <algorithm>

namespace radslag::commands {
namespace {

Restriction::Words const* words_in(Restriction const& restriction, std::string_view language) {
    for (auto const& words : restriction.words)
        if (words.language == language) return &words;
    return nullptr;
}

bool has_ended(Restriction const& r, Date today) { return r.is_over(today) || r.ended_on; }

} // namespace

Restriction::Words const& words_for(Restriction const& restriction, std::string_view language,
                                    Organisation const& organisation) {
    if (auto const* theirs = words_in(restriction, language)) return *theirs;
    if (auto const* own = words_in(restriction, organisation.language)) return *own;
    return restriction.words.front();
}

std::optional<Restriction> restriction_of(StaffHere const& here, std::string const& id) {
    for (auto& one : here.reader.restrictions(here.organisation.id))
        if (one.id.text == id) return std::move(one);
    return {};
}

std::vector<std::string> restrictions_not_over(StaffHere const& here) {
    std::vector<std::string> ids;
    for (auto const& one : here.reader.restrictions(here.organisation.id))
        if (!has_ended(one, here.today)) ids.push_back(one.id.text);
    return ids;
}

std::vector<FieldSpec> restriction_fields() {
    return {{.name = "name", .required = true},
            {.name = "text", .type = FieldType::text, .required = true},
            {.name = "from", .type = FieldType::date, .required = true},
            {.name = "until", .type = FieldType::date},
            {.name = "room_at_most", .type = FieldType::number, .limit = 500}};
}

// Days that have been stay as they were: nothing is put in force for them afterwards.
Result<Restriction> read_restriction(StaffDoing& doing) {
    auto const& input = doing.input;
    Restriction fresh;
    fresh.id = RowId::make(doing.random);
    fresh.organisation = doing.here.organisation.id;
    fresh.from = *input.date("from");
    fresh.until = input.date("until");
    if (fresh.from < doing.here.today) return no("date.past", "from");
    if (fresh.until && *fresh.until < fresh.from) return no("restriction.until_before", "until");
    if (input.has("room_at_most")) fresh.room_at_most = input.number("room_at_most");
    if (fresh.room_at_most && *fresh.room_at_most < 1)
        return no("restriction.nobody", "room_at_most");
    fresh.words = {
        {doing.here.organisation.language, input.text("name"), input.text("text")}};
    fresh.put_by = doing.here.staff.id;
    fresh.put_at = doing.here.now;
    return fresh;
}

void end_it(StaffDoing& doing, Restriction restriction, Date from) {
    restriction.ended_on = from;
    restriction.ended_by = doing.here.staff.id;
    restriction.ended_why = doing.input.text("reason");
    ++restriction.version;
    doing.writer.put(restriction);
}

view::RestrictionView restriction_view(Restriction const& one, std::string_view language,
                                       Organisation const& organisation, Date today) {
    auto const& words = words_for(one, language, organisation);
    view::RestrictionView view{one.id.text, words.name,       words.text,   words.language, "ahead",
                               one.from,    one.until,        one.room_at_most, one.ended_on,
                               one.ended_why, {},             {},           one.version};
    if (one.in_force(today)) view.state = "in_force";
    else if (has_ended(one, today)) view.state = "over";
    for (auto const& each : one.words) view.languages.push_back(each.language);
    return view;
}

// What is asked now and what is coming, for everybody who works here; what was, for who keeps it.
Answer<view::Restrictions> look_at_restrictions(World const& world, Caller const& caller) {
    view::Restrictions told;
    auto no = in_house(world, caller, [&](StaffHere const& here) {
        for (auto const& one : here.reader.restrictions(here.organisation.id)) {
            auto view = restriction_view(one, here.language, here.organisation, here.today);
            if (view.state == "over" && !is_administrator(here)) continue;
            if (auto by = here.reader.staff(one.put_by)) view.put_by = by->name;
            told.restrictions.push_back(std::move(view));
        }
        auto place = [](view::RestrictionView const& view) {
            return view.state == "in_force" ? 0 : view.state == "ahead" ? 1 : 2;
        };
        std::ranges::stable_sort(told.restrictions, {}, place);
        auto const over = std::ranges::find(told.restrictions, 2, place);
        std::reverse(over, told.restrictions.end()); // what ended last comes first
        told.can = staff_can(here, "restriction");
    });
    if (no) return tl::unexpected<No>(std::move(*no));
    return told;
}

} // namespace radslag::commands
