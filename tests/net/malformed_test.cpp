// What is refused, each with its status and code, and the connection closed after it.

#include "net/rig.h"

#include <atomic>

namespace radslag::net {

class Malformed : public Rig {
protected:
    Malformed() {
        options.limits.body = 100;
        options.limits.header = 4000;
        options.limits.target = 1000;
        callbacks.handle = [this](Request const& request) {
            ++handled;
            return Response{200, {}, request.path, nullptr};
        };
    }
    void SetUp() override { start(); }
    void TearDown() override {
        server->stop();
        EXPECT_EQ(handled, wanted) << "a refused request reached the handler";
    }

    static std::string code(int status, std::string const& name) {
        return std::to_string(status) + " {\"code\":\"" + name + "\"}";
    }
    std::string line(std::string const& first) { return refusal(first + "\r\nHost: a\r\n\r\n"); }
    std::string target(std::string const& raw) { return line("GET " + raw + " HTTP/1.1"); }
    std::string field(std::string const& raw) {
        return refusal("GET / HTTP/1.1\r\nHost: a\r\n" + raw + "\r\n\r\n");
    }
    std::string post(std::string const& fields, std::string const& body) {
        return refusal("POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n" + body);
    }

    std::atomic<int> handled = 0;
    int wanted = 0;
};

TEST_F(Malformed, RequestLine) {
    auto bad = code(400, "bad_request");
    EXPECT_EQ(line("GET"), bad);
    EXPECT_EQ(line("GET /"), bad);
    EXPECT_EQ(line("GET / "), bad);
    EXPECT_EQ(line("GET / HTTP/1.1 x"), bad);
    EXPECT_EQ(line("GET / HTTP/1.1 "), bad);
    EXPECT_EQ(line("GET / HTTQ/1.1"), bad);
    EXPECT_EQ(line("GET / HTTP/11"), bad);
    EXPECT_EQ(line(" GET / HTTP/1.1"), bad);
    EXPECT_EQ(line("GE(T / HTTP/1.1"), bad);
    EXPECT_EQ(line("GÉT / HTTP/1.1"), bad);
    EXPECT_EQ(line(std::string(40, 'G') + " / HTTP/1.1"), bad);
    EXPECT_EQ(line(std::string("G\0T / HTTP/1.1", 14)), bad);
    EXPECT_EQ(refusal("\x16\x03\x01\x02"), bad); // TLS where none is spoken
}

TEST_F(Malformed, Version) {
    EXPECT_EQ(line("GET / HTTP/2.0"), code(505, "bad_version"));
    EXPECT_EQ(line("GET / HTTP/1.2"), code(505, "bad_version"));
    EXPECT_EQ(line("GET / HTTP/0.9"), code(505, "bad_version"));
}

TEST_F(Malformed, Target) {
    auto bad = code(400, "bad_target");
    for (auto const* raw :
         {"/../etc", "/a/..",  "/a/%2e%2E/b",  "/./a",      "/a%00b",   "/a%",
          "/a%4",    "/a%zz",  "/a%4g",        "/%ff%fe",   "/%c0%af",  "/%ed%a0%80",
          "/a%2fb",  "/a%5Cb", "/a\\b",        "/a%0d%0ab", "/a%7f",    "a/b",
          "*",       "/a#b",   "/caf\xc3\xa9", "http://b/", "ftp://a/", "/?x=%00",
          "/?x=%ff", "/?%4"})
        EXPECT_EQ(target(raw), bad) << raw;
    EXPECT_EQ(line("CONNECT a:443 HTTP/1.1"), bad);
}

TEST_F(Malformed, TargetTooLong) {
    auto too_long = code(414, "target_too_long");
    EXPECT_EQ(target("/" + std::string(1000, 'a')), too_long);
    // Before the line has ended, and before the limit of the whole head.
    EXPECT_EQ(refusal("GET /" + std::string(2000, 'a')), too_long);
    wanted = 1;
    EXPECT_EQ(ask("GET /" + std::string(999, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
}

TEST_F(Malformed, HeadTooLarge) {
    auto too_large = code(431, "headers_too_large");
    EXPECT_EQ(field("X: " + std::string(4000, 'x')), too_large);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(5000, 'x')), too_large);
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "a: b\r\n";
    EXPECT_EQ(field(many), too_large);
    auto start = std::string("GET / HTTP/1.1\r\nHost: a\r\nX: ");
    wanted = 1;
    EXPECT_EQ(ask(start + std::string(4000 - start.size() - 4, 'x') + "\r\n\r\n").status, 200);
    EXPECT_EQ(refusal(start + std::string(4000 - start.size() - 3, 'x') + "\r\n\r\n"), too_large);
}

TEST_F(Malformed, Fields) {
    auto bad = code(400, "bad_header");
    EXPECT_EQ(field("No colon"), bad);
    EXPECT_EQ(field(": value"), bad);
    EXPECT_EQ(field("Space : value"), bad);
    EXPECT_EQ(field("Na(me: value"), bad);
    EXPECT_EQ(field(std::string("X: a\0b", 6)), bad);
    EXPECT_EQ(field("X: a\x01"
                    "b"),
              bad);
    EXPECT_EQ(field("X: a\x7f"
                    "b"),
              bad);
    EXPECT_EQ(field("X: a\r\n folded"), bad);
    EXPECT_EQ(field("X: a\r\n\tfolded"), bad);
    EXPECT_EQ(field("X: a\rb"), bad);
    EXPECT_EQ(field("X: a\nY: b"), code(400, "bad_request"));
    EXPECT_EQ(refusal("GET / HTTP/1.1\nHost: a\n\n"), code(400, "bad_request"));
}

TEST_F(Malformed, Host) {
    auto bad = code(400, "bad_host");
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\n\r\n"), bad);
    EXPECT_EQ(field("Host: b"), bad);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\nHost:\r\n\r\n"), bad);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), bad);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\nHost: a b\r\n\r\n"), bad);
    EXPECT_EQ(refusal("GET / HTTP/1.1\r\nHost: user@a\r\n\r\n"), bad);
    EXPECT_EQ(refusal("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"), bad);
    wanted = 2;
    EXPECT_EQ(ask("GET / HTTP/1.0\r\n\r\n").status, 200);
    EXPECT_EQ(ask("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n").status, 200);
}

TEST_F(Malformed, LengthThatCanBeReadTwoWays) {
    auto bad = code(400, "bad_length");
    EXPECT_EQ(post("Content-Length: 3\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), bad);
    EXPECT_EQ(post("Transfer-Encoding: chunked\r\nContent-Length: 3", "0\r\n\r\n"), bad);
    EXPECT_EQ(post("Content-Length: 3\r\nContent-Length: 4", "abcd"), bad);
    EXPECT_EQ(post("Content-Length: 3\r\nContent-Length: 3", "abc"), bad);
    EXPECT_EQ(post("Content-Length: 3, 3", "abc"), bad);
    EXPECT_EQ(post("Content-Length: +3", "abc"), bad);
    EXPECT_EQ(post("Content-Length: -3", "abc"), bad);
    EXPECT_EQ(post("Content-Length: 0x3", "abc"), bad);
    EXPECT_EQ(post("Content-Length: 3 4", "abc"), bad);
    EXPECT_EQ(post("Content-Length:", "abc"), bad);
    EXPECT_EQ(post("Content-Length: 99999999999999999999999", "abc"), bad);
    EXPECT_EQ(post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), bad);
    EXPECT_EQ(refusal("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), bad);
    auto unknown = code(501, "bad_encoding");
    EXPECT_EQ(post("Transfer-Encoding: gzip, chunked", "0\r\n\r\n"), unknown);
    EXPECT_EQ(post("Transfer-Encoding: chunked, gzip", "0\r\n\r\n"), unknown);
    EXPECT_EQ(post("Transfer-Encoding: identity", "abc"), unknown);
    EXPECT_EQ(post("Transfer-Encoding: xchunked", "0\r\n\r\n"), unknown);
}

TEST_F(Malformed, BodyTooLarge) {
    auto too_large = code(413, "body_too_large");
    EXPECT_EQ(post("Content-Length: 101", ""), too_large);
    EXPECT_EQ(post("Content-Length: 18446744073709551615", ""), too_large);
    EXPECT_EQ(post("Content-Length: 30000000", std::string(30'000'000, 'x')), too_large);
    auto chunks = std::string("32\r\n") + std::string(50, 'x') + "\r\n";
    EXPECT_EQ(post("Transfer-Encoding: chunked", chunks + chunks + "1\r\nx\r\n0\r\n\r\n"),
              too_large);
    EXPECT_EQ(post("Transfer-Encoding: chunked", "FFFFFFFFFFFFFF\r\n"), too_large);
    wanted = 2;
    EXPECT_EQ(
        ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n" + std::string(100, 'x'))
            .status,
        200);
    EXPECT_EQ(ask("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks +
                  chunks + "0\r\n\r\n")
                  .status,
              200);
}

TEST_F(Malformed, Chunks) {
    auto bad = code(400, "bad_body");
    auto chunked = [&](std::string const& body) {
        return post("Transfer-Encoding: chunked", body);
    };
    EXPECT_EQ(chunked("\r\n"), bad);
    EXPECT_EQ(chunked("g\r\n"), bad);
    EXPECT_EQ(chunked("-1\r\n"), bad);
    EXPECT_EQ(chunked("0x1\r\nx\r\n"), bad);
    EXPECT_EQ(chunked("1\nx\r\n"), bad);
    EXPECT_EQ(chunked("1\r\nxy\r\n"), bad);
    EXPECT_EQ(chunked("1\r\nx\n0\r\n\r\n"), bad);
    EXPECT_EQ(chunked("1;a\nx"), bad);
    EXPECT_EQ(chunked("1\rx"), bad);
    EXPECT_EQ(chunked("00000000000000001\r\n"), bad);
    EXPECT_EQ(chunked("1;" + std::string(5000, 'e')), bad);
    EXPECT_EQ(chunked("0\r\nT: " + std::string(5000, 'e')), bad);
    EXPECT_EQ(chunked("0\r\nT: a\n\r\n"), bad);
    EXPECT_EQ(chunked("0\r\n\rx"), bad);
}

TEST_F(Malformed, Expectation) {
    EXPECT_EQ(post("Expect: miracles\r\nContent-Length: 0", ""), code(417, "bad_expectation"));
}

class BodyLimits : public Rig {};

TEST_F(BodyLimits, ARouteMayHaveItsOwn) {
    options.limits.body = 10;
    callbacks.body_limit = [](std::string_view method, std::string_view path) -> std::size_t {
        if (path == "/odd") throw std::runtime_error("lost");
        return method == "POST" && path == "/papers/é" ? 1000 : 10;
    };
    start();
    auto body = std::string(500, 'x');
    auto request = [&](std::string const& line) {
        return line + " HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n" + body;
    };
    EXPECT_EQ(ask(request("POST /papers/%C3%A9")).status, 200);
    EXPECT_EQ(refusal(request("PUT /papers/%C3%A9")), R"(413 {"code":"body_too_large"})");
    EXPECT_EQ(refusal(request("POST /other")), R"(413 {"code":"body_too_large"})");
    EXPECT_EQ(refusal(request("POST /odd")), R"(500 {"code":"bug"})");
    EXPECT_EQ(bugs.all(), std::vector<std::string>{"body_limit POST /odd: lost"});
}

TEST_F(BodyLimits, AllTogetherHaveOneToo) {
    options.limits.bodies = 1000;
    options.limits.body = 1000;
    start();
    auto head = [](int size) {
        return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
    };
    auto half = std::string(500, 'x');
    {
        Socket held(server->port());
        held.write(head(600) + half);
        // The other's bytes count as soon as the server has read them, so ask until it has.
        auto const end = std::chrono::steady_clock::now() + test::patience;
        test::Reply reply{200, {}, {}};
        while (reply.status == 200 && std::chrono::steady_clock::now() < end)
            reply = ask(head(501) + half + "x");
        EXPECT_EQ(reply.status, 503);
        EXPECT_EQ(reply.header("retry-after"), "1");
        EXPECT_EQ(ask(head(500) + half).status, 200);
        held.write(std::string(100, 'x'));
        EXPECT_EQ(read_reply(held).status, 200);
        held.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(read_reply(held).status, 200);
    }
    EXPECT_EQ(ask(head(1000) + half + half).status, 200);
    // Nothing is left of a body whose sender went away in its midst, as soon as the server knows.
    Socket(server->port()).write(head(1000) + half);
    auto const end = std::chrono::steady_clock::now() + test::patience;
    int status = 0;
    while (status != 200 && std::chrono::steady_clock::now() < end)
        status = ask(head(1000) + half + half).status;
    EXPECT_EQ(status, 200);
}

} // namespace radslag::net
