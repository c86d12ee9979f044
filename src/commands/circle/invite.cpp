#include "commands/acts.h"

namespace radslag::commands {

namespace {

// That the rule on whom to invite waits for nobody's word any more.
bool was_passed(Here const& here, people::Person const& person) {
    for (auto const& waiver : here.all<conference::Waiver>()) {
        auto const* need = here.model().need(waiver.need);
        if (need != nullptr && need->what == process::Condition::decided && here.book.is_in(need->who, person.role))
            return true;
    }
    return false;
}

bool can_be_invited(Here const& here, people::Person const& p) {
    auto const ahead = workflow::meeting_ahead(here.book, here.file);
    if (!p.is_here() || !ahead) return false;
    auto const guest = workflow::guest_of(here.book, here.file, here.today, p);
    return workflow::may_be_invited(here.book, *here.model().meeting(ahead->meeting), guest, was_passed(here, p));
}

} // namespace

Act invite() {
    return {
        .name = "invite",
        .room = "circle",
        .about = "person",
        .fields = {{.name = "way", .type = FieldType::choice, .required = true, .choices = words(circle::Way{})}},
        .candidates =
            [](Here const& here) {
                return ids_of<people::Person>(here, [&](auto const& p) { return can_be_invited(here, p); });
            },
        .decide = [](Doing& doing) -> Result<void> {
            circle::Invitation fresh;
            fresh.id = doing.draft.fresh<RowId>();
            fresh.person = PersonId{doing.input.about};
            auto const ahead = workflow::meeting_ahead(doing.here.book, doing.here.file);
            if (!ahead) return no("circle.no_meeting");
            fresh.meeting = ahead->meeting;
            fresh.round = ahead->round;
            fresh.way = doing.input.word<circle::Way>("way");
            fresh.invited_at = doing.here.now;
            auto const* person = doing.here.file.find<people::Person>(fresh.person);
            auto kept = doing.keep(circle::invite(doing.here.all<circle::Invitation>(), std::move(fresh)));
            if (kept) workflow::write_invited(doing.draft, *person);
            return kept;
        },
    };
}

} // namespace radslag::commands
