// Accounts, from an invitation to the last administrator.
#include "support/house_rig.h"

namespace radslag::http {
namespace {

using process::Office;

struct Accounts : ::testing::Test {
    TestHouse house;
    Browser browser{house};
    commands::Staff siv = house.add_staff("siv@lillaker.example", {Office::administrator});

    void SetUp() override { ASSERT_EQ(browser.sign_in(siv.mail).status, 200); }

    json_::object row(std::string const& mail) {
        auto const list = parsed(browser.get("/api/staff"));
        for (auto const& one : list.at("staff").as_array())
            if (one.at("mail").as_string() == mail) return one.as_object();
        return {};
    }
    static json_::object newcomer() {
        return {
            {"name", "Åsa O'Hara"}, {"mail", "Asa@lillaker.example"}, {"offices", {"coordinator"}}};
    }
    Reply accept(HttpClient& client, std::string const& code,
                 std::string const& word = "tolv tecken ja") {
        json_::object body{
            {"mail", "asa@lillaker.example"}, {"invitation", code}, {"password", word}};
        return client.post("/api/accept", json_::serialize(body), {{"Accept-Language", "en"}});
    }
};

TEST_F(Accounts, AnInvitationBecomesASession) {
    auto invited = browser.act("invite_staff", newcomer());
    ASSERT_EQ(invited.status, 200) << invited.body;
    auto const code = std::string(parsed(invited).at("secret").as_string());
    EXPECT_EQ(row("asa@lillaker.example").at("state").as_string(), "invited");

    Browser asa{house};
    auto enrolled = accept(asa.client, code);
    ASSERT_EQ(enrolled.status, 200) << enrolled.body;
    auto const secret = std::string(parsed(enrolled).at("secret").as_string());
    EXPECT_TRUE(
        parsed(enrolled).at("uri").as_string().starts_with("otpauth://totp/Radslag%20Lill"));
    // The code is used up by the first sign-in, not before: who lost the secret begins again.
    EXPECT_EQ(row("asa@lillaker.example").at("state").as_string(), "invited");
    auto again = accept(asa.client, code);
    ASSERT_EQ(again.status, 200);
    auto const newer = std::string(parsed(again).at("secret").as_string());
    EXPECT_NE(newer, secret);
    EXPECT_EQ(
        asa.sign_in("asa@lillaker.example", "tolv tecken ja", six_digits(newer, house.clock.now()))
            .status,
        200);
    EXPECT_EQ(row("asa@lillaker.example").at("state").as_string(), "active");
    EXPECT_EQ(accept(asa.client, code).status, 400);
}

TEST_F(Accounts, TheCodeCanBeTypedCarelessly) {
    auto code =
        std::string(parsed(browser.act("invite_staff", newcomer())).at("secret").as_string());
    std::string typed;
    for (char c : code)
        if (c != '-')
            typed += (typed.size() % 3 == 0 ? " " : "") +
                     std::string(1, static_cast<char>(std::toupper(c)));
    HttpClient other(house.server->port());
    EXPECT_EQ(accept(other, typed).status, 200);
}

TEST_F(Accounts, ACodeLastsAWeek) {
    auto code =
        std::string(parsed(browser.act("invite_staff", newcomer())).at("secret").as_string());
    house.clock.add_seconds(7 * 24 * 3600);
    HttpClient other(house.server->port());
    auto reply = accept(other, code);
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(code_of(reply), "invitation.wrong");
}

TEST_F(Accounts, AShortPasswordIsRefusedWithItsField) {
    auto code =
        std::string(parsed(browser.act("invite_staff", newcomer())).at("secret").as_string());
    HttpClient other(house.server->port());
    auto reply = accept(other, code, "elva tecken");
    EXPECT_EQ(reply.status, 400);
    auto const field = parsed(reply).at("fields").as_array().at(0).as_object();
    EXPECT_EQ(field.at("field").as_string(), "password");
    EXPECT_NE(field.at("value").as_array().at(0).as_string().find("12"), json_::string::npos);
}

TEST_F(Accounts, AMailIsTakenInItsOrganisation) {
    house.add_staff("asa@lillaker.example", {Office::employee});
    auto reply = browser.act("invite_staff", newcomer());
    EXPECT_EQ(reply.status, 409);
    EXPECT_EQ(code_of(reply), "staff.mail_taken");
}

// That somebody has an account in another organisation is told to nobody; one mail opens each of
// them with its own password and authenticator.
TEST_F(Accounts, AMailElsewhereIsToldToNobodyAndOpensBoth) {
    auto elsewhere = house.add_staff("asa@lillaker.example", {Office::employee}, house.other);
    auto reply = browser.act("invite_staff", newcomer());
    ASSERT_EQ(reply.status, 200) << reply.body;
    HttpClient other(house.server->port());
    auto accepted =
        accept(other, std::string(parsed(reply).at("secret").as_string()), "ett annat ord");
    ASSERT_EQ(accepted.status, 200) << accepted.body;
    auto const secret = std::string(parsed(accepted).at("secret").as_string());
    auto where = [&](std::string const& word, std::string const& code) {
        Browser asa(house);
        auto in = asa.sign_in("asa@lillaker.example", word, code);
        if (in.status != 200) return std::to_string(in.status);
        return std::string(parsed(in).at("organisation").at("name").as_string());
    };
    auto code = [&](char const* of) { return six_digits(of, house.clock.now()); };
    EXPECT_EQ(where("ett annat ord", code(secret.c_str())), "Lillåkers kommun");
    EXPECT_EQ(where(password, code(totp_secret)), "Nørreby Kommune");
    house.clock.add_seconds(60);
    EXPECT_EQ(where(password, code(secret.c_str())), "401"); // one's password, the other's code
    EXPECT_EQ(where("ett annat ord", code(totp_secret)), "401");
    EXPECT_EQ(house.staff(elsewhere.id).organisation, house.other);
}

TEST_F(Accounts, TheLastAdministratorStays) {
    auto lock = browser.act("lock_staff", {}, {{"about", siv.id.text}});
    EXPECT_EQ(code_of(lock), "staff.last_administrator");
    auto strip = browser.act("change_staff", {{"name", siv.name}, {"offices", {"manager"}}},
                             {{"about", siv.id.text}, {"base", house.staff(siv.id).version}});
    EXPECT_EQ(code_of(strip), "staff.last_administrator");
    // One who was invited but never came cannot take over.
    auto fields = newcomer();
    fields["offices"] = json_::array{"administrator"};
    EXPECT_EQ(browser.act("invite_staff", fields).status, 200);
    EXPECT_EQ(code_of(browser.act("lock_staff", {}, {{"about", siv.id.text}})),
              "staff.last_administrator");
    house.add_staff("two@lillaker.example", {Office::administrator});
    EXPECT_EQ(browser.act("lock_staff", {}, {{"about", siv.id.text}}).status, 200);
    EXPECT_EQ(browser.get("/api/me").status, 401);
}

TEST_F(Accounts, OnlyAnAdministratorInvites) {
    house.add_staff("maj@lillaker.example", {Office::manager});
    Browser maj{house};
    maj.sign_in("maj@lillaker.example");
    EXPECT_EQ(maj.act("invite_staff", newcomer()).status, 403);
    EXPECT_EQ(maj.get("/api/staff").status, 200);
    house.add_staff("nils@lillaker.example", {Office::employee});
    Browser nils{house};
    nils.sign_in("nils@lillaker.example");
    EXPECT_EQ(nils.get("/api/staff").status, 403);
}

TEST_F(Accounts, AnAccountOfAnotherOrganisationIsNotThere) {
    auto bente = house.add_staff("bente@norreby.example", {Office::employee}, house.other);
    EXPECT_TRUE(row(bente.mail).empty());
    auto reply = browser.act("lock_staff", {}, {{"about", bente.id.text}});
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(code_of(reply), "act.about");
    EXPECT_FALSE(house.staff(bente.id).locked_at);
}

TEST_F(Accounts, TwoWhoChangeTheSameSeeBoth) {
    auto nils = house.add_staff("nils@lillaker.example", {Office::employee});
    auto change = [&](char const* name, std::int64_t base) {
        return browser.act("change_staff", {{"name", name}, {"offices", {"employee"}}},
                           {{"about", nils.id.text}, {"base", base}});
    };
    EXPECT_EQ(change("Nils Ek", 0).status, 200);
    auto late = change("Nils Björk", 0);
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(code_of(late), "act.conflict");
    EXPECT_EQ(json_::serialize(parsed(late).at("theirs")),
              R"([{"field":"name","value":["Nils Ek"]},{"field":"offices","value":["employee"]}])");
    EXPECT_EQ(change("Nils Björk", 1).status, 200);
}

TEST_F(Accounts, OtherOfficesEndTheSessions) {
    auto nils = house.add_staff("nils@lillaker.example", {Office::employee});
    Browser his{house};
    his.sign_in(nils.mail);
    EXPECT_EQ(browser
                  .act("change_staff", {{"name", "Nils"}, {"offices", {"coordinator"}}},
                       {{"about", nils.id.text}, {"base", 0}})
                  .status,
              200);
    EXPECT_EQ(his.get("/api/me").status, 401);
}

TEST_F(Accounts, AResetTakesPasswordAndSessions) {
    auto nils = house.add_staff("nils@lillaker.example", {Office::employee});
    Browser his{house};
    his.sign_in(nils.mail);
    auto reply = browser.act("reset_staff", {}, {{"about", nils.id.text}});
    EXPECT_FALSE(parsed(reply).at("secret").as_string().empty());
    EXPECT_EQ(his.get("/api/me").status, 401);
    EXPECT_EQ(his.sign_in(nils.mail).status, 401);
}

TEST_F(Accounts, SentTwiceActsOnceAndTheSecretIsShownOnce) {
    json_::object body{{"id", house.act_id()}, {"fields", newcomer()}};
    auto const text = json_::serialize(body);
    auto first = browser.post("/api/acts/invite_staff", text);
    auto second = browser.post("/api/acts/invite_staff", text);
    EXPECT_EQ(second.status, 200);
    EXPECT_EQ(parsed(first).at("about"), parsed(second).at("about"));
    EXPECT_EQ(parsed(second).at("secret").as_string(), "");
    EXPECT_EQ(parsed(browser.get("/api/staff")).at("staff").as_array().size(), 2U);
    body["fields"] = json_::object{};
    auto other = browser.post("/api/acts/sign_pledge", json_::serialize(body));
    EXPECT_EQ(code_of(other), "act.id_used");
}

TEST_F(Accounts, TheOldPasswordIsNotGuessedInASessionLeftOpen) {
    json_::object const wrong{{"password", "inte det"}, {"new_password", "ett nytt ordval"}};
    int status = 400;
    for (int i = 0; i < 10 && status == 400; ++i)
        status = browser.act("change_password", wrong).status;
    EXPECT_EQ(status, 429);
    house.clock.add_seconds(3600);
    auto right = browser.act("change_password",
                             {{"password", password}, {"new_password", "ett nytt ordval"}});
    EXPECT_NE(right.status, 429);
}

TEST_F(Accounts, ANewPasswordEndsTheOtherSessions) {
    Browser second{house};
    second.sign_in(siv.mail);
    auto wrong = browser.act("change_password",
                             {{"password", "inte det"}, {"new_password", "ett nytt ordval"}});
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(code_of(wrong), "password.wrong");
    EXPECT_EQ(
        browser
            .act("change_password", {{"password", password}, {"new_password", "ett nytt ordval"}})
            .status,
        200);
    EXPECT_EQ(browser.get("/api/me").status, 200);
    EXPECT_EQ(second.get("/api/me").status, 401);
    EXPECT_EQ(second.sign_in(siv.mail).status, 401);
    house.clock.add_seconds(30);
    EXPECT_EQ(second.sign_in(siv.mail, "ett nytt ordval", house.code()).status, 200);
}

TEST_F(Accounts, APledgeIsSignedByOneselfAndOnce) {
    auto nils = house.add_staff("nils@lillaker.example", {Office::employee});
    nils.pledged_at.reset();
    house.write([&](auto& writer) { writer.put(nils); });
    Browser his{house};
    his.sign_in(nils.mail);
    EXPECT_EQ(his.act("sign_pledge", {}, {{"about", siv.id.text}}).status, 400);
    EXPECT_EQ(his.act("sign_pledge", {}).status, 200);
    EXPECT_TRUE(parsed(his.get("/api/me")).at("pledged").as_bool());
    EXPECT_EQ(his.act("sign_pledge", {}).status, 403);
}

TEST_F(Accounts, TrainingIsRecorded) {
    auto reply = browser.act("record_training",
                             {{"day", "2026-03-01"}, {"kind", "supervision"}, {"words", "Hösten"}},
                             {{"about", siv.id.text}});
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(row(siv.mail).at("training").as_array().at(0).as_string(),
              "2026-03-01 supervision Hösten");
    auto future = browser.act("record_training", {{"day", "2027-03-01"}, {"kind", "training"}},
                              {{"about", siv.id.text}});
    EXPECT_EQ(code_of(future), "date.not_yet");
}

TEST_F(Accounts, CommitteeDaysKeepTheModelsCadenceSoftly) {
    house.add_staff("lone@norreby.example", {Office::committee}, house.other);
    Browser lone{house};
    lone.sign_in("lone@norreby.example");
    auto const can =
        parsed(lone.get("/api/committees")).at("committees").as_array().at(0).as_object();
    auto const model = std::string(can.at("model").at("id").as_string());
    auto plan = [&](char const* day) {
        return lone.act("plan_committee", {{"model", model}, {"day", day}});
    };
    EXPECT_EQ(code_of(plan("2026-11-22")), "date.past");
    EXPECT_TRUE(parsed(plan("2026-12-01")).at("doubts").as_array().empty());
    EXPECT_EQ(code_of(plan("2026-12-01")), "committee.day_there");
    EXPECT_TRUE(parsed(plan("2027-01-12")).at("doubts").as_array().empty()); // six weeks
    auto late = parsed(plan("2027-02-24"));
    EXPECT_EQ(late.at("doubts").as_array().at(0).as_string(), "committee.cadence");
    auto cancelled = lone.act("cancel_committee", {}, {{"about", late.at("about")}});
    EXPECT_EQ(cancelled.status, 200) << cancelled.body;
    EXPECT_EQ(lone.act("cancel_committee", {}, {{"about", late.at("about")}}).status, 400);
}

} // namespace
} // namespace radslag::http
