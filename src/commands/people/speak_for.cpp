#include "commands/acts.h"

namespace radslag::commands {

Act speak_for() {
    return {
        .name = "speak_for",
        .room = "people",
        .about = "person",
        .fields = {{.name = "whom",
                    .type = FieldType::person,
                    .required = true,
                    .pick =
                        [](Here const& here) {
                            return people_options(here, [](Here const& h, people::Person const& p) {
                                return is_function(h, p, {process::Function::main_person});
                            });
                        }}},
        .candidates =
            [](Here const& here) {
                return ids_of<people::Person>(here, [&](auto const& p) {
                    return p.is_here() && is_function(here, p, {process::Function::speaks_for});
                });
            },
        .decide = [](Doing& doing) -> Result<void> {
            return doing.keep(people::speak_for(doing.here.all<people::Person>(), doing.here.all<people::Speaks>(),
                                                PersonId{doing.input.about}, *doing.input.id_of<PersonId>("whom"),
                                                doing.draft.fresh<RowId>(), doing.here.now));
        },
    };
}

} // namespace radslag::commands
