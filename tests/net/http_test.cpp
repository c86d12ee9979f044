// Well-formed requests and their answers.

#include "net/rig.h"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <thread>

namespace radslag::net {

class Http : public Rig {};

TEST_F(Http, HandsOverWhatWasAsked) {
    Request seen;
    callbacks.handle = [&](Request const& request) {
        seen = request;
        return Response{};
    };
    start();
    auto reply =
        ask("POST /caf%C3%A9/a+b?name=Bo%20Ek+x&name=Ulla&empty=&bare&%C3%B6=1 HTTP/1.1\r\n"
            "host: example.org:8080\r\nX-Many: 1\r\nx-many: 2\r\n"
            "Cookie: session=abc; theme=\"dark\"; session=later; broken\r\n"
            "Content-Length: 5\r\n\r\nhello");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(seen.method, "POST");
    EXPECT_EQ(seen.target, "/caf%C3%A9/a+b?name=Bo%20Ek+x&name=Ulla&empty=&bare&%C3%B6=1");
    EXPECT_EQ(seen.path, "/café/a+b");
    EXPECT_EQ(seen.parameter("name"), "Bo Ek x");
    EXPECT_EQ(seen.query.count("name"), 2u);
    EXPECT_EQ(seen.parameter("empty"), "");
    EXPECT_EQ(seen.parameter("bare"), "");
    EXPECT_EQ(seen.parameter("ö"), "1");
    EXPECT_EQ(seen.parameter("nobody"), std::nullopt);
    EXPECT_EQ(seen.header("HOST"), "example.org:8080");
    EXPECT_EQ(seen.headers.count("X-MANY"), 2u);
    EXPECT_EQ(seen.header("absent"), std::nullopt);
    EXPECT_EQ(seen.cookie("session"), "abc");
    EXPECT_EQ(seen.cookie("theme"), "\"dark\"");
    EXPECT_EQ(seen.cookies.size(), 2u);
    EXPECT_EQ(seen.body, "hello");
    EXPECT_EQ(seen.peer, "127.0.0.1");
    EXPECT_FALSE(seen.secure);
}

TEST_F(Http, AnswersWithDateAndLengthAndWithoutNamingItself) {
    callbacks.handle = [](Request const&) {
        return Response{201,
                        {{"Location", "/x"},
                         {"Content-Length", "999"},
                         {"Date", "yesterday"},
                         {"Transfer-Encoding", "chunked"},
                         {"Set-Cookie", "a=1"},
                         {"Set-Cookie", "b=2"}},
                        "made",
                        nullptr};
    };
    start();
    auto reply = ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(reply.status, 201);
    EXPECT_EQ(reply.body, "made");
    EXPECT_EQ(reply.header("location"), "/x");
    EXPECT_EQ(reply.headers.count("content-length"), 1u);
    EXPECT_EQ(reply.headers.count("set-cookie"), 2u);
    EXPECT_EQ(reply.headers.count("transfer-encoding"), 0u);
    EXPECT_EQ(reply.headers.count("server"), 0u);
    EXPECT_EQ(reply.headers.count("date"), 1u);
    auto date = reply.header("date");
    std::tm parsed{};
    auto const* end = ::strptime(date.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parsed);
    ASSERT_NE(end, nullptr) << date;
    EXPECT_EQ(*end, '\0');
    EXPECT_EQ(date.size(), 29u);
    EXPECT_LE(std::abs(::timegm(&parsed) - std::time(nullptr)), 60);
}

TEST_F(Http, SendsAFileThatIsSharedAndLarge) {
    auto file = std::make_shared<std::string>(5'000'000, 'x');
    for (std::size_t i = 0; i < file->size(); i += 1000)
        (*file)[i] = static_cast<char>('a' + i % 26);
    callbacks.handle = [&](Request const&) { return Response{200, {}, "unused", file}; };
    auto port = start();
    HttpClient client(port);
    EXPECT_EQ(client.get("/").body, *file);
    EXPECT_EQ(client.get("/").body, *file);
    EXPECT_EQ(client.connections(), 1);
}

TEST_F(Http, KeepsTheConnectionAndAnswersInOrder) {
    start();
    Socket socket(server->port());
    std::string all;
    for (int i = 0; i < 50; ++i)
        all +=
            "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
    socket.write(all);
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(read_reply(socket).body, "POST /" + std::to_string(i) + " [abc]");
}

TEST_F(Http, TakesARequestByteByByte) {
    start();
    Socket socket(server->port());
    std::string_view request =
        "\r\nPOST /x?y HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3;ext=\"v\"\r\nabc\r\n0A\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n"
        "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";
    for (char c : request) socket.write({&c, 1});
    EXPECT_EQ(read_reply(socket).body, "POST /x [abc0123456789]");
    EXPECT_EQ(read_reply(socket).body, "GET /next []");
}

TEST_F(Http, EmptyChunkedBodyByteByByte) {
    start();
    Socket socket(server->port());
    std::string_view request =
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    for (char c : request) socket.write({&c, 1});
    EXPECT_EQ(read_reply(socket).body, "POST / []");
}

TEST_F(Http, HeadHasTheLengthButNoBody) {
    start();
    Socket socket(server->port());
    socket.write("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\nGET /y HTTP/1.1\r\nHost: a\r\n\r\n");
    auto head = read_reply(socket, true);
    EXPECT_EQ(head.header("content-length"), std::to_string(std::string("HEAD /x []").size()));
    EXPECT_EQ(read_reply(socket).body, "GET /y []");
}

TEST_F(Http, NoBodyAfter204And304) {
    callbacks.handle = [](Request const& request) {
        return Response{request.path == "/204" ? 204 : 304, {}, "must not go out", nullptr};
    };
    start();
    Socket socket(server->port());
    socket.write("GET /204 HTTP/1.1\r\nHost: a\r\n\r\nGET /304 HTTP/1.1\r\nHost: a\r\n\r\n"
                 "GET /204 HTTP/1.1\r\nHost: a\r\n\r\n");
    auto first = read_reply(socket);
    EXPECT_EQ(first.status, 204);
    EXPECT_EQ(first.headers.count("content-length"), 0u);
    auto second = read_reply(socket);
    EXPECT_EQ(second.status, 304);
    EXPECT_EQ(second.headers.count("content-length"), 0u);
    EXPECT_EQ(read_reply(socket).status, 204) << "a body stood between them";
}

TEST_F(Http, ConnectionCloseIsHonouredFromBothSides) {
    callbacks.handle = [](Request const& request) {
        Response response;
        if (request.path == "/leave") response.headers = {{"Connection", "close"}};
        return response;
    };
    start();
    for (auto const* request : {"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                                "GET /leave HTTP/1.1\r\nHost: a\r\n\r\n"}) {
        Socket socket(server->port());
        socket.write(request);
        auto reply = read_reply(socket);
        EXPECT_EQ(reply.header("connection"), "close");
        EXPECT_EQ(reply.headers.count("connection"), 1u);
        EXPECT_TRUE(socket.ends());
        EXPECT_TRUE(socket.ended_cleanly());
    }
}

TEST_F(Http, OlderClientsAreClosedUnlessTheyAskNotToBe) {
    start();
    Socket closed(server->port());
    closed.write("GET / HTTP/1.0\r\n\r\n");
    EXPECT_EQ(read_reply(closed).status, 200);
    EXPECT_TRUE(closed.ends());
    Socket kept(server->port());
    kept.write("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(read_reply(kept).header("connection"), "keep-alive");
    kept.write("GET /again HTTP/1.0\r\n\r\n");
    EXPECT_EQ(read_reply(kept).body, "GET /again []");
}

TEST_F(Http, ContinuesOnlyWhenAskedTo) {
    start();
    Socket socket(server->port());
    socket.write("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(socket.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    socket.write("abc");
    EXPECT_EQ(read_reply(socket).body, "POST / [abc]");
    socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_TRUE(socket.read_until("\r\n").starts_with("HTTP/1.1 200"));
}

TEST_F(Http, DoesNotInviteABodyThatIsTooLarge) {
    options.limits.body = 10;
    start();
    Socket socket(server->port());
    socket.write(
        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n");
    EXPECT_TRUE(socket.read_until("\r\n").starts_with("HTTP/1.1 413"));
}

TEST_F(Http, TakesTheAbsoluteFormOfItsOwnHost) {
    start();
    EXPECT_EQ(ask("GET http://a.example/x?y HTTP/1.1\r\nHost: A.example\r\n\r\n").body,
              "GET /x []");
    EXPECT_EQ(ask("GET http://a.example HTTP/1.1\r\nHost: a.example\r\n\r\n").body, "GET / []");
    EXPECT_EQ(ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").body, "OPTIONS * []");
    EXPECT_EQ(ask("GET ?x HTTP/1.1\r\nHost: a\r\n\r\n").status, 400);
}

TEST_F(Http, PassesOnMethodsItDoesNotKnow) {
    start();
    EXPECT_EQ(ask("PROPFIND /x HTTP/1.1\r\nHost: a\r\n\r\n").body, "PROPFIND /x []");
}

TEST_F(Http, AnExceptionBecomesA500WithoutItsText) {
    callbacks.handle = [](Request const& request) -> Response {
        if (request.path == "/odd") throw 7;
        throw std::runtime_error("Karin Ek, 19520229-1234");
    };
    auto port = start();
    HttpClient client(port);
    auto reply = client.get("/cases/7?who=Karin");
    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(reply.body, R"({"code":"bug"})");
    EXPECT_EQ(client.get("/odd").status, 500);
    EXPECT_EQ(client.connections(), 1) << "the others live on";
    EXPECT_EQ(bugs.all(), (std::vector<std::string>{
                              "handler GET /cases/7: Karin Ek, 19520229-1234",
                              "handler GET /odd: an exception that is no std::exception"}));
}

TEST_F(Http, AnAnswerThatWouldSplitBecomesA500) {
    callbacks.handle = [](Request const& request) {
        Response response;
        if (request.path == "/value") response.headers = {{"X", "a\r\nSet-Cookie: evil=1"}};
        if (request.path == "/name") response.headers = {{"X: 1\r\nY", "a"}};
        if (request.path == "/status") response.status = 100;
        return response;
    };
    start();
    for (auto const* path : {"/value", "/name", "/status"}) {
        auto reply = ask("GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(reply.status, 500) << path;
        EXPECT_EQ(reply.headers.count("set-cookie"), 0u);
    }
    EXPECT_EQ(bugs.all().size(), 3u);
}

TEST_F(Http, RefusalsAreWordedByTheCallback) {
    callbacks.word = [](Trouble const& trouble) {
        if (trouble.status == 431) throw std::runtime_error("at a loss for words");
        return Response{200, {{"X-Worded", "yes"}}, "fel: " + std::string(trouble.code), nullptr};
    };
    start();
    auto reply = ask("GET / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.header("x-worded"), "yes");
    EXPECT_EQ(reply.body, "fel: bad_host");
    EXPECT_EQ(ask("GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n").body,
              R"({"code":"headers_too_large"})");
    EXPECT_EQ(bugs.all(), std::vector<std::string>{"word: at a loss for words"});
}

TEST_F(Http, AskedAgainWhenAllWorkersAreBusyAndTheQueueIsFull) {
    Gate gate;
    options.workers = 1;
    options.limits.waiting = 1;
    callbacks.handle = [&](Request const&) {
        gate.pass();
        return Response{};
    };
    auto port = start();
    Socket held(port);
    held.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    gate.until_waiting(1);
    Journal statuses; // one of two has to wait, the other is refused at once
    auto ask_one = [&] {
        HttpClient client(port);
        auto reply = client.get("/");
        if (reply.status == 503) {
            EXPECT_EQ(reply.header("retry-after"), "1");
            EXPECT_EQ(reply.body, R"({"code":"busy"})");
        }
        statuses.add(std::to_string(reply.status));
        if (reply.status != 503) return;
        gate.open();
        statuses.until("200"); // now the queue is empty again
        EXPECT_EQ(client.get("/").status, 200);
        EXPECT_EQ(client.connections(), 1);
    };
    {
        std::jthread one(ask_one);
        std::jthread two(ask_one);
    }
    EXPECT_EQ(statuses.all(), (std::vector<std::string>{"503", "200"}));
    EXPECT_EQ(read_reply(held).status, 200);
}

TEST_F(Http, HandlersRunBesideEachOther) {
    Gate gate;
    options.workers = 3;
    callbacks.handle = [&](Request const&) {
        gate.pass();
        return Response{};
    };
    auto port = start();
    std::vector<Socket> sockets;
    for (int i = 0; i < 3; ++i)
        sockets.emplace_back(port).write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    gate.until_waiting(3);
    gate.open();
    for (auto& socket : sockets) EXPECT_EQ(read_reply(socket).status, 200);
}

TEST_F(Http, OneConnectionTooManyIsClosed) {
    options.limits.connections = 2;
    auto port = start();
    HttpClient first(port);
    HttpClient second(port);
    EXPECT_EQ(first.get("/").status, 200);
    EXPECT_EQ(second.get("/").status, 200);
    Socket third(port);
    EXPECT_TRUE(third.ends());
    EXPECT_EQ(first.get("/").status, 200);
}

TEST_F(Http, ManyClientsAtOnce) {
    auto port = start();
    std::atomic<int> good = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            HttpClient client(port);
            for (int n = 0; n < 200; ++n) {
                auto path = "/" + std::to_string(i) + "/" + std::to_string(n);
                good += client.post(path, "b").body == "POST " + path + " [b]";
            }
        });
    threads.clear();
    EXPECT_EQ(good, 1600);
}

TEST_F(Http, TheClientKeepsItsCookies) {
    callbacks.handle = [](Request const& request) {
        Response response;
        response.body = request.cookie("s").value_or("none");
        if (request.path == "/in") response.headers = {{"Set-Cookie", "s=1; HttpOnly"}};
        if (request.path == "/out") response.headers = {{"Set-Cookie", "s=; Max-Age=0"}};
        return response;
    };
    auto port = start();
    HttpClient client(port);
    EXPECT_EQ(client.get("/in").body, "none");
    EXPECT_EQ(client.get("/out").body, "1");
    EXPECT_EQ(client.get("/").body, "none");
}

TEST_F(Http, SaysWhyItCannotStart) {
    auto port = start();
    options.port = port;
    Server second(options, callbacks);
    auto fault = second.start();
    ASSERT_TRUE(fault);
    EXPECT_NE(fault->find(std::to_string(port)), std::string::npos) << *fault;
    options.address = "localhost";
    Server third(options, callbacks);
    EXPECT_TRUE(third.start());
    EXPECT_THROW(Server(options, Callbacks{}), std::invalid_argument);
}

TEST_F(Http, TakesIpv4OnTheIpv6Wildcard) {
    options.address = "::";
    callbacks.handle = [](Request const& request) {
        return Response{200, {}, request.peer, nullptr};
    };
    start();
    EXPECT_EQ(ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n").body, "127.0.0.1");
}

} // namespace radslag::net
