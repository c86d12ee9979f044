#pragma once
// One stream type for plain and TLS sockets, so that everything above is compiled once.
// OpenSSL works on the socket itself: no buffers of our own for the thousands that are idle.

#include "net/tls.h"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>

#include <memory>
#include <span>
#include <string>

namespace radslag::net {

namespace asio = boost::asio;
using boost::system::error_code;

/// Refers to a connection; copies share it. All on the network thread.
class Wire {
public:
    /// What a transfer came to: some bytes, or a fault (an end of the stream is one too).
    struct Moved {
        std::size_t bytes = 0;
        error_code fault;
    };
    using Done = asio::any_completion_handler<void(error_code, std::size_t)>;

    Wire(asio::ip::tcp::socket socket, TlsContext tls);

    asio::awaitable<Moved> shake_hands(); // at once for a plain socket
    asio::awaitable<Moved> read_some(asio::mutable_buffer into);
    asio::awaitable<Moved> write_some(std::span<asio::const_buffer const> from);
    /// Says that nothing more comes, and reads away what the peer still sends, so that it gets to
    /// read our last answer instead of a reset. Ends when the peer does or the wire is cut.
    asio::awaitable<void> farewell();

    /// The same with callbacks, never called from within.
    void start_read(asio::mutable_buffer into, Done done);
    void start_write(std::span<asio::const_buffer const> from, Done done);
    void finish_later(Done done, error_code fault, std::size_t bytes);
    void say_end(); // close_notify and FIN, as far as they go

    void cut(); // what is under way ends with a fault
    bool is_cut() const;
    bool secure() const;
    std::string peer() const;
    asio::ip::tcp::socket::executor_type executor() const;

private:
    struct State;
    std::shared_ptr<State> state;
};

} // namespace radslag::net
