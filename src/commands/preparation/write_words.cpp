#include "commands/acts.h"

namespace radslag::commands {

namespace {

preparation::OwnWords const* words_of(Here const& here, PersonId const& person) {
    for (auto const& own : here.all<preparation::OwnWords>())
        if (own.person == person) return &own;
    return nullptr;
}

std::optional<Stands> stands(Here const& here, Request const& request) {
    auto const* own = words_of(here, whose(here, request, "write_words"));
    if (own == nullptr) return {};
    return Stands{own->changed_in, filled({one("text", own->text)})};
}

} // namespace

// A7: the main person's own words, at the top of agenda and plan.
Act write_words() {
    return {
        .name = "write_words",
        .room = "preparation",
        .fields = {{.name = "text", .type = FieldType::text, .required = true}},
        .based_on = true,
        .stands = stands,
        .decide = [](Doing& doing) -> Result<void> {
            preparation::OwnWords own{doing.draft.fresh<RowId>(), 0, doing.whose(), {}, {}};
            if (own.person.empty()) return no("act.not_yours");
            if (auto const* had = words_of(doing.here, own.person)) own = *had;
            own.text = doing.input.text("text");
            own.at = doing.here.now;
            doing.happen();
            doing.put(std::move(own));
            return {};
        },
    };
}

} // namespace radslag::commands
