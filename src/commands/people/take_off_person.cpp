#include "commands/acts.h"

namespace radslag::commands {

namespace {

// A no to the voluntary yes is not got round by taking its speaker away (A11).
bool said_no(Here const& here, PersonId const& person) {
    for (auto const& rule : here.model().consents) {
        auto const* answer = consent::latest(here.all<consent::Consent>(), rule.id, person);
        if (rule.withdrawn == process::Withdrawn::stops_case && answer != nullptr && !answer->stands() &&
            !answer->lapsed_at)
            return true;
    }
    return false;
}

} // namespace

Act take_off_person() {
    return {
        .name = "take_off_person",
        .room = "people",
        .about = "person",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .candidates =
            [](Here const& here) {
                return ids_of<people::Person>(here, [](auto const& p) { return p.is_here() && !p.staff; });
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto person = doing.about<people::Person>();
            auto const id = person.id;
            if (said_no(doing.here, id)) return no("people.said_no", "about");
            auto kept = doing.keep(people::take_off(std::move(person), doing.input.text("reason"), doing.here.now),
                                   {}, doing.input.text("reason"));
            if (!kept) return kept;
            for (auto speaks : doing.here.all<people::Speaks>()) {
                if (speaks.ended_at || (speaks.guardian != id && speaks.whom != id)) continue;
                speaks.ended_at = doing.here.now;
                doing.put(std::move(speaks));
            }
            rename_case(doing);
            return {};
        },
    };
}

} // namespace radslag::commands
