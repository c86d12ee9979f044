#include "support/web_socket.h"

#include <stdexcept>

namespace radslag::test {

namespace {

unsigned byte(std::string const& text, std::size_t at) {
    return static_cast<unsigned char>(text.at(at));
}

} // namespace

int Frame::close_code() const {
    return payload.size() < 2 ? 1005 : static_cast<int>(byte(payload, 0) * 256 + byte(payload, 1));
}

std::string close_payload(int code, std::string_view reason) {
    std::string payload{static_cast<char>(code / 256), static_cast<char>(code % 256)};
    return payload.append(reason);
}

Fields handshake_fields() {
    return {{"Connection", "keep-alive, Upgrade"},
            {"Upgrade", "websocket"},
            {"Sec-WebSocket-Version", "13"},
            {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}}; // RFC 6455, 1.3
}

WebSocket::WebSocket(std::uint16_t port, std::string_view target, Fields const& fields, bool tls)
    : socket(port, tls) {
    auto out = "GET " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (auto const& [name, value] : handshake_fields()) out.append(name + ": " + value + "\r\n");
    for (auto const& [name, value] : fields) out.append(name + ": " + value + "\r\n");
    socket.write(out + "\r\n");
    reply = read_reply(socket);
    if (reply.status != 101)
        throw std::runtime_error("answered with " + std::to_string(reply.status));
}

void WebSocket::send(Frame const& frame) {
    std::string out;
    out += static_cast<char>((frame.last ? 0x80 : 0) | frame.opcode);
    auto size = frame.payload.size();
    if (size < 126) {
        out += static_cast<char>(0x80 | size);
    } else if (size < 65536) {
        out += static_cast<char>(0x80 | 126);
        out += static_cast<char>(size >> 8);
        out += static_cast<char>(size & 255);
    } else {
        out += static_cast<char>(0x80 | 127);
        for (int shift = 56; shift >= 0; shift -= 8)
            out += static_cast<char>((size >> shift) & 255);
    }
    constexpr std::string_view mask = "\x11\x22\x33\x44";
    out.append(mask);
    for (std::size_t i = 0; i < size; ++i)
        out += static_cast<char>(frame.payload[i] ^ mask[i % mask.size()]);
    socket.try_write(out);
}

Frame WebSocket::read() {
    auto start = socket.read_exactly(2);
    Frame frame{static_cast<int>(byte(start, 0) & 15), {}, (byte(start, 0) & 0x80) != 0};
    if (byte(start, 1) & 0x80) throw std::runtime_error("a server's frame is never masked");
    std::size_t size = byte(start, 1) & 127;
    if (size >= 126) {
        auto more = socket.read_exactly(size == 126 ? 2 : 8);
        size = 0;
        for (std::size_t i = 0; i < more.size(); ++i) size = size * 256 + byte(more, i);
    }
    frame.payload = socket.read_exactly(size);
    return frame;
}

std::string WebSocket::read_text() {
    while (true) {
        auto frame = read();
        if (frame.opcode == 9) continue;
        if (frame.opcode != 1 || !frame.last)
            throw std::runtime_error("not a text but a frame of kind " +
                                     std::to_string(frame.opcode));
        return frame.payload;
    }
}

int WebSocket::read_close() {
    while (true) {
        auto frame = read();
        if (frame.opcode == 8) return frame.close_code();
    }
}

void WebSocket::leave(int code) { send({8, close_payload(code)}); }

} // namespace radslag::test
