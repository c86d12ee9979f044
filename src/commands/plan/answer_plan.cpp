#include "commands/acts.h"

namespace radslag::commands {

namespace {

workflow::Count reached(Here const& here, process::Ending const& ending) {
    return workflow::count(here.book, here.file, here.around, {process::Condition::plan_ended, ending.id, {}, 1});
}

// The endings in their order: one that has not come to its end closes those after it.
Options pick_endings(Here const& here) {
    Options options;
    if (!here.model().plan || plan::standing(here.all<plan::Plan>()) == nullptr) return options;
    for (auto const& ending : here.model().plan->endings) {
        if (reached(here, ending) == workflow::Count::all) continue;
        options.push_back({ending.id, here.text("ending." + ending.id), {}});
        return options;
    }
    return options;
}

bool answers(Here const& here, process::Ending const& ending, PersonId const& person) {
    auto const* p = people::find(here.all<people::Person>(), person);
    return workflow::answers(ending, workflow::voice_of(here.book, here.file, here.today, *p));
}

// Whose answer it is: a role of the ending, the person it is recorded for or the doer's own.
Result<PersonId> answering(Doing const& doing, process::Ending const& ending) {
    if (doing.input.for_whom) {
        if (!answers(doing.here, ending, *doing.input.for_whom)) return no("plan.not_theirs", "for_whom");
        return *doing.input.for_whom;
    }
    for (auto const& id : doing.here.actor.as)
        if (answers(doing.here, ending, id)) return id;
    return no("plan.not_theirs", "ending");
}

Result<void> check_yes(Here const& here) {
    auto const& all = here.all<plan::Action>();
    bool const missing = std::any_of(all.begin(), all.end(), [](auto const& a) { return !a.removed_at && a.fine == plan::Fine::missing; });
    if (missing) return no("plan.something_missing", "answer");
    return {};
}

} // namespace

// DF6: approval, or what is missing for it, is given with reasons; SN8, HF2: acknowledged or agreed.
Act answer_plan() {
    return {
        .name = "answer_plan",
        .room = "plan",
        .fields = {{.name = "ending", .type = FieldType::choice, .required = true, .pick = pick_endings},
                   {.name = "answer", .type = FieldType::choice, .required = true, .choices = words(plan::Word{})},
                   {.name = "reason", .type = FieldType::text, .needed_when = "answer=send_back"}},
        .decide = [](Doing& doing) -> Result<void> {
            auto const& ending = *doing.here.model().ending(doing.input.text("ending"));
            auto const plan = *plan::standing(doing.here.all<plan::Plan>());
            auto const word = doing.input.word<plan::Word>("answer");
            auto const why = doing.input.text("reason");
            if (ending.reasons && why.empty()) return no("field.missing", "reason");
            auto by = answering(doing, ending);
            if (!by) return no(std::move(by.error()));
            bool const yes = word == plan::Word::yes;
            if (!yes && !ending.may_send_back) return no("plan.no_sending_back", "answer");
            if (yes)
                if (auto fine = check_yes(doing.here); !fine) return fine;
            doing.happen(ending.id, why);
            doing.put(plan::EndingAnswer{doing.draft.fresh<RowId>(), 0, plan.id, ending.id, *by, word, why, doing.here.now});
            if (yes) return {};
            auto back = plan::send_back(plan, why, doing.here.now);
            if (!back) return no(std::move(back.error()));
            doing.put(std::move(*back));
            return {};
        },
    };
}

} // namespace radslag::commands
