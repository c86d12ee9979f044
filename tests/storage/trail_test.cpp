// The trail over real tables: somebody with the file in their hands changes, removes, adds and moves
// rows, and each is named.
#include <gmock/gmock.h>

#include "storage/chains.h"
#include "storage/rows.h"
#include "storage/support.h"

namespace radslag::storage {
namespace {

using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using trail::Finding;
using trail::Trouble;

template <class> struct Each;
template <class... R> struct Each<std::tuple<std::vector<R>...>> {
    template <class Do> static void kind(Do what) { (what.template operator()<R>(), ...); }
};

class Bent : public StoreTest {
public:
    Case c = new_case(here, 1);

    // A case with two rows in each table, in one act for each kind.
    void SetUp() override {
        must_write([&](commands::Writer& w) { save(w, c, {change_to(c.conference())}); });
        Each<workflow::Rows>::kind([&]<class R>() {
            if constexpr (!std::same_as<R, conference::Conference>) {
                for (int i = 0; i < 2; ++i) {
                    R row;
                    row.id = fresh<decltype(R::id)>();
                    must_write([&](commands::Writer& w) { save(w, c, {change_to(row)}); });
                }
            }
        });
        must_write([&](commands::Writer& w) {
            commands::Staff s;
            s.id = fresh<StaffId>();
            s.organisation = here;
            s.mail = "karin@hoerlunda.example";
            w.put(s);
            w.put(commands::CommitteeDay{fresh<RowId>(), here, "any", *read_date("2026-03-02"), {}});
            w.put(commands::HouseAct{fresh<ActId>(), "", here, "sign_pledge", s.id, Instant{5}, "", 1});
        });
    }
    // With the file in one's hands, and nothing of the tables in the way.
    std::vector<Finding> after(std::vector<std::string> const& statements) {
        Connection db(folder.file());
        db.script("PRAGMA foreign_keys = OFF; BEGIN");
        for (auto const& sql : statements) db.script(sql);
        auto findings = verify_trail(db).findings;
        db.script("ROLLBACK");
        return findings;
    }
    std::vector<Finding> after(std::string const& sql) { return after(std::vector{sql}); }

    struct Shape {
        std::string name;
        std::vector<std::string> columns;
        std::string first; // WHERE that finds its first row
    };
    std::vector<Shape> tables() {
        std::map<std::string, Shape> all;
        Connection db(folder.file());
        auto query = db.query(
            "SELECT m.name, c.name, c.pk FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
            " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.pk");
        while (query.step()) {
            auto& shape = all[std::string(query.text(0))];
            auto const column = "\"" + std::string(query.text(1)) + "\"";
            shape.name = std::string(query.text(0));
            shape.columns.push_back(column);
            if (query.integer(2) > 0)
                shape.first += (shape.first.empty() ? "(" : ", ") + column;
        }
        std::vector<Shape> shapes;
        for (auto& [name, shape] : all) {
            auto const key = shape.first;
            shape.first = " WHERE " + key + ") = (SELECT " + key.substr(1) + " FROM \"" + name +
                          "\" ORDER BY " + key.substr(1) + " LIMIT 1)";
            shapes.push_back(std::move(shape));
        }
        return shapes;
    }
};

// Why a table, or a column, is not in the trail.
std::map<std::string, std::string> const left_out{
    {"session", "comes and goes by itself"},
    {"migration", "of the program; a database of another shape is refused at the start"},
    {"organisation.last_case_number", "a counter; which cases there are stands in the house's chain"},
    {"staff.totp_used", "changes at each sign-in"},
    {"trail_key.organisation_id", "only finds the keys of an organisation"},
    {"trail_key.key", "tells whose a pseudonym is; no entry hangs on it"},
    {"trail_key.chain", "the same"},
    {"trail.organisation_id", "only finds the entries of an organisation"},
};
bool is_left_out(std::string const& name) { return left_out.contains(name); }

TEST_F(Bent, NothingIsFoundWhereNothingWasBent) {
    auto verified = [&] {
        Connection db(folder.file());
        return verify_trail(db);
    }();
    EXPECT_THAT(verified.findings, IsEmpty());
    EXPECT_EQ(verified.chains, 2);
    EXPECT_GT(verified.rows, 60);
}

TEST_F(Bent, AChangeOfAnyColumnOfAnyTableIsFound) {
    int tried = 0;
    for (auto const& table : tables()) {
        if (is_left_out(table.name)) continue;
        for (auto const& column : table.columns) {
            if (is_left_out(table.name + "." + column.substr(1, column.size() - 2))) continue;
            auto const other = "CASE (SELECT type FROM pragma_table_info('" + table.name +
                               "') WHERE name = '" + column.substr(1, column.size() - 2) +
                               "') WHEN 'INTEGER' THEN coalesce(" + column +
                               ", 0) + 7777777777 ELSE coalesce(" + column + ", '') || '7' END";
            auto const findings = after("UPDATE \"" + table.name + "\" SET " + column + " = " +
                                        other + table.first);
            EXPECT_THAT(findings, testing::Not(IsEmpty())) << table.name << "." << column;
            ++tried;
        }
    }
    EXPECT_GT(tried, 300);
}

TEST_F(Bent, ARowTakenOutOfAnyTableIsFound) {
    for (auto const& table : tables()) {
        if (is_left_out(table.name) || table.name == "trail_key") continue;
        EXPECT_THAT(after("DELETE FROM \"" + table.name + "\"" + table.first),
                    testing::Not(IsEmpty()))
            << table.name;
    }
}

TEST_F(Bent, ARowPutIntoAnyTableOfACaseIsNamed) {
    for (auto const& table : storage::tables()) {
        std::string others;
        for (auto const& column : table.columns)
            if (column.name != "id") others += ", \"" + std::string(column.name) + "\"";
        if (table.name == workflow::Due::table) others += ", acts_on";
        auto const name = "\"" + std::string(table.name) + "\"";
        auto const keys = "organisation_id, case_id, sort_key";
        auto const findings = after("INSERT INTO " + name + " (" + keys + ", id" + others +
                                    ") SELECT " + keys + ", 'added'" + others + " FROM " + name +
                                    " ORDER BY id LIMIT 1");
        EXPECT_THAT(findings, Contains(Finding{Trouble::row_unknown, c.id.text, 0,
                                               std::string(table.name), "added"}))
            << table.name;
    }
}

TEST_F(Bent, RowsOfATableInAnotherOrderAreNamed) {
    for (auto const& table : storage::tables()) {
        if (table.name == conference::Conference::table) continue;
        auto const name = "\"" + std::string(table.name) + "\"";
        EXPECT_THAT(after("UPDATE " + name + " SET sort_key = -sort_key"),
                    Contains(Field(&Finding::is, Trouble::row_moved)))
            << table.name;
    }
}

TEST_F(Bent, ACaseThatIsGoneIsNamedWithOrWithoutItsTrail) {
    std::vector<std::string> away;
    for (auto const& table : tables()) {
        auto const& columns = table.columns;
        if (std::find(columns.begin(), columns.end(), "\"case_id\"") != columns.end())
            away.push_back("DELETE FROM \"" + table.name + "\"");
    }
    auto is_gone = testing::AllOf(Field(&Finding::is, Trouble::chain_missing),
                                  Field(&Finding::chain, c.id.text));
    EXPECT_THAT(after(away), Contains(is_gone));
    for (auto const* table : {"trail_told", "trail", "trail_key"})
        away.push_back("DELETE FROM " + std::string(table) + " WHERE chain = '" + c.id.text + "'");
    EXPECT_THAT(after(away), testing::ElementsAre(is_gone));
}

TEST_F(Bent, ACaseThatNobodyBeganIsNamed) {
    EXPECT_THAT(after("INSERT INTO glance SELECT 'another', organisation_id, 99, name, model,"
                      " model_version, stage, round, status, acute, due_on, due, meets_on, changed_at,"
                      " turn, nearest FROM glance"),
                Contains(testing::AllOf(Field(&Finding::is, Trouble::chain_unknown),
                                        Field(&Finding::chain, "another"))));
}

TEST_F(Bent, WhatIsTakenBackIsPartOfIt) {
    auto first = happening(c, {});
    must_write([&](commands::Writer& w) { w.save(here, c.id, {first}, c.glance); });
    auto back = happening(c, {}, "take_back");
    back.about = std::to_string(first.seq);
    must_write([&](commands::Writer& w) { w.save(here, c.id, {back}, c.glance); });
    EXPECT_THAT(after(""), IsEmpty());
    EXPECT_THAT(after("UPDATE happening SET taken_back_by = NULL"), testing::Not(IsEmpty()));
    EXPECT_THAT(after("UPDATE happening SET taken_back_by = 3 WHERE seq = 2"),
                testing::Not(IsEmpty()));
}

TEST_F(Bent, ASignInWritesNothingIntoTheHousesChain) {
    auto staff = reader()->staff_of(here).front();
    auto entries = [&] {
        Connection db(folder.file());
        auto query = db.query("SELECT count(*) FROM trail WHERE chain = $1", here);
        query.step();
        return query.integer(0);
    };
    auto const before = entries();
    staff.totp_used = 77;
    must_write([&](commands::Writer& w) { w.put(staff); });
    EXPECT_EQ(entries(), before);
    staff.locked_at = Instant{9};
    must_write([&](commands::Writer& w) { w.put(staff); });
    EXPECT_EQ(entries(), before + 1);
    EXPECT_THAT(after(""), IsEmpty());
}

} // namespace
} // namespace radslag::storage
