#pragma once
// Questionnaires, counted and without names.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct ScaleView {
    std::string question;
    std::int64_t answers = 0;
    std::vector<std::int64_t> counts; // per value 1–5, or no, yes; empty below five answers
    using Self = ScaleView;
    static constexpr std::string_view schema = "Scale";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(question), RADSLAG_F(answers), RADSLAG_F(counts));
};

struct QuestionnaireView {
    std::string id;
    std::string name;
    std::vector<ScaleView> questions;
    using Self = QuestionnaireView;
    static constexpr std::string_view schema = "Questionnaire";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(questions));
};

} // namespace radslag::commands::view
