// Lists: who sees which cases in which order.
#include "storage/list_rig.h"

namespace radslag::storage {
namespace {

TEST_F(ListTest, AGlanceComesBackWithEveryField) {
    begin_many(1);
    must_write([&](commands::Writer& w) {
        change(w, 1, [](commands::Glance& g) {
            g.name = "O'Brien och فاطمة";
            g.model = "some-model";
            g.stage = "second";
            g.round = 3;
            g.status = Status::postponed;
            g.acute = true;
            g.due_on = *read_date("2028-02-29");
            g.due = "first_contact";
            g.meets_on = *read_date("2028-03-01");
            g.turn = ~std::uint64_t{0};
        });
    });
    auto p = page({});
    ASSERT_EQ(p.rows.size(), 1u);
    auto const& g = p.rows[0].glance;
    auto const& wanted = cases.at(1).glance;
    EXPECT_EQ(g.id, wanted.id);
    EXPECT_EQ(g.organisation, here);
    EXPECT_EQ(g.number, 1);
    EXPECT_EQ(g.name, wanted.name);
    EXPECT_EQ(g.model, wanted.model);
    EXPECT_EQ(g.stage, wanted.stage);
    EXPECT_EQ(g.round, 3);
    EXPECT_EQ(g.status, Status::postponed);
    EXPECT_TRUE(g.acute);
    EXPECT_EQ(g.due_on, wanted.due_on);
    EXPECT_EQ(g.due, wanted.due);
    EXPECT_EQ(g.meets_on, wanted.meets_on);
    EXPECT_EQ(g.changed_at, wanted.changed_at);
    EXPECT_EQ(g.turn, wanted.turn);
    EXPECT_TRUE(p.next.empty());
}

TEST_F(ListTest, LastChangedFirstAndOnlyLiveOnesUnlessAsked) {
    begin_many(5);
    must_write([&](commands::Writer& w) {
        change(w, 2, [](auto& g) { g.status = Status::closed; });
        change(w, 3, [](auto& g) { g.status = Status::postponed; });
        change(w, 4, [](auto& g) { g.status = Status::stopped; });
        change(w, 1, [](auto&) {});
    });
    EXPECT_EQ(numbers(), (Numbers{1, 3, 5}));
    auto of = [&](std::string status) {
        ListFilter filter;
        filter.status = std::move(status);
        return numbers(filter);
    };
    EXPECT_EQ(of("closed"), Numbers{2});
    EXPECT_EQ(of("postponed"), Numbers{3});
    EXPECT_EQ(of("stopped"), Numbers{4});
    EXPECT_EQ(of("running"), (Numbers{1, 5}));
    EXPECT_EQ(of("dancing"), Numbers{});
}

TEST_F(ListTest, ByDayDueNearestFirstAndThoseWithoutLast) {
    begin_many(4);
    must_write([&](commands::Writer& w) {
        change(w, 1, [](auto& g) { g.due_on = *read_date("2026-12-24"); });
        change(w, 3, [](auto& g) { g.due_on = *read_date("2026-11-30"); });
        change(w, 4, [](auto& g) {
            g.due_on = *read_date("2026-12-01");
            g.status = Status::postponed;
        });
    });
    ListFilter filter;
    filter.order = Order::due;
    filter.limit = 1;
    EXPECT_EQ(numbers(filter), (Numbers{3, 4, 1, 2}));
    filter.late = true;
    filter.today = *read_date("2026-12-01");
    EXPECT_EQ(numbers(filter), Numbers{3}); // due today is not late
    filter.order = Order::changed;
    filter.today = *read_date("2027-01-01");
    EXPECT_EQ(numbers(filter), (Numbers{4, 3, 1}));
}

TEST_F(ListTest, ByModelAndStage) {
    begin_many(6);
    must_write([&](commands::Writer& w) {
        for (auto n : {2, 4, 6}) change(w, n, [](auto& g) { g.model = "other"; });
        for (auto n : {3, 4}) change(w, n, [](auto& g) { g.stage = "second"; });
    });
    ListFilter filter;
    filter.model = "other";
    EXPECT_EQ(numbers(filter), (Numbers{4, 6, 2}));
    filter.stage = "second";
    EXPECT_EQ(numbers(filter), Numbers{4});
    filter.model.clear();
    EXPECT_EQ(numbers(filter), (Numbers{4, 3}));
    filter.stage = "'; DROP TABLE glance; --";
    EXPECT_EQ(numbers(filter), Numbers{});
}

TEST_F(ListTest, MineAreThoseWhereIHoldAnOpenAssignment) {
    auto you = fresh<StaffId>();
    begin_many(5);
    conference::Assignment first;
    must_write([&](commands::Writer& w) {
        first = assign(w, 2, me, "coordinator");
        assign(w, 2, me, "leader");
        assign(w, 2, you, "case_worker");
        assign(w, 4, me, "leader");
        assign(w, 5, you, "leader");
        change(w, 4, [](auto& g) { g.due_on = *read_date("2026-11-30"); });
        change(w, 2, [](auto&) {});
    });
    ListFilter mine;
    mine.mine = me;
    EXPECT_EQ(numbers(mine), (Numbers{2, 4}));
    mine.order = Order::due;
    EXPECT_EQ(numbers(mine), (Numbers{4, 2}));
    auto yours = mine;
    yours.mine = you;
    yours.order = Order::changed;
    EXPECT_EQ(numbers(yours), (Numbers{2, 5}));
    auto all = page({});
    std::map<std::int64_t, std::vector<std::string>> roles;
    for (auto const& row : all.rows) roles[row.glance.number] = row.mine.roles;
    EXPECT_EQ(roles[2], (std::vector<std::string>{"coordinator", "leader"}));
    EXPECT_EQ(roles[4], std::vector<std::string>{"leader"});
    EXPECT_TRUE(roles[5].empty()); // another's roles are not mine

    first.ended_at = Instant{1};
    std::erase(cases.at(2).glance.duties.front().roles, "coordinator");
    must_write([&](commands::Writer& w) { save(w, cases.at(2), {change_to(first)}); });
    mine.order = Order::changed;
    EXPECT_EQ(page(mine).rows[0].mine.roles, std::vector<std::string>{"leader"});
    must_write(
        [&](commands::Writer& w) { change(w, 4, [](auto& g) { g.status = Status::closed; }); });
    EXPECT_EQ(numbers(mine), Numbers{2});
    mine.status = "closed";
    EXPECT_EQ(numbers(mine), Numbers{4});
}

TEST_F(ListTest, AnotherOrganisationsCasesAreInNoList) {
    auto there = put_organisation("Åby");
    begin_many(3);
    must_write([&](commands::Writer& w) {
        begin(w, there, 77);
        assign(w, 77, me, "leader");
    });
    ListFilter mine;
    mine.mine = me;
    EXPECT_EQ(numbers(), (Numbers{3, 2, 1}));
    EXPECT_EQ(numbers(mine), Numbers{});
    EXPECT_EQ(reader()->list(there, me, mine).rows.size(), 1u);
    // A cursor made in one organisation opens nothing of it in the other.
    ListFilter one;
    one.limit = 1;
    one.cursor = page(one).next;
    ASSERT_FALSE(one.cursor.empty());
    for (auto const& row : reader()->list(there, me, one).rows)
        EXPECT_EQ(row.glance.organisation, there);
}

} // namespace
} // namespace radslag::storage
