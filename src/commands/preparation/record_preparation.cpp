#include "commands/acts.h"

namespace radslag::commands {

namespace {

bool is_prepared_here(Here const& here, people::Person const& p) {
    auto const& rule = here.model().preparation;
    return rule && p.is_here() && here.book.is_in(rule->whom, p.role) && workflow::takes_part(here.book, here.file, here.today, p);
}

Options pick_ways(Here const& here) {
    Options options;
    if (here.model().preparation)
        for (auto const& way : here.model().preparation->ways) options.push_back({way, {}, {}});
    return options;
}

Options pick_checks(Here const& here) {
    return here.model().preparation ? words_options(here, "check", here.model().preparation->checks) : Options{};
}

} // namespace

// A5: each participant is met and prepared beforehand.
Act record_preparation() {
    return {
        .name = "record_preparation",
        .room = "preparation",
        .about = "person",
        .fields = {{.name = "way", .type = FieldType::choice, .required = true, .pick = pick_ways},
                   {.name = "on", .type = FieldType::date, .required = true},
                   {.name = "checks", .type = FieldType::choices, .pick = pick_checks},
                   {.name = "needs", .type = FieldType::text}},
        .candidates =
            [](Here const& here) {
                return ids_of<people::Person>(here, [&](auto const& p) { return is_prepared_here(here, p); });
            },
        .filled =
            [](Here const& here, std::string const& about) {
                auto const* had = preparation::prepared_of(here.all<preparation::Prepared>(), PersonId{about}, here.conference().round);
                if (had == nullptr) return std::vector<view::Filled>{};
                return filled({one("way", std::string(word(had->way))), one("on", write_date(had->on)),
                               {"checks", had->checks}, one("needs", had->needs)});
            },
        .matter = process::Matter::preparation,
        .decide = [](Doing& doing) -> Result<void> {
            PersonId const person{doing.input.about};
            preparation::Prepared prepared;
            auto const* had = preparation::prepared_of(doing.here.all<preparation::Prepared>(), person, doing.here.conference().round);
            if (had != nullptr) prepared = *had;
            else prepared.id = doing.draft.fresh<RowId>();
            prepared.person = person;
            prepared.round = doing.here.conference().round;
            prepared.way = doing.input.word<preparation::Way>("way");
            prepared.on = *doing.input.date("on");
            prepared.checks = doing.input.list("checks");
            prepared.needs = doing.input.text("needs");
            prepared.recorded_at = doing.here.now;
            return doing.keep(preparation::prepare(std::move(prepared), doing.here.today));
        },
    };
}

} // namespace radslag::commands
