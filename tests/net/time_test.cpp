// Who is slow is cut, each by its own clock; all other times are far too long to help. And the
// stop.

#include "net/rig.h"

#include <atomic>
#include <thread>

namespace radslag::net {

class Times : public Rig {
protected:
    static constexpr auto soon = 100ms;

    Times() {
        auto& t = options.timeouts;
        t.header = t.body = t.write = t.idle = t.guest = t.goodbye = t.stop = 1h;
        options.limits.pace = 1'000'000'000;
    }

    /// One byte now and then, for ever: true when the server puts an end to it.
    static bool is_cut_while_trickling(Socket& socket) {
        auto const end = std::chrono::steady_clock::now() + test::patience;
        while (std::chrono::steady_clock::now() < end) {
            if (!socket.try_write("x")) return true;
            if (socket.readable(10ms)) return socket.ends();
        }
        return false;
    }

    /// With room for one connection: waits until the one before has been given up.
    void until_the_place_is_free() {
        auto const end = std::chrono::steady_clock::now() + test::patience;
        while (std::chrono::steady_clock::now() < end) {
            Socket socket(server->port());
            if (socket.try_write("GET / HTTP/1.1\r\nHost: a\r\n\r\n") && !socket.ends()) return;
        }
        FAIL() << "the connection was never given up";
    }
};

TEST_F(Times, NothingSaid) {
    options.timeouts.idle = soon;
    start();
    Socket socket(server->port());
    EXPECT_TRUE(socket.ends());
}

TEST_F(Times, NothingMoreSaid) {
    options.timeouts.idle = soon;
    start();
    Socket socket(server->port());
    socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(read_reply(socket).status, 200);
    EXPECT_TRUE(socket.ends());
}

TEST_F(Times, EmptyLinesAreNothingSaid) {
    options.timeouts.idle = soon;
    start();
    Socket socket(server->port());
    auto const end = std::chrono::steady_clock::now() + test::patience;
    bool cut = false;
    while (!cut && std::chrono::steady_clock::now() < end)
        cut = !socket.try_write("\r\n") || (socket.readable(10ms) && socket.ends());
    EXPECT_TRUE(cut);
}

TEST_F(Times, AnAnswerUnderWayIsNotIdle) {
    Gate gate;
    options.timeouts.idle = options.timeouts.header = options.timeouts.body = soon;
    callbacks.handle = [&](Request const&) {
        gate.pass();
        return Response{};
    };
    start();
    Socket patient(server->port());
    patient.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
    gate.until_waiting(1);
    Socket idle(server->port());
    EXPECT_TRUE(idle.ends()); // so the other one's time would be over, too
    gate.open();
    EXPECT_EQ(read_reply(patient).status, 200);
}

TEST_F(Times, AHeadThatDoesNotEnd) {
    options.timeouts.header = soon;
    start();
    Socket half(server->port());
    half.write("GET / HTTP/1.1\r\nHost: a\r\n");
    EXPECT_TRUE(half.ends());
    Socket slow(server->port());
    slow.write("GET / HTTP/1.1\r\nX: ");
    EXPECT_TRUE(is_cut_while_trickling(slow));
    // The same for a second request on a connection that began well.
    Socket second(server->port());
    second.write("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET");
    EXPECT_EQ(read_reply(second).status, 200);
    EXPECT_TRUE(second.ends());
}

TEST_F(Times, ABodyThatDoesNotEnd) {
    options.timeouts.body = soon;
    start();
    auto head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n";
    Socket half(server->port());
    half.write(head);
    EXPECT_TRUE(half.ends());
    Socket slow(server->port());
    slow.write(head);
    EXPECT_TRUE(is_cut_while_trickling(slow));
}

TEST_F(Times, ABodyThatKeepsThePaceGetsItsTime) {
    options.timeouts.body = 1s;
    options.limits.pace = 1; // a second more for each byte
    start();
    Socket socket(server->port());
    socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 15\r\n\r\n");
    for (int i = 0; i < 14; ++i) {
        socket.write("x");
        EXPECT_FALSE(socket.readable(100ms));
    }
    socket.write("x");
    EXPECT_EQ(read_reply(socket).body, "POST / [xxxxxxxxxxxxxxx]");
}

TEST_F(Times, AnAnswerThatNobodyReads) {
    options.timeouts.write = soon;
    options.limits.connections = 1;
    auto large = std::make_shared<std::string>(50'000'000, 'x');
    callbacks.handle = [&](Request const& request) {
        return Response{200, {}, {}, request.path == "/large" ? large : nullptr};
    };
    start();
    Socket jammed(server->port());
    jammed.write("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    until_the_place_is_free();
}

TEST_F(Times, AGoodbyeThatIsNotReturned) {
    options.timeouts.goodbye = soon;
    options.limits.connections = 1;
    start();
    Socket stays(server->port());
    stays.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(read_reply(stays).status, 200);
    until_the_place_is_free();
}

TEST_F(Times, ASilentGuestIsPingedAndCut) {
    options.timeouts.guest = 200ms;
    options.timeouts.goodbye = soon;
    Journal journal;
    callbacks.accept = [&](Request const&) {
        Acceptance acceptance;
        acceptance.on_close = [&](std::uint16_t code) { journal.add(std::to_string(code)); };
        return acceptance;
    };
    start();
    WebSocket guest(server->port(), "/");
    EXPECT_EQ(guest.read().opcode, 9);
    journal.until("1006");
    EXPECT_TRUE(guest.raw().ends());
}

TEST_F(Times, AGuestThatAnswersPingsStays) {
    options.timeouts.guest = 1s;
    callbacks.accept = [&](Request const&) { return Acceptance{}; };
    start();
    WebSocket guest(server->port(), "/");
    WebSocket silent(server->port(), "/");
    for (int i = 0; i < 3; ++i) { // longer than the silence that is allowed
        auto ping = guest.read();
        ASSERT_EQ(ping.opcode, 9);
        guest.send({10, ping.payload});
    }
    EXPECT_EQ(silent.read().opcode, 9);
    EXPECT_TRUE(silent.raw().ends());
}

TEST_F(Times, AGuestWhoDoesNotReturnTheGoodbye) {
    options.timeouts.goodbye = soon;
    Journal journal;
    callbacks.accept = [&](Request const&) {
        Acceptance acceptance;
        acceptance.on_open = [](std::shared_ptr<Guest> guest) { guest->close(4000, "out"); };
        acceptance.on_close = [&](std::uint16_t code) { journal.add(std::to_string(code)); };
        return acceptance;
    };
    start();
    WebSocket guest(server->port(), "/");
    auto frame = guest.read();
    EXPECT_EQ(frame.payload, test::close_payload(4000, "out"));
    journal.until("4000");
    EXPECT_TRUE(guest.raw().ends());
}

class Stop : public Times {
protected:
    Stop() { options.timeouts.goodbye = soon; }
};

TEST_F(Stop, RunningRequestsAreFinishedAndIdleConnectionsClosed) {
    Gate gate;
    callbacks.handle = [&](Request const&) {
        gate.pass();
        return Response{200, {}, "done", nullptr};
    };
    auto port = start();
    Socket idle(port);
    Socket running(port);
    running.write("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /pipelined HTTP/1.1\r\nHost: a\r\n\r\n");
    gate.until_waiting(1);
    std::jthread stopping([&] { server->stop(); });
    EXPECT_TRUE(idle.ends());
    EXPECT_THROW(Socket{port}, std::runtime_error);
    gate.open();
    auto reply = read_reply(running);
    EXPECT_EQ(reply.body, "done");
    EXPECT_EQ(reply.header("connection"), "close");
    EXPECT_TRUE(running.ends());
    server->wait();
}

TEST_F(Stop, WhatTakesTooLongIsCutAndWhatWaitsIsNotBegun) {
    Gate gate;
    std::atomic<int> begun = 0;
    options.workers = 1;
    options.timeouts.stop = soon;
    callbacks.handle = [&](Request const&) {
        ++begun;
        gate.pass();
        return Response{};
    };
    auto port = start();
    Socket running(port);
    running.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    gate.until_waiting(1);
    Socket waiting(port);
    waiting.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    Socket half(port);
    half.write("GET / HT");
    std::jthread stopping([&] { server->stop(); });
    EXPECT_TRUE(running.ends());
    EXPECT_TRUE(waiting.ends());
    EXPECT_TRUE(half.ends());
    gate.open();
    server->wait();
    EXPECT_EQ(begun, 1);
}

TEST_F(Stop, GuestsAreToldAndNoneIsLeft) {
    Journal journal;
    std::shared_ptr<Guest> kept;
    callbacks.accept = [&](Request const&) {
        Acceptance acceptance;
        acceptance.on_open = [&](std::shared_ptr<Guest> guest) { kept = std::move(guest); };
        acceptance.on_close = [&](std::uint16_t code) { journal.add(std::to_string(code)); };
        return acceptance;
    };
    start();
    WebSocket guest(server->port(), "/");
    std::jthread stopping([&] { server->stop(); });
    EXPECT_EQ(guest.read_close(), 1001);
    guest.leave(1001);
    EXPECT_TRUE(guest.raw().ends());
    server->wait();
    EXPECT_EQ(journal.all(), std::vector<std::string>{"1001"});
    server.reset();
    EXPECT_FALSE(kept->send(std::make_shared<std::string>("to nobody")));
    kept->close();
}

TEST_F(Stop, TwiceAndWithoutAStart) {
    Server never(options, callbacks);
    never.stop();
    start();
    std::jthread one([&] { server->stop(); });
    std::jthread two([&] { server->stop(); });
    server->wait();
    EXPECT_TRUE(server->start()) << "a server starts once";
}

} // namespace radslag::net
