#pragma once
// Questionnaires, counted and without names.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct ScaleView {
    std::string question;
    std::vector<std::int64_t> counts; // per value 1–5, or no, yes; empty below five answers
    using Self = ScaleView;
    static constexpr std::string_view schema = "Scale";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(question), RADSLAG_F(counts));
};

struct FreeWordsView { // what was written to a question: by nobody, in no order of time
    std::string question;
    std::vector<std::string> texts; // empty below five answers
    using Self = FreeWordsView;
    static constexpr std::string_view schema = "FreeWords";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(question), RADSLAG_F(texts));
};

struct QuestionnaireView {
    std::string id;
    std::string name;
    std::int64_t answers = 0;
    std::vector<ScaleView> questions;
    std::vector<FreeWordsView> words;
    using Self = QuestionnaireView;
    static constexpr std::string_view schema = "Questionnaire";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(answers), RADSLAG_F(questions), RADSLAG_F(words));
};

} // namespace radslag::commands::view
