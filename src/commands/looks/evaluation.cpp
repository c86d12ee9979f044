// Answers to questionnaires, as counts and words without names.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

using evaluation::Answers;

std::vector<std::string> values_of(process::AnswerKind kind) {
    if (kind == process::AnswerKind::yes_no) return {"no", "yes"};
    return {"1", "2", "3", "4", "5"};
}

view::ScaleView scale_of(Look const& look, std::string const& questionnaire,
                         process::Questionnaire::Question const& question,
                         std::vector<Answers const*> const& told) {
    view::ScaleView view{look.words("ask", questionnaire + "." + question.id), {}};
    if (told.empty()) return view;
    for (auto const& value : values_of(question.kind)) {
        auto const answer = question.id + "=" + value;
        view.counts.push_back(std::ranges::count_if(told, [&](Answers const* a) {
            return std::ranges::find(a->answers, answer) != a->answers.end();
        }));
    }
    return view;
}

// Free words come together with the figures: none before five have answered, no role beside them,
// and in no order that follows time. With so few people a role is nearly a name, and a second word
// that came after somebody's visit is theirs.
view::FreeWordsView free_words_of(Look const& look, std::string const& questionnaire,
                                  process::Questionnaire::Question const& question,
                                  std::vector<Answers const*> const& told) {
    return {look.words("ask", questionnaire + "." + question.id),
            evaluation::told_words(told, look.here.all<evaluation::FreeWords>(), question.id)};
}

view::QuestionnaireView questionnaire_of(Look const& look, process::Questionnaire const& rule) {
    std::vector<Answers const*> all;
    for (auto const& a : look.here.all<Answers>())
        if (a.questionnaire == rule.id) all.push_back(&a);
    auto const told = evaluation::told(all);
    view::QuestionnaireView view;
    view.id = rule.id;
    view.name = look.words("questionnaire", rule.id);
    view.answers = static_cast<std::int64_t>(all.size());
    for (auto const& question : rule.questions)
        if (question.kind == process::AnswerKind::text)
            view.words.push_back(free_words_of(look, rule.id, question, told));
        else view.questions.push_back(scale_of(look, rule.id, question, told));
    return view;
}

} // namespace

std::vector<view::QuestionnaireView> evaluation_of(Look const& look) {
    std::vector<view::QuestionnaireView> views;
    for (auto const& rule : look.here.model().questionnaires)
        views.push_back(questionnaire_of(look, rule));
    return views;
}

} // namespace radslag::commands::looks
