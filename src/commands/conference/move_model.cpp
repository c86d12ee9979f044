#include "commands/acts.h"
#include "commands/looks/looks.h"

namespace radslag::commands {

namespace {

workflow::RuleBook const* newer(Here const& here) {
    auto const* book = here.books.newest(here.conference().model);
    return book != nullptr && book->model().version > here.conference().model_version ? book : nullptr;
}

} // namespace

// A running case keeps the version it began with; moving it is an act, written down.
Act move_model() {
    return {
        .name = "move_model",
        .room = "conference",
        .fields = {{.name = "reason", .type = FieldType::text, .required = true}},
        .can_be_taken_back = false, // the rows are read by the newer version from here on
        .when = [](Here const& here) { return newer(here) != nullptr; },
        .decide = [](Doing& doing) -> Result<void> {
            auto const& here = doing.here;
            auto const& next = *newer(here);
            if (auto goes = workflow::may_go_over(here.book, next, here.file, here.around); !goes)
                return no(looks::in_words(goes.error(), {here.model(), here.language},
                                          {next.model(), here.language}));
            constexpr std::size_t all = 1'000'000;
            auto conference = here.conference();
            conference.model_version = next.model().version;
            doing.draft.go_over_to(next);
            doing.happen(std::to_string(conference.model_version), doing.input.text("reason"));
            doing.put(conference);
            workflow::begin_dues(doing.draft, here.model(),
                                 here.reader.happenings(conference.id, 0, all, false),
                                 here.organisation.zone);
            return {};
        },
    };
}

} // namespace radslag::commands
