// What writing and changing an action of the plan share.
#include "commands/acts.h"
#include "commands/private_time.h"

namespace radslag::commands {
namespace {

Options pick_headings(Here const& here) {
    return here.model().plan ? words_options(here, "heading", here.model().plan->headings) : Options{};
}

Options pick_offers(Here const& here) {
    Options options;
    if (!reads(here, process::Matter::offers)) return options;
    Naming const naming(here);
    for (auto const& offer : here.all<meeting::Offer>()) {
        auto const* by = people::find(here.all<people::Person>(), offer.person);
        options.push_back({offer.id.text, offer.text, by == nullptr ? std::string{} : naming(*by)});
    }
    return options;
}

// HF5: social services carry some of it and the own network another part.
plan::OwnerKind kind_of(Here const& here, PersonId const& owner) {
    using process::Function;
    auto const* person = people::find(here.all<people::Person>(), owner);
    bool const own = is_function(here, *person, {Function::main_person, Function::speaks_for,
                                                 Function::network, Function::support});
    return own ? plan::OwnerKind::own_network : plan::OwnerKind::professional;
}

} // namespace

std::vector<FieldSpec> action_fields() {
    return {{.name = "what", .type = FieldType::text, .limit = 1000, .required = true},
            {.name = "heading", .type = FieldType::choice, .pick = pick_headings},
            {.name = "owner", .type = FieldType::person, .pick = pick_anybody},
            {.name = "due", .type = FieldType::date},
            {.name = "offer", .type = FieldType::row, .pick = pick_offers}};
}

Result<void> keep_action(Doing& doing, plan::Action action) {
    action.what = doing.input.text("what");
    action.heading = doing.input.text("heading");
    action.owner = doing.input.id_of<PersonId>("owner");
    action.owner_kind = action.owner ? kind_of(doing.here, *action.owner) : plan::OwnerKind::nobody;
    action.due = doing.input.date("due");
    action.offer = doing.input.id_of<RowId>("offer");
    return doing.keep(plan::write(std::move(action), doing.here.today, doing.here.now));
}

Ids standing_action_ids(Here const& here) {
    Ids ids;
    for (auto const* action : readable_actions(here)) ids.push_back(action->id.text);
    return ids;
}

Options pick_actions(Here const& here) {
    Options options;
    for (auto const* action : readable_actions(here))
        options.push_back({action->id.text, action->what, {}});
    return options;
}

} // namespace radslag::commands
