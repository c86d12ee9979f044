#pragma once
// Reviews: the model's follow-up questions (HF4), kept and unkept actions.
#include "domain/plan/plan.h"

namespace radslag::followup {

struct Review { // an answer to one follow-up question
    RowId id;
    std::int64_t changed_in = 0;
    RowId meeting;
    std::string question; // of the model
    std::string text;
    Instant at;

    static constexpr std::string_view table = "review";
    static constexpr auto fields = std::make_tuple(
        field("id", &Review::id), field("changed_in", &Review::changed_in),
        field("meeting", &Review::meeting), field("question", &Review::question),
        field("text", &Review::text), field("at", &Review::at));
};

enum class Kept { kept, partly, not_kept, no_longer_needed };
inline Words words(Kept) {
    static constexpr std::string_view all[] = {"kept", "partly", "not_kept", "no_longer_needed"};
    return all;
}

struct Report { // how it went with one action
    RowId id;
    std::int64_t changed_in = 0;
    RowId action;
    std::int64_t round = 1;
    Kept kept = Kept::kept;
    std::string note;
    Instant at;

    static constexpr std::string_view table = "report";
    static constexpr auto fields = std::make_tuple(
        field("id", &Report::id), field("changed_in", &Report::changed_in),
        field("action", &Report::action), field("round", &Report::round),
        field("kept", &Report::kept), field("note", &Report::note), field("at", &Report::at));
};

bool all_answered(std::vector<Review> const& reviews, RowId const& meeting,
                  std::vector<std::string> const& questions);
// Every action that stood when the round's meeting opened has a report of this round.
bool all_reported(std::vector<plan::Action> const& actions, std::vector<Report> const& reports,
                  std::int64_t round, Instant opened);

} // namespace radslag::followup
