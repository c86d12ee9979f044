#pragma once
// Who has been shown what of whom.
#include "commands/views/acts.h"

namespace radslag::commands::view {

struct LookRow { // looks of one hour that showed the same
    Instant at;    // the first
    Instant until; // the last
    std::int64_t times = 1;
    std::string staff;
    std::string who;
    std::string look;      // look_at_case, list_cases …
    std::string case_name; // "#14" for who does not see people; "" of no case, or it is gone
    std::string case_id;   // where I have a part in it
    std::vector<std::string> matters;
    std::vector<std::string> whom;
    std::int64_t others = 0; // whose names are closed to me
    using Self = LookRow;
    static constexpr std::string_view schema = "Looked";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(at), RADSLAG_F(until), RADSLAG_F(times), RADSLAG_F(staff),
                        RADSLAG_F(who), RADSLAG_F(look), RADSLAG_F(case_name), RADSLAG_F(case_id),
                        RADSLAG_F(matters), RADSLAG_F(whom), RADSLAG_F(others));
};

struct Looks {
    std::vector<LookRow> looks; // newest first
    std::string next;           // the cursor of the next page; "" the last
    using Self = Looks;
    static constexpr std::string_view schema = "Looks";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(looks), RADSLAG_F(next));
};

} // namespace radslag::commands::view
