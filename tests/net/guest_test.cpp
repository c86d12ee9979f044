// WebSockets: the handshake, messages both ways, the queue, and every way to part.

#include "net/rig.h"

#include <atomic>
#include <thread>

namespace radslag::net {

namespace {

std::shared_ptr<std::string const> text(std::string words) {
    return std::make_shared<std::string const>(std::move(words));
}

} // namespace

class Guests : public Rig {
protected:
    Guests() {
        callbacks.accept = [this](Request const& request) -> std::optional<Acceptance> {
            if (request.path == "/closed") return {};
            Acceptance acceptance;
            acceptance.protocol = request.parameter("protocol").value_or("");
            acceptance.on_open = [this](std::shared_ptr<Guest> opened) {
                guest = opened;
                journal.add("open");
                if (on_open) on_open();
            };
            acceptance.on_message = [this](std::string_view message, Kind kind) {
                journal.add(std::string(kind == Kind::text ? "text " : "binary ") +
                            std::string(message.substr(0, 100)));
                if (message == "trip") throw std::runtime_error("stumbled");
                if (message.starts_with("echo")) guest->send(text(std::string(message)), kind);
            };
            acceptance.on_close = [this](std::uint16_t code) {
                journal.add("close " + std::to_string(code));
            };
            return acceptance;
        };
    }
    ~Guests() override { server.reset(); }

    using Lines = std::vector<std::string>;

    test::Reply handshake(test::Fields const& fields, std::string const& line = "GET / HTTP/1.1") {
        auto out = line + "\r\nHost: a\r\n";
        for (auto const& [name, value] : fields) out.append(name + ": " + value + "\r\n");
        return ask(out + "\r\n");
    }

    /// A guest that does not read, with one message so large that it stays under way.
    std::size_t jam() {
        auto large = text(std::string(20'000'000, 'x'));
        EXPECT_TRUE(guest->send(large));
        return large->size();
    }

    std::shared_ptr<Guest> guest;
    std::function<void()> on_open;
    Journal journal;
};

TEST_F(Guests, ShakeHands) {
    auto port = start();
    WebSocket socket(port, "/", {{"Sec-WebSocket-Extensions", "permessage-deflate"}});
    auto const& reply = socket.handshake();
    EXPECT_EQ(reply.header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    EXPECT_EQ(reply.header("upgrade"), "websocket");
    EXPECT_EQ(reply.header("connection"), "Upgrade");
    EXPECT_EQ(reply.headers.count("date"), 1u);
    EXPECT_EQ(reply.headers.count("server"), 0u);
    EXPECT_EQ(reply.headers.count("sec-websocket-extensions"), 0u);
    EXPECT_EQ(reply.headers.count("sec-websocket-protocol"), 0u);
    journal.until("open");
}

TEST_F(Guests, AgreeOnAProtocol) {
    auto port = start();
    WebSocket socket(port, "/?protocol=b", {{"Sec-WebSocket-Protocol", "a, b"}});
    EXPECT_EQ(socket.handshake().header("sec-websocket-protocol"), "b");
    EXPECT_THROW(WebSocket(port, "/?protocol=c", {{"Sec-WebSocket-Protocol", "a, b"}}),
                 std::runtime_error);
    EXPECT_EQ(bugs.all(), Lines{"accept GET /: a protocol that the guest did not offer"});
}

TEST_F(Guests, WhoIsNotAcceptedGetsAnOrdinaryAnswer) {
    start();
    auto reply = handshake(test::handshake_fields(), "GET /closed HTTP/1.1");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "GET /closed []");
    auto plain = handshake({}, "GET / HTTP/1.1");
    EXPECT_EQ(plain.body, "GET / []");
    EXPECT_EQ(handshake({{"Connection", "Upgrade"}, {"Upgrade", "h2c"}}).body, "GET / []");
    EXPECT_TRUE(journal.all().empty());
}

TEST_F(Guests, AServerWithoutThemIgnoresTheWish) {
    callbacks.accept = nullptr;
    start();
    EXPECT_EQ(handshake(test::handshake_fields()).body, "GET / []");
}

TEST_F(Guests, BrokenHandshakesAreRefused) {
    start();
    auto with = [](std::string const& name, std::optional<std::string> value) {
        test::Fields fields;
        for (auto& field : test::handshake_fields()) {
            if (field.first != name) fields.push_back(field);
            else if (value) fields.emplace_back(name, *value);
        }
        return fields;
    };
    auto bad = [&](test::Fields const& fields, std::string const& line = "GET / HTTP/1.1") {
        auto reply = handshake(fields, line);
        return std::to_string(reply.status) + reply.body;
    };
    auto const code = std::string(R"(400{"code":"bad_upgrade"})");
    EXPECT_EQ(bad(with("Sec-WebSocket-Key", {})), code);
    EXPECT_EQ(bad(with("Sec-WebSocket-Key", "short==")), code);
    EXPECT_EQ(bad(with("Sec-WebSocket-Key", "!!!!!!!!!!!!!!!!!!!!!!==")), code);
    EXPECT_EQ(bad(with("Sec-WebSocket-Version", {})), code);
    EXPECT_EQ(bad(test::handshake_fields(), "POST / HTTP/1.1"), code);
    auto with_body = test::handshake_fields();
    with_body.emplace_back("Content-Length", "1\r\n\r\nx");
    EXPECT_EQ(bad(with_body), code);
    auto twice = test::handshake_fields();
    twice.push_back(twice.back());
    EXPECT_EQ(bad(twice), code);
    auto old = handshake(with("Sec-WebSocket-Version", "8"));
    EXPECT_EQ(old.status, 426);
    EXPECT_EQ(old.header("sec-websocket-version"), "13");
    EXPECT_TRUE(journal.all().empty());
}

TEST_F(Guests, MessagesBothWays) {
    WebSocket socket(start(), "/");
    socket.send("echo åäö");
    EXPECT_EQ(socket.read_text(), "echo åäö");
    socket.send({2, std::string("echo\0\xff", 6)});
    auto frame = socket.read();
    EXPECT_EQ(frame.opcode, 2);
    EXPECT_EQ(frame.payload, std::string("echo\0\xff", 6));
    socket.send({1, "ec", false});
    socket.send({9, "are you there"});
    socket.send({0, "ho in parts", true});
    frame = socket.read();
    EXPECT_EQ(frame.opcode, 10);
    EXPECT_EQ(frame.payload, "are you there");
    EXPECT_EQ(socket.read_text(), "echo in parts");
    socket.send("");
    auto long_one = "echo" + std::string(60'000, 'y');
    socket.send(long_one);
    EXPECT_EQ(socket.read_text(), long_one);
    socket.leave(4711);
    EXPECT_EQ(socket.read_close(), 4711);
    EXPECT_TRUE(socket.raw().ends());
    EXPECT_TRUE(socket.raw().ended_cleanly());
    journal.until("close 4711");
    auto lines = journal.all();
    EXPECT_EQ(lines.front(), "open");
    EXPECT_EQ(lines.back(), "close 4711");
    EXPECT_EQ(std::ranges::count(lines, "text "), 1);
    EXPECT_EQ(lines.size(), 7u);
}

TEST_F(Guests, WhatCameTogetherWithTheHandshakeIsHeard) {
    auto port = start();
    Socket socket(port);
    auto out = std::string("GET / HTTP/1.1\r\nHost: a\r\n");
    for (auto const& [name, value] : test::handshake_fields()) out += name + ": " + value + "\r\n";
    socket.write(out + "\r\n" + std::string("\x81\x82\0\0\0\0hi", 8));
    EXPECT_EQ(read_reply(socket).status, 101);
    journal.until("text hi");
}

TEST_F(Guests, TooLongAMessage) {
    options.limits.guest_message = 1000;
    WebSocket socket(start(), "/");
    socket.send("echo" + std::string(996, 'x'));
    EXPECT_EQ(socket.read_text().size(), 1000u);
    socket.send("echo" + std::string(500'000, 'x'));
    EXPECT_EQ(socket.read_close(), 1009);
    journal.until("close 1009");
}

TEST_F(Guests, TooLongAMessageInParts) {
    options.limits.guest_message = 1000;
    WebSocket socket(start(), "/");
    socket.send({1, std::string(600, 'x'), false});
    socket.send({0, std::string(600, 'x'), true});
    EXPECT_EQ(socket.read_close(), 1009);
    journal.until("close 1009");
}

TEST_F(Guests, TextThatIsNotUtf8) {
    WebSocket socket(start(), "/");
    socket.send({1, "\xc3\x28"});
    EXPECT_EQ(socket.read_close(), 1007);
    journal.until("close 1007");
}

TEST_F(Guests, FramesAgainstTheProtocol) {
    auto port = start();
    WebSocket reserved(port, "/");
    reserved.send({3, "?"});
    EXPECT_EQ(reserved.read_close(), 1002);
    WebSocket unmasked(port, "/");
    unmasked.raw().write(std::string("\x81\x02hi", 4));
    EXPECT_EQ(unmasked.read_close(), 1002);
    journal.until("close 1002");
    EXPECT_EQ(std::ranges::count(journal.all(), "text hi"), 0);
}

TEST_F(Guests, GoneWithoutAWord) {
    {
        WebSocket socket(start(), "/");
        journal.until("open");
    }
    journal.until("close 1006");
    EXPECT_FALSE(guest->send(text("to nobody")));
}

TEST_F(Guests, GoneWithoutACode) {
    WebSocket socket(start(), "/");
    socket.send({8, ""});
    EXPECT_EQ(socket.read_close(), 1000);
    journal.until("close 1005");
}

TEST_F(Guests, TooManyMessagesCloseTheGuestAndNotTheOthers) {
    options.limits.guest_messages = 3;
    options.limits.guest_bytes = 1'000'000'000;
    options.timeouts.goodbye = 100ms;
    auto port = start();
    WebSocket other(port, "/");
    journal.until("open");
    auto patient = guest;
    other.send("echo 1");
    EXPECT_EQ(other.read_text(), "echo 1"); // so the next to open is the other guest
    WebSocket jammed(port, "/");
    jammed.send("now");
    journal.until("text now");
    ASSERT_NE(guest, patient);
    jam();
    int taken = 0;
    while (taken < 100 && guest->send(text("more"))) ++taken;
    EXPECT_GE(taken, 2);
    EXPECT_LE(taken, 4); // one may have left the queue meanwhile
    EXPECT_FALSE(guest->send(text("and more")));
    journal.until("close 1013");
    EXPECT_TRUE(patient->send(text("still here")));
    EXPECT_EQ(other.read_text(), "still here");
}

TEST_F(Guests, TooManyBytesCloseTheGuest) {
    options.limits.guest_messages = 1'000'000;
    options.limits.guest_bytes = 1000;
    WebSocket socket(start(), "/");
    journal.until("open");
    EXPECT_TRUE(guest->send(text(std::string(1000, 'x'))));
    EXPECT_EQ(socket.read_text().size(), 1000u);
    EXPECT_FALSE(guest->send(text(std::string(1001, 'x'))));
    EXPECT_EQ(socket.read_close(), 1013);
    socket.leave(1013);
    journal.until("close 1013");
}

TEST_F(Guests, WhoIsShutOutGetsNothingThatWasQueued) {
    options.limits.guest_bytes = 1'000'000'000;
    WebSocket socket(start(), "/");
    journal.until("open");
    auto size = jam();
    // The large one is under way when this one, sent after it, has come back.
    socket.send("sync");
    journal.until("text sync");
    EXPECT_TRUE(guest->send(text("secret")));
    guest->close(4001, "revoked");
    EXPECT_FALSE(guest->send(text("secret")));
    EXPECT_EQ(socket.read_text().size(), size);
    auto frame = socket.read();
    EXPECT_EQ(frame.opcode, 8);
    EXPECT_EQ(frame.payload, test::close_payload(4001, "revoked"));
    socket.leave(4001);
    journal.until("close 4001");
}

TEST_F(Guests, WhoIsShutOutGetsNothingThatIsNotYetUnderWay) {
    on_open = [&] {
        EXPECT_TRUE(guest->send(text("secret")));
        guest->close(4001);
    };
    WebSocket socket(start(), "/");
    EXPECT_EQ(socket.read().close_code(), 4001);
}

TEST_F(Guests, WhoIsShutOutIsNotHeard) {
    on_open = [&] { guest->close(4001); };
    WebSocket socket(start(), "/");
    socket.send("let me in");
    EXPECT_EQ(socket.read_close(), 4001);
    socket.leave(4001);
    journal.until("close 4001");
    EXPECT_EQ(journal.all(), (Lines{"open", "close 4001"}));
}

TEST_F(Guests, AnExceptionClosesTheGuest) {
    WebSocket socket(start(), "/");
    socket.send("trip");
    EXPECT_EQ(socket.read_close(), 1011);
    socket.leave(1011);
    journal.until("close 1011");
    EXPECT_EQ(bugs.all(), Lines{"guest: stumbled"});
}

TEST_F(Guests, AnExceptionWhenItOpens) {
    on_open = [] { throw std::runtime_error("no room"); };
    WebSocket socket(start(), "/");
    EXPECT_EQ(socket.read_close(), 1011);
    socket.leave(1011);
    journal.until("close 1011");
    EXPECT_EQ(journal.all(), (Lines{"open", "close 1011"}));
}

TEST_F(Guests, AGoodbyeMustBeOneThatCanBeSent) {
    WebSocket socket(start(), "/");
    journal.until("open");
    for (int code : {0, 999, 1004, 1005, 1006, 1015, 2999, 5000})
        EXPECT_THROW(guest->close(static_cast<std::uint16_t>(code)), std::invalid_argument) << code;
    EXPECT_THROW(guest->close(1000, std::string(124, 'x')), std::invalid_argument);
    guest->close(4999, std::string(123, 'x'));
    EXPECT_EQ(socket.read_close(), 4999);
}

TEST_F(Guests, ManyThreadsSendToMany) {
    options.limits.guest_messages = 100'000;
    std::mutex mutex;
    std::vector<std::shared_ptr<Guest>> room;
    on_open = [&] {
        std::lock_guard lock(mutex);
        room.push_back(guest);
    };
    auto port = start();
    std::vector<WebSocket> sockets;
    for (int i = 0; i < 4; ++i) {
        sockets.emplace_back(port, "/");
        sockets.back().send("here " + std::to_string(i));
        journal.until("text here " + std::to_string(i));
    }
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int n = 0; n < 250; ++n) {
                    auto message = text(std::to_string(t) + " " + std::to_string(n));
                    for (auto const& each : room) EXPECT_TRUE(each->send(message));
                }
            });
    }
    for (auto& socket : sockets) {
        std::array<int, 4> next{};
        for (int n = 0; n < 1000; ++n) {
            auto message = socket.read_text();
            auto thread = static_cast<std::size_t>(message.at(0) - '0');
            EXPECT_EQ(message, std::to_string(thread) + " " + std::to_string(next.at(thread)++));
        }
    }
}

} // namespace radslag::net
