#pragma once

#include "net/wire.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/role.hpp>

#include <algorithm>
#include <array>
#include <cstring>

namespace radslag::net {

/// The wire as Beast wants to see it. The handshake is over when a guest is made, but Beast insists
/// on its own: its answer (which would name the software) is swallowed.
class Layer {
public:
    using executor_type = asio::ip::tcp::socket::executor_type;

    Layer(Wire w, std::string e) : wire(std::move(w)), early(std::move(e)) {}

    executor_type get_executor() const { return wire.executor(); }

    template <class Buffers, class Token> auto async_read_some(Buffers const& into, Token&& token) {
        return asio::async_initiate<Token, void(error_code, std::size_t)>(
            [this](auto handler, asio::mutable_buffer first) {
                this->read(first, std::move(handler));
            },
            token, first_of<asio::mutable_buffer>(into));
    }

    template <class Buffers, class Token>
    auto async_write_some(Buffers const& from, Token&& token) {
        return asio::async_initiate<Token, void(error_code, std::size_t)>(
            [this](auto handler, Buffers const& buffers) {
                this->write(buffers, std::move(handler));
            },
            token, from);
    }

    void opened() { shaking = false; }

    friend void beast_close_socket(Layer& layer) { layer.wire.cut(); }

    template <class Handler>
    friend void async_teardown(boost::beast::role_type, Layer& layer, Handler&& handler) {
        layer.wire.say_end();
        asio::post(layer.get_executor(),
                   boost::beast::bind_front_handler(std::forward<Handler>(handler), error_code{}));
    }

private:
    template <class Buffer, class Buffers> static Buffer first_of(Buffers const& buffers) {
        for (Buffer buffer : boost::beast::buffers_range_ref(buffers))
            if (buffer.size() > 0) return buffer;
        return {};
    }

    void read(asio::mutable_buffer into, Wire::Done done) {
        if (early.empty()) return wire.start_read(into, std::move(done));
        auto part = std::min(early.size(), into.size());
        std::memcpy(into.data(), early.data(), part);
        early.erase(0, part);
        wire.finish_later(std::move(done), {}, part);
    }

    template <class Buffers> void write(Buffers const& from, Wire::Done done) {
        if (shaking)
            return wire.finish_later(std::move(done), {}, boost::beast::buffer_bytes(from));
        std::array<asio::const_buffer, 8> parts;
        std::size_t count = 0;
        for (asio::const_buffer buffer : boost::beast::buffers_range_ref(from))
            if (buffer.size() > 0 && count < parts.size()) parts[count++] = buffer;
        wire.start_write(std::span(parts).first(count), std::move(done));
    }

    Wire wire;
    std::string early;
    bool shaking = true;
};

} // namespace radslag::net
