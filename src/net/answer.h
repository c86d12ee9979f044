#pragma once
// From a Response to the bytes of its head.

#include "net/net.h"

namespace radslag::net {

struct Answer {
    std::string head;  // status line and fields, to the empty line
    Response response;
    bool bodiless = false; // head only, whatever the response holds
    bool close = false;    // no request after this one
    std::string_view body() const;
};

struct Asked {
    std::string_view method;
    bool http_1_0 = false;
    bool close = false;
};

/// Throws std::invalid_argument when status or fields cannot stand in an answer.
Answer compose(Response response, Asked const& asked);
/// Reports such a response and composes a 500 instead.
Answer compose_or_report(Callbacks const& callbacks, Response response, Asked asked,
                         std::string_view where);

/// The head that turns the connection into a WebSocket.
std::string compose_switch(std::string_view key, std::string_view protocol);

/// {"code":"…"} unless the callback words it better.
Response worded(Callbacks const& callbacks, Trouble const& trouble);
void report(Callbacks const& callbacks, std::string_view where, std::string_view what) noexcept;
/// For catch (...): the words of the exception being handled.
void report_current(Callbacks const& callbacks, std::string_view where) noexcept;

} // namespace radslag::net
