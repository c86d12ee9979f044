// Every kind of row of workflow::Rows, by the types of its fields: a new kind is covered unasked.
#include "storage/filled.h"

namespace radslag::storage {
namespace {

struct Found {
    std::string type;
    bool required;
    bool operator==(Found const&) const = default;
};

TEST_F(StoreTest, TablesHaveExactlyTheColumnsOfTheirRows) {
    Connection db(folder.file());
    std::size_t kinds = 0;
    for_each_kind([&]<class R>(R const&) {
        std::map<std::string, Found> wanted{{"organisation_id", {"TEXT", true}},
                                            {"case_id", {"TEXT", true}},
                                            {"sort_key", {"INTEGER", true}}};
        if (!Extra<R>::column.empty())
            wanted.emplace(std::string(Extra<R>::column), Found{"TEXT", false});
        for (auto const& column : columns<R>())
            wanted.emplace(std::string(column.name), Found{column.integer ? "INTEGER" : "TEXT",
                                                           column.required || column.name == "id"});
        std::map<std::string, Found> found;
        auto query =
            db.query("SELECT name, type, \"notnull\" FROM pragma_table_info($1)", R::table);
        while (query.step())
            found.emplace(query.text(0), Found{std::string(query.text(1)), query.integer(2) != 0});
        for (auto const& [name, column] : wanted)
            EXPECT_TRUE(found.contains(name)) << R::table << " lacks " << name;
        for (auto const& [name, column] : found) {
            if (!wanted.contains(name)) ADD_FAILURE() << R::table << " has " << name << " for none";
            else
                EXPECT_EQ(column, wanted[name]) << R::table << "." << name << " is " << column.type
                                                << (column.required ? " NOT NULL" : "");
        }
        ++kinds;
    });
    EXPECT_EQ(kinds, std::tuple_size_v<workflow::Rows>);
}

TEST_F(StoreTest, NoCaseTableWithoutARowKind) {
    std::set<std::string> known{"organisation", "staff",    "session",   "committee_day",
                                "glance",       "duty",     "happening", "happening_change",
                                "migration",    "house_act", "restriction",
                                "restriction_words", "trail", "trail_told",
                                "trail_key",    "checkpoint", "look", "hold", "release",
                                "kept_until",   "erasure",  "data_key",  "file"};
    for_each_kind([&]<class R>(R const&) {
        EXPECT_TRUE(known.emplace(R::table).second) << "two tables named " << R::table;
    });
    Connection db(folder.file());
    auto query = db.query("SELECT name, sql FROM sqlite_schema WHERE type = 'table'");
    while (query.step()) {
        EXPECT_TRUE(known.erase(std::string(query.text(0))) == 1) << query.text(0);
        EXPECT_NE(query.text(1).find("STRICT"), std::string_view::npos) << query.text(0);
    }
    for (auto const& missing : known) ADD_FAILURE() << "no table " << missing;
}

class RoundTrip : public StoreTest {
public:
    Case c = begin_case(here, 1);

    template <class R> std::vector<R> three() {
        std::vector<R> rows;
        for (auto how : {Fill::full, Fill::empty, Fill::other})
            rows.push_back(filled<R>(how, random, c));
        if constexpr (std::same_as<R, conference::Conference>) rows.resize(1);
        return rows;
    }
    template <class R> void expect_same(std::vector<R> const& wanted) {
        auto file = reader()->case_file(here, c.id);
        ASSERT_TRUE(file);
        auto const& found = file->all<R>();
        ASSERT_EQ(found.size(), wanted.size()) << R::table;
        for (std::size_t i = 0; i < found.size(); ++i)
            EXPECT_EQ(to_cells(found[i]), to_cells(wanted[i])) << R::table << " " << i;
    }
    template <class R> void write(std::vector<R> const& rows) {
        must_write([&](commands::Writer& w) {
            std::vector<workflow::Change> changes;
            for (auto const& row : rows) changes.push_back(change_to(row));
            save(w, c, changes);
        });
    }
};

TEST_F(RoundTrip, EveryFieldOfEveryKindComesBack) {
    for_each_kind([&]<class R>(R const&) {
        auto rows = three<R>();
        write(rows);
        expect_same(rows);
    });
}

TEST_F(RoundTrip, RowsKeepTheOrderInWhichTheyCame) {
    std::vector<preparation::Question> rows;
    for (int i = 0; i < 40; ++i)
        rows.push_back(filled<preparation::Question>(Fill::full, random, c));
    for (auto const& row : rows) write<preparation::Question>({row});
    rows[7].text = "changed, and stays where it is";
    write<preparation::Question>({rows[7]});
    expect_same(rows);
}

TEST_F(RoundTrip, WritingTheSameTwiceLeavesOneRow) {
    for_each_kind([&]<class R>(R const&) {
        auto rows = three<R>();
        write(rows);
        write(rows);
        expect_same(rows);
        auto again = three<R>();
        for (std::size_t i = 0; i < rows.size(); ++i) again[i].id = rows[i].id;
        write(again);
        expect_same(again);
    });
}

TEST_F(RoundTrip, WhatIsTakenAwayIsGone) {
    for_each_kind([&]<class R>(R const&) {
        if constexpr (!std::same_as<R, conference::Conference>) {
            auto rows = three<R>();
            write(rows);
            must_write([&](commands::Writer& w) { save(w, c, {change_away(rows[1])}); });
            rows.erase(rows.begin() + 1);
            expect_same(rows);
        }
    });
}

TEST_F(RoundTrip, TheTrailKeepsWhatWasWrittenCellForCell) {
    for_each_kind([&]<class R>(R const&) {
        auto rows = three<R>();
        auto before = c.seq;
        write(rows);
        auto trail = reader()->happenings(c.id, before, 10, true);
        ASSERT_EQ(trail.size(), 1u);
        ASSERT_EQ(trail[0].changes.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            EXPECT_EQ(trail[0].changes[i].table, R::table);
            EXPECT_EQ(trail[0].changes[i].id, rows[i].id.text);
            EXPECT_EQ(trail[0].changes[i].after, to_cells(rows[i]));
            EXPECT_FALSE(trail[0].changes[i].before);
        }
    });
}

TEST_F(RoundTrip, WhatCouldNotBeReadAgainIsABugAndLeavesNothing) {
    auto good = change_to(filled<consent::Consent>(Fill::full, random, c));
    auto wrong = [&](std::size_t column, Cell cell) {
        auto bad = good;
        (*bad.after)[column] = std::move(cell);
        return [this, bad](commands::Writer& w) {
            auto copy = c;
            save(w, copy, {bad});
            return true;
        };
    };
    EXPECT_THROW((void)store->write(wrong(4, std::string("maybe"))), Bug);     // no such answer
    EXPECT_THROW((void)store->write(wrong(7, std::string("2026-02-30"))), Bug); // no such day
    EXPECT_THROW((void)store->write(wrong(0, std::string("another"))), Bug);   // not its id
    EXPECT_ANY_THROW((void)store->write(wrong(7, Cell{})));                    // a day is needed
    EXPECT_ANY_THROW((void)store->write(wrong(4, Cell{std::int64_t{1}})));     // not a number
    expect_same(std::vector<consent::Consent>{});
    EXPECT_EQ(reader()->last_seq(c.id), c.seq);
}

} // namespace
} // namespace radslag::storage
