// One WebSocket connection: Beast's framing over a Wire, a bounded queue and a callback pump.

#include "net/answer.h"
#include "net/deadline.h"
#include "net/hub.h"
#include "net/layer.h"
#include "net/wire.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <mutex>
#include <stdexcept>

namespace radslag::net {

namespace {

namespace beast = boost::beast;
namespace websocket = beast::websocket;

beast::http::request<beast::http::empty_body> const& sham_handshake() {
    static auto const request = [] {
        beast::http::request<beast::http::empty_body> made(beast::http::verb::get, "/", 11);
        made.set(beast::http::field::host, "-");
        made.set(beast::http::field::connection, "upgrade");
        made.set(beast::http::field::upgrade, "websocket");
        made.set(beast::http::field::sec_websocket_key, "AAAAAAAAAAAAAAAAAAAAAA==");
        made.set(beast::http::field::sec_websocket_version, "13");
        return made;
    }();
    return request;
}

bool is_sendable(std::uint16_t code) {
    bool reserved = code == 1004 || code == 1005 || code == 1006;
    return (code >= 1000 && code <= 1014 && !reserved) || (code >= 3000 && code <= 4999);
}

class Visitor final : public Guest, public Member, public std::enable_shared_from_this<Visitor> {
public:
    Visitor(Hub& hub, Wire wire, Acceptance acceptance, std::string early);

    bool send(std::shared_ptr<std::string const> message, Kind kind) override;
    void close(std::uint16_t code, std::string_view reason) override;

    void open();
    void leave() override { close(1001, {}); }
    void cut() override { wire->cut(); }

private:
    struct Message {
        std::shared_ptr<std::string const> text;
        Kind kind = Kind::text;
    };

    void opened(error_code fault);
    void listen();
    void heard(error_code fault);
    void pump();
    void pumped(error_code fault);
    void depart(std::uint16_t code, std::string_view why);
    void say_goodbye();
    void end(error_code fault);
    void part();
    void finish();
    template <class Call> void tell(Call call);
    std::uint16_t code_of(error_code fault) const;

    Hub& hub; // may be gone when leaving, seen from other threads
    // Like what follows gone at the end: a guest that is kept may outlive the server's sockets.
    std::optional<Wire> wire;
    Acceptance acceptance;
    std::optional<websocket::stream<Layer, false>> stream;
    std::optional<Deadline> deadline;
    beast::flat_buffer message_in;
    Message message_out;
    int under_way = 0; // operations of Beast
    bool ended = false;

    std::mutex mutex; // over what follows
    std::deque<Message> queue;
    std::size_t queued_bytes = 0;
    bool pumping = false;
    bool leaving = false; // nothing more is queued or heard
    websocket::close_reason reason; // ours; none while only the peer wants to go
};

Visitor::Visitor(Hub& h, Wire w, Acceptance a, std::string early)
    : hub(h), wire(w), acceptance(std::move(a)) {
    auto const& options = hub.options;
    stream.emplace(Layer(std::move(w), std::move(early)));
    stream->set_option(websocket::stream_base::timeout{
        .handshake_timeout = options.timeouts.goodbye, // of the closing one; the opening is over
        .idle_timeout = options.timeouts.guest,
        .keep_alive_pings = true,
    });
    stream->read_message_max(options.limits.guest_message);
    stream->auto_fragment(false); // one frame, written from the message itself
    stream->write_buffer_bytes(128);
    hub.enter(*this);
}

void Visitor::open() {
    ++under_way;
    stream->async_accept(sham_handshake(), [self = shared_from_this()](error_code fault) {
        --self->under_way;
        self->opened(fault);
    });
}

void Visitor::opened(error_code fault) {
    stream->next_layer().opened();
    tell([this] {
        if (acceptance.on_open) acceptance.on_open(shared_from_this());
    });
    if (fault) return end(fault);
    if (hub.stopping) leave();
    listen();
}

void Visitor::listen() {
    ++under_way;
    stream->async_read(message_in, [self = shared_from_this()](error_code fault, std::size_t) {
        --self->under_way;
        self->heard(fault);
    });
}

void Visitor::heard(error_code fault) {
    if (fault) return end(fault);
    auto kind = stream->got_text() ? Kind::text : Kind::binary;
    std::string_view message(static_cast<char const*>(message_in.data().data()), message_in.size());
    bool welcome = true;
    {
        std::lock_guard lock(mutex);
        welcome = !leaving;
    }
    if (welcome && acceptance.on_message) tell([&] { acceptance.on_message(message, kind); });
    message_in.clear();
    if (message_in.capacity() > 4 * 1024) message_in.shrink_to_fit();
    listen();
}

bool Visitor::send(std::shared_ptr<std::string const> message, Kind kind) {
    std::lock_guard lock(mutex);
    if (leaving || !message) return false;
    auto const& limits = hub.options.limits;
    if (queue.size() >= limits.guest_messages ||
        queued_bytes + message->size() > limits.guest_bytes) {
        depart(1013, "too slow");
        return false;
    }
    queued_bytes += message->size();
    queue.push_back({std::move(message), kind});
    if (!pumping) {
        pumping = true;
        asio::post(hub.io, [self = shared_from_this()] { self->pump(); });
    }
    return true;
}

void Visitor::pump() {
    {
        std::lock_guard lock(mutex);
        pumping = !queue.empty() && !ended;
        if (!pumping) return;
        message_out = std::move(queue.front());
        queue.pop_front();
        queued_bytes -= message_out.text->size();
    }
    stream->text(message_out.kind == Kind::text);
    ++under_way;
    stream->async_write(asio::buffer(*message_out.text),
                        [self = shared_from_this()](error_code fault, std::size_t) {
                            --self->under_way;
                            self->pumped(fault);
                        });
}

void Visitor::pumped(error_code fault) {
    message_out = {};
    if (!fault) return pump();
    // Aborted: the wire is cut already, or a goodbye has begun that must not be disturbed.
    if (fault != asio::error::operation_aborted) wire->cut();
    part();
}

void Visitor::close(std::uint16_t code, std::string_view why) {
    if (!is_sendable(code) || why.size() > 123)
        throw std::invalid_argument("a goodbye that cannot be sent");
    std::lock_guard lock(mutex);
    if (!leaving) depart(code, why);
}

// With the mutex held.
void Visitor::depart(std::uint16_t code, std::string_view why) {
    leaving = true;
    reason.code = code;
    reason.reason.assign(why.begin(), why.end());
    queue.clear();
    queued_bytes = 0;
    asio::post(hub.io, [self = shared_from_this()] { self->say_goodbye(); });
}

void Visitor::say_goodbye() {
    if (ended) return;
    deadline.emplace(*wire);
    deadline->in(hub.options.timeouts.goodbye);
    ++under_way;
    stream->async_close(reason, [self = shared_from_this()](error_code) {
        --self->under_way;
        self->part();
    });
}

void Visitor::end(error_code fault) {
    ended = true;
    if (!deadline) deadline.emplace(*wire);
    deadline->in(hub.options.timeouts.goodbye);
    std::uint16_t code = 1006;
    {
        std::lock_guard lock(mutex);
        leaving = true;
        queue.clear();
        code = code_of(fault);
    }
    tell([&] {
        if (acceptance.on_close) acceptance.on_close(code);
    });
    acceptance = {};
    part();
}

/// When nothing is under way any more: lets the peer read what it was told last.
void Visitor::part() {
    if (!ended || under_way > 0) return;
    asio::co_spawn(hub.io, wire->farewell(),
                   [self = shared_from_this()](std::exception_ptr) { self->finish(); });
}

void Visitor::finish() {
    deadline.reset();
    stream.reset();
    wire.reset();
    hub.exit(*this);
}

template <class Call> void Visitor::tell(Call call) {
    try {
        call();
    } catch (...) {
        report_current(hub.callbacks, "guest");
        if (!ended) close(1011, {});
    }
}

std::uint16_t Visitor::code_of(error_code fault) const {
    if (reason.code != websocket::close_code::none) return reason.code;
    if (fault == websocket::error::closed) {
        auto code = stream->reason().code;
        return code == websocket::close_code::none ? 1005 : code;
    }
    if (fault == websocket::error::message_too_big) return 1009;
    if (fault == websocket::error::bad_frame_payload) return 1007;
    if (fault == websocket::condition::protocol_violation) return 1002;
    return 1006;
}

} // namespace

void welcome(Hub& hub, Wire wire, Acceptance acceptance, std::string early) {
    std::make_shared<Visitor>(hub, std::move(wire), std::move(acceptance), std::move(early))
        ->open();
}

} // namespace radslag::net
