#pragma once
// From the bytes of a request's head to a Request. Beast splits the fields; what is forbidden
// beyond its grammar (RFC 9112, 3 and 6: what one server reads one way and the next another) is
// checked here.

#include "net/net.h"

namespace radslag::net {

/// Looks for the end of the head in what has arrived so far, each byte once.
class HeadFinder {
public:
    explicit HeadFinder(Limits const& limits) : limits(limits) {}
    /// The size of the head with its empty line; 0 when more is needed.
    std::size_t find(std::string_view bytes);
    std::optional<Trouble> trouble() const { return wrong; }

private:
    std::optional<Trouble> check_first_line(std::string_view bytes) const;

    Limits const& limits;
    std::size_t seen = 0;
    std::optional<Trouble> wrong;
};

struct Head {
    Request request; // but for body, peer and secure
    bool http_1_0 = false;
    bool keep_alive = false;
    bool chunked = false;
    std::uint64_t length = 0;
    bool expects_continue = false;
    std::optional<Trouble> trouble;
};

Head read_head(std::string_view bytes);

} // namespace radslag::net
