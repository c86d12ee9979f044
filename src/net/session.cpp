// One HTTP connection: the coroutine that reads requests, has them answered and writes the answers.

#include "net/answer.h"
#include "net/body.h"
#include "net/deadline.h"
#include "net/head.h"
#include "net/hub.h"
#include "net/request.h"
#include "net/wire.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <array>

namespace radslag::net {

namespace {

using asio::awaitable;
using Clock = Deadline::Clock;

constexpr std::size_t head_part = 4 * 1024; // kept by every idle connection
constexpr std::size_t body_part = 32 * 1024;

class Session final : public Member, Job {
public:
    Session(Hub& h, Wire w) : hub(h), wire(std::move(w)), deadline(wire), peer(wire.peer()) {
        hub.enter(*this);
    }
    ~Session() override {
        count_body(0);
        hub.exit(*this);
    }

    static awaitable<void> live(std::unique_ptr<Session> self);

    void leave() override {
        if (resting) wire.cut();
    }
    void cut() override { wire.cut(); }

private:
    awaitable<bool> exchange();
    awaitable<bool> take_head();
    awaitable<bool> take_body(BodyReader& reader);
    awaitable<bool> more(std::size_t part);
    awaitable<bool> ask();
    void run() noexcept override;
    void resume();
    awaitable<bool> refuse(Trouble trouble);
    awaitable<bool> answer(Response what, bool close);
    awaitable<bool> send(std::string_view first, std::string_view second);
    awaitable<bool> become_guest();

    std::size_t body_limit();
    void count_body(std::size_t bytes);
    std::string place(std::string_view callback) const;
    Clock::duration earned(std::size_t bytes) const;

    Hub& hub;
    Wire wire;
    Deadline deadline;
    std::string const peer;
    std::string received; // and not yet used
    Head head;
    std::size_t counted = 0; // of the hub's body_bytes
    bool resting = true; // before and between requests
    bool wants_socket = false;
    // Emplaced, never assigned: its assignment calls itself without end in Boost 1.81.
    std::optional<asio::any_completion_handler<void()>> waiting;
    Response response; // the worker's, like what follows
    std::optional<Acceptance> acceptance;
};

awaitable<void> Session::live(std::unique_ptr<Session> self) {
    auto const& timeouts = self->hub.options.timeouts;
    self->deadline.in(timeouts.header);
    Wire::Moved shaken = co_await self->wire.shake_hands();
    if (shaken.fault) {
        self->deadline.in(timeouts.goodbye);
        co_await self->wire.farewell();
        co_return;
    }
    bool stays = true;
    while (stays) stays = co_await self->exchange();
    if (!self->acceptance) self->wire.cut();
}

/// One request and its answer; false when the connection is over.
awaitable<bool> Session::exchange() {
    if (bool came = co_await take_head(); !came) co_return false;
    if (head.trouble) co_return co_await refuse(*head.trouble);
    BodyReader reader(head.chunked ? std::nullopt : std::optional(head.length), body_limit());
    if (head.trouble) co_return co_await refuse(*head.trouble);
    bool whole = co_await take_body(reader);
    if (!whole) co_return false;
    if (reader.trouble()) co_return co_await refuse(*reader.trouble());
    if (head.trouble) co_return co_await refuse(*head.trouble);
    deadline.none();

    auto& request = head.request;
    wants_socket = hub.callbacks.accept && !head.http_1_0 && asks_for_socket(request);
    if (wants_socket) head.trouble = check_handshake(request);
    if (head.trouble) co_return co_await refuse(*head.trouble);
    request.peer = peer;
    request.secure = wire.secure();
    bool asked = co_await ask();
    if (acceptance) co_return co_await become_guest();
    if (!asked) response = worded(hub.callbacks, {503, "busy"});
    co_return co_await answer(std::move(response), !head.keep_alive);
}

awaitable<bool> Session::take_head() {
    auto const& timeouts = hub.options.timeouts;
    HeadFinder finder(hub.options.limits);
    std::size_t size = 0;
    head = {};
    count_body(0);
    resting = true;
    deadline.in(timeouts.idle);
    while (true) {
        while (received.starts_with("\r\n")) received.erase(0, 2); // RFC 9112, 2.2
        if (!received.empty() && received != "\r") {
            if (resting) deadline.in(timeouts.header);
            resting = false;
            size = finder.find(received);
            if (size > 0 || finder.trouble()) break;
        }
        bool came = co_await more(head_part);
        if (!came) co_return false;
    }
    if (finder.trouble()) {
        head.trouble = finder.trouble();
    } else {
        head = read_head(std::string_view(received).substr(0, size));
        received.erase(0, size);
    }
    co_return true;
}

awaitable<bool> Session::take_body(BodyReader& reader) {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    bool waits = head.expects_continue && received.empty() && !reader.done() && !reader.trouble();
    if (waits) {
        bool sent = co_await send(go_on, {});
        if (!sent) co_return false;
    }
    auto const begun = Clock::now();
    std::size_t arrived = 0;
    while (true) {
        auto used = reader.take(received, head.request.body);
        received.erase(0, used);
        count_body(head.request.body.size());
        if (hub.body_bytes > hub.options.limits.bodies) head.trouble = {503, "busy"};
        if (reader.done() || reader.trouble() || head.trouble) break;
        deadline.at(begun + hub.options.timeouts.body + earned(arrived));
        bool came = co_await more(body_part);
        if (!came) co_return false;
        arrived += received.size();
    }
    if (received.capacity() > 2 * head_part) received.shrink_to_fit();
    co_return true;
}

awaitable<bool> Session::more(std::size_t part) {
    auto old = received.size();
    received.resize(old + part);
    Wire::Moved moved = co_await wire.read_some(asio::buffer(received.data() + old, part));
    received.resize(old + moved.bytes);
    co_return !moved.fault;
}

/// Has a worker answer; false when none is to be had. The worker owns head, response and acceptance
/// until it posts the resumption.
awaitable<bool> Session::ask() {
    bool taken = true;
    auto start = [this, &taken](auto handler) {
        waiting.emplace(std::move(handler));
        taken = hub.crew.take(*this);
        if (!taken) asio::post(hub.io, [this] { resume(); });
    };
    co_await asio::async_initiate<asio::use_awaitable_t<> const, void()>(start,
                                                                         asio::use_awaitable);
    co_return taken;
}

void Session::run() noexcept {
    try {
        if (wants_socket && !hub.cut_short) acceptance = hub.callbacks.accept(head.request);
        if (!acceptance && !hub.cut_short) response = hub.callbacks.handle(head.request);
    } catch (...) {
        report_current(hub.callbacks, place("handler"));
        response = worded(hub.callbacks, {500, "bug"});
    }
    asio::post(hub.io, [this] { resume(); });
}

void Session::resume() {
    auto handler = std::move(*waiting);
    waiting.reset();
    std::move(handler)();
}

awaitable<bool> Session::refuse(Trouble trouble) {
    head.request.body = {}; // now, not when the peer has gone
    count_body(0);
    return answer(worded(hub.callbacks, trouble), true);
}

awaitable<bool> Session::answer(Response what, bool close) {
    Asked asked{head.request.method, head.http_1_0, close || hub.stopping};
    Answer out = compose_or_report(hub.callbacks, std::move(what), asked, place("handler"));
    bool sent = co_await send(out.head, out.body());
    if (!sent) co_return false;
    if (!out.close) co_return true;
    deadline.in(hub.options.timeouts.goodbye);
    co_await wire.farewell();
    co_return false;
}

awaitable<bool> Session::send(std::string_view first, std::string_view second) {
    auto const begun = Clock::now();
    std::size_t sent = 0;
    auto const size = first.size() + second.size();
    while (sent < size) {
        deadline.at(begun + hub.options.timeouts.write + earned(sent));
        auto from_first = std::min(sent, first.size());
        std::array parts{asio::const_buffer(first.data() + from_first, first.size() - from_first),
                         asio::const_buffer(second.data() + (sent - from_first),
                                            second.size() - (sent - from_first))};
        auto left = std::span<asio::const_buffer const>(parts);
        Wire::Moved moved =
            co_await wire.write_some(from_first < first.size() ? left : left.subspan(1));
        if (moved.fault) co_return false;
        sent += moved.bytes;
    }
    deadline.none();
    co_return true;
}

awaitable<bool> Session::become_guest() {
    auto const& request = head.request;
    auto const& protocol = acceptance->protocol;
    if (!protocol.empty() && !lists(request, "sec-websocket-protocol", protocol)) {
        acceptance.reset();
        report(hub.callbacks, place("accept"), "a protocol that the guest did not offer");
        co_return co_await refuse({500, "bug"});
    }
    auto key = request.header("sec-websocket-key").value_or("");
    auto switching = compose_switch(key, protocol);
    bool sent = co_await send(switching, {});
    if (sent) welcome(hub, wire, std::move(*acceptance), std::move(received));
    else acceptance.reset();
    co_return false;
}

std::size_t Session::body_limit() {
    try {
        if (hub.callbacks.body_limit)
            return hub.callbacks.body_limit(head.request.method, head.request.path);
    } catch (...) {
        report_current(hub.callbacks, place("body_limit"));
        head.trouble = {500, "bug"};
    }
    return hub.options.limits.body;
}

void Session::count_body(std::size_t bytes) {
    hub.body_bytes += bytes - counted; // may wrap around on the way, and comes back
    counted = bytes;
}

/// For the log: without the query, which may hold what people typed.
std::string Session::place(std::string_view callback) const {
    return std::string(callback) + " " + head.request.method + " " + head.request.path;
}

Clock::duration Session::earned(std::size_t bytes) const {
    return std::chrono::milliseconds(bytes * 1000 /
                                     std::max<std::size_t>(hub.options.limits.pace, 1));
}

} // namespace

void serve(Hub& hub, Wire wire) {
    auto session = std::make_unique<Session>(hub, std::move(wire));
    asio::co_spawn(hub.io, Session::live(std::move(session)), [&hub](std::exception_ptr fault) {
        if (!fault) return;
        try {
            std::rethrow_exception(fault);
        } catch (...) {
            report_current(hub.callbacks, "connection");
        }
    });
}

} // namespace radslag::net
