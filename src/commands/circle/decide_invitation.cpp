#include "commands/acts.h"

namespace radslag::commands {

namespace {

Ids decided_about(Here const& here) {
    return ids_of<people::Person>(here, [&](people::Person const& p) {
        return p.is_here() && workflow::decides_about(here.book, p.role) != nullptr;
    });
}

} // namespace

// A6: the family decides, with the coordinator, who is invited; for the network nobody is invited
// without that yes.
Act decide_invitation() {
    return {
        .name = "decide_invitation",
        .room = "circle",
        .about = "person",
        .fields = {{.name = "answer", .type = FieldType::choice, .required = true, .choices = words(circle::Word{})},
                   {.name = "reason", .type = FieldType::text}},
        .candidates = decided_about,
        .decide = [](Doing& doing) -> Result<void> {
            auto const about = doing.about<people::Person>();
            auto const* rule = workflow::decides_about(doing.here.book, about.role);
            auto const deciders = workflow::deciders(doing.here.book, doing.here.file, doing.here.today, *rule);
            circle::Decision fresh;
            fresh.by = doing.whose();
            if (std::find(deciders.begin(), deciders.end(), fresh.by) == deciders.end())
                return no("circle.not_decider", "for_whom");
            fresh.id = doing.draft.fresh<RowId>();
            fresh.about = about.id;
            fresh.answer = doing.input.word<circle::Word>("answer");
            fresh.why = doing.input.text("reason");
            fresh.told = doing.input.told;
            fresh.told_on = doing.input.told_on.value_or(doing.here.today);
            fresh.recorded_at = doing.here.now;
            doing.happen(std::string(word(fresh.answer)), fresh.why);
            for (auto had : doing.here.all<circle::Decision>()) {
                if (had.about != fresh.about || had.by != fresh.by || had.replaced_at) continue;
                had.replaced_at = doing.here.now;
                doing.put(std::move(had));
            }
            doing.put(std::move(fresh));
            return {};
        },
    };
}

} // namespace radslag::commands
