#pragma once
// HTTP/1.1, WebSocket and TLS behind plain types. Handlers are plain functions on worker threads;
// one network thread moves the bytes. RFC 9110, 9112, 6455, 6265.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace radslag::net {

/// Orders header names without regard to the case of ASCII letters.
struct NoCase {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const noexcept;
};

struct Request {
    std::string method; // as sent, a token: "GET", "HEAD", "PROPFIND" ...
    std::string target; // as sent, at most Limits::target bytes
    /// Decoded; begins with '/' (or is "*"). UTF-8 without control characters, "." and ".."
    /// segments, '\', and without an encoded '/', which could not be told from a separator.
    std::string path;
    /// Decoded, '+' is a space; UTF-8 without NUL.
    std::multimap<std::string, std::string, std::less<>> query;
    std::multimap<std::string, std::string, NoCase> headers;
    std::map<std::string, std::string, std::less<>> cookies; // the first of a name counts
    std::string body;
    std::string peer;    // address without port; "192.0.2.1" also when it came mapped into IPv6
    bool secure = false; // came over TLS to this server
    /// The first of that name; nothing when there is none.
    std::optional<std::string_view> header(std::string_view name) const;
    std::optional<std::string_view> cookie(std::string_view name) const;
    std::optional<std::string_view> parameter(std::string_view name) const;
};

struct Response {
    int status = 200;
    /// Content-Length, Date and Transfer-Encoding are the server's own and are dropped here,
    /// Connection too, but "close" is obeyed. A line break in a field makes the answer a 500.
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    /// When set, sent instead of body and never copied whole: for static files.
    std::shared_ptr<std::string const> file;
};

/// Whether the asker takes an answer of this coding (RFC 9110 12.5.3): named or "*", and not with
/// the weight 0. A request that says nothing takes none.
bool takes(Request const& request, std::string_view coding);
/// The same bytes in the coding "gzip" (RFC 1952).
std::string gzip(std::string_view bytes);

enum class Kind { text, binary };

/// One WebSocket connection. Thread-safe, returns at once; a Guest may outlive its connection.
class Guest {
public:
    virtual ~Guest() = default;
    /// Queues for sending. False when the guest is leaving, or when this one overfills the queue
    /// (Limits::guest_messages, guest_bytes): then the guest is closed with 1013.
    virtual bool send(std::shared_ptr<std::string const> message, Kind kind = Kind::text) = 0;
    /// Drops what is queued, so that at most the message already on its way follows, says goodbye
    /// and cuts after Timeouts::goodbye. std::invalid_argument unless code is 1000..1014 or
    /// 3000..4999 (not 1004..1006) and reason at most 123 bytes.
    virtual void close(std::uint16_t code = 1000, std::string_view reason = {}) = 0;
};

/// What the host wants to hear, on the network thread: must not block. on_open comes first and
/// on_close last, once each. After an exception the guest is closed with 1011.
struct Acceptance {
    std::function<void(std::shared_ptr<Guest>)> on_open;
    std::function<void(std::string_view message, Kind kind)> on_message;
    std::function<void(std::uint16_t code)> on_close; // 1006: cut without a goodbye
    std::string protocol; // the subprotocol chosen from those offered, or empty
};

/// Why the server itself answers: 400 bad_request, bad_target, bad_header, bad_host, bad_length,
/// bad_body, bad_upgrade (also 426); 413 body_too_large; 414 target_too_long; 417 bad_expectation;
/// 431 headers_too_large; 500 bug; 501 bad_encoding; 503 busy (Retry-After); 505 bad_version.
struct Trouble {
    int status;
    std::string_view code;
};

struct Limits { // bytes unless said otherwise
    std::size_t body = 1024 * 1024;
    std::size_t bodies = 256 * 1024 * 1024; // of all requests under way; beyond it 503
    std::size_t header = 16 * 1024; // request line and all fields
    std::size_t target = 8 * 1024;
    std::size_t connections = 10'000; // guests included; one more is closed at once
    std::size_t waiting = 256; // requests waiting for a worker; one more gets 503
    std::size_t guest_message = 64 * 1024; // a longer one from the guest closes it with 1009
    std::size_t guest_messages = 256; // messages in the queue to one guest
    std::size_t guest_bytes = 1024 * 1024; // bytes in the queue to one guest
    std::size_t pace = 8 * 1024; // bytes per second by which a body or an answer extends its time
};

struct Timeouts {
    std::chrono::milliseconds header{10'000}; // handshake, and first byte to end of head
    std::chrono::milliseconds body{15'000}; // plus received bytes / Limits::pace
    std::chrono::milliseconds write{15'000}; // plus sent bytes / Limits::pace
    std::chrono::milliseconds idle{60'000}; // until the first byte, and between requests
    std::chrono::milliseconds guest{40'000}; // silence of a guest; it is pinged at half of it
    std::chrono::milliseconds goodbye{3'000}; // until a leaving peer is cut
    std::chrono::milliseconds stop{10'000}; // for running requests when the server stops
};

struct Options {
    std::string address = "127.0.0.1"; // an address, not a name; "::" takes IPv4 too
    std::uint16_t port = 0; // 0: a free one
    std::string certificate_file, key_file; // PEM, the own one before its chain; empty: no TLS
    unsigned workers = 4;
    Limits limits;
    Timeouts timeouts;
};

struct Callbacks { // only handle is needed
    std::function<Response(Request const&)> handle; // on a worker
    /// On a worker, for a well-formed WebSocket handshake; nothing: handle answers instead. Whether
    /// the Origin is welcome is decided here.
    std::function<std::optional<Acceptance>(Request const&)> accept;
    /// On the network thread, before the body is read; the path is decoded. Unset: Limits::body.
    std::function<std::size_t(std::string_view method, std::string_view path)> body_limit;
    /// On any thread; the status cannot be changed. Unset: {"code":"…"}.
    std::function<Response(Trouble const&)> word;
    /// On any thread: an exception came out of a callback. For the log.
    std::function<void(std::string_view where, std::string_view what)> on_bug;
};

class Server {
public:
    Server(Options options, Callbacks callbacks);
    ~Server(); // stops
    /// Listens and returns; nothing when all is well, else the fault in words for the log.
    [[nodiscard]] std::optional<std::string> start();
    std::uint16_t port() const;
    /// Reads the certificate and key again for coming connections; on a fault the old ones stay.
    [[nodiscard]] std::optional<std::string> reload_certificate();
    /// Takes no more, gives running requests Timeouts::stop, closes guests with 1001, cuts the
    /// rest. A handler is not killed: its return is awaited. Not from the server's own threads.
    void stop();
    void wait(); // returns when stop() has been called and is done

private:
    struct Inner;
    std::unique_ptr<Inner> inner;
};

} // namespace radslag::net
