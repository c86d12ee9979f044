// Everything is lost, and comes back; backups while serving, and what stands in their way.
#include <boost/json.hpp>

#include "server/installed.h"
#include "support/disk.h"
#include "support/http_client.h"

namespace radslag::server {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace json = boost::json;

std::string const password = "ett ganska långt ord";

// Shared with the server; moved by hand.
struct MovedClock final : Clock {
    [[nodiscard]] Instant now() const override { return Instant{at.load()}; }
    std::atomic<std::int64_t> at = read_instant("2026-11-27T02:15:00Z")->micros;
    void add_hours(std::int64_t hours) { at += hours * 3'600'000'000LL; }
};

struct Backups : Installed {
    std::shared_ptr<MovedClock> clock = std::make_shared<MovedClock>();

    void SetUp() override {
        Installed::SetUp();
        config.backups = (folder / "backups").string();
    }
    std::unique_ptr<Installation> open() {
        auto house = Installation::open({read(), clock});
        if (!house) throw std::runtime_error(house.error().told + house.error().logged);
        return std::move(*house);
    }
    struct Person {
        std::string mail, secret, csrf;
        std::shared_ptr<test::HttpClient> client;
        test::Reply act(std::string const& path, std::string const& body) {
            return client->post(path, body, {{"X-CSRF", csrf}});
        }
        json::value look(std::string const& path) {
            auto value = json::parse(client->get(path).body);
            if (value.is_object()) value.as_object().erase("csrf"); // each session has its own
            return value;
        }
    };
    // With a new step of the authenticator each time.
    test::Reply try_sign_in(Person& who, std::uint16_t port) {
        clock->at += 60'000'000;
        who.client = std::make_shared<test::HttpClient>(port);
        return who.client->post("/api/sign-in", R"({"mail":")" + who.mail + R"(","password":")" +
                                                    password + R"(","code":")" +
                                                    http::six_digits(who.secret, clock->now()) +
                                                    "\"}");
    }
    void sign_in(Person& who, std::uint16_t port) {
        auto const answer = try_sign_in(who, port);
        ASSERT_EQ(answer.status, 200) << answer.body;
        who.csrf = json::parse(answer.body).at("csrf").as_string();
    }
    Person enter(std::string const& mail, std::string const& invitation, std::uint16_t port) {
        Person who{mail, {}, {}, {}};
        auto answer = test::HttpClient(port).post(
            "/api/accept", R"({"mail":")" + mail + R"(","invitation":")" + invitation +
                               R"(","password":")" + password + "\"}");
        EXPECT_EQ(answer.status, 200) << answer.body;
        who.secret = json::parse(answer.body).at("secret").as_string();
        sign_in(who, port);
        return who;
    }
    test::Reply invite(Person& head, std::string const& name, char digit) {
        return head.act("/api/acts/invite_staff",
                        R"({"id":")" + std::string(26, digit) + R"(","fields":{"name":")" + name +
                            R"(","mail":")" + name +
                            R"(@lillaker.example","offices":["coordinator","case_worker"]}})");
    }
    static test::Reply begin(Person& who, std::string const& name, char digit) {
        std::string intake;
        auto const desk = who.look("/api/desk");
        for (auto const& can : desk.at("can").as_array())
            if (can.at("act") == "open_case")
                for (auto const& choice : can.at("choices").as_array())
                    if (choice.at("field") == "intake")
                        intake = choice.at("options").at(0).at("value").as_string();
        return who.act("/api/acts/open_case",
                       R"({"id":")" + std::string(26, digit) + R"(","fields":{"intake":")" +
                           intake + R"(","name":")" + name +
                           R"(","asked":"På telefon.","contact_person":"Rut Ås"}})");
    }
    std::vector<std::string> kept() {
        std::vector<std::string> all;
        if (!fs::exists(config.backups)) return all;
        for (auto const& entry : fs::directory_iterator(config.backups))
            all.push_back(entry.path().filename().string());
        std::ranges::sort(all);
        return all;
    }
    int bring_back() {
        return restore({file, (fs::path(config.backups) / kept().back()).string(), "", ""}, out,
                       err);
    }
};

TEST_F(Backups, EverythingIsLostAndComesBackWithTheSameAnswers) {
    ASSERT_EQ(make(), 0) << err.str();
    Person head, rut;
    std::map<std::string, json::value> before;
    std::vector<std::string> looks{"/api/me", "/api/desk", "/api/cases"};
    {
        auto house = open();
        auto const port = house->serve().value();
        head = enter("siv@lillaker.example", code(), port);
        auto const invited = json::parse(invite(head, "rut", '1').body);
        rut = enter("rut@lillaker.example", std::string(invited.at("secret").as_string()), port);
        for (char digit : {'2', '3', '4'}) {
            auto const begun = begin(rut, std::string("Nour") + digit, digit);
            ASSERT_EQ(begun.status, 200) << begun.body;
            looks.push_back("/api/cases/" +
                            std::string(json::parse(begun.body).at("case_id").as_string()));
        }
        for (auto const& path : looks) before[path] = rut.look(path);
        ASSERT_EQ(back_up(file, false, out, err), 0) << err.str(); // beside a server that serves
        ASSERT_EQ(begin(rut, "Senare", '5').status, 200);
    }
    fs::remove_all(config.data);
    EXPECT_FALSE(Installation::open({read(), clock}).has_value());
    fs::create_directory(config.data);
    out.str("");
    ASSERT_EQ(bring_back(), 0) << err.str();
    EXPECT_THAT(out.str(), HasSubstr("3 cases"));
    EXPECT_THAT(out.str(), HasSubstr("sign in again"));
    auto house = open();
    auto const port = house->serve().value();
    rut.client = std::make_shared<test::HttpClient>(port);
    EXPECT_EQ(rut.client->get("/api/cases").status, 401);
    sign_in(rut, port);
    for (auto const& path : looks) EXPECT_EQ(rut.look(path), before.at(path)) << path;
    // What came after is not in it and can be done again; what is in it is not done twice.
    EXPECT_EQ(begin(rut, "Senare", '5').status, 200);
    EXPECT_EQ(begin(rut, "Nour2", '2').status, 200);
    EXPECT_EQ(rut.look("/api/cases").at("cases").as_array().size(), 4U);
}

TEST_F(Backups, OneIsMadeEachDayAndTheOldestGoes) {
    config.backups_kept = 3;
    ASSERT_EQ(make(), 0) << err.str();
    auto house = open();
    house->back_up_if_due();
    EXPECT_THAT(kept(), ElementsAre("radslag-2026-11-27T021500Z.backup"));
    clock->add_hours(23);
    house->back_up_if_due();
    EXPECT_EQ(kept().size(), 1U);
    std::ofstream(fs::path(config.backups) / "notes.txt") << "somebody's";
    for (int day = 0; day < 4; ++day) {
        clock->add_hours(day == 0 ? 1 : 24);
        house->back_up_if_due();
    }
    EXPECT_THAT(kept(), ElementsAre("notes.txt", "radslag-2026-11-29T021500Z.backup",
                                    "radslag-2026-11-30T021500Z.backup",
                                    "radslag-2026-12-01T021500Z.backup"));
    // A server that starts again goes by what is there.
    house = nullptr;
    house = open();
    house->back_up_if_due();
    EXPECT_EQ(kept().size(), 4U);
    auto const log = *read_file(config.log);
    EXPECT_THAT(log, HasSubstr(R"("event":"backup","cases":0,"expired":1)"));
}

TEST_F(Backups, AServingServerMakesThemByItself) {
    ASSERT_EQ(make(), 0) << err.str();
    auto house = open();
    ASSERT_TRUE(house->serve().has_value());
    while (kept().empty() || !kept().back().ends_with(".backup")) std::this_thread::yield();
    house = nullptr;
    fs::remove_all(config.data);
    fs::create_directory(config.data);
    EXPECT_EQ(bring_back(), 0) << err.str();
}

TEST_F(Backups, OneThatFailsIsToldAndTriedAgainAndNoOldOneGoes) {
    config.backups_kept = 1;
    ASSERT_EQ(make(), 0) << err.str();
    auto house = open();
    house->back_up_if_due();
    clock->add_hours(24);
    auto const key = *read_file(config.backup_key());
    fs::remove(config.backup_key());
    house->back_up_if_due();
    EXPECT_THAT(*read_file(config.log), HasSubstr("The key of the backups is missing."));
    EXPECT_THAT(kept(), ElementsAre("radslag-2026-11-27T021500Z.backup"));
    ASSERT_TRUE(write_new_file(config.backup_key(), key));
    house->back_up_if_due(); // not at once
    EXPECT_THAT(kept(), ElementsAre("radslag-2026-11-27T021500Z.backup"));
    clock->add_hours(1);
    house->back_up_if_due();
    EXPECT_THAT(kept(), ElementsAre("radslag-2026-11-28T031500Z.backup"));
}

TEST_F(Backups, WithoutTheirKeyOrTheirFolderTheServerDoesNotStart) {
    ASSERT_EQ(make(), 0) << err.str();
    auto told = [&] {
        auto port = open()->serve();
        return port ? "" : port.error().told + " " + port.error().logged;
    };
    auto const key = *read_file(config.backup_key());
    fs::remove(config.backup_key());
    EXPECT_THAT(told(), HasSubstr("radslag backup --new-key"));
    ASSERT_TRUE(write_new_file(config.backup_key(), key + "x"));
    EXPECT_THAT(told(), HasSubstr("damaged"));
    fs::remove(config.backup_key());
    EXPECT_EQ(back_up(file, true, out, err), 0) << err.str();
    EXPECT_EQ(back_up(file, true, out, err), 1); // never a second key
    EXPECT_THAT(err.str(), HasSubstr("is there already"));
    fs::remove_all(config.backups);
    EXPECT_THAT(told(), HasSubstr("There is no folder for backups."));
    fs::create_directory(config.backups);
    EXPECT_EQ(told(), "");
}

TEST_F(Backups, RestoringSaysInWordsWhatIsWrong) {
    ASSERT_EQ(make(), 0) << err.str();
    ASSERT_EQ(back_up(file, false, out, err), 0) << err.str();
    EXPECT_EQ(bring_back(), 1);
    EXPECT_THAT(err.str(), HasSubstr("There is a database already; nothing is written over it."));
    auto const backup = (fs::path(config.backups) / kept().back()).string();
    auto const elsewhere = (folder / "elsewhere.db").string();
    EXPECT_EQ(restore({file, backup, elsewhere, ""}, out, err), 0) << err.str();
    EXPECT_TRUE(fs::exists(elsewhere));
    // On another machine, without a configuration: the key and a place are enough.
    fs::remove(elsewhere);
    EXPECT_EQ(restore({"", backup, elsewhere, config.backup_key().string()}, out, err), 0)
        << err.str();
    fs::remove(elsewhere);
    err.str("");
    EXPECT_EQ(restore({file, backup, elsewhere, config.key_file().string()}, out, err), 1);
    EXPECT_THAT(err.str(), HasSubstr("another key"));
    EXPECT_EQ(restore({"none.toml", backup, "", ""}, out, err), 1);
    EXPECT_THAT(err.str(), HasSubstr("There is no configuration."));
    EXPECT_FALSE(fs::exists(elsewhere));
}

// The person is told to try again; who looks after the server reads why. With room it goes on.
TEST_F(Backups, ADiskInTroubleWhileServingIsToldToBoth) {
    ASSERT_EQ(make(), 0) << err.str();
    test::Disk disk(config.data);
    auto house = open();
    auto const port = house->serve().value();
    auto head = enter("siv@lillaker.example", code(), port);
    auto rut = enter(
        "rut@lillaker.example",
        std::string(json::parse(invite(head, "rut", '1').body).at("secret").as_string()), port);
    disk.writing = SQLITE_FULL;
    auto const told = begin(rut, "Nour", '2');
    EXPECT_EQ(told.status, 503);
    EXPECT_THAT(told.body, HasSubstr("Inget har ändrats"));
    EXPECT_THAT(*read_file(config.log), HasSubstr("The disk is full: nothing was written."));
    EXPECT_EQ(rut.look("/api/cases").at("cases").as_array().size(), 0U); // still read
    disk.writing = SQLITE_OK;
    EXPECT_EQ(begin(rut, "Nour", '2').status, 200); // sent again
    EXPECT_EQ(begin(rut, "Nour", '2').status, 200);
    EXPECT_EQ(rut.look("/api/cases").at("cases").as_array().size(), 1U);
}

// Nobody is signed out by a disk, and nobody is told that their password was wrong.
TEST_F(Backups, ADamagedFileWhileServingIsToldToBoth) {
    ASSERT_EQ(make(), 0) << err.str();
    test::Disk disk(config.data);
    auto house = open();
    auto const port = house->serve().value();
    auto head = enter("siv@lillaker.example", code(), port);
    auto const staff = head.look("/api/staff");
    auto anew = [&] {
        house = nullptr; // all of it is in the database then, not in its journal
        disk.damaged = false;
        house = open();
        auto const port_now = house->serve().value();
        auto const cookies = head.client->cookies;
        head.client = std::make_shared<test::HttpClient>(port_now);
        head.client->cookies = cookies;
        return port_now;
    };
    auto const damaged_at = anew();
    auto const signed_in = head.client;
    disk.damaged = true;
    for (auto const* path : {"/api/me", "/api/staff", "/api/cases"})
        EXPECT_EQ(head.client->get(path).status, 503) << path;
    EXPECT_EQ(invite(head, "rut", '1').status, 503);
    EXPECT_THAT(*read_file(config.log), HasSubstr("radslag restore"));
    for (int wrong = 0; wrong < 10; ++wrong) {
        auto const told = try_sign_in(head, damaged_at);
        EXPECT_EQ(told.status, 503);
        EXPECT_THAT(told.body, HasSubstr("world.fault"));
    }
    head.client = signed_in;
    auto const now_at = anew();
    EXPECT_EQ(head.look("/api/staff"), staff);
    disk.writing = SQLITE_FULL;
    EXPECT_EQ(try_sign_in(head, now_at).status, 503);
    disk.writing = SQLITE_OK;
}

} // namespace
} // namespace radslag::server
