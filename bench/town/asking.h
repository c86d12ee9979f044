#pragma once
// Asks what a browser would ask, inside this program, and hears which SQL it took.
#include <filesystem>

#include "bench/town/staffing.h"
#include "bench/town/trace.h"
#include "http/http.h"

namespace radslag::bench {

struct Ask {
    Account const* who = nullptr;
    std::string method, target, body;
};

struct Answered {
    net::Response response;
    std::vector<Ran> ran;
};

class Front {
public:
    Front(std::filesystem::path const& database, commands::Books const& books);
    ~Front();
    Answered answer(Ask const& ask); // nothing that it is asked to write stays
    net::Response act(Ask const& ask); // it stays

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

} // namespace radslag::bench
