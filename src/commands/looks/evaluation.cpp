// Answers to questionnaires, as counts without names.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

using evaluation::Answers;

constexpr std::size_t least = 5;

// All answers of all rounds and roles together, in the order in which they came, and of these only
// whole fives: looking before and after one person answered tells nothing.
std::vector<Answers const*> countable(std::vector<Answers const*> all) {
    std::sort(all.begin(), all.end(), [](Answers const* a, Answers const* b) {
        return std::pair(a->changed_in, std::string_view(a->id.text)) <
               std::pair(b->changed_in, std::string_view(b->id.text));
    });
    all.resize(all.size() / least * least);
    return all;
}

std::vector<std::string> values_of(process::AnswerKind kind) {
    if (kind == process::AnswerKind::yes_no) return {"no", "yes"};
    return {"1", "2", "3", "4", "5"};
}

view::ScaleView scale_of(Look const& look, std::string const& questionnaire,
                         process::Questionnaire::Question const& question, std::size_t answered,
                         std::vector<Answers const*> const& counted) {
    view::ScaleView view;
    view.question = look.words("ask", questionnaire + "." + question.id);
    view.answers = static_cast<std::int64_t>(answered);
    if (counted.empty()) return view;
    for (auto const& value : values_of(question.kind)) {
        auto const answer = question.id + "=" + value;
        view.counts.push_back(std::count_if(counted.begin(), counted.end(), [&](Answers const* a) {
            return std::find(a->answers.begin(), a->answers.end(), answer) != a->answers.end();
        }));
    }
    return view;
}

} // namespace

std::vector<view::QuestionnaireView> evaluation_of(Look const& look) {
    std::vector<view::QuestionnaireView> views;
    for (auto const& rule : look.here.model().questionnaires) {
        std::vector<Answers const*> all;
        for (auto const& a : look.here.all<Answers>())
            if (a.questionnaire == rule.id) all.push_back(&a);
        auto const counted = countable(all);
        view::QuestionnaireView view{rule.id, look.words("questionnaire", rule.id), {}};
        for (auto const& question : rule.questions)
            if (question.kind != process::AnswerKind::text)
                view.questions.push_back(scale_of(look, rule.id, question, all.size(), counted));
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace radslag::commands::looks
