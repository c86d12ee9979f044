#include "commands/acts.h"

namespace radslag::commands {

namespace {

using process::Function;

std::string first_role(Here const& here, Function is) {
    for (auto const& role : here.model().roles)
        if (role.is == is) return role.id;
    return {};
}

// The first role of those who speak for somebody and are asked.
std::string asked_to_speak(Here const& here, process::Consent const& rule) {
    for (auto const& role : here.model().roles)
        if (role.is == Function::speaks_for && rule.from.has(here.model().role(role.id)))
            return role.id;
    return {};
}

process::Consent const* linking_consent(Here const& here) {
    for (auto const& consent : here.model().consents)
        if (consent.links_identity) return &consent;
    return nullptr;
}

constexpr int of_age = 18; // nobody speaks for an adult unless it is so decided

// Somebody speaks for whoever is not known to be of age, where the consent asks those who do.
Result<bool> has_guardian(Doing& doing, process::Consent const& rule) {
    bool const named = doing.input.has("guardian_name");
    bool const can_be = doing.here.book.everyone({Function::speaks_for}).meets(rule.from);
    if (named && !can_be) return no("field.unknown", "guardian_name");
    auto const born = doing.input.date("main_born");
    bool const adult = born && people::age_on(*born, doing.here.today) >= of_age;
    if (can_be && !adult && !named) return no("field.missing", "guardian_name");
    return named;
}

people::Person named(Doing& doing, std::string name, std::string role) {
    people::Person person;
    person.id = doing.draft.fresh<PersonId>();
    person.name = std::move(name);
    person.role = std::move(role);
    person.closeness = people::Closeness::near;
    person.named_at = doing.here.now;
    return person;
}

Result<void> consented(Doing& doing, process::Consent const& rule, PersonId const& person) {
    if (!rule.in_part && doing.input.has("part")) return no("consent.whole", "part");
    consent::Consent given;
    given.id = doing.draft.fresh<RowId>();
    given.consent = rule.id;
    given.person = person;
    given.part = doing.input.text("part");
    given.told = doing.input.word<consent::Told>("told");
    given.told_on = *doing.input.date("told_on");
    given.recorded_at = doing.here.now;
    given.recorded_by = doing.doer();
    if (rule.lapses_after) given.lapses_on = add(given.told_on, *rule.lapses_after);
    auto answer = consent::answer(std::move(given), doing.here.today);
    if (!answer) return no(std::move(answer.error()));
    doing.put(std::move(*answer));
    return {};
}

Result<void> guardian_consented(Doing& doing, process::Consent const& rule, PersonId const& whom) {
    auto guardian =
        named(doing, doing.input.text("guardian_name"), asked_to_speak(doing.here, rule));
    guardian.relation = doing.input.text("relation");
    auto const id = guardian.id;
    doing.put(std::move(guardian));
    doing.put(people::Speaks{doing.draft.fresh<RowId>(), 0, id, whom, doing.here.now, {}, {}, {}});
    return consented(doing, rule, id);
}

} // namespace

// PN3: only with the family's consent does the case get its name. The consent and the names are
// written down together, so that there is never one without the other.
Act link_identity() {
    return {
        .name = "link_identity",
        .room = "referral",
        .fields = {{.name = "main_name",
                    .type = FieldType::line,
                    .limit = people::name_limit,
                    .required = true},
                   {.name = "main_born", .type = FieldType::date},
                   {.name = "guardian_name", .type = FieldType::line, .limit = people::name_limit},
                   {.name = "relation", .type = FieldType::line},
                   {.name = "main_agrees", .type = FieldType::yes_no},
                   {.name = "told",
                    .type = FieldType::choice,
                    .required = true,
                    .choices = words(consent::Told{}).subspan(1)},
                   {.name = "told_on", .type = FieldType::date, .required = true},
                   {.name = "part", .type = FieldType::text}},
        .may_identify = true,
        .when =
            [](Here const& here) {
                return workflow::may_be_linked(workflow::name_of(here.book, here.file)) && linking_consent(here) != nullptr;
            },
        .decide = [](Doing& doing) -> Result<void> {
            auto const* rule = linking_consent(doing.here);
            auto main = named(doing, doing.input.text("main_name"),
                              first_role(doing.here, Function::main_person));
            main.born = doing.input.date("main_born");
            if (main.born && *main.born > doing.here.today) return no("date.not_yet", "main_born");
            auto const with_guardian = has_guardian(doing, *rule);
            if (!with_guardian) return no(std::move(with_guardian.error()));
            // Not known how old: old enough to be asked.
            bool const young = main.born && people::age_on(*main.born, doing.here.today) <
                                                rule->own_voice_from_age;
            bool const asked = rule->from.has(doing.here.model().role(main.role));
            if (asked && !young && !doing.input.yes("main_agrees"))
                return no("consent.own_voice", "main_agrees");
            doing.happen(rule->id);
            auto referral = *the_referral(doing.here);
            referral.identity_at = doing.here.now;
            doing.put(std::move(referral));
            auto const main_id = main.id;
            doing.put(std::move(main));
            rename_case(doing);
            if (*with_guardian)
                if (auto done = guardian_consented(doing, *rule, main_id); !done) return done;
            return doing.input.yes("main_agrees") ? consented(doing, *rule, main_id)
                                                  : Result<void>{};
        },
    };
}

} // namespace radslag::commands
