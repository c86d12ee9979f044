// What is withdrawn while an answer is made, and a request that comes again with other words.
#include "commands/commands.h"
#include "support/house_rig.h"

namespace radslag::http {
namespace {

using process::Office;

struct Access : ::testing::Test {
    TestHouse house;
    Browser browser{house};
    commands::Staff conny = house.add_staff("conny@lillaker.example", {Office::case_worker});
    commands::Staff maj = house.add_staff("maj@lillaker.example", {Office::manager});

    void SetUp() override { ASSERT_EQ(browser.sign_in(conny.mail).status, 200); }

    static json_::object a_case() {
        return {{"intake", "hoor-familjeradslag/offered"}, {"name", "Elsa Lind"}};
    }
    std::string open_case() {
        auto reply = browser.act("open_case", a_case());
        EXPECT_EQ(reply.status, 200) << reply.body;
        return std::string(parsed(reply).at("case_id").as_string());
    }
    std::string own_row(std::string const& id) {
        auto const view = parsed(browser.get("/api/cases/" + id));
        return std::string(view.at("me").as_array().front().at("person").as_string());
    }
    void end_assignment(std::string const& id, std::string const& person) {
        commands::Request request;
        request.id = ActId::make(house.random);
        request.about = person;
        request.fields["reason"] = std::string("Other work");
        auto done = commands::perform(house.world, {maj.id, house.organisation, "en"},
                                      *CaseId::read(id), "end_assignment", request);
        ASSERT_TRUE(done.has_value()) << done.error().why.front().code;
    }
};

TEST_F(Access, WhatIsWithdrawnWhileTheAnswerIsMadeIsGoneBeforeItIsTold) {
    auto const id = open_case();
    auto const person = own_row(id);
    auto const path = "/api/cases/" + id;
    ASSERT_EQ(browser.get(path).status, 200);
    // The session and the access, the case itself; then the assignment ends.
    house.store->meanwhile = [&] { end_assignment(id, person); };
    house.store->reads_until = 3;
    auto reply = browser.get(path);
    EXPECT_EQ(house.store->reads_until, 0);
    EXPECT_EQ(reply.status, 404) << reply.body;
    EXPECT_EQ(reply.body.find("Elsa"), std::string::npos);
}

TEST_F(Access, TheSameIdWithOtherWordsIsNotTakenForDone) {
    auto const id = open_case();
    json_::object body{{"id", house.act_id()}, {"fields", {{"text", "How is school?"}}}};
    auto send = [&](std::string const& path) {
        return browser.post(path, json_::serialize(body));
    };
    auto const act = "/api/cases/" + id + "/acts/name_person";
    body["fields"] = {{"name", "Anna Lind"}, {"role", "guardian"}};
    EXPECT_EQ(send(act).status, 200);
    EXPECT_EQ(send(act).status, 200);
    body["fields"] = {{"name", "Anna Lund"}, {"role", "guardian"}};
    EXPECT_EQ(code_of(send(act)), "act.sent_already");
    auto const told = browser.get("/api/cases/" + id).body;
    EXPECT_NE(told.find("Anna Lind"), std::string::npos);
    EXPECT_EQ(told.find("Anna Lund"), std::string::npos);

    body = {{"id", house.act_id()}, {"fields", a_case()}};
    EXPECT_EQ(send("/api/acts/open_case").status, 200);
    body["fields"].as_object()["name"] = "Elsa Lund";
    EXPECT_EQ(code_of(send("/api/acts/open_case")), "act.sent_already");
}

TEST_F(Access, AnOfficeThatIsTakenAwayTakesItsCasesAlong) {
    auto const id = open_case();
    auto without = house.staff(conny.id);
    without.offices = 1U << unsigned(Office::employee);
    house.write([&](commands::Writer& writer) { writer.put(without); });
    EXPECT_EQ(browser.get("/api/cases/" + id).status, 404);
    EXPECT_EQ(browser.get("/api/cases").body.find("Elsa"), std::string::npos);
    EXPECT_EQ(browser.get("/api/desk").body.find(id), std::string::npos);
}

} // namespace
} // namespace radslag::http
