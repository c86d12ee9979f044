#pragma once
// What SQL is really run: for the peer, which is to run the same and nothing else.
#include <string>
#include <vector>

#include "base/base.h"

namespace radslag::bench {

struct Ran {
    std::string sql; // with ? for each value
    Cells values;    // in their order
};

// Before the first connection is opened; every one after it is listened to.
void listen_to_all_connections();
// What was run since the last call, without the words that begin and end transactions.
std::vector<Ran> take_what_ran();

} // namespace radslag::bench
