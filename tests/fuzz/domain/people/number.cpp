// Civil registration numbers and names.
#include "domain/people/people.h"
#include "fuzz/target.h"

namespace radslag::fuzz {
namespace {

void check(std::string_view bytes, std::string const& country, Date today) {
    auto const number = people::read_number(bytes, country, today, "number");
    if (!number) return must_have_words(number.error());
    must(number->text.size() <= 13, "a number is short");
    must(number->text.find_first_not_of("0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
             std::string::npos,
         "a number is digits");
    if (number->born) {
        must(number->born->ok() && *number->born <= today, "born before today");
        must(people::age_on(*number->born, today) >= 0, "not younger than nothing");
    }
    auto const again = people::read_number(number->text, country, today, "number");
    must(again && again->text == number->text && again->born == number->born &&
             again->doubt == number->doubt,
         "read again it is the same");
}

void play(std::string_view bytes) {
    for (auto const* today : {"2026-11-27", "2000-02-29", "2099-12-31"})
        for (auto const* country : {"SE", "DK"}) check(bytes, country, *read_date(today));
    if (auto name = people::read_name(bytes, "name"))
        must(!name->empty() && code_points(*name) <= people::name_limit, "a name is within limits");
    else must_have_words(name.error());
}

Texts seeds() {
    Texts all;
    for (auto const& one : quoted_in("tests/domain/people/number_test.cpp"))
        if (one.find_first_of("0123456789") != std::string::npos) all.push_back(one);
    return all;
}
Texts words() { return {"-", "+", "99", "00", "60", "R123", "\xe2\x80\x93", "\xef\xbc\x91"}; }

Joins const joins({"number", play, seeds, words, 3000});

} // namespace
} // namespace radslag::fuzz
