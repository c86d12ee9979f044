// A whole installation: made by init, served, signed in to, and ended.
#include "server/installed.h"
#include "support/http_client.h"

namespace radslag::server {
namespace {

TEST_F(Installed, TheFirstAdministratorComesInByTheInvitation) {
    ASSERT_EQ(make(), 0) << err.str();
    auto house = Installation::open({read()});
    ASSERT_TRUE(house.has_value()) << house.error().logged;
    auto port = (*house)->serve();
    ASSERT_TRUE(port.has_value());
    test::HttpClient client(*port);
    auto enrolled =
        client.post("/api/accept", R"({"mail":"siv@lillaker.example","invitation":")" + code() +
                                       R"(","password":"ett ganska långt ord"})");
    ASSERT_EQ(enrolled.status, 200) << enrolled.body;
    auto const from = enrolled.body.find("\"secret\":\"") + 10;
    auto const secret = enrolled.body.substr(from, 32);
    auto const digits = http::six_digits(secret, SystemClock().now());
    auto signed_in =
        client.post("/api/sign-in",
                    R"({"mail":"siv@lillaker.example","password":"ett ganska långt ord","code":")" +
                        digits + "\"}");
    EXPECT_EQ(signed_in.status, 200) << signed_in.body;
    (*house)->stop();
    auto log = *read_file(config.log);
    EXPECT_NE(log.find(R"("operation":"sign_in","status":200)"), std::string::npos) << log;
    for (auto const* closed : {"siv", "lillaker", "långt", "127.0.0.1"})
        EXPECT_EQ(log.find(closed), std::string::npos) << closed;
}

TEST_F(Installed, FilesAreForTheirOwnerOnly) {
    ASSERT_EQ(make(), 0) << err.str();
    for (auto const& path :
         {config.data, config.keys, config.key_file().string(), config.database().string(), file})
        EXPECT_EQ(fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all),
                  fs::perms::none)
            << path;
}

TEST_F(Installed, AnInstallationIsNotMadeTwice) {
    ASSERT_EQ(make(), 0) << err.str();
    EXPECT_EQ(make(), 1);
    EXPECT_NE(err.str().find("is there already"), std::string::npos);
    siv.organisation = "Storåkers kommun";
    // The same person may work in both: a mail is one organisation's.
    EXPECT_EQ(add_organisation(file, siv, in, out, err), 0) << err.str();
    auto house = Installation::open({read()});
    EXPECT_EQ((*(*house)->world().store.read())->organisations().size(), 2U);
}

TEST_F(Installed, WhatIsNotSaidIsAskedFor) {
    siv = {};
    in.str("Nørreby Kommune\nDK\nBente Krogh\nbente@norreby.example\n");
    ASSERT_EQ(make(), 0) << err.str();
    auto house = Installation::open({read()});
    auto all = (*(*house)->world().store.read())->organisations();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().zone, "Europe/Copenhagen");
    EXPECT_EQ(all.front().language, "da");
}

TEST_F(Installed, AWrongAnswerMakesNothing) {
    siv.mail = "siv";
    EXPECT_EQ(make(), 1);
    EXPECT_FALSE(fs::exists(config.data));
    EXPECT_FALSE(fs::exists(file));
    siv.mail = "siv@lillaker.example";
    config.keys = config.data + "/keys";
    EXPECT_EQ(make(), 1);
    EXPECT_FALSE(fs::exists(config.data));
}

TEST_F(Installed, WithoutItsKeyItDoesNotStart) {
    ASSERT_EQ(make(), 0) << err.str();
    fs::remove(config.key_file());
    auto house = Installation::open({read()});
    ASSERT_FALSE(house.has_value());
    EXPECT_EQ(house.error().told, "The key is missing.");
}

TEST_F(Installed, ADemoNeverRunsOverRealData) {
    ASSERT_EQ(make(), 0) << err.str();
    auto const before = names();
    Furnish const never = [](auto&&...) -> Outcome<std::vector<std::string>> {
        ADD_FAILURE() << "something was made";
        return {};
    };
    DemoOptions options;
    options.config = config;
    options.config.web = (folder / "none").string(); // so that it would not serve and wait
    // Around the data folder, the data folder itself, the keys, a folder with anything else in it.
    for (auto const& place : {folder.string(), config.data, config.keys, config.web}) {
        options.folder = place;
        err.str("");
        EXPECT_EQ(demo(options, never, out, err), 1);
        EXPECT_NE(err.str().find("never"), std::string::npos) << place;
        EXPECT_EQ(names(), before) << place;
    }
}

TEST_F(Installed, AFileMovesTheClock) {
    auto const path = folder / "clock";
    std::ofstream(path) << "2026-12-01T09:00:00Z\n";
    FileClock clock(path);
    EXPECT_EQ(write_instant(clock.now()), "2026-12-01T09:00:00.000000Z");
    std::ofstream(path) << "2027-01-01T09:00:00Z\n";
    EXPECT_EQ(write_instant(clock.now()), "2027-01-01T09:00:00.000000Z");
    std::ofstream(path) << "tomorrow\n";
    EXPECT_THROW(static_cast<void>(clock.now()), std::runtime_error);
}

TEST(Models, AreCheckedAndExplained) {
    std::ostringstream out, err;
    EXPECT_EQ(check_models(RADSLAG_SOURCE_DIR "/models", out), 0) << out.str();
    EXPECT_NE(out.str().find("models checked, 0 complaints"), std::string::npos);
    EXPECT_EQ(check_models(RADSLAG_SOURCE_DIR "/packaging", out), 1);
    EXPECT_EQ(explain_model(RADSLAG_SOURCE_DIR "/models", "no-such-model", "", out, err), 1);
    EXPECT_NE(err.str().find("There is no model"), std::string::npos);
}

} // namespace
} // namespace radslag::server
