#pragma once
// What one server's connections share. But for the crew and cut_short, on the network thread only.

#include "net/crew.h"
#include "net/net.h"
#include "net/tls.h"

#include <boost/asio/io_context.hpp>

#include <atomic>
#include <unordered_set>

namespace radslag::net {

class Wire;

/// A connection as the hub sees it.
class Member {
public:
    virtual ~Member() = default;
    virtual void leave() = 0; // as soon as what it is doing allows; the server stops
    virtual void cut() = 0;   // now
};

struct Hub {
    Hub(Options o, Callbacks c)
        : options(std::move(o)), callbacks(std::move(c)), crew(options.limits.waiting) {}

    Options const options;
    Callbacks const callbacks;
    boost::asio::io_context io{1};
    Crew crew;
    TlsContext tls;
    std::unordered_set<Member*> members;
    std::function<void()> on_last; // called when a stopping hub has lost its last member
    std::size_t body_bytes = 0; // of the requests under way
    bool stopping = false;
    std::atomic<bool> cut_short = false; // the time for running requests is over

    bool is_full() const { return members.size() >= options.limits.connections; }
    void enter(Member& member) { members.insert(&member); }
    void exit(Member& member) {
        members.erase(&member);
        if (stopping && members.empty() && on_last) on_last();
    }
};

/// Starts to serve a connection, and sees to it until its end or until it becomes a guest.
void serve(Hub& hub, Wire wire);
/// Takes over a connection that has just been switched to WebSocket, and what arrived after the
/// switch.
void welcome(Hub& hub, Wire wire, Acceptance acceptance, std::string early);

} // namespace radslag::net
