#pragma once
// Questionnaires and figures without names (PN14). An answer carries a role, never a person.
#include "base/base.h"

namespace radslag::evaluation {

struct Answers {
    RowId id;
    std::int64_t changed_in = 0;
    std::string questionnaire; // of the model
    std::int64_t round = 1;
    std::string role;
    std::vector<std::string> answers; // "question=value", value: 1–5, yes, no
    std::string words;
    Date on; // the day only: a time would say who

    static constexpr std::string_view table = "answers";
    static constexpr auto fields = std::make_tuple(
        field("id", &Answers::id), field("changed_in", &Answers::changed_in),
        field("questionnaire", &Answers::questionnaire), field("round", &Answers::round),
        field("role", &Answers::role), field("answers", &Answers::answers),
        field("words", &Answers::words), field("on", &Answers::on));
};

// "question=value" for each question that is asked as a scale or yes/no; all of them, once.
Result<std::vector<std::string>> read_answers(std::vector<std::string> const& given,
                                              std::vector<std::string> const& scales,
                                              std::vector<std::string> const& yes_nos);

} // namespace radslag::evaluation
