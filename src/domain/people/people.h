#pragma once
// Who is in a case. A person belongs to one case: there is no search across cases, and nothing tells
// one case that another exists. Staff stand here too, with their account beside the name.
#include <vector>

#include "base/base.h"

namespace radslag::people {

inline constexpr std::size_t name_limit = 100; // code points

enum class Closeness { near, middle, far }; // the rings of the map
inline Words words(Closeness) {
    static constexpr std::string_view all[] = {"near", "middle", "far"};
    return all;
}

// domain.md 4.5: marked = sekretessmarkering / navne- og adressebeskyttelse; hidden = skyddad
// folkbokföring: no address is stored at all.
enum class Protection { none, marked, hidden };
inline Words words(Protection) {
    static constexpr std::string_view all[] = {"none", "marked", "hidden"};
    return all;
}

struct Person {
    PersonId id;
    std::int64_t changed_in = 0;
    std::string name;
    std::string role;               // of the model
    std::optional<StaffId> staff;   // their account, for staff
    std::string relation;           // "mormor", "klasslærer": in the family's words
    Closeness closeness = Closeness::middle;
    std::string broken_contact;     // HF7: what happened, and may the coordinator take it up again
    std::optional<Date> born;
    std::string language;           // BCP 47; empty: the case's own
    std::string interpreter;        // language needed; empty: none
    Protection protection = Protection::none;
    Instant named_at;
    std::optional<PersonId> named_by;
    std::optional<Instant> taken_off_at;
    std::string taken_off_why;

    [[nodiscard]] bool is_here() const { return !taken_off_at; }

    static constexpr std::string_view table = "person";
    static constexpr auto fields = std::make_tuple(
        field("id", &Person::id), field("changed_in", &Person::changed_in),
        field("name", &Person::name), field("role", &Person::role), field("staff", &Person::staff),
        field("relation", &Person::relation), field("closeness", &Person::closeness),
        field("broken_contact", &Person::broken_contact), field("born", &Person::born),
        field("language", &Person::language), field("interpreter", &Person::interpreter),
        field("protection", &Person::protection), field("named_at", &Person::named_at),
        field("named_by", &Person::named_by), field("taken_off_at", &Person::taken_off_at),
        field("taken_off_why", &Person::taken_off_why));
};

// How to reach somebody. No participant sees another's, ever (experience.md).
struct Contact {
    PersonId id; // the person's
    std::int64_t changed_in = 0;
    std::string phone;
    std::string mail;
    std::string address;
    std::string number; // civil registration number

    static constexpr std::string_view table = "contact";
    static constexpr auto fields = std::make_tuple(
        field("id", &Contact::id), field("changed_in", &Contact::changed_in),
        field("phone", &Contact::phone), field("mail", &Contact::mail),
        field("address", &Contact::address), field("number", &Contact::number));
};

// Who speaks for whom, and a guardian shut out from a main person's matters by a recorded decision.
struct Speaks {
    RowId id;
    std::int64_t changed_in = 0;
    PersonId guardian;
    PersonId whom;
    Instant since;
    std::optional<Instant> shut_out_at;
    std::string shut_out_why; // the decision: who made it, when, on what ground
    std::optional<Instant> ended_at;

    [[nodiscard]] bool holds() const { return !ended_at && !shut_out_at; }

    static constexpr std::string_view table = "speaks";
    static constexpr auto fields = std::make_tuple(
        field("id", &Speaks::id), field("changed_in", &Speaks::changed_in),
        field("guardian", &Speaks::guardian), field("whom", &Speaks::whom),
        field("since", &Speaks::since), field("shut_out_at", &Speaks::shut_out_at),
        field("shut_out_why", &Speaks::shut_out_why), field("ended_at", &Speaks::ended_at));
};

// A name as people have them: one word, Arabic, apostrophes, up to 100 characters; not empty, also
// not to the eye.
Result<std::string> read_name(std::string_view text, std::string_view field);

// local: a reserve number, which each Swedish region makes in its own way.
enum class NumberDoubt { none, check_digit, local };
struct CivilNumber {
    std::string text;         // SE: YYYYMMDD-NNNN; DK: DDMMYY-NNNN
    std::optional<Date> born; // nothing where the number does not tell it
    NumberDoubt doubt = NumberDoubt::none; // told, never refused: real Danish ones since 2007
};
// `country` "SE" or "DK". Swedish ones of ten or twelve digits, with + from the year in which
// somebody turns a hundred, with day + 60 (samordningsnummer; day 60 or month 00: not known), and
// reserve numbers: a date and four signs with a letter among them, or 99 and ten digits. A ten-digit
// number without century is read as the latest year not after `today`; nobody was born before 1850.
// Codes: number.shape, number.date.
Result<CivilNumber> read_number(std::string_view text, std::string const& country, Date today,
                                std::string_view field);

int age_on(Date born, Date day); // whole years; born on 29 February: a year older on 1 March

Person const* find(std::vector<Person> const& people, PersonId const& id);
// Who speaks for this main person now: not taken off, not shut out from their matters.
std::vector<Person const*> speakers_for(std::vector<Person> const& people,
                                        std::vector<Speaks> const& speaks, PersonId const& whom);
// Shut out from the matters of one of the main persons. A case that siblings share is one: who is
// shut out from one of them sees and decides nothing in it.
bool is_shut_out(std::vector<Speaks> const& speaks, PersonId const& guardian);
// Shut out, and speaks for no other main person either, whose yes could be asked of them (A11).
bool speaks_for_nobody(std::vector<Speaks> const& speaks, PersonId const& guardian);

Result<Speaks> speak_for(std::vector<Person> const& people, std::vector<Speaks> const& speaks,
                         PersonId const& guardian, PersonId const& whom, RowId id, Instant now);
Result<Speaks> shut_out(Speaks speaks, std::string why, Instant now);
Result<Speaks> let_in(Speaks speaks);
Result<Person> take_off(Person person, std::string why, Instant now);

} // namespace radslag::people
