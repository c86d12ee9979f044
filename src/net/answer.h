#pragma once
// From a Response to the bytes of its head.

#include "net/net.h"

#include <ctime>

namespace radslag::net {

struct Answer {
    std::string head;  // status line and fields, to the empty line
    Response response; // holds what body points at
    std::string_view body;
    bool close = false; // no request after this one
};

/// Throws std::invalid_argument when status or fields cannot stand in an answer.
Answer compose(Response response, std::string_view method, bool close, bool http_1_0,
               std::time_t now);

/// The head that turns the connection into a WebSocket.
std::string compose_switch(std::string_view key, std::string_view protocol, std::time_t now);

/// {"code":"…"} unless the callback words it better.
Response worded(Callbacks const& callbacks, Trouble const& trouble);
void report(Callbacks const& callbacks, std::string_view where, std::string_view what) noexcept;
/// For catch (...): the words of the exception being handled.
void report_current(Callbacks const& callbacks, std::string_view where) noexcept;

} // namespace radslag::net
