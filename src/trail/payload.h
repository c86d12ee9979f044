#pragma once
// What an entry tells, a line for each thing, parts between tabs:
//
//     happened  12  assign  1772442000000000  staff  by  for_whom  told  told_on
//     row       person  01h…  12582913  9f…    a row as it was left, at its place
//     gone      question  01h…                 a row that was taken away
//     erased    41                             payloads up to this entry were deleted
#include "trail/trail.h"

namespace radslag::trail {

struct Line {
    enum class Is { happened, row, gone, erased };
    Is is = Is::happened;
    std::string table, id;
    std::int64_t number = 0; // place, or the last entry that was erased
    Hash hash{};
};

// Nothing when it is not one of ours.
std::optional<std::vector<Line>> read_payload(std::string_view payload);

} // namespace radslag::trail
