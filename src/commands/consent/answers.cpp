// What giving, refusing and taking back a consent share.
#include "commands/acts.h"

namespace radslag::commands {

Options pick_consents(Here const& here) {
    Options options;
    for (auto const& consent : here.model().consents)
        options.push_back({consent.id, here.text("consent." + consent.id), {}});
    return options;
}

bool is_asked(Here const& here, process::Consent const& rule, PersonId const& person) {
    auto asked = workflow::asked(here.book, here.file, here.today, rule);
    return std::any_of(asked.begin(), asked.end(), [&](auto const* p) { return p->id == person; });
}

bool is_asked_for_any(Here const& here, people::Person const& person) {
    auto const& all = here.model().consents;
    return std::any_of(all.begin(), all.end(),
                       [&](auto const& rule) { return is_asked(here, rule, person.id); });
}

Result<void> answer_consent(Doing& doing, consent::Answer answer) {
    auto const* rule = doing.here.model().consent(doing.input.text("consent"));
    auto const whose = doing.whose();
    if (!is_asked(doing.here, *rule, whose)) return no("consent.not_theirs", "for_whom");
    if (!rule->in_part && doing.input.has("part")) return no("consent.whole", "part");
    consent::Consent fresh;
    fresh.id = doing.draft.fresh<RowId>();
    fresh.consent = rule->id;
    fresh.person = whose;
    fresh.answer = answer;
    fresh.part = doing.input.text("part");
    fresh.told = doing.input.told;
    fresh.told_on = doing.input.told_on.value_or(doing.here.today);
    fresh.recorded_at = doing.here.now;
    fresh.recorded_by = doing.doer();
    if (rule->lapses_after) fresh.lapses_on = add(fresh.told_on, *rule->lapses_after);
    auto decided = consent::answer(std::move(fresh), doing.here.today);
    if (!decided) return no(std::move(decided.error()));
    doing.happen(rule->id, doing.input.text("reason"));
    doing.put(std::move(*decided));
    if (auto const* had = consent::latest(doing.here.all<consent::Consent>(), rule->id, whose)) {
        auto replaced = *had;
        replaced.replaced_at = doing.here.now;
        doing.put(std::move(replaced));
    }
    return {};
}

} // namespace radslag::commands
