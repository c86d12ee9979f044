#include "commands/acts.h"

namespace radslag::commands {

Act agree_questions() {
    return {
        .name = "agree_questions",
        .room = "preparation",
        .when = [](Here const& here) { return !standing_questions(here).empty(); },
        .whom =
            [](Here const& here, people::Person const& p) {
                auto const& rule = here.model().questions;
                return rule && workflow::agrees(*rule, workflow::voice_of(here.book, here.file, here.today, p)) &&
                       !preparation::are_agreed(here.all<preparation::Question>(), here.all<preparation::Agreement>(), {p.id});
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto const whose = doing.whose();
            auto const* person = people::find(doing.here.all<people::Person>(), whose);
            if (person == nullptr || !doing.here.book.is_in(doing.here.model().questions->agreed_by, person->role))
                return no("question.not_theirs", "for_whom");
            doing.happen();
            doing.put(preparation::Agreement{doing.draft.fresh<RowId>(), 0, whose, doing.here.now});
            return {};
        },
    };
}

} // namespace radslag::commands
