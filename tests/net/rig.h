#pragma once
// A server on a free port, with a handler that tells what it got, and what to hold it up with.

#include "net/net.h"
#include "support/http_client.h"
#include "support/web_socket.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace radslag::net {

using namespace std::chrono_literals;
using test::HttpClient;
using test::read_reply;
using test::Socket;
using test::WebSocket;

/// A door that handlers wait at until the test opens it.
class Gate {
public:
    /// For the handler: says that it has come, and waits.
    void pass() {
        std::unique_lock lock(mutex);
        ++waiting;
        changed.notify_all();
        changed.wait(lock, [this] { return open_; });
    }
    void open() {
        std::lock_guard lock(mutex);
        open_ = true;
        changed.notify_all();
    }
    /// For the test: until so many handlers have come.
    void until_waiting(int count) {
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, test::patience, [&] { return waiting >= count; }))
            throw std::runtime_error("too few came to the gate");
    }

private:
    std::mutex mutex;
    std::condition_variable changed;
    int waiting = 0;
    bool open_ = false;
};

/// What happened, in order, to be waited for.
class Journal {
public:
    void add(std::string line) {
        std::lock_guard lock(mutex);
        lines.push_back(std::move(line));
        changed.notify_all();
    }
    void until(std::string const& line) {
        std::unique_lock lock(mutex);
        auto there = [&] { return std::ranges::find(lines, line) != lines.end(); };
        if (!changed.wait_for(lock, test::patience, there))
            throw std::runtime_error("never happened: " + line);
    }
    std::vector<std::string> all() {
        std::lock_guard lock(mutex);
        return lines;
    }

private:
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::string> lines;
};

class Rig : public ::testing::Test {
protected:
    Rig() {
        options.timeouts.goodbye = 2s;
        callbacks.handle = [](Request const& request) {
            Response response;
            response.body = request.method + " " + request.path + " [" + request.body + "]";
            return response;
        };
        callbacks.on_bug = [this](std::string_view where, std::string_view what) {
            bugs.add(std::string(where) + ": " + std::string(what));
        };
    }

    std::uint16_t start() {
        server.emplace(options, callbacks);
        auto fault = server->start();
        if (fault) throw std::runtime_error(*fault);
        return server->port();
    }

    /// Sends the bytes on a new connection and reads one answer.
    test::Reply ask(std::string_view bytes) {
        Socket socket(server->port());
        socket.write(bytes);
        return read_reply(socket);
    }
    /// "400 {"code":"bad_request"}", and that the connection is over afterwards.
    std::string refusal(std::string_view bytes) {
        Socket socket(server->port());
        EXPECT_TRUE(socket.try_write(bytes)) << "reset while it was still sending";
        auto reply = read_reply(socket);
        EXPECT_EQ(reply.header("connection"), "close");
        EXPECT_TRUE(socket.ends()) << "still open after a refusal";
        EXPECT_TRUE(socket.ended_cleanly()) << "reset instead of closed";
        return std::to_string(reply.status) + " " + reply.body;
    }

    Options options;
    Callbacks callbacks;
    Journal bugs;
    std::optional<Server> server; // last: its handlers use what stands above
};

} // namespace radslag::net
