// Lists page by page: no gap, no repetition, and the same cost however many cases there are.
#include "storage/rows.h"

#include "storage/list_rig.h"

namespace radslag::storage {
namespace {

TEST_F(ListTest, PagesHaveNoGapAndNoRepetitionWhileOthersChange) {
    constexpr std::int64_t many = 500;
    begin_many(many);
    for (auto order : {Order::changed, Order::due}) {
        must_write([&](commands::Writer& w) {
            for (std::int64_t i = 1; i <= many; ++i)
                change(w, i, [&](auto& g) {
                    g.due_on.reset();
                    if (i % 3 != 0) g.due_on = add_days(*read_date("2026-01-01"), int(i % 40));
                    g.status = i % 5 == 0 ? Status::postponed : Status::running;
                });
        });
        std::map<std::int64_t, int> seen;
        ListFilter filter;
        filter.order = order;
        filter.limit = 37;
        do {
            auto p = page(filter);
            for (auto const& row : p.rows) ++seen[row.glance.number];
            filter.cursor = p.next;
            must_write([&](commands::Writer& w) {
                for (int k = 0; k < 5; ++k) // every seventh moves about all the time
                    change(w, 7 * (1 + static_cast<std::int64_t>(random.below(many / 7))),
                           [](auto&) {});
            });
        } while (!filter.cursor.empty());
        for (std::int64_t i = 1; i <= many; ++i) {
            if (i % 7 != 0) EXPECT_EQ(seen[i], 1) << i;
            else EXPECT_LE(seen[i], 1) << i;
        }
    }
}

TEST_F(ListTest, CasesChangedAtTheSameInstantAreAllThere) {
    must_write([&](commands::Writer& w) {
        for (std::int64_t i = 1; i <= 30; ++i) {
            clock = 9'000'000;
            begin(w, here, i);
        }
    });
    ListFilter filter;
    filter.limit = 4;
    auto found = numbers(filter);
    EXPECT_EQ(std::set(found.begin(), found.end()).size(), 30u);
    EXPECT_EQ(found.size(), 30u);
}

TEST_F(ListTest, ACursorThatWasNotMadeHereOpensNothing) {
    begin_many(3);
    ListFilter filter;
    filter.limit = 1;
    auto good = page(filter).next;
    ASSERT_FALSE(good.empty());
    for (std::string bad : {std::string("x"), std::string("zz"), good + "0", good.substr(2),
                            "ff" + good, std::string(10'000, 'a'), std::string("637c7c")}) {
        filter.cursor = bad;
        EXPECT_TRUE(page(filter).rows.empty()) << bad;
        EXPECT_TRUE(page(filter).next.empty()) << bad;
    }
    filter.cursor = good;
    EXPECT_EQ(page(filter).rows.size(), 1u);
    filter.order = Order::due; // made in the other order
    EXPECT_TRUE(page(filter).rows.empty());
}

TEST_F(ListTest, APageHoldsOneToAHundred) {
    begin_many(103);
    auto size = [&](std::size_t limit) {
        ListFilter filter;
        filter.limit = limit;
        return page(filter).rows.size();
    };
    EXPECT_EQ(size(0), 1u);
    EXPECT_EQ(size(50), 50u);
    EXPECT_EQ(size(100'000), 100u);
}

std::vector<std::string> plan_of(Connection& db, std::string const& sql, Cells const& values) {
    std::vector<std::string> lines;
    auto query = db.query_cells("EXPLAIN QUERY PLAN " + sql, values);
    while (query.step()) lines.emplace_back(query.text(3));
    return lines;
}

// Every list is read from an index that has its order: no walk through a table, nothing sorted.
TEST_F(ListTest, NoListWalksATableOrSorts) {
    begin_many(3);
    Connection db(folder.file());
    int checked = 0;
    for (int bits = 0; bits < 128; ++bits) {
        ListFilter filter;
        filter.order = (bits & 1) != 0 ? Order::due : Order::changed;
        filter.limit = 1;
        if ((bits & 2) != 0) filter.cursor = page(filter).next;
        if ((bits & 4) != 0) filter.mine = me;
        if ((bits & 8) != 0) filter.model = "any";
        if ((bits & 16) != 0) filter.stage = "first";
        if ((bits & 32) != 0) filter.status = "closed";
        if ((bits & 64) != 0) {
            filter.late = true;
            filter.today = *read_date("2026-11-22");
        }
        auto query = list_query(here, me, filter);
        ASSERT_TRUE(query);
        bool searches = false;
        for (auto const& line : plan_of(db, query->sql, query->values)) {
            EXPECT_EQ(line.find("SCAN"), std::string::npos) << line << "\n" << query->sql;
            EXPECT_EQ(line.find("TEMP B-TREE"), std::string::npos) << line << "\n" << query->sql;
            searches = searches || line.starts_with("SEARCH");
        }
        EXPECT_TRUE(searches);
        ++checked;
    }
    EXPECT_EQ(checked, 128);
}

TEST_F(ListTest, NeitherACaseNorItsDaysAreFoundByAWalk) {
    Connection db(folder.file());
    std::vector<std::pair<std::string, Cells>> queries{
        {std::string(due_sql), {Cell{"2026-01-01"}}}};
    std::apply(
        [&]<class... R>(std::vector<R> const&...) {
            (queries.emplace_back(select_sql(R::table, columns<R>()), Cells{Cell{"x"}}), ...);
        },
        workflow::Rows{});
    for (auto const& [sql, values] : queries)
        for (auto const& line : plan_of(db, sql, values))
            EXPECT_TRUE(line.starts_with("SEARCH")) << line;
}

// Counted in the order of an index that holds all it asks for: no row of a case is fetched.
TEST_F(ListTest, FiguresAreCountedFromAnIndexAlone) {
    Connection db(folder.file());
    bool counted = false;
    for (auto const& line :
         plan_of(db, std::string(rule_counts_sql), {Cell{"x"}, Cell{"2026"}, Cell{"2026-09-30"}})) {
        if (line.find("followed") == std::string::npos) continue;
        EXPECT_TRUE(line.starts_with("SEARCH followed USING COVERING INDEX followed_in_year"))
            << line;
        counted = true;
    }
    EXPECT_TRUE(counted);
}

} // namespace
} // namespace radslag::storage
