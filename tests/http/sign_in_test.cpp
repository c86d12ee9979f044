#include "support/house_rig.h"

namespace radslag::http {
namespace {

using process::Office;

struct SignIn : ::testing::Test {
    TestHouse house;
    Browser browser{house};
    commands::Staff karin = house.add_staff("karin@lillaker.example", {Office::coordinator});
};

TEST_F(SignIn, WithMailPasswordAndCode) {
    auto reply = browser.sign_in("Karin@Lillaker.example", password, house.code());
    ASSERT_EQ(reply.status, 200) << reply.body;
    auto const cookie = reply.header("set-cookie");
    EXPECT_TRUE(cookie.starts_with("radslag=")) << cookie;
    EXPECT_NE(cookie.find("; Path=/; HttpOnly; SameSite=Strict"), std::string::npos);
    EXPECT_EQ(cookie.find("Secure"), std::string::npos); // no TLS here
    EXPECT_EQ(parsed(reply).at("mail").as_string(), "karin@lillaker.example");
    EXPECT_EQ(browser.get("/api/me").status, 200);
}

TEST_F(SignIn, UnderTlsTheCookieIsHeldToItsHost) {
    Options over_tls;
    over_tls.secure = true;
    TestHouse secure{std::move(over_tls)};
    secure.add_staff("a@b.example", {Office::employee});
    Browser other{secure};
    auto reply = other.sign_in("a@b.example", password, secure.code());
    ASSERT_EQ(reply.status, 200);
    EXPECT_TRUE(reply.header("set-cookie").starts_with("__Host-radslag="));
    EXPECT_TRUE(reply.header("set-cookie").ends_with("; Secure"));
    EXPECT_EQ(reply.header("strict-transport-security"), "max-age=31536000");
}

TEST_F(SignIn, WhateverIsWrongIsToldAlike) {
    auto wrong_password = browser.sign_in(karin.mail, "ord efter ordet", house.code());
    auto wrong_code = browser.sign_in(karin.mail, password, "000000");
    auto nobody = browser.sign_in("ingen@lillaker.example", password, house.code());
    karin.locked_at = house.clock.now();
    house.write([&](auto& writer) { writer.put(karin); });
    auto locked = browser.sign_in(karin.mail, password, house.code());
    EXPECT_EQ(wrong_password.status, 401);
    for (auto const& reply : {wrong_code, nobody, locked}) {
        EXPECT_EQ(reply.status, 401);
        EXPECT_EQ(reply.body, wrong_password.body);
    }
}

TEST_F(SignIn, ACodeWorksOnce) {
    auto const code = house.code();
    EXPECT_EQ(browser.sign_in(karin.mail, password, code).status, 200);
    EXPECT_EQ(browser.sign_in(karin.mail, password, code).status, 401);
    house.clock.add_seconds(30);
    EXPECT_EQ(browser.sign_in(karin.mail, password, house.code()).status, 200);
}

TEST_F(SignIn, ACodeMayBeOneStepOffAndNoMore) {
    auto const code = house.code();
    house.clock.add_seconds(30);
    EXPECT_EQ(browser.sign_in(karin.mail, password, code).status, 200);
    auto const old = house.code();
    house.clock.add_seconds(90);
    EXPECT_EQ(browser.sign_in(karin.mail, password, old).status, 401);
}

TEST_F(SignIn, AfterFiveWrongOnesOneWaits) {
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(browser.sign_in(karin.mail, "fel ord igen!", house.code()).status, 401);
    auto reply = browser.sign_in(karin.mail, password, house.code());
    EXPECT_EQ(reply.status, 429);
    EXPECT_EQ(reply.header("retry-after"), "30");
    EXPECT_EQ(code_of(reply), "sign_in.wait");
    house.clock.add_seconds(30);
    EXPECT_EQ(browser.sign_in(karin.mail, "fel ord igen!", house.code()).status, 401);
    EXPECT_EQ(browser.sign_in(karin.mail, password, house.code()).header("retry-after"), "60");
    house.clock.add_seconds(60);
    EXPECT_EQ(browser.sign_in(karin.mail, password, house.code()).status, 200);
}

TEST_F(SignIn, AnUnknownMailWaitsLikeAKnownOne) {
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(browser.sign_in("ingen@x.example", password, "111111").status, 401);
    EXPECT_EQ(browser.sign_in("ingen@x.example", password, "111111").status, 429);
    EXPECT_EQ(browser.sign_in(karin.mail, password, house.code()).status, 200);
}

TEST_F(SignIn, EndsAfterHalfAnHourOfSilence) {
    browser.sign_in(karin.mail);
    for (int i = 0; i < 3; ++i) {
        house.clock.add_seconds(29 * 60);
        EXPECT_EQ(browser.get("/api/me").status, 200) << i;
    }
    house.clock.add_seconds(30 * 60);
    auto reply = browser.get("/api/me");
    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(code_of(reply), "session.none");
}

TEST_F(SignIn, EndsTwelveHoursAfterItBegan) {
    browser.sign_in(karin.mail);
    for (int i = 0; i < 35; ++i) {
        house.clock.add_seconds(20 * 60);
        ASSERT_EQ(browser.get("/api/me").status, 200) << i;
    }
    house.clock.add_seconds(20 * 60);
    EXPECT_EQ(browser.get("/api/me").status, 401);
}

TEST_F(SignIn, SigningOutEndsTheSessionItself) {
    browser.sign_in(karin.mail);
    auto const kept = browser.client.cookies;
    EXPECT_EQ(browser.post("/api/sign-out", "").status, 204);
    EXPECT_TRUE(browser.client.cookies.empty());
    browser.client.cookies = kept;
    EXPECT_EQ(browser.get("/api/me").status, 401);
}

TEST_F(SignIn, ALockedAccountIsOutAtOnce) {
    browser.sign_in(karin.mail);
    EXPECT_EQ(browser.get("/api/desk").status, 200);
    auto staff = house.staff(karin.id);
    staff.locked_at = house.clock.now();
    house.write([&](auto& writer) { writer.put(staff); });
    EXPECT_EQ(browser.get("/api/desk").status, 401);
}

TEST_F(SignIn, TheTokenIsNotInTheDatabase) {
    browser.sign_in(karin.mail);
    auto const token = browser.client.cookies.at("radslag");
    EXPECT_GE(token.size(), 43U); // 32 bytes
    auto reader = house.store->read();
    EXPECT_FALSE((*reader)->session(token).has_value());
}

TEST_F(SignIn, WithoutTheWordOfThePageNothingIsChanged) {
    browser.sign_in(karin.mail);
    auto const body = R"({"id":")" + house.act_id() + R"(","fields":{"language":"da"}})";
    browser.csrf = "";
    auto reply = browser.post("/api/acts/change_language", body);
    EXPECT_EQ(reply.status, 403);
    EXPECT_EQ(code_of(reply), "session.word");
    EXPECT_EQ(house.staff(karin.id).language, "sv");
}

TEST_F(SignIn, AnotherSitesPageChangesNothing) {
    browser.sign_in(karin.mail);
    auto const body = R"({"id":")" + house.act_id() + R"(","fields":{"language":"da"}})";
    for (auto const& [name, value] : test::Fields{{"Origin", "https://elsewhere.example"},
                                                  {"Origin", "null"},
                                                  {"Sec-Fetch-Site", "cross-site"},
                                                  {"Sec-Fetch-Site", "same-site"}}) {
        auto reply = browser.client.post("/api/acts/change_language", body,
                                         {{"X-CSRF", browser.csrf}, {name, value}});
        EXPECT_EQ(reply.status, 403) << name << value;
        EXPECT_EQ(code_of(reply), "origin.foreign");
    }
    EXPECT_EQ(house.staff(karin.id).language, "sv");
    auto const ours = "http://127.0.0.1:" + std::to_string(house.server->port());
    auto reply = browser.client.post(
        "/api/acts/change_language", body,
        {{"X-CSRF", browser.csrf}, {"Origin", ours}, {"Sec-Fetch-Site", "same-origin"}});
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(house.staff(karin.id).language, "da");
}

TEST_F(SignIn, AFormOfAnotherKindIsRefused) {
    auto reply = browser.client.send("POST", "/api/sign-in", "mail=a&password=b&code=c",
                                     {{"Content-Type", "application/x-www-form-urlencoded"}});
    EXPECT_EQ(reply.status, 400);
}

} // namespace
} // namespace radslag::http
