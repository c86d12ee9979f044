#include "net/wire.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <climits>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <sys/uio.h>

namespace radslag::net {

namespace {

using Wait = asio::ip::tcp::socket::wait_type;
using Buffers = std::span<asio::const_buffer const>;

constexpr std::size_t record = 16 * 1024; // the most that one TLS record carries
constexpr std::size_t most_buffers = 8;

struct Try {
    Wire::Moved moved;
    bool waits = false;
    Wait wait = Wait::wait_read;
};

Try moved(std::size_t bytes, error_code fault = {}) { return {{bytes, fault}}; }
Try ended() { return moved(0, asio::error::make_error_code(asio::error::eof)); }
Try failed(int code) { return moved(0, error_code(code, boost::system::system_category())); }
Try waiting(Wait wait) { return {{}, true, wait}; }

Try after_call(ssize_t result, Wait wait) {
    if (result > 0) return moved(static_cast<std::size_t>(result));
    if (result == 0) return ended();
    if (errno == EAGAIN || errno == EWOULDBLOCK) return waiting(wait);
    return failed(errno);
}

} // namespace

struct Wire::State {
    asio::ip::tcp::socket socket;
    TlsContext context;
    std::unique_ptr<SSL, decltype(&SSL_free)> ssl{nullptr, SSL_free};
    bool broken = false; // after a TLS fault nothing may be sent, not even a goodbye

    State(asio::ip::tcp::socket s, TlsContext c) : socket(std::move(s)), context(std::move(c)) {}

    int descriptor() { return socket.native_handle(); }

    // Interrupted calls: all signals are blocked in this thread, so EINTR does not come, and a
    // broken pipe under OpenSSL's write() is an error instead of a SIGPIPE.
    Try after_tls(int result) {
        if (result > 0) return moved(static_cast<std::size_t>(result));
        int saved = errno;
        switch (SSL_get_error(ssl.get(), result)) {
        case SSL_ERROR_WANT_READ:
            return waiting(Wait::wait_read);
        case SSL_ERROR_WANT_WRITE:
            return waiting(Wait::wait_write);
        case SSL_ERROR_ZERO_RETURN:
            return ended();
        case SSL_ERROR_SYSCALL:
            broken = true;
            return failed(saved ? saved : ECONNRESET);
        default:
            broken = true;
            return failed(EPROTO);
        }
    }

    Try shake_hands() {
        if (!ssl) return {};
        if (!socket.is_open()) return failed(ECANCELED);
        ERR_clear_error();
        return after_tls(SSL_accept(ssl.get()));
    }

    Try read(asio::mutable_buffer into) {
        if (!socket.is_open()) return failed(ECANCELED);
        if (!ssl)
            return after_call(::recv(descriptor(), into.data(), into.size(), 0), Wait::wait_read);
        ERR_clear_error();
        auto size = static_cast<int>(std::min<std::size_t>(into.size(), INT_MAX));
        return after_tls(SSL_read(ssl.get(), into.data(), size));
    }

    Try write(Buffers from) {
        if (!socket.is_open()) return failed(ECANCELED);
        return ssl ? write_tls(from) : write_plain(from);
    }

    Try write_plain(Buffers from) {
        std::array<iovec, most_buffers> parts{};
        msghdr message{};
        message.msg_iov = parts.data();
        for (auto const& buffer : from.first(std::min(from.size(), most_buffers)))
            parts.at(message.msg_iovlen++) = {const_cast<void*>(buffer.data()), buffer.size()};
        return after_call(::sendmsg(descriptor(), &message, MSG_NOSIGNAL), Wait::wait_write);
    }

    // Small parts are put together: one record and one packet instead of several.
    Try write_tls(Buffers from) {
        std::array<unsigned char, record> together; // NOLINT: filled below, as far as it is used
        auto const* data = static_cast<unsigned char const*>(from.front().data());
        std::size_t size = from.front().size();
        if (from.size() > 1 && size < record) {
            size = 0;
            for (auto const& buffer : from) {
                auto part = std::min(buffer.size(), record - size);
                std::copy_n(static_cast<unsigned char const*>(buffer.data()), part,
                            together.data() + size);
                size += part;
            }
            data = together.data();
        }
        ERR_clear_error();
        return after_tls(
            SSL_write(ssl.get(), data, static_cast<int>(std::min<std::size_t>(size, INT_MAX))));
    }

    Try discard() {
        static thread_local std::array<char, record> bin;
        if (!socket.is_open()) return failed(ECANCELED);
        return after_call(::recv(descriptor(), bin.data(), bin.size(), 0), Wait::wait_read);
    }
};

namespace {

// Holds the state by itself: the Wire may be gone when the wait ends.
template <class State, class Step>
asio::awaitable<Wire::Moved> until_done(std::shared_ptr<State> state, Step step) {
    while (true) {
        Try result = step(*state);
        if (!result.waits) co_return result.moved;
        error_code fault;
        co_await state->socket.async_wait(result.wait,
                                          asio::redirect_error(asio::use_awaitable, fault));
        if (fault) {
            result.moved.fault = fault;
            co_return result.moved;
        }
    }
}

template <class State, class Step>
void until_done(std::shared_ptr<State> state, Step step, Wire::Done done, bool within) {
    Try result = step(*state);
    if (result.waits) {
        auto& socket = state->socket;
        socket.async_wait(result.wait, [state = std::move(state), step = std::move(step),
                                        done = std::move(done)](error_code fault) mutable {
            if (fault) return std::move(done)(fault, 0);
            until_done(std::move(state), std::move(step), std::move(done), false);
        });
    } else if (within) {
        asio::post(state->socket.get_executor(),
                   [moved = result.moved, done = std::move(done)]() mutable {
                       std::move(done)(moved.fault, moved.bytes);
                   });
    } else {
        std::move(done)(result.moved.fault, result.moved.bytes);
    }
}

} // namespace

Wire::Wire(asio::ip::tcp::socket socket, TlsContext tls)
    : state(std::make_shared<State>(std::move(socket), std::move(tls))) {
    error_code ignored;
    state->socket.native_non_blocking(true, ignored);
    state->socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (!state->context) return;
    state->ssl.reset(SSL_new(state->context.get()));
    if (!state->ssl || SSL_set_fd(state->ssl.get(), state->descriptor()) != 1) cut();
}

asio::awaitable<Wire::Moved> Wire::shake_hands() {
    return until_done(state, [](State& s) { return s.shake_hands(); });
}

asio::awaitable<Wire::Moved> Wire::read_some(asio::mutable_buffer into) {
    return until_done(state, [into](State& s) { return s.read(into); });
}

asio::awaitable<Wire::Moved> Wire::write_some(Buffers from) {
    return until_done(state, [from](State& s) { return s.write(from); });
}

asio::awaitable<void> Wire::farewell() {
    say_end();
    while (true) {
        Moved moved = co_await until_done(state, [](State& s) { return s.discard(); });
        if (moved.fault) break;
    }
    cut();
}

void Wire::start_read(asio::mutable_buffer into, Done done) {
    until_done(state, [into](State& s) { return s.read(into); }, std::move(done), true);
}

void Wire::start_write(Buffers from, Done done) {
    std::array<asio::const_buffer, most_buffers> parts;
    auto count = std::min(from.size(), most_buffers);
    std::copy_n(from.begin(), count, parts.begin());
    auto step = [parts, count](State& s) { return s.write(Buffers(parts).first(count)); };
    until_done(state, step, std::move(done), true);
}

void Wire::finish_later(Done done, error_code fault, std::size_t bytes) {
    asio::post(executor(),
               [fault, bytes, done = std::move(done)]() mutable { std::move(done)(fault, bytes); });
}

void Wire::say_end() {
    if (is_cut()) return;
    ERR_clear_error();
    if (state->ssl && !state->broken && SSL_is_init_finished(state->ssl.get()))
        SSL_shutdown(state->ssl.get());
    error_code ignored;
    state->socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

void Wire::cut() {
    error_code ignored;
    state->socket.close(ignored);
}

bool Wire::is_cut() const { return !state->socket.is_open(); }

bool Wire::secure() const { return state->ssl != nullptr; }

std::string Wire::peer() const {
    error_code fault;
    auto end = state->socket.remote_endpoint(fault);
    if (fault) return {};
    auto address = end.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

asio::ip::tcp::socket::executor_type Wire::executor() const { return state->socket.get_executor(); }

} // namespace radslag::net
