// The fields that naming and changing a person share.
#include "commands/acts.h"

namespace radslag::commands {
namespace {

using people::Person;

bool sees_contacts(Here const& here) {
    return workflow::sees(here.book, here.facts, here.actor.who, process::Matter::contacts) ==
           workflow::Sight::all;
}

Result<void> read_civil_number(Doing& doing, Person& person, people::Contact& contact) {
    auto text = doing.input.text("number");
    contact.number = text;
    if (text.empty()) return {};
    auto number = people::read_number(text, doing.here.model().country, doing.here.today, "number");
    if (!number) return no(std::move(number.error()));
    contact.number = number->text;
    if (!person.born) person.born = number->born;
    if (number->doubt == people::NumberDoubt::check_digit) doing.doubts.emplace_back("number.check_digit");
    if (number->doubt == people::NumberDoubt::local) doing.doubts.emplace_back("number.local");
    return {};
}

Result<void> read_contact(Doing& doing, Person& person, people::Contact& contact) {
    contact.phone = doing.input.text("phone");
    contact.mail = doing.input.text("mail");
    contact.address = doing.input.text("address");
    if (!contact.mail.empty() && contact.mail.find('@') == std::string::npos)
        return no("field.mail", "mail");
    // domain.md 4.5: where the register hides the address, none is stored here either.
    if (person.protection == people::Protection::hidden && !contact.address.empty())
        return no("people.hidden_address", "address");
    return read_civil_number(doing, person, contact);
}

bool is_empty(people::Contact const& c) {
    return c.phone.empty() && c.mail.empty() && c.address.empty() && c.number.empty();
}

} // namespace

std::vector<FieldSpec> person_fields() {
    return {{.name = "name", .type = FieldType::line, .limit = people::name_limit, .required = true},
            {.name = "relation", .type = FieldType::line},
            {.name = "closeness", .type = FieldType::choice, .choices = words(people::Closeness{})},
            {.name = "broken_contact", .type = FieldType::text},
            {.name = "born", .type = FieldType::date},
            {.name = "number", .type = FieldType::line, .limit = 20},
            {.name = "phone", .type = FieldType::line, .limit = 40},
            {.name = "mail", .type = FieldType::line},
            {.name = "address", .type = FieldType::line},
            {.name = "language", .type = FieldType::line, .limit = 35},
            {.name = "interpreter", .type = FieldType::line, .limit = 60},
            {.name = "protection", .type = FieldType::choice, .choices = words(people::Protection{})}};
}

std::vector<view::Filled> filled_person(Here const& here, std::string const& about) {
    auto const* p = here.file.find<Person>(PersonId{about});
    auto values = filled({one("name", p->name), one("relation", p->relation),
                          one("closeness", std::string(word(p->closeness))),
                          one("broken_contact", p->broken_contact),
                          one("born", p->born ? write_date(*p->born) : ""),
                          one("language", p->language), one("interpreter", p->interpreter),
                          one("protection", std::string(word(p->protection)))});
    auto const* c = here.file.find<people::Contact>(p->id);
    if (c == nullptr || !sees_contacts(here)) return values;
    for (auto& value : filled({one("phone", c->phone), one("mail", c->mail),
                               one("address", c->address), one("number", c->number)}))
        values.push_back(std::move(value));
    return values;
}

Result<void> write_person(Doing& doing, Person person) {
    auto const& input = doing.input;
    person.name = input.text("name");
    person.relation = input.text("relation");
    if (input.has("closeness")) person.closeness = input.word<people::Closeness>("closeness");
    person.broken_contact = input.text("broken_contact");
    person.born = input.date("born");
    if (person.born && *person.born > doing.here.today) return no("date.not_yet", "born");
    person.language = input.text("language");
    person.interpreter = input.text("interpreter");
    if (input.has("protection")) person.protection = input.word<people::Protection>("protection");
    people::Contact contact;
    auto const* had = doing.here.file.find<people::Contact>(person.id);
    if (had != nullptr) contact = *had;
    contact.id = person.id;
    bool const types = input.has("phone") || input.has("mail") || input.has("address") || input.has("number");
    // Who cannot see what stands there does not empty it by leaving the fields blank.
    bool const writes = types || sees_contacts(doing.here);
    if (writes)
        if (auto read = read_contact(doing, person, contact); !read) return read;
    doing.happen(person.role);
    doing.put(std::move(person));
    if (writes && (had != nullptr || !is_empty(contact))) doing.put(std::move(contact));
    rename_case(doing);
    return {};
}

} // namespace radslag::commands
