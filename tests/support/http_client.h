#pragma once
// A small blocking client for tests: HTTP/1.1, cookies, TLS without verification. Throws
// std::runtime_error when the server does not do its part within patience.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace radslag::test {

inline constexpr std::chrono::seconds patience{20}; // only a failing test waits that long

/// A connected socket, for what no well-behaved client sends.
class Socket {
public:
    explicit Socket(std::uint16_t port, bool tls = false, std::string_view host = "127.0.0.1");
    Socket(Socket&&) noexcept;
    Socket& operator=(Socket&&) noexcept;
    ~Socket();

    void write(std::string_view bytes);
    /// As write, but gives up quietly when the server has gone.
    bool try_write(std::string_view bytes);
    void write_under_tls(std::string_view bytes); // past the encryption
    void end_writing(); // FIN; the other direction stays open
    /// Up to and with the mark; what came after it stays for the next read.
    std::string read_until(std::string_view mark);
    std::string read_exactly(std::size_t size);
    std::string read_to_end();
    /// Waits for the end of the stream; false when bytes come instead. A reset counts as an end.
    bool ends();
    /// Waits at most so long for bytes or the end.
    bool readable(std::chrono::milliseconds time);
    /// Was the end, once read, an orderly one (for TLS with its close_notify), not a reset?
    bool ended_cleanly() const;

private:
    friend class HttpClient;
    struct State;
    bool fill(); // false at the end
    std::unique_ptr<State> state;
};

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Reply {
    int status = 0;
    std::multimap<std::string, std::string> headers; // names in small letters
    std::string body;
    /// The first of that name (small letters), or empty.
    std::string header(std::string const& name) const;
};

/// The next answer on a socket, past any 1xx. head_only: it answers a HEAD.
Reply read_reply(Socket& socket, bool head_only = false);

/// Keeps its connection and its cookies, sends them and a Host field by itself.
class HttpClient {
public:
    explicit HttpClient(std::uint16_t port, bool tls = false);

    Reply send(std::string_view method, std::string_view target, std::string_view body = {},
               Fields const& fields = {});
    Reply get(std::string_view target, Fields const& fields = {}) {
        return send("GET", target, {}, fields);
    }
    /// With Content-Type: application/json.
    Reply post(std::string_view target, std::string_view json, Fields fields = {});

    std::map<std::string, std::string> cookies; // to look at, change or clear
    /// How often it had to connect; 1 after any number of requests that were kept alive.
    int connections() const { return connected; }

private:
    void take_cookies(Reply const& reply);

    std::uint16_t port;
    bool tls;
    int connected = 0;
    std::optional<Socket> socket;
};

} // namespace radslag::test
