#pragma once
// Request and referral: anonymous description, criteria, committee, answer (PN1–PN8).
#include "domain/people/people.h"

namespace radslag::referral {

enum class Verdict { granted, not_suitable, more_needed };
inline Words words(Verdict) {
    static constexpr std::string_view all[] = {"granted", "not_suitable", "more_needed"};
    return all;
}

struct Referral {
    RowId id;
    std::int64_t changed_in = 0;
    std::string intake; // of the model
    Instant sent_at;
    std::optional<PersonId> referrer;
    std::vector<std::string> confirmed; // PN8
    std::string contact_person;         // GF1
    std::optional<Instant> taken_at;    // PN5: a leader answers for it
    std::optional<PersonId> taken_by;
    std::string asked;                  // what the leader asked the referrer for
    std::optional<Instant> asked_at;
    std::vector<std::string> criteria;  // "axis.criterion"
    std::string departed_why;           // PN4: an overall judgement may depart from them
    std::optional<Instant> judged_at;
    std::optional<Instant> passed_at;   // to the chair
    std::optional<Verdict> verdict;
    std::string verdict_why;
    std::string instead;                // PN6: what is done about a case that does not suit
    std::optional<Instant> decided_at;
    std::string answer;
    std::optional<Instant> answered_at; // PN7
    std::optional<Instant> identity_at; // PN3: with consent the family gets its name

    static constexpr std::string_view table = "referral";
    static constexpr auto fields = std::make_tuple(
        field("id", &Referral::id), field("changed_in", &Referral::changed_in),
        field("intake", &Referral::intake), field("sent_at", &Referral::sent_at),
        field("referrer", &Referral::referrer), field("confirmed", &Referral::confirmed),
        field("contact_person", &Referral::contact_person), field("taken_at", &Referral::taken_at),
        field("taken_by", &Referral::taken_by), field("asked", &Referral::asked),
        field("asked_at", &Referral::asked_at), field("criteria", &Referral::criteria),
        field("departed_why", &Referral::departed_why), field("judged_at", &Referral::judged_at),
        field("passed_at", &Referral::passed_at), field("verdict", &Referral::verdict),
        field("verdict_why", &Referral::verdict_why), field("instead", &Referral::instead),
        field("decided_at", &Referral::decided_at), field("answer", &Referral::answer),
        field("answered_at", &Referral::answered_at), field("identity_at", &Referral::identity_at));
};

struct Description { // one per field of the intake
    RowId id;
    std::int64_t changed_in = 0;
    std::string field_id;
    std::string text;

    static constexpr std::string_view table = "description";
    static constexpr auto fields = std::make_tuple(
        field("id", &Description::id), field("changed_in", &Description::changed_in),
        field("field_id", &Description::field_id), field("text", &Description::text));
};

// What in a text identifies a family (PN3): a civil registration number, a telephone number, a mail
// address, an account's @name, a street address, a postcode with its town. The words as they stand
// there; empty when there is none. Dates, times, years, ages, amounts and paragraphs are none.
std::string what_identifies(std::string_view text);
// As read_text; refuses what identifies, with the fact "found". Codes: referral.identifies.
Result<std::string> read_anonymous(std::string_view text, std::string_view field);
// Whether what is written about a case now must not identify: from an anonymous referral until the
// family has said yes to being named.
bool is_without_name(bool anonymous_intake, Referral const* referral);
// Words that look like names of people, to be asked about (not refused).
std::vector<std::string> looks_like_names(std::string_view text);

Result<Referral> take(Referral referral, PersonId const& by, Instant now);
Result<Referral> ask(Referral referral, std::string what, Instant now);
Result<Referral> judge(Referral referral, std::vector<std::string> criteria,
                       std::string departed_why, Instant now);
Result<Referral> pass(Referral referral, Instant now);
// A grant needs no more than a reason; a no also says what is done instead (PN6).
Result<Referral> decide(Referral referral, Verdict verdict, std::string why, std::string instead,
                        Instant now);
Result<Referral> tell_referrer(Referral referral, std::string text, Instant now);

} // namespace radslag::referral
