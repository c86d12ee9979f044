#pragma once
// What the organisation asks of every meeting for a time.
#include "commands/views/acts.h"

namespace radslag::commands::view {

struct RestrictionView {
    std::string id;
    std::string name;
    std::string text;
    std::string language; // of name and text
    std::string state;    // ahead | in_force | over
    Date from;
    std::optional<Date> until; // the last day
    std::optional<std::int64_t> room_at_most; // leaders counted
    std::optional<Date> ended_on; // the first day on which it is no longer in force
    std::string ended_why;
    std::vector<std::string> languages; // that it is told in
    std::string put_by;
    std::int64_t version = 0;
    using Self = RestrictionView;
    static constexpr std::string_view schema = "Restriction";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(text), RADSLAG_F(language), RADSLAG_F(state),
        RADSLAG_F(from), RADSLAG_F(until), RADSLAG_F(room_at_most), RADSLAG_F(ended_on),
        RADSLAG_F(ended_why), RADSLAG_F(languages), RADSLAG_F(put_by), RADSLAG_F(version));
};

struct Restrictions {
    std::vector<RestrictionView> restrictions; // in force, coming, over
    std::vector<Can> can;
    using Self = Restrictions;
    static constexpr std::string_view schema = "Restrictions";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(restrictions), RADSLAG_F(can));
};

} // namespace radslag::commands::view
