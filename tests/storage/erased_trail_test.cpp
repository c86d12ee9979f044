// What the trail and the log of looks know of a case that was erased by rule, and what they do not.
#include "storage/bent.h"

namespace radslag::storage {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

TEST_F(Bent, ACaseThatWasErasedIsNotMissedAndOneTakenOutByHandIs) {
    auto const other = begin_case(here, 2);
    auto const before = store->next_checkpoint(Instant{8});
    erase({.whole = true, .rows = {}, .trail = true});
    EXPECT_THAT(after(""), IsEmpty());
    auto const of_case = " WHERE chain = '" + c.id.text + "'";
    EXPECT_EQ(count("SELECT count(*) FROM trail_key WHERE case_id = '" + c.id.text + "'"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM trail_told" + of_case), 1);
    EXPECT_TRUE(one("SELECT payload FROM trail_told" + of_case).starts_with("erased\t"));
    // What a checkpoint saw of it stands.
    for (auto const& head : before->heads) {
        Connection db(folder.file());
        EXPECT_EQ(trail_hash(db, head.chain, head.n), head.hash);
    }
    // Its chain is still vouched for.
    EXPECT_THAT(after("UPDATE trail SET content = hash" + of_case + " AND n = 3"),
                ElementsAre(Finding{Trouble::entry_changed, c.id.text, 3, {}, {}}));
    EXPECT_THAT(after("DELETE FROM trail_told" + of_case), Not(IsEmpty()));
    EXPECT_THAT(after({"DELETE FROM trail_told" + of_case, "DELETE FROM trail" + of_case}),
                ElementsAre(Finding{Trouble::entry_missing, c.id.text, 1, {}, {}}));
    EXPECT_THAT(after("DELETE FROM erasure"),
                ElementsAre(testing::AllOf(Field(&Finding::is, Trouble::row_missing),
                                           Field(&Finding::table, "erasure"))));
    std::vector<std::string> away;
    for (auto const& table : shapes())
        if (std::ranges::count(table.columns, "case_id") > 0 && table.name != "look")
            away.push_back("DELETE FROM \"" + table.name + "\"");
    auto const missing = Finding{Trouble::chain_missing, other.id.text, 0, {}, {}};
    EXPECT_THAT(after(away), ElementsAre(missing));
    for (auto const* table : {"trail_told", "trail"})
        away.push_back("DELETE FROM " + std::string(table) + " WHERE chain = '" + other.id.text +
                       "'");
    EXPECT_THAT(after(away), ElementsAre(missing));
}

TEST_F(Bent, PartsThatWereErasedAreForgottenAndTheRestIsVouchedFor) {
    auto const keys = count("SELECT count(*) FROM trail_key");
    auto const contact = one("SELECT id FROM contact");
    erase({.whole = false, .rows = {{"contact", contact}, {"contact", ""}}, .trail = false});
    EXPECT_THAT(after(""), IsEmpty());
    EXPECT_EQ(count("SELECT count(*) FROM trail_told WHERE chain = '" + c.id.text + "'"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM trail_key"), keys);
    EXPECT_THAT(after("UPDATE hold SET ground = 'x'"), testing::SizeIs(1));
    EXPECT_THAT(after("UPDATE person SET name = 'x'"), testing::SizeIs(2));
    must_write([&](commands::Writer& w) { save(w, c, {}); });
    EXPECT_THAT(after(""), IsEmpty());
}

TEST_F(Bent, LooksAtACaseThatIsGoneForgetAtWhom) {
    auto const persons = "SELECT count(*) FROM look WHERE persons <> '-'";
    auto const rows = "SELECT count(*) FROM look";
    auto second = look("look_at_case"); // another person, in the same hour
    EXPECT_TRUE(store->note({second}));
    EXPECT_TRUE(store->write_notes());
    EXPECT_EQ(count(rows), 3);
    EXPECT_EQ(count(persons), 3);
    auto const told = erase({.whole = true, .rows = {}, .trail = true});
    EXPECT_THAT(told, Contains("look=3"));
    EXPECT_EQ(count(persons), 0);
    EXPECT_EQ(count(rows), 2); // two that show the same are one
    EXPECT_EQ(count("SELECT times FROM look WHERE look = 'look_at_case'"), 2);
    EXPECT_THAT(after(""), IsEmpty());
    // Noted before, written after.
    EXPECT_TRUE(store->note({look("look_at_log"), look("look_at_plan")}));
    EXPECT_TRUE(store->write_notes());
    EXPECT_EQ(count(persons), 0);
    EXPECT_EQ(count(rows), 3);
    EXPECT_THAT(after(""), IsEmpty());
}

TEST_F(Bent, LooksForgetWhoWasErasedAndNobodyElse) {
    auto told = look("look_at_case");
    told.persons.push_back(fresh<PersonId>());
    EXPECT_TRUE(store->note({told}));
    EXPECT_TRUE(store->write_notes());
    erase({.whole = false, .rows = {{"person", told.persons[0].text}}, .trail = false});
    EXPECT_EQ(one("SELECT persons FROM look WHERE persons LIKE '%-' || char(10) || '%'"),
              "-\n" + told.persons[1].text);
    EXPECT_EQ(count("SELECT count(*) FROM look WHERE persons LIKE '-%'"), 1);
    EXPECT_THAT(after(""), IsEmpty());
}

} // namespace
} // namespace radslag::storage
