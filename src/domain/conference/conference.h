#pragma once
// One family's case: bound to one model version from its first day; its journey, its assignments.
#include "domain/people/people.h"

namespace radslag::conference {

enum class Status { running, postponed, stopped, closed };
inline Words words(Status) {
    static constexpr std::string_view all[] = {"running", "postponed", "stopped", "closed"};
    return all;
}

struct Conference {
    CaseId id;
    std::int64_t changed_in = 0;
    OrganisationId organisation;
    std::string name;   // what staff call it: the main persons' names, or a number while anonymous
    std::int64_t number = 0; // running number within the organisation
    std::string model;
    std::int64_t model_version = 1;
    std::string intake;
    std::string language;
    Instant began_at;
    std::optional<Instant> acute_at;
    std::string acute_why;
    std::string stage;  // of the model
    std::int64_t round = 1;
    Instant stage_since;
    Status status = Status::running;
    Instant status_since;
    std::string status_why;
    std::string stop;   // of the model, when stopped
    std::optional<Date> postponed_until;

    [[nodiscard]] bool is_live() const { return status == Status::running || status == Status::postponed; }

    static constexpr std::string_view table = "conference";
    static constexpr auto fields = std::make_tuple(
        field("id", &Conference::id), field("changed_in", &Conference::changed_in),
        field("organisation", &Conference::organisation), field("name", &Conference::name),
        field("number", &Conference::number), field("model", &Conference::model),
        field("model_version", &Conference::model_version), field("intake", &Conference::intake),
        field("language", &Conference::language), field("began_at", &Conference::began_at),
        field("acute_at", &Conference::acute_at), field("acute_why", &Conference::acute_why),
        field("stage", &Conference::stage), field("round", &Conference::round),
        field("stage_since", &Conference::stage_since), field("status", &Conference::status),
        field("status_since", &Conference::status_since),
        field("status_why", &Conference::status_why), field("stop", &Conference::stop),
        field("postponed_until", &Conference::postponed_until));
};

// Counts beside the case, never taken back.
struct Counter {
    CaseId id;
    std::int64_t changed_in = 0;
    std::int64_t version = 0; // the acts on this case
    std::int64_t access = 0;  // what changed who may see and do; checked at each delivery
    // Case papers count by themselves: nothing else tells that one was written (SN3, DF3).
    std::int64_t papers = 0;
    Instant changed_at{}; // last, case papers aside

    static constexpr std::string_view table = "counter";
    static constexpr auto fields = std::make_tuple(
        field("id", &Counter::id), field("changed_in", &Counter::changed_in),
        field("version", &Counter::version), field("access", &Counter::access),
        field("papers", &Counter::papers), field("changed_at", &Counter::changed_at));
};

struct StageEntry { // each time the case came to a stage
    RowId id;
    std::int64_t changed_in = 0;
    std::string stage;
    std::int64_t round = 1;
    Instant entered_at;
    std::optional<Instant> left_at;

    static constexpr std::string_view table = "stage_entry";
    static constexpr auto fields = std::make_tuple(
        field("id", &StageEntry::id), field("changed_in", &StageEntry::changed_in),
        field("stage", &StageEntry::stage), field("round", &StageEntry::round),
        field("entered_at", &StageEntry::entered_at), field("left_at", &StageEntry::left_at));
};

struct Waiver { // a method rule passed, with its reason; shows in the fidelity report
    RowId id;
    std::int64_t changed_in = 0;
    std::string need; // of the model
    std::int64_t round = 1;
    std::string why;
    PersonId by;
    Instant at;

    static constexpr std::string_view table = "waiver";
    static constexpr auto fields = std::make_tuple(
        field("id", &Waiver::id), field("changed_in", &Waiver::changed_in),
        field("need", &Waiver::need), field("round", &Waiver::round), field("why", &Waiver::why),
        field("by", &Waiver::by), field("at", &Waiver::at));
};

enum class Impartial { unsaid, yes, no };
inline Words words(Impartial) {
    static constexpr std::string_view all[] = {"unsaid", "yes", "no"};
    return all;
}

// A staff account in a role of this case. Access opens with it and ends with it (SN5).
struct Assignment {
    RowId id;
    std::int64_t changed_in = 0;
    PersonId person; // the account's row in this case
    StaffId staff;
    std::string role;
    Instant assigned_at;
    std::optional<Instant> pledged_at; // A1: taken from the account when assigned
    Impartial impartial = Impartial::unsaid;
    std::string impartial_note;
    std::optional<Instant> impartial_at;
    std::optional<Instant> ended_at;
    std::string ended_why;

    [[nodiscard]] bool holds() const { return !ended_at; }

    static constexpr std::string_view table = "assignment";
    static constexpr auto fields = std::make_tuple(
        field("id", &Assignment::id), field("changed_in", &Assignment::changed_in),
        field("person", &Assignment::person), field("staff", &Assignment::staff),
        field("role", &Assignment::role), field("assigned_at", &Assignment::assigned_at),
        field("pledged_at", &Assignment::pledged_at), field("impartial", &Assignment::impartial),
        field("impartial_note", &Assignment::impartial_note),
        field("impartial_at", &Assignment::impartial_at),
        field("ended_at", &Assignment::ended_at), field("ended_why", &Assignment::ended_why));
};

Result<Conference> postpone(Conference c, Date until, std::string why, Date today, Instant now);
Result<Conference> take_up_again(Conference c, Instant now);
Result<Conference> stop(Conference c, std::string stop, std::string why, Instant now);
Result<Conference> make_acute(Conference c, std::string why, Instant now);
Result<Assignment> declare(Assignment a, bool impartial, std::string note, Instant now);
Result<Assignment> end(Assignment a, std::string why, Instant now);

} // namespace radslag::conference
