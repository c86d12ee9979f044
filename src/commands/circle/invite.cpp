#include "commands/acts.h"

namespace radslag::commands {

namespace {

// A method rule on whom to invite can have been passed with a reason; a hard one never.
bool was_passed(Here const& here, people::Person const& person) {
    auto const* rule = workflow::decides_about(here.book, person.role);
    if (rule == nullptr || rule->rule.strength == process::Strength::hard) return false;
    for (auto const& waiver : here.all<conference::Waiver>()) {
        auto const* need = here.model().need(waiver.need);
        if (need != nullptr && need->what == process::Condition::decided && here.book.is_in(need->who, person.role))
            return true;
    }
    return false;
}

bool can_be_invited(Here const& here, people::Person const& p) {
    if (!p.is_here() || workflow::is_shut_out(here.file, p.id)) return false;
    if (is_function(here, p, {process::Function::coordinator})) return false;
    auto const ahead = workflow::meeting_ahead(here.book, here.file);
    if (!ahead || !workflow::has_place(*here.model().meeting(ahead->meeting), here.model().role(p.role))) return false;
    if (workflow::invitation_ahead(here.book, here.file, p.id) != nullptr) return false;
    return workflow::standing_of(here.book, here.file, here.today, p) == circle::Standing::yes || was_passed(here, p);
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
