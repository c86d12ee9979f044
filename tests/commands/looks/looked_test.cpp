// Who was shown what of whom: noted by every look, and told without a name that its reader may not
// know anyway.
#include <gmock/gmock.h>

#include "commands/looks/rig.h"

namespace radslag::commands::test {
namespace {

using process::Office;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class LookedAt : public Looking {
public:
    Staff sara = staff("Sara Lind", {Office::coordinator});
    Staff karin = staff("Karin Dahl", {Office::manager});
    Staff mira = staff("Mira Ek", {Office::manager, Office::coordinator});
    Case c{*this, hoor, "circle", 14};
    PersonId ulla, sven;

    void SetUp() override {
        c.assigned(sara, "coordinator");
        ulla = c.person("Ulla Hemlig", "child");
        sven = c.person("Sven Hemlig", "guardian");
        auto protected_one = *c.file.find<people::Person>(ulla);
        protected_one.protection = people::Protection::hidden;
        c.put(protected_one, "change_person");
        auto row = c.file.conference();
        row.name = "Familjen Hemlig";
        c.put(row, "name_person");
    }
    std::vector<view::LookRow> shown_to(Staff const& who, LookFilter filter = {}) {
        auto looks = look_at_looks(world, caller(who), std::move(filter));
        if (!looks) throw std::runtime_error(looks.error().why.front().code);
        return std::move(looks->looks);
    }
    view::LookRow first(Staff const& reader, std::string_view look) {
        for (auto& row : shown_to(reader))
            if (row.look == look) return row;
        throw std::runtime_error("no " + std::string(look));
    }
};

TEST_F(LookedAt, ACaseNamesMattersAndPersonsOfThoseWhoWereShown) {
    ASSERT_TRUE(look_at_case(world, caller(sara), c.id));
    ASSERT_TRUE(store->write_notes());
    auto const rows = store->read().value()->looks(organisation.id, {}).rows;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].staff, sara.id);
    EXPECT_EQ(rows[0].of, c.id);
    EXPECT_THAT(rows[0].persons, ElementsAre(ulla, sven));
    EXPECT_THAT(rows[0].matters, Contains("people"));
    EXPECT_THAT(rows[0].matters, Contains("contacts"));
    EXPECT_THAT(rows[0].matters, testing::Not(Contains("papers"))); // closed to the coordinator
    EXPECT_THAT(rows[0].matters, testing::Not(Contains("log")));    // a look of its own
}

TEST_F(LookedAt, AManagerIsToldByRoleWhomTheyMayNotKnow) {
    ASSERT_TRUE(look_at_case(world, caller(sara), c.id));
    ASSERT_TRUE(look_at_log(world, caller(sara), c.id, {}));
    ASSERT_TRUE(look_at_desk(world, caller(sara)));
    auto const row = first(karin, "look_at_case");
    EXPECT_EQ(row.who, "Sara Lind");
    EXPECT_EQ(row.case_name, "#14");
    EXPECT_EQ(row.case_id, c.id.text);
    EXPECT_EQ(row.whom.size(), 2U);
    EXPECT_EQ(first(karin, "look_at_desk").case_name, "#14");
    for (auto const& one : shown_to(karin))
        EXPECT_EQ(told(one).find("Hemlig"), std::string::npos) << told(one);
}

TEST_F(LookedAt, WhoSeesThePeopleOfACaseSeesTheirNamesHereToo) {
    c.assigned(mira, "coordinator");
    ASSERT_TRUE(look_at_case(world, caller(sara), c.id));
    auto const row = first(mira, "look_at_case");
    EXPECT_EQ(row.case_name, "Familjen Hemlig");
    EXPECT_THAT(row.whom, ElementsAre("Ulla Hemlig", "Sven Hemlig"));
    EXPECT_EQ(row.others, 0);
}

TEST_F(LookedAt, OfACaseThatIsGoneTheyAreToldHowMany) {
    // The case is gone; that somebody looked stays.
    Looked of_nothing{organisation.id, sara.id,    "look_at_case",
                      fresh<CaseId>(), {"people"}, {fresh<PersonId>(), fresh<PersonId>()},
                      clock.now(),     clock.now()};
    ASSERT_TRUE(store->note({of_nothing}));
    auto const rows = shown_to(karin, {{}, of_nothing.of, {}, 50});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].case_name, "");
    EXPECT_EQ(rows[0].case_id, "");
    EXPECT_THAT(rows[0].whom, IsEmpty());
    EXPECT_EQ(rows[0].others, 2);
}

TEST_F(LookedAt, ListsNoteTheCasesThatTheyName) {
    ASSERT_TRUE(look_at_desk(world, caller(sara)));
    ASSERT_TRUE(list_cases(world, caller(sara), {}));
    ASSERT_TRUE(look_at_desk(world, caller(karin))); // names nobody
    ASSERT_TRUE(list_cases(world, caller(karin), {}));
    std::vector<std::string> looks;
    for (auto const& row : shown_to(mira)) looks.push_back(row.who + " " + row.look);
    EXPECT_THAT(looks,
                testing::UnorderedElementsAre("Sara Lind look_at_desk", "Sara Lind list_cases"));
}

TEST_F(LookedAt, ThatSomebodyReadTheLogOfLooksStandsInIt) {
    EXPECT_THAT(shown_to(karin), IsEmpty());
    auto const rows = shown_to(karin);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].look, "look_at_looks");
    EXPECT_EQ(rows[0].who, "Karin Dahl");
}

TEST_F(LookedAt, OneLookManyTimesIsOneLine) {
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(look_at_case(world, caller(sara), c.id));
    EXPECT_EQ(first(karin, "look_at_case").times, 5);
}

} // namespace
} // namespace radslag::commands::test
