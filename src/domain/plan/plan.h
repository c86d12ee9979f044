#pragma once
// Goals and actions; written by the family (or together), presented, clarified, agreed or approved.
#include "domain/consent/consent.h"

namespace radslag::plan {

struct Plan {
    RowId id;
    std::int64_t changed_in = 0;
    std::int64_t round = 1;
    std::string text;                    // what the plan is for, in their words
    std::optional<PersonId> handed_by;   // the family's representative
    Instant handed_at;
    std::optional<Instant> sent_back_at; // answered with a "not yet"
    std::string sent_back_why;

    static constexpr std::string_view table = "plan";
    static constexpr auto fields = std::make_tuple(
        field("id", &Plan::id), field("changed_in", &Plan::changed_in),
        field("round", &Plan::round), field("text", &Plan::text),
        field("handed_by", &Plan::handed_by), field("handed_at", &Plan::handed_at),
        field("sent_back_at", &Plan::sent_back_at),
        field("sent_back_why", &Plan::sent_back_why));
};

enum class OwnerKind { nobody, own_network, professional }; // HF5: the split is shown
inline Words words(OwnerKind) {
    static constexpr std::string_view all[] = {"nobody", "own_network", "professional"};
    return all;
}
enum class Fine { unsaid, fine, missing };
inline Words words(Fine) {
    static constexpr std::string_view all[] = {"unsaid", "fine", "missing"};
    return all;
}

struct Action {
    RowId id;
    std::int64_t changed_in = 0;
    std::string heading;            // of the model
    std::string what;
    std::optional<PersonId> owner;
    OwnerKind owner_kind = OwnerKind::nobody;
    std::optional<Date> due;
    std::optional<RowId> offer;     // drawn on
    Instant written_at;
    Instant changed_at{};           // what it says, last
    Fine fine = Fine::unsaid;       // item by item
    std::string missing;            // what is missing, and why
    std::optional<Instant> removed_at;

    static constexpr std::string_view table = "action";
    static constexpr auto fields = std::make_tuple(
        field("id", &Action::id), field("changed_in", &Action::changed_in),
        field("heading", &Action::heading), field("what", &Action::what),
        field("owner", &Action::owner), field("owner_kind", &Action::owner_kind),
        field("due", &Action::due), field("offer", &Action::offer),
        field("written_at", &Action::written_at),
        field("changed_at", &Action::changed_at), field("fine", &Action::fine),
        field("missing", &Action::missing), field("removed_at", &Action::removed_at));
};

struct Clarification { // asked so that the plan becomes concrete (SN8), answered by the family
    RowId id;
    std::int64_t changed_in = 0;
    std::optional<RowId> action;
    std::string question;
    PersonId asked_by;
    Instant asked_at;
    std::string answer;
    std::optional<Instant> answered_at;

    static constexpr std::string_view table = "clarification";
    static constexpr auto fields = std::make_tuple(
        field("id", &Clarification::id), field("changed_in", &Clarification::changed_in),
        field("action", &Clarification::action), field("question", &Clarification::question),
        field("asked_by", &Clarification::asked_by), field("asked_at", &Clarification::asked_at),
        field("answer", &Clarification::answer),
        field("answered_at", &Clarification::answered_at));
};

enum class Word { yes, send_back };
inline Words words(Word) {
    static constexpr std::string_view all[] = {"yes", "send_back"};
    return all;
}

struct EndingAnswer {
    RowId id;
    std::int64_t changed_in = 0;
    RowId plan;
    std::string ending; // of the model
    PersonId by;
    Word answer = Word::yes;
    std::string why;
    Instant at;

    static constexpr std::string_view table = "ending_answer";
    static constexpr auto fields = std::make_tuple(
        field("id", &EndingAnswer::id), field("changed_in", &EndingAnswer::changed_in),
        field("plan", &EndingAnswer::plan), field("ending", &EndingAnswer::ending),
        field("by", &EndingAnswer::by), field("answer", &EndingAnswer::answer),
        field("why", &EndingAnswer::why), field("at", &EndingAnswer::at));
};

// The plan of this round that has not been sent back; else of an earlier round.
Plan const* standing(std::vector<Plan> const& plans);
std::vector<Action const*> standing_actions(std::vector<Action> const& actions);
bool all_owned(std::vector<Action> const& actions); // and there is at least one
// Each heading has an action, and every action stands under one of them (SN1).
bool all_headings_filled(std::vector<Action> const& actions,
                         std::vector<std::string> const& headings);
// When what the plan says was changed last: a yes is to what it said then.
Instant changed_at(Plan const& plan, std::vector<Action> const& actions);
// Yes by one of `answering`, or by each of them, not before `since`.
bool is_ended(std::vector<EndingAnswer> const& answers, RowId const& plan, std::string const& ending,
              std::vector<PersonId> const& answering, bool each, Instant since);

Result<Plan> hand_over(std::vector<Plan> const& plans, Plan fresh);
Result<Plan> send_back(Plan plan, std::string why, Instant now);
Result<Action> write(Action action, Date today, Instant now);
Result<Action> judge(Action action, Fine fine, std::string missing);
Result<Action> remove(Action action, Instant now);
Result<Clarification> clarify(Clarification c, std::string answer, Instant now);

} // namespace radslag::plan
