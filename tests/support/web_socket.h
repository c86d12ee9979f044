#pragma once
// A WebSocket client for tests that can also misbehave: it sends and reads single frames.

#include "support/http_client.h"

namespace radslag::test {

struct Frame {
    int opcode = 0; // 1 text, 2 binary, 8 close, 9 ping, 10 pong
    std::string payload;
    bool last = true;
    /// Of a close frame; 1005 when it has none.
    int close_code() const;
};

std::string close_payload(int code, std::string_view reason = {});

class WebSocket {
public:
    /// Shakes hands; throws with the status when the server answers otherwise.
    WebSocket(std::uint16_t port, std::string_view target, Fields const& fields = {},
              bool tls = false);

    void send(std::string_view text) { send({1, std::string(text)}); }
    void send(Frame const& frame);
    Frame read();            // the next frame, whatever it is
    std::string read_text(); // the next text message; throws at anything but that and pings
    int read_close(); // the code of the close frame that is next but for messages and pings
    void leave(int code = 1000);
    Socket& raw() { return socket; }
    Reply const& handshake() const { return reply; }

private:
    Socket socket;
    Reply reply;
};

/// The fields of a correct handshake.
Fields handshake_fields();

} // namespace radslag::test
