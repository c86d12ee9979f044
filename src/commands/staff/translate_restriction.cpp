#include <algorithm>

#include "commands/staff/restrictions.h"

namespace radslag::commands {
namespace {

Result<void> decide(StaffDoing& doing) {
    auto had = restriction_of(doing.here, doing.input.about);
    RADSLAG_SURE(had.has_value());
    auto const language = doing.input.text("language");
    if (language == doing.here.organisation.language)
        return no("restriction.own_language", "language");
    std::erase_if(had->words, [&](auto const& words) { return words.language == language; });
    had->words.push_back({language, doing.input.text("name"), doing.input.text("text")});
    ++had->version;
    doing.done.about = had->id.text;
    doing.done.version = had->version;
    doing.writer.put(*had);
    return {};
}

} // namespace

// The same in another language; the house's own words are changed by a new restriction alone.
StaffAct translate_restriction_act() {
    return {.name = "translate_restriction",
            .room = "restriction",
            .about = "restriction",
            .fields = {{.name = "language",
                        .type = FieldType::choice,
                        .required = true,
                        .choices = languages},
                       {.name = "name", .required = true},
                       {.name = "text", .type = FieldType::text, .required = true}},
            .may = is_administrator,
            .candidates = restrictions_not_over,
            .decide = decide};
}

} // namespace radslag::commands
