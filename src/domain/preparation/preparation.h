#pragma once
// Visits, questions, worries, practical needs (A5, A7, SN2, SN4).
#include "domain/people/people.h"

namespace radslag::preparation {

struct Question {
    RowId id;
    std::int64_t changed_in = 0;
    std::string text;
    std::optional<PersonId> by;
    Instant written_at;
    std::optional<Instant> removed_at;

    static constexpr std::string_view table = "question";
    static constexpr auto fields = std::make_tuple(
        field("id", &Question::id), field("changed_in", &Question::changed_in),
        field("text", &Question::text), field("by", &Question::by),
        field("written_at", &Question::written_at), field("removed_at", &Question::removed_at));
};

// Somebody who agrees says that these are the questions. A changed question asks them anew.
struct Agreement {
    RowId id;
    std::int64_t changed_in = 0;
    PersonId by;
    Instant at;

    static constexpr std::string_view table = "agreement";
    static constexpr auto fields =
        std::make_tuple(field("id", &Agreement::id), field("changed_in", &Agreement::changed_in),
                        field("by", &Agreement::by), field("at", &Agreement::at));
};

struct Purpose {
    RowId id;
    std::int64_t changed_in = 0;
    std::vector<std::string> chosen; // of the model
    std::string text;
    Instant at;

    static constexpr std::string_view table = "purpose";
    static constexpr auto fields =
        std::make_tuple(field("id", &Purpose::id), field("changed_in", &Purpose::changed_in),
                        field("chosen", &Purpose::chosen), field("text", &Purpose::text),
                        field("at", &Purpose::at));
};

// A main person's own words (A7) or somebody's view or letter; at the top of agenda and plan.
struct OwnWords {
    RowId id;
    std::int64_t changed_in = 0;
    PersonId person;
    std::string text;
    Instant at;

    static constexpr std::string_view table = "own_words";
    static constexpr auto fields =
        std::make_tuple(field("id", &OwnWords::id), field("changed_in", &OwnWords::changed_in),
                        field("person", &OwnWords::person), field("text", &OwnWords::text),
                        field("at", &OwnWords::at));
};

enum class Way { visit, meeting, phone, link };
inline Words words(Way) {
    static constexpr std::string_view all[] = {"visit", "meeting", "phone", "link"};
    return all;
}

struct Prepared {
    RowId id;
    std::int64_t changed_in = 0;
    PersonId person;
    std::int64_t round = 1;
    Way way = Way::visit;
    Date on;
    std::vector<std::string> checks; // of the model
    std::string needs;               // practical: transport, interpreter, somebody for the children
    Instant recorded_at;

    static constexpr std::string_view table = "prepared";
    static constexpr auto fields = std::make_tuple(
        field("id", &Prepared::id), field("changed_in", &Prepared::changed_in),
        field("person", &Prepared::person), field("round", &Prepared::round),
        field("way", &Prepared::way), field("on", &Prepared::on),
        field("checks", &Prepared::checks), field("needs", &Prepared::needs),
        field("recorded_at", &Prepared::recorded_at));
};

Prepared const* prepared_of(std::vector<Prepared> const& all, PersonId const& person,
                            std::int64_t round);
// Prepared: met in one of the ways, every check gone through.
bool is_ready(Prepared const& prepared, std::vector<std::string> const& checks);
std::size_t standing_questions(std::vector<Question> const& all);
// Everybody in `agreeing` agreed after the last change.
bool are_agreed(std::vector<Question> const& questions, std::vector<Agreement> const& agreements,
                std::vector<PersonId> const& agreeing);

Result<Prepared> prepare(Prepared prepared, Date today);
Result<Question> remove(Question question, Instant now);

} // namespace radslag::preparation
