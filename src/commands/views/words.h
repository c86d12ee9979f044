#pragma once
// The small words that other answers are put together from.
#include "base/base.h"

namespace radslag::commands::view {

#define RADSLAG_F(name) ::radslag::field(#name, &Self::name)

struct Named {
    std::string id;
    std::string name;
    using Self = Named;
    static constexpr std::string_view schema = "Named";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(id), RADSLAG_F(name));
};

struct Option {
    std::string value;
    std::string label;
    std::string hint;   // a second line, may be empty
    std::string when{}; // "questionnaire=family": only when another field says so; "" always
    using Self = Option;
    static constexpr std::string_view schema = "Option";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(value), RADSLAG_F(label), RADSLAG_F(hint), RADSLAG_F(when));
};

struct TextView { // a question, a description, a note: words with a heading
    std::string id;
    std::string heading;
    std::string text;
    std::string by;
    std::optional<Instant> at;
    std::int64_t version = 0;
    using Self = TextView;
    static constexpr std::string_view schema = "Text";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(heading), RADSLAG_F(text), RADSLAG_F(by),
                        RADSLAG_F(at), RADSLAG_F(version));
};

} // namespace radslag::commands::view
