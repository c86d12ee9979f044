#include "commands/acts.h"

namespace radslag::commands {

Act choose_purpose() {
    return {
        .name = "choose_purpose",
        .room = "preparation",
        .fields = {{.name = "purposes",
                    .type = FieldType::choices,
                    .required = true,
                    .pick =
                        [](Here const& here) {
                            return here.model().questions ? words_options(here, "purpose", here.model().questions->purposes) : Options{};
                        }},
                   {.name = "text", .type = FieldType::text}},
        .decide = [](Doing& doing) -> Result<void> {
            preparation::Purpose purpose;
            auto const& all = doing.here.all<preparation::Purpose>();
            if (all.empty()) purpose.id = doing.draft.fresh<RowId>();
            else purpose = all.front();
            purpose.chosen = doing.input.list("purposes");
            purpose.text = doing.input.text("text");
            purpose.at = doing.here.now;
            doing.happen();
            doing.put(std::move(purpose));
            return {};
        },
    };
}

} // namespace radslag::commands
