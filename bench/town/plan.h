#pragma once
// What is asked for when measuring, written down: the requests as bytes for the client (*.http),
// and for the peer (plan.json) the SQL behind each and the answer that was given.
#include <filesystem>
#include <map>
#include <sstream>

#include <boost/json.hpp>

#include "bench/town/asking.h"

namespace radslag::bench {

// Stands in an act's body where the client puts an id of its own, each time another.
inline std::string const any_id(id_length, '0');

struct Before { // an act: the last of its case
    std::int64_t seq = 0;   // of its happenings
    std::int64_t entry = 0; // of its trail; 0: it has none yet
};

class Plan {
public:
    void add(std::string const& kind, Ask const& ask, Answered const& answered,
             Before const& before = {});
    void write(std::filesystem::path const& folder) const;

private:
    std::int64_t place(std::string const& sql);

    std::map<std::string, std::int64_t> places_;
    boost::json::array sql_, asks_;
    boost::json::object headers_;
    std::map<std::string, std::ostringstream> requests_;
};

} // namespace radslag::bench
