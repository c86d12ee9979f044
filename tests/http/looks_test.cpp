// Every look that tells of people is noted before it is told; who looked is for the manager.
#include "http/house.h"
#include "support/house_rig.h"

namespace radslag::http {
namespace {

using process::Office;

struct Looks : ::testing::Test {
    TestHouse house;
    commands::Staff conny = house.add_staff("conny@lillaker.example", {Office::case_worker});
    commands::Staff maj = house.add_staff("maj@lillaker.example", {Office::manager});
    Browser worker{house}, manager{house};
    std::string id;

    void SetUp() override {
        ASSERT_EQ(worker.sign_in(conny.mail).status, 200);
        ASSERT_EQ(manager.sign_in(maj.mail).status, 200);
        auto reply = worker.act("open_case",
                                {{"intake", "hoor-familjeradslag/offered"}, {"name", "Elsa Lind"}});
        id = std::string(parsed(reply).at("case_id").as_string());
    }
    json_::array looks(std::string const& query = {}) {
        return parsed(manager.get("/api/looks" + query)).at("looks").as_array();
    }
    std::vector<std::string> seen_by(commands::Staff const& who) {
        std::vector<std::string> all;
        for (auto const& one : looks("?staff=" + who.id.text))
            all.emplace_back(one.at("look").as_string());
        return all;
    }
};

// Operations that show nothing of people, and why. A new one is noted, or has a reason here.
std::map<std::string, std::string> const tells_of_nobody{
    {"look_at_me", "one's own account"},
    {"all_acts", "declarations"},
    {"all_models", "models"},
    {"look_at_restrictions", "what is asked of every meeting"},
    {"look_at_figures", "counts without names"},
};

TEST_F(Looks, EveryOperationThatTellsOfPeopleIsNoted) {
    std::set<std::string> noted;
    for (auto const& operation : operations()) {
        if (operation.method != "GET") continue;
        auto path = std::string(operation.path);
        if (auto at = path.find("{id}"); at != std::string::npos) path.replace(at, 4, id);
        for (auto* who : {&worker, &manager}) who->get(path);
    }
    for (auto const& one : looks()) noted.emplace(one.at("look").as_string());
    noted.insert("look_at_committees"); // where it tells a name: tests/commands/looks
    for (auto const& operation : operations()) {
        if (operation.method != "GET") continue;
        auto const name = std::string(operation.id);
        EXPECT_NE(noted.contains(name), tells_of_nobody.contains(name))
            << name << ": a look that tells of people is noted (commands/looks/noted.h)";
    }
}

TEST_F(Looks, ACaseThatWasLookedAtSaysWhatAndWhom) {
    auto const family = "/api/cases/" + id + "/acts/name_person";
    json_::object body{{"id", house.act_id()},
                       {"fields", {{"name", "Anna Lind"}, {"role", "guardian"}}}};
    ASSERT_EQ(worker.post(family, json_::serialize(body)).status, 200);
    ASSERT_EQ(worker.get("/api/cases/" + id).status, 200);
    auto const all = looks("?staff=" + conny.id.text + "&case=" + id);
    ASSERT_FALSE(all.empty());
    auto const& look = all.front();
    EXPECT_EQ(look.at("look").as_string(), "look_at_case");
    EXPECT_EQ(look.at("who").as_string(), conny.name);
    EXPECT_EQ(look.at("case_id").as_string(), id);
    auto const matters = json_::serialize(look.at("matters"));
    EXPECT_NE(matters.find("\"people\""), std::string::npos) << matters;
    EXPECT_NE(matters.find("\"papers\""), std::string::npos) << matters;
    // The manager leads nobody there, and is told of no name.
    auto const told = manager.get("/api/looks").body;
    EXPECT_EQ(told.find("Anna"), std::string::npos);
    EXPECT_EQ(told.find("Elsa"), std::string::npos);
    EXPECT_EQ(std::int64_t(look.at("whom").as_array().size()) + look.at("others").as_int64(), 2)
        << json_::serialize(look);
}

TEST_F(Looks, WhatCannotBeNotedIsNotTold) {
    house.store->full = true;
    auto const reply = worker.get("/api/cases/" + id);
    EXPECT_EQ(reply.status, 503) << reply.body;
    EXPECT_EQ(reply.body.find("Elsa"), std::string::npos);
    EXPECT_EQ(worker.get("/api/me").status, 200);
    house.store->full = false;
    EXPECT_EQ(worker.get("/api/cases/" + id).status, 200);
}

TEST_F(Looks, ARefusedLookIsNotNoted) {
    auto other = house.add_staff("vera@lillaker.example", {Office::case_worker});
    Browser stranger(house);
    ASSERT_EQ(stranger.sign_in(other.mail).status, 200);
    EXPECT_EQ(stranger.get("/api/cases/" + id).status, 404);
    EXPECT_EQ(stranger.get("/api/cases/" + id + "/log").status, 404);
    EXPECT_EQ(stranger.get("/api/looks").status, 403);
    EXPECT_TRUE(seen_by(other).empty());
}

TEST_F(Looks, OnlyTheManagerOfTheSameHouseReadsThem) {
    ASSERT_EQ(worker.get("/api/cases/" + id).status, 200);
    EXPECT_EQ(worker.get("/api/looks").status, 403);
    auto admin = house.add_staff("siv@lillaker.example", {Office::administrator});
    Browser one(house);
    ASSERT_EQ(one.sign_in(admin.mail).status, 200);
    EXPECT_EQ(one.get("/api/looks").status, 403);
    auto bente = house.add_staff("bente@norreby.example", {Office::manager}, house.other);
    Browser there(house);
    ASSERT_EQ(there.sign_in(bente.mail).status, 200);
    auto const told = there.get("/api/looks?case=" + id).body;
    EXPECT_EQ(told.find(conny.name), std::string::npos);
    EXPECT_EQ(told.find(id), std::string::npos);
    EXPECT_EQ(manager.get("/api/looks?cursor=x").status, 400);
}

} // namespace
} // namespace radslag::http
