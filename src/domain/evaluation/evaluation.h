#pragma once
// Questionnaires and figures without names (PN14), fidelity to the method (PN12). An answer carries
// a role, never a person.
#include "base/base.h"
#include "domain/evaluation/fidelity.h"

namespace radslag::evaluation {

struct Answers {
    RowId id;
    std::int64_t changed_in = 0;
    std::string questionnaire; // of the model
    std::int64_t round = 1;
    std::string role;
    std::vector<std::string> answers; // "question=value", value: 1–5, yes, no
    Date on; // the day only: a time would say who

    static constexpr std::string_view table = "answers";
    static constexpr auto fields =
        std::make_tuple(field("id", &Answers::id), field("changed_in", &Answers::changed_in),
                        field("questionnaire", &Answers::questionnaire),
                        field("round", &Answers::round), field("role", &Answers::role),
                        field("answers", &Answers::answers), field("on", &Answers::on));
};

// What somebody wrote beside their answers. No role, no day: words tell more than figures do.
struct FreeWords {
    RowId id;
    std::int64_t changed_in = 0;
    std::string questionnaire;
    std::string question;
    std::string text;

    static constexpr std::string_view table = "free_words";
    static constexpr auto fields =
        std::make_tuple(field("id", &FreeWords::id), field("changed_in", &FreeWords::changed_in),
                        field("questionnaire", &FreeWords::questionnaire),
                        field("question", &FreeWords::question), field("text", &FreeWords::text));
};

// "question=value" for each question that is asked as a scale or yes/no; all of them, once.
Result<std::vector<std::string>> read_answers(std::vector<std::string> const& given,
                                              std::vector<std::string> const& scales,
                                              std::vector<std::string> const& yes_nos);

// As many as may be told, and no more: whole fives. Who looks before and after one person answered
// learns nothing, and neither do the words of one stand alone.
inline constexpr std::size_t told_together = 5;
// Of answers to one questionnaire, those that may be told, in the order in which they came.
std::vector<Answers const*> told(std::vector<Answers const*> all);
// What they wrote to this question, in the order of the alphabet: no place in it says who.
std::vector<std::string> told_words(std::vector<Answers const*> const& told,
                                    std::vector<FreeWords> const& words,
                                    std::string const& question);

} // namespace radslag::evaluation
