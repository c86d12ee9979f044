#include "commands/acts.h"

namespace radslag::commands {

namespace {

using process::AnswerKind;
using process::Questionnaire;

bool was_held(Here const& here, std::string const& meeting) {
    auto const& all = here.all<meeting::Meeting>();
    return std::any_of(all.begin(), all.end(),
                       [&](auto const& m) { return m.meeting == meeting && m.was_held(); });
}

bool asks(Here const& here, Questionnaire const& questionnaire, people::Person const& person) {
    return here.book.is_in(questionnaire.who, person.role);
}

// The asker's own row that the questionnaire asks; null: it asks them nothing.
people::Person const* own_row(Here const& here, Questionnaire const& questionnaire) {
    for (auto const& id : here.actor.as)
        if (auto const* person = people::find(here.all<people::Person>(), id);
            person != nullptr && asks(here, questionnaire, *person))
            return person;
    return nullptr;
}

// Whose answers it can be: those for whom the asker records, and the asker themselves ("").
std::vector<std::string> can_answer(Here const& here, Questionnaire const& questionnaire) {
    static constexpr std::string_view act = "answer_questionnaire";
    std::vector<std::string> ids;
    if (own_row(here, questionnaire) != nullptr &&
        workflow::may_in_own_name(here.book, here.facts, here.actor.who, act))
        ids.emplace_back();
    for (auto const* person : recorded_for(here, act))
        if (asks(here, questionnaire, *person)) ids.push_back(person->id.text);
    return ids;
}

Options pick_questionnaires(Here const& here) {
    Options options;
    for (auto const& q : here.model().questionnaires) {
        auto const whose = can_answer(here, q);
        if (whose.empty() || !was_held(here, q.after)) continue;
        std::string when = "for_whom=";
        for (std::size_t i = 0; i < whose.size(); ++i) when += (i == 0 ? "" : "|") + whose[i];
        options.push_back({q.id, here.text("questionnaire." + q.id), {}, std::move(when)});
    }
    return options;
}

// Every question of these kinds, as `each` tells it, when its questionnaire is the chosen one.
template <class Each> Options pick_of(Here const& here, Each each) {
    Options options;
    for (auto const& q : here.model().questionnaires)
        for (auto const& question : q.questions)
            each(options, question, here.text("ask." + q.id + "." + question.id),
                 "questionnaire=" + q.id);
    return options;
}

// One option for each value of each question; the hint is the question.
Options pick_answers(Here const& here) {
    return pick_of(here, [](Options& options, Questionnaire::Question const& question,
                            std::string const& asked, std::string const& when) {
        auto add = [&](std::string const& value) {
            options.push_back({question.id + "=" + value, value, asked, when});
        };
        if (question.kind == AnswerKind::scale)
            for (char value = '1'; value <= '5'; ++value) add(std::string(1, value));
        if (question.kind == AnswerKind::yes_no)
            for (auto const* value : {"yes", "no"}) add(value);
    });
}

Options pick_words(Here const& here) {
    return pick_of(here, [](Options& options, Questionnaire::Question const& question,
                            std::string const& asked, std::string const& when) {
        if (question.kind == AnswerKind::text) options.push_back({question.id, asked, {}, when});
    });
}

// As many answers in a role and round as there are people in it: nobody answers for the others.
bool all_have_answered(Here const& here, std::string const& questionnaire,
                       std::string const& role) {
    auto const& all = here.all<evaluation::Answers>();
    auto const answered = std::count_if(all.begin(), all.end(), [&](auto const& a) {
        return a.questionnaire == questionnaire && a.role == role &&
               a.round == here.conference().round;
    });
    auto const& people = here.all<people::Person>();
    return answered >= std::count_if(people.begin(), people.end(),
                                     [&](auto const& p) { return p.is_here() && p.role == role; });
}

std::vector<std::string> asked_as(Questionnaire const& q, AnswerKind kind) {
    std::vector<std::string> ids;
    for (auto const& question : q.questions)
        if (question.kind == kind) ids.push_back(question.id);
    return ids;
}

// Whose answers these are was checked with the questionnaire, which is offered for some alone.
people::Person const& answering(Doing const& doing, Questionnaire const& q) {
    auto const* person = doing.input.for_whom
                             ? people::find(doing.here.all<people::Person>(), *doing.input.for_whom)
                             : own_row(doing.here, q);
    RADSLAG_SURE(person != nullptr);
    return *person;
}

Result<void> decide(Doing& doing) {
    auto const& here = doing.here;
    auto const& all = here.model().questionnaires;
    auto const& q = *std::ranges::find(all, doing.input.text("questionnaire"), &Questionnaire::id);
    auto const role = answering(doing, q).role;
    if (all_have_answered(here, q.id, role)) return no("evaluation.all_answered");
    auto answers =
        evaluation::read_answers(doing.input.list("answers"), asked_as(q, AnswerKind::scale),
                                 asked_as(q, AnswerKind::yes_no));
    if (!answers) return no(std::move(answers.error()));
    doing.happen(q.id);
    doing.put(evaluation::Answers{doing.draft.fresh<RowId>(), 0, q.id, here.conference().round,
                                  role, std::move(*answers), here.today});
    for (auto& [question, text] : doing.input.texts("words"))
        doing.put(evaluation::FreeWords{doing.draft.fresh<RowId>(), 0, q.id, question, text});
    return {};
}

} // namespace

// PN14: answered by role, never by name; the day only, so that no time says who.
Act answer_questionnaire() {
    return {
        .name = "answer_questionnaire",
        .room = "evaluation",
        .fields = {{.name = "questionnaire",
                    .type = FieldType::choice,
                    .required = true,
                    .pick = pick_questionnaires},
                   {.name = "answers",
                    .type = FieldType::choices,
                    .required = true,
                    .pick = pick_answers},
                   {.name = "words", .type = FieldType::texts, .pick = pick_words}},
        .can_be_taken_back = false,
        .nameless = true,
        .whom =
            [](Here const& here, people::Person const& person) {
                return std::ranges::any_of(here.model().questionnaires, [&](auto const& q) {
                    return asks(here, q, person) && was_held(here, q.after);
                });
            },
        .decide = decide,
    };
}

} // namespace radslag::commands
