#pragma once
// Questionnaires, counted and without names; how the method was followed.
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

struct RuleRoundView { // a rule of the method in a round of the case
    std::int64_t round = 1;
    std::string state; // kept | passed | late | running | ahead | not_asked
    std::optional<Instant> at;
    bool anyway = false; // passed, and done all the same
    std::string by;      // who passed it
    std::string role;
    std::string why;        // "" nothing was passed, or closed to me
    bool why_closed = false; // a reason can hold names: only for who sees people
    using Self = RuleRoundView;
    static constexpr std::string_view schema = "RuleRound";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(round), RADSLAG_F(state), RADSLAG_F(at), RADSLAG_F(anyway),
                        RADSLAG_F(by), RADSLAG_F(role), RADSLAG_F(why), RADSLAG_F(why_closed));
};

struct FollowedView {
    std::string id;
    std::string text;
    std::string where; // the stage or meeting that asks for it
    std::vector<std::string> sources;
    std::vector<RuleRoundView> rounds;
    using Self = FollowedView;
    static constexpr std::string_view schema = "FollowedRule";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(id), RADSLAG_F(text), RADSLAG_F(where),
                                                   RADSLAG_F(sources), RADSLAG_F(rounds));
};

struct Fidelity {
    Named model;
    std::int64_t model_version = 1;
    std::vector<FollowedView> rules;
    std::vector<Named> unseen; // of the method, but nobody sees from here whether it is kept
    using Self = Fidelity;
    static constexpr std::string_view schema = "Fidelity";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(model), RADSLAG_F(model_version),
                                                   RADSLAG_F(rules), RADSLAG_F(unseen));
};

struct RuleFiguresView { // over many cases, in whole fives rounded down; null: hidden
    std::string id;
    std::string text;
    std::string where;
    std::optional<std::int64_t> cases;
    std::optional<std::int64_t> kept;
    std::optional<std::int64_t> passed;
    std::optional<std::int64_t> late;
    bool timed = false;     // a deadline: can be late
    std::string nearly_all; // kept | passed | late: fewer than five went otherwise
    using Self = RuleFiguresView;
    static constexpr std::string_view schema = "RuleFigures";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(text), RADSLAG_F(where), RADSLAG_F(cases), RADSLAG_F(kept),
        RADSLAG_F(passed), RADSLAG_F(late), RADSLAG_F(timed), RADSLAG_F(nearly_all));
};

struct ModelFiguresView {
    Named model;
    std::int64_t model_version = 1;
    std::vector<RuleFiguresView> rules;
    std::vector<Named> unseen;
    using Self = ModelFiguresView;
    static constexpr std::string_view schema = "ModelFigures";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(model), RADSLAG_F(model_version),
                                                   RADSLAG_F(rules), RADSLAG_F(unseen));
};

struct FidelityFigures {
    std::int64_t year = 0;
    std::optional<Date> until; // the last day that is counted; null: no quarter is over yet
    std::vector<std::int64_t> years; // that can be asked for
    std::vector<ModelFiguresView> models;
    using Self = FidelityFigures;
    static constexpr std::string_view schema = "FidelityFigures";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(year), RADSLAG_F(until), RADSLAG_F(years), RADSLAG_F(models));
};

} // namespace radslag::commands::view
