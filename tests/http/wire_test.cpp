// What every answer carries, what no request gets past, and files.
#include "support/gunzip.h"
#include "support/house_rig.h"

namespace radslag::http {
namespace {

using process::Office;

struct Wire : ::testing::Test {
    static Options with_files() {
        Options options;
        options.files = {{"/index.html", "<!doctype html><title>x</title>", "packed", "zipped"},
                         {"/assets/main-B4f2.js", "let a = 1;", {}, {}},
                         {"/sign.svg", "<svg/>", {}, {}}};
        return options;
    }
    TestHouse house{with_files()};
    Browser browser{house};
    commands::Staff nils = house.add_staff("nils@lillaker.example", {Office::employee});

    void SetUp() override { ASSERT_EQ(browser.sign_in(nils.mail).status, 200); }
    Reply raw(std::string const& body) { return browser.post("/api/acts/change_language", body); }
    std::string with_id(std::string const& rest) {
        return R"({"id":")" + house.act_id() + "\"" + rest + "}";
    }
};

TEST_F(Wire, EveryAnswerIsClosedToStrangers) {
    for (auto const* path :
         {"/", "/api/me", "/api/nothing", "/nothing.js", "/assets/main-B4f2.js"}) {
        auto reply = browser.get(path);
        EXPECT_EQ(reply.header("content-security-policy"),
                  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                  "connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; "
                  "frame-ancestors 'none'; base-uri 'none'")
            << path;
        EXPECT_EQ(reply.header("x-content-type-options"), "nosniff") << path;
        EXPECT_EQ(reply.header("referrer-policy"), "no-referrer") << path;
        EXPECT_EQ(reply.header("cross-origin-opener-policy"), "same-origin") << path;
        EXPECT_EQ(reply.header("cross-origin-resource-policy"), "same-origin") << path;
        EXPECT_FALSE(reply.header("permissions-policy").empty()) << path;
        EXPECT_EQ(reply.header("strict-transport-security"), "") << path;
        EXPECT_EQ(reply.header("cache-control") == "no-store",
                  std::string(path).starts_with("/api"));
    }
}

TEST_F(Wire, WhatNetRefusesByItselfIsToldInWordsToo) {
    test::Socket socket(house.server->port());
    socket.write("GET / HTTP/1.1\r\n\r\n"); // no Host
    auto reply = test::read_reply(socket);
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(code_of(reply), "net.bad_host");
    EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
}

TEST_F(Wire, TheReadersLanguageIsSpoken) {
    auto told = [&](char const* language) {
        auto reply = browser.client.get("/api/cases/nonsense", {{"Accept-Language", language}});
        EXPECT_EQ(reply.status, 404);
        return std::string(parsed(reply).at("message").as_string());
    };
    EXPECT_TRUE(told("da-DK, sv;q=0.8").starts_with("Sagen findes ikke"));
    EXPECT_TRUE(told("fr, en-GB").starts_with("There is no such case"));
    EXPECT_TRUE(told("fr").starts_with("Ärendet finns inte")); // the account's own
}

TEST_F(Wire, ACaseThatIsNotThereAndOneThatIsClosedAreToldAlike) {
    auto none = browser.get("/api/cases/" + CaseId::make(house.random).text);
    EXPECT_EQ(none.status, 404);
    EXPECT_EQ(code_of(none), "case.not_there");
    EXPECT_EQ(browser.get("/api/cases/../cases/x").status, 400);
    auto log = browser.get("/api/cases/" + CaseId::make(house.random).text + "/log");
    EXPECT_EQ(log.body, none.body);
}

TEST_F(Wire, WhatIsNoJsonIsRefused) {
    for (auto const* body :
         {"", "{", "[]", "null", "{} {}", "{'id':1}", "{\"id\":\"x\",}", "\xff"}) {
        auto reply = raw(body);
        EXPECT_EQ(reply.status, 400) << body;
    }
}

TEST_F(Wire, AKeyThatStandsTwiceIsRefused) {
    auto reply = raw(with_id(R"(,"fields":{"language":"sv","language":"da"})"));
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(code_of(reply), "body.key_twice");
    EXPECT_EQ(house.staff(nils.id).language, "sv");
}

TEST_F(Wire, DepthHasAnEnd) {
    auto reply = raw(
        with_id(R"(,"fields":{"language":)" + std::string(50, '[') + std::string(50, ']') + "}"));
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(code_of(reply), "body.too_deep");
}

TEST_F(Wire, UnknownKeysAndFieldsAreRefusedByName) {
    auto reply = raw(with_id(R"(,"colour":"red","fields":{})"));
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(parsed(reply).at("fields").as_array().at(0).at("field").as_string(), "colour");
    reply = raw(with_id(R"(,"fields":{"language":"da","colour":"red"})"));
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(parsed(reply).at("fields").as_array().at(0).at("field").as_string(), "colour");
    EXPECT_EQ(house.staff(nils.id).language, "sv");
}

TEST_F(Wire, EveryComplaintComesAtOnce) {
    auto reply = browser.client.post("/api/sign-in", R"({"mail":7,"extra":"x"})");
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(parsed(reply).at("fields").as_array().size(), 4U); // mail, extra, password, code
}

TEST_F(Wire, QueriesAreStrictToo) {
    EXPECT_EQ(browser.get("/api/cases?limit=100&order=due&mine=true").status, 200);
    for (auto const* query : {"limit=0", "limit=101", "limit=x", "order=up", "colour=red",
                              "mine=yes", "limit=5&limit=6", "status=gone", "cursor=rubbish"})
        EXPECT_EQ(browser.get(std::string("/api/cases?") + query).status, 400) << query;
    EXPECT_EQ(browser.get("/api/me?x=1").status, 400);
}

TEST_F(Wire, AnotherMethodIsToldWhatThereIs) {
    auto reply = browser.client.send("DELETE", "/api/me");
    EXPECT_EQ(reply.status, 405);
    EXPECT_EQ(reply.header("allow"), "GET");
    EXPECT_EQ(browser.client.send("POST", "/index.html").status, 405);
}

TEST_F(Wire, NobodySignedInGetsNothing) {
    HttpClient stranger(house.server->port());
    for (auto const* path : {"/api/me", "/api/acts", "/api/models", "/api/desk", "/api/cases",
                             "/api/committees", "/api/staff"})
        EXPECT_EQ(stranger.get(path).status, 401) << path;
    EXPECT_EQ(stranger.post("/api/acts/open_case", "{}").status, 401);
}

TEST_F(Wire, ALargeBodyIsNotRead) {
    auto reply = raw(with_id(",\"fields\":{\"language\":\"" + std::string(300'000, 'x') + "\"}"));
    EXPECT_EQ(reply.status, 413);
}

TEST_F(Wire, FilesHaveATagAndHashedNamesLastForever) {
    auto page = browser.get("/index.html");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(page.header("cache-control"), "no-cache");
    auto again = browser.client.get("/index.html", {{"If-None-Match", page.header("etag")}});
    EXPECT_EQ(again.status, 304);
    EXPECT_TRUE(again.body.empty());
    auto packed = browser.client.get("/index.html", {{"Accept-Encoding", "gzip, br"}});
    EXPECT_EQ(packed.body, "packed");
    EXPECT_EQ(packed.header("content-encoding"), "br");
    EXPECT_NE(packed.header("etag"), page.header("etag"));
    EXPECT_EQ(browser.client.get("/index.html", {{"Accept-Encoding", "br;q=0"}}).body, page.body);
    auto zipped = browser.client.get("/index.html", {{"Accept-Encoding", "gzip, br;q=0"}});
    EXPECT_EQ(zipped.body, "zipped");
    EXPECT_EQ(zipped.header("content-encoding"), "gzip");
    EXPECT_NE(zipped.header("etag"), packed.header("etag"));
    EXPECT_EQ(zipped.header("vary"), "Accept-Encoding");
    auto script = browser.get("/assets/main-B4f2.js");
    EXPECT_EQ(script.header("cache-control"), "public, max-age=31536000, immutable");
}

TEST_F(Wire, LongAnswersArePackedForWhoTakesThem) {
    for (auto const* path : {"/api/acts", "/api/models", "/api/desk"}) {
        auto plain = browser.get(path);
        EXPECT_EQ(plain.header("content-encoding"), "") << path;
        EXPECT_EQ(plain.header("vary"), "Accept-Encoding") << path;
        auto packed =
            browser.client.get(path, {{"Accept-Encoding", "gzip"}, {"Accept-Language", "en"}});
        if (plain.body.size() < 1400) continue;
        EXPECT_EQ(packed.header("content-encoding"), "gzip") << path;
        EXPECT_EQ(packed.header("cache-control"), "no-store") << path;
        EXPECT_LT(packed.body.size(), plain.body.size() / 2) << path;
        EXPECT_EQ(test::gunzip(packed.body), plain.body) << path;
    }
    EXPECT_EQ(browser.client.get("/api/acts", {{"Accept-Encoding", "gzip;q=0"}})
                  .header("content-encoding"),
              "");
}

// BREACH: beside words that somebody else chooses, the length of a packed answer tells of a secret.
TEST_F(Wire, NoSecretIsPacked) {
    house.write([&](commands::Writer& writer) {
        auto staff = *writer.staff(nils.id);
        staff.name = std::string(3000, 'N');
        writer.put(staff);
    });
    auto me = browser.client.get("/api/me", {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(me.header("content-encoding"), "");
    EXPECT_GT(me.body.size(), 3000U);
    EXPECT_EQ(std::string(parsed(me).at("csrf").as_string()), browser.csrf);
    house.clock.add_seconds(30);
    json_::object in{{"mail", nils.mail}, {"password", password}, {"code", house.code()}};
    auto signed_in =
        browser.client.post("/api/sign-in", json_::serialize(in), {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(signed_in.status, 200);
    EXPECT_EQ(signed_in.header("content-encoding"), "");
    EXPECT_GT(signed_in.body.size(), 3000U);
}

TEST_F(Wire, PathsOfTheAppGetThePageAndFilesThatAreNotThereDoNot) {
    EXPECT_EQ(browser.get("/cases/abc").body, browser.get("/index.html").body);
    EXPECT_EQ(browser.get("/assets/other-9999.js").status, 404);
    EXPECT_EQ(browser.get("/api").status, 404);
}

} // namespace
} // namespace radslag::http
