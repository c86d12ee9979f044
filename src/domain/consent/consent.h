#pragma once
// Who shares what with whom until when; withdrawal (A11, GN3, PN3). A consent here lifts secrecy or
// says yes to taking part; it is not the GDPR's.
#include "domain/people/people.h"

namespace radslag::consent {

enum class Answer { given, refused };
inline Words words(Answer) {
    static constexpr std::string_view all[] = {"given", "refused"};
    return all;
}

// How it was told (A12): the ways in which a person can say a thing without using the software.
enum class Told { here, in_person, phone, paper, letter, mail };
inline Words words(Told) {
    static constexpr std::string_view all[] = {"here", "in_person", "phone", "paper", "letter", "mail"};
    return all;
}

struct Consent {
    RowId id;
    std::int64_t changed_in = 0;
    std::string consent; // of the model
    PersonId person;     // whose
    Answer answer = Answer::given;
    std::string part;    // given for a part: which
    Told told = Told::in_person;
    Date told_on;
    Instant recorded_at;
    std::optional<PersonId> recorded_by;
    std::optional<Date> lapses_on;
    std::optional<Instant> lapsed_at;
    std::optional<Instant> withdrawn_at;
    std::optional<Instant> replaced_at; // a later answer of the same person
    std::optional<Instant> confirmed_at; // A12: shown to the person, who confirmed it

    [[nodiscard]] bool stands() const {
        return answer == Answer::given && !withdrawn_at && !lapsed_at && !replaced_at;
    }

    static constexpr std::string_view table = "consent";
    static constexpr auto fields = std::make_tuple(
        field("id", &Consent::id), field("changed_in", &Consent::changed_in),
        field("consent", &Consent::consent), field("person", &Consent::person),
        field("answer", &Consent::answer), field("part", &Consent::part),
        field("told", &Consent::told), field("told_on", &Consent::told_on),
        field("recorded_at", &Consent::recorded_at), field("recorded_by", &Consent::recorded_by),
        field("lapses_on", &Consent::lapses_on), field("lapsed_at", &Consent::lapsed_at),
        field("withdrawn_at", &Consent::withdrawn_at), field("replaced_at", &Consent::replaced_at),
        field("confirmed_at", &Consent::confirmed_at));
};

// The answer that counts now, if any.
Consent const* latest(std::vector<Consent> const& consents, std::string_view consent,
                      PersonId const& person);

// A day that has not come yet cannot be the day on which something was told, nor one so long ago
// that the consent has lapsed since. Codes: date.not_yet, consent.lapsed.
Result<Consent> answer(Consent fresh, Date today);
Result<Consent> withdraw(std::vector<Consent> const& consents, std::string_view consent,
                         PersonId const& person, Instant now);

} // namespace radslag::consent
