#include "domain/evaluation/evaluation.h"

#include <algorithm>

namespace radslag::evaluation {
namespace {

bool fits(std::string const& value, bool scale) {
    if (scale) return value.size() == 1 && value[0] >= '1' && value[0] <= '5';
    return value == "yes" || value == "no";
}

Refusal odd(std::string const& what) {
    return refusal("evaluation.answer", "answers").with("found", what);
}

} // namespace

Result<std::vector<std::string>> read_answers(std::vector<std::string> const& given,
                                              std::vector<std::string> const& scales,
                                              std::vector<std::string> const& yes_nos) {
    auto holds = [](auto const& all, std::string const& id) {
        return std::find(all.begin(), all.end(), id) != all.end();
    };
    std::vector<std::string> seen;
    for (auto const& one : given) {
        auto cut = one.find('=');
        if (cut == std::string::npos) return no(odd(one));
        auto question = one.substr(0, cut);
        bool const scale = holds(scales, question);
        if ((!scale && !holds(yes_nos, question)) || holds(seen, question)) return no(odd(one));
        if (!fits(one.substr(cut + 1), scale)) return no(odd(one));
        seen.push_back(question);
    }
    if (seen.size() != scales.size() + yes_nos.size())
        return no("evaluation.incomplete", "answers");
    return given;
}

std::vector<Answers const*> told(std::vector<Answers const*> all) {
    std::ranges::sort(all, [](Answers const* a, Answers const* b) {
        return std::pair(a->changed_in, std::string_view(a->id.text)) <
               std::pair(b->changed_in, std::string_view(b->id.text));
    });
    all.resize(all.size() / told_together * told_together);
    return all;
}

std::vector<std::string> told_words(std::vector<Answers const*> const& told,
                                    std::vector<FreeWords> const& words,
                                    std::string const& question) {
    std::vector<std::string> texts;
    for (auto const& one : words) {
        bool const counts = std::ranges::any_of(told, [&](Answers const* answer) {
            return answer->questionnaire == one.questionnaire &&
                   answer->changed_in == one.changed_in;
        });
        if (counts && one.question == question) texts.push_back(one.text);
    }
    std::ranges::sort(texts);
    return texts;
}

} // namespace radslag::evaluation
