#include "commands/acts.h"

namespace radslag::commands {

namespace {

template <class List> bool has_id(List const& list, std::string const& id) {
    return id.empty() || std::any_of(list.begin(), list.end(), [&](auto const& one) { return one.id == id; });
}

// What the case uses and the newer version does not have.
std::string lacking_in(Here const& here, process::Model const& next) {
    if (!has_id(next.stages, here.conference().stage)) return here.conference().stage;
    for (auto const& p : here.all<people::Person>())
        if (!has_id(next.roles, p.role)) return p.role;
    for (auto const& c : here.all<consent::Consent>())
        if (!has_id(next.consents, c.consent)) return c.consent;
    for (auto const& m : here.all<meeting::Meeting>())
        if (!has_id(next.meetings, m.meeting)) return m.meeting;
    for (auto const& d : here.all<workflow::Due>())
        if (d.kind == workflow::DueKind::deadline && !has_id(next.deadlines, d.of)) return d.of;
    return {};
}

workflow::RuleBook const* newer(Here const& here) {
    if (here.books == nullptr) return nullptr;
    auto const* book = here.books->newest(here.conference().model);
    return book != nullptr && book->model().version > here.conference().model_version ? book : nullptr;
}

} // namespace

// A running case keeps the version it began with; moving it is an act, written down.
Act move_model() {
    return {
        .name = "move_model",
        .room = "conference",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .when = [](Here const& here) { return newer(here) != nullptr; },
        .decide = [](Doing& doing) -> Result<void> {
            auto const* book = newer(doing.here);
            if (auto lack = lacking_in(doing.here, book->model()); !lack.empty())
                return no(refusal("model.lacks").with("what", lack));
            auto conference = doing.here.conference();
            conference.model_version = book->model().version;
            doing.happen(std::to_string(conference.model_version), doing.input.text("reason"));
            doing.put(std::move(conference));
            return {};
        },
    };
}

} // namespace radslag::commands
