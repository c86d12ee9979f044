// The trail over real tables: somebody with the file in their hands changes, removes, adds and
// moves rows, and each is named.
#include "storage/bent.h"

namespace radslag::storage {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

// Why a table, or a column, is not in the trail. A new one is in it, or has a reason here.
std::map<std::string, std::string> const left_out{
    {"migration", "of the program; a database of another shape is refused"},
    {"data_key", "of the program; a key that is not known opens nothing, and a start says so"},
    {"checkpoint", "counts the checkpoints, which name each other and lie elsewhere"},
    {"session.seen_at", "changes with every minute of work"},
};
bool is_left_out(std::string const& name) { return left_out.contains(name); }

bool is_of_trail(std::string const& table) { return table == "trail" || table == "trail_told"; }

// The trail's own name for the first row of a table.
std::string id_sql(std::string const& table) {
    if (is_of_trail(table)) return "n";
    if (table == "glance" || table == "duty" || table == "trail_key" || table == "kept_until")
        return "case_id";
    if (table == "happening") return "CAST(seq AS TEXT)";
    if (table == "happening_change") return "seq || '.' || n";
    if (table == "look") return "hour || '.' || n";
    for (auto const& one : house_tables())
        if (one.name == table) return std::string(one.id);
    return "id";
}

// Columns by which a row is found: with another value it is gone, and another one is there.
bool finds_it(Shape const& table, std::string const& column) {
    if (table.name == "duty") return column == "case_id"; // all of a case are one
    if (column == "case_id" && (table.name == "hold" || table.name == "release")) return true;
    return table.is_key(column) || (table.name == "staff" && column == "organisation_id") ||
           (table.name == "session" && column == "staff_id") ||
           (table.name == "committee_day" && column == "organisation_id") ||
           (table.name == "restriction" && column == "organisation_id") ||
           (table.name == "erasure" && column == "organisation_id") ||
           (table.name == "glance" && column == "organisation_id");
}

TEST_F(Bent, NothingIsFoundWhereNothingWasBent) {
    auto const found = [&] {
        Connection db(folder.file(), test_seals());
        return verify_trail(db);
    }();
    EXPECT_THAT(found.findings, IsEmpty());
    EXPECT_EQ(found.chains, 3); // house, case, a day of looks
    EXPECT_GT(found.rows, 100);
}

TEST_F(Bent, EveryTableHasARowToBend) {
    for (auto const& table : shapes())
        EXPECT_NE(one("SELECT 1 FROM \"" + table.name + "\""), "")
            << table.name
            << " is empty in this test: give it a row, so that it is seen whether the "
            << "trail tells of it";
    for (auto const& [name, why] : left_out) {
        auto const table = name.substr(0, name.find('.'));
        EXPECT_TRUE(std::ranges::any_of(shapes(), [&](auto const& s) { return s.name == table; }))
            << name;
    }
}

TEST_F(Bent, AChangeOfAnyColumnOfAnyTableIsNamed) {
    int tried = 0;
    for (auto const& table : shapes()) {
        if (is_left_out(table.name)) continue;
        auto const first = table.first();
        auto const id =
            one("SELECT " + id_sql(table.name) + " FROM \"" + table.name + "\"" + first);
        for (auto const& column : table.columns) {
            auto const where = table.name + "." + column;
            if (is_left_out(where)) continue;
            auto const quoted = "\"" + column + "\"";
            bool const number = one("SELECT type FROM pragma_table_info('" + table.name +
                                    "') WHERE name = '" + column + "'") == "INTEGER";
            auto const findings = after("UPDATE \"" + table.name + "\" SET " + quoted + " = " +
                                        (number ? "coalesce(" + quoted + ", 0) / 2 + 77"
                                                : "coalesce(" + quoted + ", '') || '7'") +
                                        first);
            ++tried;
            ASSERT_THAT(findings, Not(IsEmpty())) << where;
            if (is_of_trail(table.name)) continue; // below
            if (finds_it(table, column)) {
                if (table.name != "organisation" && table.name != "glance" && table.name != "duty")
                    EXPECT_THAT(findings,
                                Contains(testing::AllOf(Field(&Finding::is, Trouble::row_missing),
                                                        Field(&Finding::table, table.name),
                                                        Field(&Finding::id, id))))
                        << where;
                continue;
            }
            auto const is = column == "sort_key" ? Trouble::row_moved : Trouble::row_changed;
            EXPECT_THAT(findings, ElementsAre(testing::AllOf(
                                      Field(&Finding::is, is), Field(&Finding::table, table.name),
                                      Field(&Finding::id, table.name == "duty" ? c.id.text : id))))
                << where;
        }
    }
    EXPECT_GT(tried, 300);
}

TEST_F(Bent, ARowTakenOutOfAnyTableIsNamed) {
    for (auto const& table : shapes()) {
        if (is_left_out(table.name) || is_of_trail(table.name)) continue;
        auto const first = table.first();
        auto const id =
            one("SELECT " + id_sql(table.name) + " FROM \"" + table.name + "\"" + first);
        auto const findings = after("DELETE FROM \"" + table.name + "\"" + first);
        auto const is = table.name == "duty" ? Trouble::row_changed : Trouble::row_missing;
        if (table.name == "organisation" || table.name == "glance")
            EXPECT_THAT(findings, Contains(Field(&Finding::is, Trouble::chain_missing)));
        else
            EXPECT_THAT(findings, Contains(testing::AllOf(Field(&Finding::is, is),
                                                          Field(&Finding::table, table.name),
                                                          Field(&Finding::id, id))))
                << table.name;
        // What hangs on these is nobody's then, and is named too.
        if (table.name != "organisation" && table.name != "glance" && table.name != "staff" &&
            table.name != "restriction")
            EXPECT_EQ(findings.size(), 1U) << table.name;
    }
}

TEST_F(Bent, ARowPutIntoAnyTableIsNamed) {
    std::map<std::string, std::pair<std::string, std::string>> const others{
        {"staff", {"id = 'added', mail = 'x'", "added"}},
        {"session", {"token_hash = 'added'", "added"}},
        {"restriction_words", {"language = 'da'", {}}},
        {"house_act", {"act_id = 'added'", "added"}},
        {"happening", {"seq = 99999, act_id = 'x'", "99999"}},
        {"happening_change", {"n = 77", {}}},
        {"look", {"n = 77, matters = 'x'", {}}},
        {"trail_key", {"case_id = 'added'", "added"}},
        {"file", {"id = 'added', stored_as = 'x'", "added"}},
        {"duty", {"staff_id = 'added'", c.id.text}},
    };
    for (auto const& table : shapes()) {
        if (is_left_out(table.name) || is_of_trail(table.name) || table.name == "glance" ||
            table.name == "organisation" || table.name == "kept_until") // there is one of a case
            continue;
        auto const other = others.find(table.name);
        auto const quoted = "\"" + table.name + "\"";
        auto const findings = after(
            {"CREATE TEMP TABLE copy AS SELECT * FROM " + quoted + table.first(),
             "UPDATE copy SET " + (other == others.end() ? "id = 'added'" : other->second.first),
             "INSERT INTO " + quoted + " SELECT * FROM copy"});
        auto const is = table.name == "duty" ? Trouble::row_changed : Trouble::row_unknown;
        ASSERT_EQ(findings.size(), 1U) << table.name;
        EXPECT_EQ(findings[0].is, is) << table.name;
        EXPECT_EQ(findings[0].table, table.name);
        if (other == others.end()) EXPECT_EQ(findings[0].id, "added");
        else if (!other->second.second.empty()) EXPECT_EQ(findings[0].id, other->second.second);
    }
}

TEST_F(Bent, TwoRowsThatChangedPlacesAreNamed) {
    for (auto const& table : storage::tables()) {
        if (table.name == conference::Conference::table) continue;
        auto const name = "\"" + std::string(table.name) + "\"";
        auto const ids = "SELECT group_concat(id, ' ') FROM (SELECT id FROM " + name +
                         " ORDER BY sort_key LIMIT 2)";
        auto const both = one(ids);
        auto const a = both.substr(0, both.find(' ')), b = both.substr(both.find(' ') + 1);
        auto const of = [&](std::string const& id) {
            return testing::AllOf(Field(&Finding::is, Trouble::row_moved),
                                  Field(&Finding::table, std::string(table.name)),
                                  Field(&Finding::id, id));
        };
        EXPECT_THAT(after("UPDATE " + name + " SET sort_key = (SELECT sum(sort_key) FROM " + name +
                          " WHERE id IN ('" + a + "', '" + b + "')) - sort_key WHERE id IN ('" + a +
                          "', '" + b + "')"),
                    UnorderedElementsAre(of(a), of(b)))
            << table.name;
    }
}

// ---- the trail itself

TEST_F(Bent, AnythingDoneToAnEntryIsNamed) {
    auto const at = " WHERE chain = '" + c.id.text + "' AND n = 9";
    auto entry = [&](Trouble is, std::int64_t n) { return Finding{is, c.id.text, n, {}, {}}; };
    auto const flip = [](std::string const& column) {
        return column + " = iif(" + column + " LIKE '0%', '1', '0') || substr(" + column + ", 2)";
    };
    for (auto const* column : {"content", "hash"})
        EXPECT_THAT(after("UPDATE trail SET " + flip(column) + at),
                    ElementsAre(entry(Trouble::entry_changed, 9)));
    EXPECT_THAT(after("UPDATE trail_told SET " + flip("salt") + at),
                ElementsAre(entry(Trouble::entry_changed, 9)));
    EXPECT_THAT(after("UPDATE trail_told SET payload = payload || 'gone\tperson\tx\n'" + at),
                ElementsAre(entry(Trouble::entry_changed, 9)));
    EXPECT_THAT(after("DELETE FROM trail_told" + at), ElementsAre(entry(Trouble::told_missing, 9)));
    EXPECT_THAT(after({"DELETE FROM trail_told" + at, "DELETE FROM trail" + at}),
                ElementsAre(entry(Trouble::entry_missing, 9)));
    EXPECT_THAT(after("DELETE FROM trail" + at),
                UnorderedElementsAre(entry(Trouble::entry_missing, 9),
                                     entry(Trouble::entry_missing, 9))); // and what it told is left
}

TEST_F(Bent, EntriesThatChangedPlacesAreNamed) {
    std::vector<std::string> swap;
    for (std::string const table : {"trail_told", "trail"})
        for (auto const* step : {"n = -9 WHERE n = 9", "n = 9 WHERE n = 10", "n = 10 WHERE n = -9"})
            swap.push_back("UPDATE " + table + " SET " + step + " AND chain = '" + c.id.text + "'");
    EXPECT_THAT(after(swap), ElementsAre(Finding{Trouble::entry_moved, c.id.text, 9, {}, {}},
                                         Finding{Trouble::entry_moved, c.id.text, 10, {}, {}}));
}

TEST_F(Bent, AnEntryOfAnotherChainIsNamed) {
    auto const into =
        "INSERT INTO trail SELECT chain, n + 1000, content, hash FROM trail WHERE n = 2"
        " AND chain = '" +
        c.id.text + "'";
    EXPECT_THAT(after(into), Contains(Finding{Trouble::entry_missing, c.id.text, 1001, {}, {}}));
    EXPECT_THAT(
        after("UPDATE trail SET chain = 'another' WHERE n = 1 AND chain = '" + c.id.text + "'"),
        testing::IsSupersetOf({Finding{Trouble::entry_missing, c.id.text, 1, {}, {}},
                               Finding{Trouble::chain_missing, "another", 0, {}, {}}}));
}

// ---- cases

std::vector<std::string> without_cases(std::vector<Shape> const& shapes) {
    std::vector<std::string> away;
    for (auto const& table : shapes)
        if (std::ranges::count(table.columns, "case_id") > 0 && table.name != "look")
            away.push_back("DELETE FROM \"" + table.name + "\"");
    return away;
}

TEST_F(Bent, ACaseThatIsGoneIsNamedWithOrWithoutItsTrail) {
    auto away = without_cases(shapes());
    auto const is_gone = Finding{Trouble::chain_missing, c.id.text, 0, {}, {}};
    EXPECT_THAT(after(away), ElementsAre(is_gone));
    for (auto const* table : {"trail_told", "trail"})
        away.push_back("DELETE FROM " + std::string(table) + " WHERE chain = '" + c.id.text + "'");
    EXPECT_THAT(after(away), ElementsAre(is_gone));
}

// The house's entry that told of it is gone as well: what is left of the case's own chain speaks.
TEST_F(Bent, ACaseThatIsGoneIsNamedWhereTheHouseNoLongerTellsOfIt) {
    auto away = without_cases(shapes());
    auto const chain = " WHERE chain = '" + here.text + "' AND n = ";
    auto const n = one("SELECT n FROM trail_told WHERE chain = '" + here.text +
                       "' AND payload LIKE '%row\tcase\t" + c.id.text + "%'");
    for (auto const* table : {"trail_told", "trail"})
        away.push_back("DELETE FROM " + std::string(table) + chain + n);
    EXPECT_THAT(after(away), UnorderedElementsAre(
                                 Finding{Trouble::entry_missing, here.text, std::stoll(n), {}, {}},
                                 Finding{Trouble::chain_missing, c.id.text, 0, {}, {}}));
}

TEST_F(Bent, ACaseWhoseTrailIsGoneIsNamed) {
    EXPECT_THAT(after({"DELETE FROM trail_told WHERE chain = '" + c.id.text + "'",
                       "DELETE FROM trail WHERE chain = '" + c.id.text + "'"}),
                ElementsAre(Finding{Trouble::entry_missing, c.id.text, 1, {}, {}}));
}

TEST_F(Bent, ACaseThatNobodyBeganIsNamed) {
    EXPECT_THAT(after({"CREATE TEMP TABLE copy AS SELECT * FROM glance",
                       "UPDATE copy SET case_id = 'another', number = 99",
                       "INSERT INTO glance SELECT * FROM copy"}),
                ElementsAre(Finding{Trouble::chain_unknown, "another", 0, {}, {}}));
    EXPECT_THAT(
        after({"CREATE TEMP TABLE copy AS SELECT * FROM person",
               "UPDATE copy SET case_id = 'another'", "INSERT INTO person SELECT * FROM copy"}),
        ElementsAre(Finding{Trouble::entry_missing, "another", 1, {}, {}}));
}

TEST_F(Bent, ADayOfLooksThatIsGoneIsNamedWithOrWithoutItsTrail) {
    auto const chain = one("SELECT chain FROM trail WHERE chain LIKE '%/%'");
    auto const is_gone = Finding{Trouble::chain_missing, chain, 0, {}, {}};
    EXPECT_THAT(after("DELETE FROM look"), ElementsAre(is_gone));
    EXPECT_THAT(after({"DELETE FROM look", "DELETE FROM trail_told WHERE chain = '" + chain + "'",
                       "DELETE FROM trail WHERE chain = '" + chain + "'"}),
                ElementsAre(is_gone));
}

// ---- erasing, and new forms

TEST_F(Bent, WhatAChainToldCanBeErased) {
    auto const told = "SELECT count(*) FROM trail_told WHERE chain = '" + c.id.text + "'";
    auto const before = count("SELECT count(*) FROM trail WHERE chain = '" + c.id.text + "'");
    store = nullptr;
    {
        Connection db(folder.file(), test_seals());
        follow_keys(db);
        db.script("BEGIN; DELETE FROM contact; DELETE FROM happening_change");
        erase_told(db, c.id);
        db.script("COMMIT");
    }
    EXPECT_EQ(count(told), 1);
    EXPECT_EQ(count("SELECT count(*) FROM trail WHERE chain = '" + c.id.text + "'"), before + 1);
    EXPECT_THAT(after(""), IsEmpty());
    EXPECT_THAT(after("UPDATE person SET name = 'x'"),
                testing::SizeIs(2)); // it is still vouched for
    EXPECT_THAT(
        after("UPDATE trail SET content = hash WHERE n = 3 AND chain = '" + c.id.text + "'"),
        ElementsAre(Finding{Trouble::entry_changed, c.id.text, 3, {}, {}}));
    EXPECT_THAT(after("INSERT INTO contact (organisation_id, case_id, sort_key, id, changed_in)"
                      " SELECT organisation_id, case_id, 1, 'back', 1 FROM person LIMIT 1"),
                ElementsAre(Finding{Trouble::row_unknown, c.id.text, 0, "contact", "back"}));
    store = open_store(folder.file());
    must_write([&](commands::Writer& w) { save(w, c, {}); });
    EXPECT_THAT(after(""), IsEmpty());
}

TEST_F(Bent, AMigrationGivesRowsAnotherFormAndTheTrailGoesOn) {
    store = nullptr;
    auto more = sqlite_migrations();
    more.push_back({"0099_more", "ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT '-';"
                                 "ALTER TABLE staff ADD COLUMN nickname TEXT;"
                                 "ALTER TABLE look ADD COLUMN nickname TEXT;"});
    ASSERT_TRUE(open_with({folder.file(), test::data_keys, 1}, more).has_value());
    EXPECT_THAT(after(""), IsEmpty());
    EXPECT_THAT(after("UPDATE person SET nickname = 'x'"), testing::SizeIs(2));
    EXPECT_THAT(after("UPDATE staff SET nickname = 'x'"), testing::SizeIs(1));
}

// ---- whom it names

TEST_F(Bent, NoPayloadOfACaseNamesAnybody) {
    auto const like = [&](std::string const& what) {
        return count("SELECT count(*) FROM trail_told WHERE chain = '" + c.id.text +
                     "' AND payload LIKE '%" + what + "%'");
    };
    EXPECT_EQ(like(karin.id.text), 0);
    EXPECT_EQ(like("Familjen"), 0);
    EXPECT_EQ(like("O_Brien"), 0);
}

TEST_F(Bent, OneThatWorksInTwoCasesHasAnotherPseudonymInEach) {
    auto payload = [&](Case& of) {
        auto h = happening(of, {});
        h.staff = karin.id;
        must_write([&](commands::Writer& w) { w.save(here, of.id, {h}, of.glance); });
        auto const told = one("SELECT payload FROM trail_told WHERE chain = '" + of.id.text +
                              "' ORDER BY n DESC LIMIT 1");
        auto at = told.find('\t');
        for (int i = 0; i < 3; ++i) at = told.find('\t', at + 1);
        return told.substr(at + 1, told.find('\t', at + 1) - at - 1);
    };
    auto other = begin_case(here, 2);
    EXPECT_EQ(payload(c).size(), 16U);
    EXPECT_EQ(payload(c), payload(c));
    EXPECT_NE(payload(c), payload(other));
}

TEST_F(Bent, WhatStaysAsItWasWritesNothingIntoTheHousesChain) {
    auto const entries = "SELECT count(*) FROM trail WHERE chain = '" + here.text + "'";
    auto const before = count(entries);
    auto session = *reader()->session("a hash");
    session.seen_at = Instant{8};
    must_write([&](commands::Writer& w) {
        w.put(*w.staff(karin.id));
        w.put(session);
    });
    EXPECT_EQ(count(entries), before);
    must_write([&](commands::Writer& w) { w.end_sessions_until(Instant{9}); });
    EXPECT_EQ(count(entries), before + 1);
    EXPECT_THAT(after(""), IsEmpty());
}

} // namespace
} // namespace radslag::storage
