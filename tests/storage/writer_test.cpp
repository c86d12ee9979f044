// The one writer: what is refused leaves nothing, many are committed together, readers see one
// moment.
#include <latch>
#include <thread>

#include "storage/support.h"

namespace radslag::storage {
namespace {

class WriterTest : public StoreTest {
public:
    Work naming(std::string name) {
        return [this, name](commands::Writer& w) {
            auto o = *w.organisation(here);
            o.name = name;
            w.put(o);
            return true;
        };
    }
    std::string name() { return reader()->organisation(here)->name; }
    void wait_for_queue(std::size_t length) {
        while (store->desk().waiting() < length) std::this_thread::yield();
    }
};

TEST_F(WriterTest, WhatIsRefusedLeavesNothing) {
    auto answer = store->write([&](commands::Writer& w) {
        naming("Refused")(w);
        EXPECT_EQ(w.organisation(here)->name, "Refused"); // it reads what it wrote
        return false;
    });
    ASSERT_TRUE(answer.has_value());
    EXPECT_FALSE(*answer);
    EXPECT_EQ(name(), "Hörlunda");
}

TEST_F(WriterTest, WhatIsThrownReachesItsCallerAndLeavesNothing) {
    auto throwing = [&](auto what) {
        return [this, what](commands::Writer& w) -> bool {
            naming("Thrown")(w);
            throw what;
        };
    };
    EXPECT_THROW((void)store->write(throwing(Bug{"here"})), Bug);
    EXPECT_THROW((void)store->write(throwing(std::runtime_error("there"))), std::runtime_error);
    EXPECT_THROW((void)store->write(throwing(7)), int);
    EXPECT_EQ(name(), "Hörlunda");
    EXPECT_TRUE(*store->write(naming("And on it goes")));
    EXPECT_EQ(name(), "And on it goes");
}

TEST_F(WriterTest, WritingFromInsideAWorkIsABug) {
    EXPECT_THROW((void)store->write(
                     [&](commands::Writer&) { return store->write(naming("Inside")).value(); }),
                 Bug);
}

// While the first work holds the desk, all others queue up; then they go in one commit.
TEST_F(WriterTest, ManyAreCommittedTogetherAndOneThatFailsDisturbsNobody) {
    constexpr std::size_t many = 24;
    std::vector<Case> cases;
    for (std::size_t i = 0; i < many; ++i)
        cases.push_back(new_case(here, static_cast<std::int64_t>(i) + 1));
    std::latch holding(1);
    std::latch queued(1);
    auto before = store->desk().commits();
    std::thread first([&] {
        EXPECT_TRUE(*store->write([&](commands::Writer& w) {
            holding.count_down();
            queued.wait();
            return naming("First")(w);
        }));
    });
    holding.wait();
    std::atomic<int> done = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> thrown = 0;
    std::vector<std::thread> others;
    for (std::size_t i = 0; i < many; ++i) {
        auto c = cases[i];
        auto h = happening(c, {change_to(c.conference())});
        others.emplace_back([&, c, h, i] {
            try {
                auto answer = store->write([&](commands::Writer& w) {
                    w.save(here, c.id, {h}, c.glance);
                    if (i % 8 == 1) throw std::runtime_error("stumbled");
                    return i % 8 != 2;
                });
                ASSERT_TRUE(answer.has_value());
                ++(*answer ? done : refused);
            } catch (std::runtime_error const&) {
                ++thrown;
            }
        });
    }
    wait_for_queue(many);
    queued.count_down();
    first.join();
    for (auto& other : others) other.join();
    EXPECT_EQ(store->desk().commits() - before, 2);
    EXPECT_EQ(done, 18);
    EXPECT_EQ(refused, 3);
    EXPECT_EQ(thrown, 3);
    auto r = reader();
    for (std::size_t i = 0; i < many; ++i)
        EXPECT_EQ(r->case_file(here, cases[i].id).has_value(), i % 8 != 1 && i % 8 != 2) << i;
}

TEST_F(WriterTest, EveryWriteOfManyThreadsIsThere) {
    constexpr int threads = 8;
    constexpr int writes = 25;
    std::latch start(threads);
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i)
        all.emplace_back([&] {
            start.arrive_and_wait();
            for (int k = 0; k < writes; ++k)
                EXPECT_TRUE(*store->write(
                    [&](commands::Writer& w) { return w.next_case_number(here) > 0; }));
        });
    for (auto& thread : all) thread.join();
    std::int64_t next = 0;
    must_write([&](commands::Writer& w) { next = w.next_case_number(here); });
    EXPECT_EQ(next, threads * writes + 1);
}

TEST_F(WriterTest, AReaderSeesOneMomentAndOnlyWhatIsCommitted) {
    auto early = reader();
    std::latch wrote(1);
    std::latch looked(1);
    std::thread writer([&] {
        EXPECT_TRUE(*store->write([&](commands::Writer& w) {
            naming("Later")(w);
            wrote.count_down();
            looked.wait();
            return true;
        }));
    });
    wrote.wait();
    EXPECT_EQ(name(), "Hörlunda"); // written, not committed
    looked.count_down();
    writer.join();
    EXPECT_EQ(early->organisation(here)->name, "Hörlunda"); // its first read comes after the commit
    EXPECT_EQ(name(), "Later");
}

TEST_F(WriterTest, MoreReadersThanAreKeptAndReadersThatOutliveTheStore) {
    store = nullptr;
    store = open_store(folder.file(), random, 1);
    std::vector<std::unique_ptr<commands::Reader>> readers;
    for (int i = 0; i < 6; ++i) readers.push_back(reader());
    EXPECT_TRUE(*store->write(naming("Later")));
    readers.resize(3);
    store = nullptr;
    for (auto const& r : readers) EXPECT_EQ(r->organisation(here)->name, "Hörlunda");
}

TEST_F(WriterTest, AReaderGivenBackSeesANewMomentNextTime) {
    store = nullptr;
    store = open_store(folder.file(), random, 1);
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(*store->write(naming(std::to_string(i))));
        EXPECT_EQ(name(), std::to_string(i));
    }
}

// The engine says no inside a work: a bug of ours, not a fault of the world.
TEST_F(WriterTest, WhatTheTablesForbidIsABugOfThatWorkAlone) {
    EXPECT_THROW((void)store->write([&](commands::Writer& w) {
        naming("Half")(w);
        w.put(commands::Session{"token", fresh<StaffId>(), "", {}, {}, {}}); // of nobody
        return true;
    }),
                 Bug);
    EXPECT_EQ(name(), "Hörlunda");
}

} // namespace
} // namespace radslag::storage
