#pragma once
// The circle: named, approved by those who decide, invited, answered (A6, HF6–HF8, GN7, GN8).
#include "domain/consent/consent.h"

namespace radslag::circle {

enum class Word { yes, no };
inline Words words(Word) {
    static constexpr std::string_view all[] = {"yes", "no"};
    return all;
}

// One decider's yes or no to inviting somebody.
struct Decision {
    RowId id;
    std::int64_t changed_in = 0;
    PersonId about;
    PersonId by;
    Word answer = Word::yes;
    std::string why;
    consent::Told told = consent::Told::in_person;
    Date told_on;
    Instant recorded_at;
    std::optional<Instant> replaced_at;

    static constexpr std::string_view table = "decision";
    static constexpr auto fields = std::make_tuple(
        field("id", &Decision::id), field("changed_in", &Decision::changed_in),
        field("about", &Decision::about), field("by", &Decision::by),
        field("answer", &Decision::answer), field("why", &Decision::why),
        field("told", &Decision::told), field("told_on", &Decision::told_on),
        field("recorded_at", &Decision::recorded_at),
        field("replaced_at", &Decision::replaced_at));
};

enum class Way { visit, phone, letter, mail, message };
inline Words words(Way) {
    static constexpr std::string_view all[] = {"visit", "phone", "letter", "mail", "message"};
    return all;
}

enum class Coming { in_room, by_link, by_letter, by_substitute, cannot };
inline Words words(Coming) {
    static constexpr std::string_view all[] = {"in_room", "by_link", "by_letter", "by_substitute",
                                               "cannot"};
    return all;
}

struct Invitation { // to one meeting of the model in one round, whatever day it is planned for
    RowId id;
    std::int64_t changed_in = 0;
    PersonId person;
    std::string meeting; // of the model
    std::int64_t round = 1;
    Way way = Way::visit;
    Instant invited_at;
    std::optional<Coming> answer;
    std::string answer_note;
    std::optional<Instant> answered_at;

    [[nodiscard]] bool comes() const {
        return answer && *answer != Coming::cannot && *answer != Coming::by_letter;
    }
    // A substitute sits in the room as well.
    [[nodiscard]] bool takes_room() const {
        return answer == Coming::in_room || answer == Coming::by_substitute;
    }

    static constexpr std::string_view table = "invitation";
    static constexpr auto fields = std::make_tuple(
        field("id", &Invitation::id), field("changed_in", &Invitation::changed_in),
        field("person", &Invitation::person), field("meeting", &Invitation::meeting),
        field("round", &Invitation::round), field("way", &Invitation::way),
        field("invited_at", &Invitation::invited_at),
        field("answer", &Invitation::answer), field("answer_note", &Invitation::answer_note),
        field("answered_at", &Invitation::answered_at));
};

// A worry told to the leaders only; keep apart: these two are not seated or brought together.
struct SafetyNote {
    RowId id;
    std::int64_t changed_in = 0;
    PersonId about;
    std::optional<PersonId> keep_apart_from;
    std::string text;
    Instant written_at;

    static constexpr std::string_view table = "safety_note";
    static constexpr auto fields = std::make_tuple(
        field("id", &SafetyNote::id), field("changed_in", &SafetyNote::changed_in),
        field("about", &SafetyNote::about),
        field("keep_apart_from", &SafetyNote::keep_apart_from), field("text", &SafetyNote::text),
        field("written_at", &SafetyNote::written_at));
};

enum class Standing { waiting, yes, no };
// What the deciders say of somebody: one no among those who must all agree is a no; where one is
// enough, one yes is a yes.
Standing standing(std::vector<Decision> const& decisions, PersonId const& about,
                  std::vector<PersonId> const& deciders, bool each);

Invitation const* invitation_of(std::vector<Invitation> const& all, PersonId const& person,
                                std::string_view meeting, std::int64_t round);

Result<Invitation> invite(std::vector<Invitation> const& all, Invitation fresh);
Result<Invitation> answer(Invitation invitation, Coming coming, std::string note, Instant now);

} // namespace radslag::circle
