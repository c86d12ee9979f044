#include "commands/acts.h"

namespace radslag::commands {

namespace {

bool was_held(Here const& here, std::string const& meeting) {
    auto const& all = here.all<meeting::Meeting>();
    return std::any_of(all.begin(), all.end(), [&](auto const& m) { return m.meeting == meeting && m.was_held(); });
}

Options pick_questionnaires(Here const& here) {
    Options options;
    for (auto const& q : here.model().questionnaires)
        if (was_held(here, q.after)) options.push_back({q.id, here.text("questionnaire." + q.id), {}});
    return options;
}

Options pick_roles(Here const& here) {
    return role_options(here, [](Here const& h, process::Role const& role) {
        auto const& all = h.model().questionnaires;
        return std::any_of(all.begin(), all.end(), [&](auto const& q) { return q.who.has(h.model().role(role.id)); });
    });
}

// One option for each value of each question; the hint is the question.
Options pick_answers(Here const& here) {
    Options options;
    auto add = [&](std::string const& value, std::string const& label, std::string const& hint) {
        if (std::none_of(options.begin(), options.end(), [&](auto const& o) { return o.value == value; }))
            options.push_back({value, label, hint});
    };
    for (auto const& q : here.model().questionnaires)
        for (auto const& question : q.questions) {
            auto const hint = here.text("ask." + q.id + "." + question.id);
            if (question.kind == process::AnswerKind::scale)
                for (char value = '1'; value <= '5'; ++value) add(question.id + "=" + value, std::string(1, value), hint);
            if (question.kind == process::AnswerKind::yes_no)
                for (auto const* value : {"yes", "no"}) add(question.id + "=" + value, value, hint);
        }
    return options;
}

// As many answers in a role and round as there are people in it: nobody answers for the others.
bool all_have_answered(Here const& here, std::string const& questionnaire, std::string const& role) {
    auto const& all = here.all<evaluation::Answers>();
    auto const answered = std::count_if(all.begin(), all.end(), [&](auto const& a) {
        return a.questionnaire == questionnaire && a.role == role && a.round == here.conference().round;
    });
    auto const& people = here.all<people::Person>();
    return answered >= std::count_if(people.begin(), people.end(),
                                     [&](auto const& p) { return p.is_here() && p.role == role; });
}

} // namespace

// PN14: answered by role, never by name; the day only, so that no time says who.
Act answer_questionnaire() {
    return {
        .name = "answer_questionnaire",
        .room = "evaluation",
        .fields = {{.name = "questionnaire", .type = FieldType::choice, .required = true, .pick = pick_questionnaires},
                   {.name = "role", .type = FieldType::choice, .required = true, .pick = pick_roles},
                   {.name = "answers", .type = FieldType::choices, .required = true, .pick = pick_answers},
                   {.name = "words", .type = FieldType::text}},
        .can_be_taken_back = false,
        .nameless = true,
        .decide = [](Doing& doing) -> Result<void> {
            auto const id = doing.input.text("questionnaire");
            auto const& all = doing.here.model().questionnaires;
            auto const& q = *std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.id == id; });
            auto const role = doing.input.text("role");
            if (!q.who.has(doing.here.model().role(role))) return no("field.choice", "role");
            auto const* person = people::find(doing.here.all<people::Person>(), doing.whose());
            if (person == nullptr || person->role != role) return no("field.choice", "role");
            if (all_have_answered(doing.here, id, role)) return no("evaluation.all_answered");
            std::vector<std::string> scales;
            std::vector<std::string> yes_nos;
            for (auto const& question : q.questions) {
                if (question.kind == process::AnswerKind::scale) scales.push_back(question.id);
                if (question.kind == process::AnswerKind::yes_no) yes_nos.push_back(question.id);
            }
            auto answers = evaluation::read_answers(doing.input.list("answers"), scales, yes_nos);
            if (!answers) return no(std::move(answers.error()));
            doing.happen(id);
            doing.put(evaluation::Answers{doing.draft.fresh<RowId>(), 0, id, doing.here.conference().round, role,
                                          std::move(*answers), doing.input.text("words"), doing.here.today});
            return {};
        },
    };
}

} // namespace radslag::commands
