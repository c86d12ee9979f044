#include "commands/acts.h"

namespace radslag::commands {

// A7: the main person's own words, at the top of agenda and plan.
Act write_words() {
    return {
        .name = "write_words",
        .room = "preparation",
        .fields = {{.name = "text", .type = FieldType::text, .required = true}},
        .decide = [](Doing& doing) -> Result<void> {
            preparation::OwnWords own{doing.draft.fresh<RowId>(), 0, doing.whose(), {}, {}};
            if (own.person.empty()) return no("act.not_yours");
            for (auto const& had : doing.here.all<preparation::OwnWords>())
                if (had.person == own.person) own = had;
            own.text = doing.input.text("text");
            own.at = doing.here.now;
            doing.happen();
            doing.put(std::move(own));
            return {};
        },
    };
}

} // namespace radslag::commands
