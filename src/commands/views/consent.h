#pragma once
// Who has said yes to what.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct ConsentOf { // one person's answer to one consent
    std::string person;
    std::string name;
    std::string answer; // given | refused | withdrawn | lapsed | "" not yet
    std::string part;
    std::string told;
    std::optional<Date> told_on;
    std::optional<Date> lapses_on;
    using Self = ConsentOf;
    static constexpr std::string_view schema = "ConsentOf";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(person), RADSLAG_F(name), RADSLAG_F(answer), RADSLAG_F(part),
                        RADSLAG_F(told), RADSLAG_F(told_on), RADSLAG_F(lapses_on));
};

struct ConsentView {
    std::string consent;
    std::string text; // one sentence
    bool whole = false; // everyone asked has given it
    std::vector<ConsentOf> people;
    using Self = ConsentView;
    static constexpr std::string_view schema = "Consent";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(consent), RADSLAG_F(text), RADSLAG_F(whole), RADSLAG_F(people));
};

} // namespace radslag::commands::view
