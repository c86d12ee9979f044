// The log of looks: kept, counted by the hour, read by pages, and nobody waits for it.
#include <gmock/gmock.h>

#include "storage/support.h"

namespace radslag::storage {
namespace {

using commands::Looked;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::int64_t minute = 60'000'000;

class LooksTest : public StoreTest {
public:
    commands::Staff karin = put_staff("karin@example.org"), ola = put_staff("ola@example.org");
    CaseId one = fresh<CaseId>(), two = fresh<CaseId>();
    PersonId ulla = fresh<PersonId>();

    commands::Staff put_staff(std::string mail) {
        commands::Staff s;
        s.id = fresh<StaffId>();
        s.organisation = here;
        s.mail = std::move(mail);
        must_write([&](commands::Writer& w) { w.put(s); });
        return s;
    }
    Looked look(commands::Staff const& who, CaseId const& of, std::int64_t minutes) {
        Instant const at{1'700'000'400'000'000 / (60 * minute) * (60 * minute) + minutes * minute};
        return {who.organisation, who.id, "look_at_case", of, {"people"}, {ulla}, at, at};
    }
    void note(std::vector<Looked> looks) {
        ASSERT_TRUE(store->note(std::move(looks)));
        ASSERT_TRUE(store->write_notes());
    }
    std::vector<Looked> all(commands::LookFilter filter = {}) {
        return reader()->looks(here, filter).rows;
    }
};

TEST_F(LooksTest, AreKeptWithAllTheyTell) {
    auto const seen = look(karin, one, 7);
    note({seen});
    ASSERT_THAT(all(), SizeIs(1));
    auto const kept = all().front();
    EXPECT_EQ(kept.organisation, here);
    EXPECT_EQ(kept.staff, karin.id);
    EXPECT_EQ(kept.look, "look_at_case");
    EXPECT_EQ(kept.of, one);
    EXPECT_THAT(kept.matters, ElementsAre("people"));
    EXPECT_THAT(kept.persons, ElementsAre(ulla));
    EXPECT_EQ(kept.at, seen.at);
    EXPECT_EQ(kept.until, seen.at);
    EXPECT_EQ(kept.times, 1);
}

TEST_F(LooksTest, ThatShowedTheSameInOneHourAreOne) {
    note({look(karin, one, 9), look(karin, one, 3)});
    note({look(karin, one, 30)});
    ASSERT_THAT(all(), SizeIs(1));
    EXPECT_EQ(all()[0].times, 3);
    EXPECT_EQ(all()[0].at, look(karin, one, 3).at);
    EXPECT_EQ(all()[0].until, look(karin, one, 30).at);
    auto other = look(karin, one, 31);
    other.matters.emplace_back("contacts");
    auto nobody = look(karin, one, 32);
    nobody.persons.clear();
    note({other, nobody, look(karin, two, 33), look(ola, one, 34), look(karin, one, 61)});
    EXPECT_THAT(all(), SizeIs(6));
}

// Somebody loads their desk again and again: what waits does not grow with it.
TEST_F(LooksTest, ThatWouldBeCountedAsOneWaitAsOne) {
    Waiting waiting;
    for (int i = 0; i < 100; ++i) waiting.add(look(karin, one, 59 - i % 60));
    auto other = look(karin, one, 5);
    other.persons.clear();
    for (auto const& each : {look(karin, two, 5), look(ola, one, 5), look(karin, one, 60), other})
        waiting.add(each);
    ASSERT_THAT(waiting.looks(), SizeIs(5));
    EXPECT_EQ(waiting.looks()[0].times, 100);
    EXPECT_EQ(waiting.looks()[0].at, look(karin, one, 0).at);
    EXPECT_EQ(waiting.looks()[0].until, look(karin, one, 59).at);
    for (int i = 0; i < 50'000; ++i) ASSERT_TRUE(store->note({look(karin, one, i % 60)}));
    ASSERT_TRUE(store->write_notes());
    ASSERT_THAT(all(), SizeIs(1));
    EXPECT_EQ(all()[0].times, 50'000);
}

TEST_F(LooksTest, AreReadByPagesNewestFirst) {
    for (std::int64_t hour = 0; hour < 30; ++hour)
        note({look(karin, one, hour * 60), look(ola, two, hour * 60)});
    auto read = [&](commands::LookFilter filter) {
        std::vector<std::int64_t> times;
        do {
            auto page = reader()->looks(here, filter);
            EXPECT_LE(page.rows.size(), 7U);
            for (auto const& row : page.rows) times.push_back(row.at.micros);
            filter.cursor = page.next;
        } while (!filter.cursor.empty());
        EXPECT_TRUE(std::ranges::is_sorted(times, std::greater{}));
        return times.size();
    };
    EXPECT_EQ(read({{}, {}, {}, 7}), 60U);
    EXPECT_EQ(read({karin.id, {}, {}, 7}), 30U);
    EXPECT_EQ(read({{}, two, {}, 7}), 30U);
    EXPECT_EQ(read({karin.id, two, {}, 7}), 0U);
    for (auto const* wrong : {"x", "1", "1.", ".1", "1.2x", "1.2.3", "99999999999999999999.1"})
        EXPECT_TRUE(reader()->looks(here, {{}, {}, wrong, 7}).strange) << wrong;
}

TEST_F(LooksTest, OfAnotherOrganisationAreNotTold) {
    auto const there = put_organisation("Åby");
    note({look(karin, one, 1)});
    EXPECT_THAT(reader()->looks(there, {}).rows, IsEmpty());
    EXPECT_THAT(reader()->looks(there, {karin.id, {}, {}, 7}).rows, IsEmpty());
}

TEST_F(LooksTest, ThoseThatWaitAreWrittenAtTheEnd) {
    ASSERT_TRUE(store->note({look(karin, one, 1)}));
    store = nullptr;
    store = open_store(folder.file());
    EXPECT_THAT(all(), SizeIs(1));
}

// Whoever looks waits for no disk: the one writer is held, and the look is noted all the same.
TEST_F(LooksTest, NobodyWaitsForTheDiskToNoteALook) {
    auto const before = store->desk().commits();
    must_write([&](commands::Writer&) { EXPECT_TRUE(store->note({look(karin, one, 1)})); });
    std::vector<Looked> many(500, look(ola, one, 2));
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(store->note(many));
    ASSERT_TRUE(store->write_notes());
    EXPECT_LE(store->desk().commits(), before + 4); // its own, and at most a few for all of them
    std::int64_t times = 0;
    for (auto const& row : all()) times += row.times;
    EXPECT_EQ(times, 10'001);
}

// Nothing is shown that cannot be noted.
TEST_F(LooksTest, WhenTooManyWaitNoMoreAreTaken) {
    must_write([&](commands::Writer&) { // nothing is written while this goes on
        int taken = 0;
        auto many = [&] { // each in an hour of its own
            std::vector<Looked> all;
            for (int i = 0; i < 10'000; ++i) all.push_back(look(karin, one, 60 * (taken * 10'000 + i)));
            return all;
        };
        while (taken < 5 && store->note(many())) ++taken;
        EXPECT_GE(taken, 2);
        EXPECT_LE(taken, 4); // one batch may be on its way to the desk
    });
}

} // namespace
} // namespace radslag::storage
