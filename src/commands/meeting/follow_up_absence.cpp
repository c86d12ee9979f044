#include <algorithm>

#include "commands/acts.h"

namespace radslag::commands {
namespace {

// Of the model's meetings in this round.
template <class Do> void each_absence(Here const& here, Do act) {
    for (auto const& held : here.all<meeting::Meeting>())
        if (held.round == here.conference().round)
            for (auto const* person : workflow::absent(here.book, here.file, held))
                if (meeting::followed_up(here.all<meeting::Absence>(), held, person->id) == nullptr)
                    act(held, *person);
}

Ids not_followed_up(Here const& here) {
    Ids ids;
    each_absence(here, [&](auto const&, people::Person const& person) {
        if (std::find(ids.begin(), ids.end(), person.id.text) == ids.end())
            ids.push_back(person.id.text);
    });
    return ids;
}

} // namespace

// PN13: somebody who was needed and invited was not there. What came of it is written down for the
// meetings that follow; nobody outside the case is told by the program.
Act follow_up_absence() {
    return {
        .name = "follow_up_absence",
        .room = "meeting",
        .about = "person",
        .fields = {{.name = "text", .type = FieldType::text, .required = true}},
        .candidates = not_followed_up,
        .decide = [](Doing& doing) -> Result<void> {
            auto const person = doing.about<people::Person>();
            doing.happen();
            each_absence(doing.here, [&](meeting::Meeting const& held, people::Person const& p) {
                if (p.id != person.id) return;
                doing.put(meeting::Absence{doing.draft.fresh<RowId>(), 0, p.id, held.meeting,
                                           held.round, doing.input.text("text"), doing.here.now});
            });
            return {};
        },
    };
}

} // namespace radslag::commands
