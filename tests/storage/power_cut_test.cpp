// The power goes: what was answered is there, whole; what was not is there whole or not at all, and
// sent again it is done once. With synchronous=OFF the same cuts must be seen to lose.
#include <random>
#include <thread>

#include <gmock/gmock.h>

#include "storage/acts.h"
#include "support/disk.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t families = 6;
using Counts = std::array<std::int64_t, families>; // of each family's case: acts

struct Tally {
    std::size_t cuts = 0;
    std::int64_t answered = 0, lost = 0, half = 0, twice = 0;
};

std::ostream& operator<<(std::ostream& out, Tally const& t) {
    return out << "power cuts " << t.cuts << ", answered before them " << t.answered << ", lost "
               << t.lost << ", half there " << t.half << ", done twice " << t.twice;
}

class PowerCut : public testing::Test {
public:
    Folder folder;
    fs::path live = folder.path() / "live";
    fs::path after = folder.path() / "after";
    std::mt19937_64 chance{20261127};
    Tally tally;

    struct Cut {
        fs::path folder;
        Counts answered;
    };
    std::vector<Cut> cuts;
    Counts answered{};
    std::mutex mutex;

    void SetUp() override {
        fs::create_directory(live);
        fs::create_directory(after);
    }

    void cut_now_and_then(test::Disk& disk, unsigned one_in) {
        if (chance() % one_in != 0) return;
        auto const place = after / std::to_string(tally.cuts + cuts.size());
        fs::create_directory(place);
        disk.cut_into(place, chance());
        std::lock_guard lock(mutex);
        cuts.push_back({place, answered});
    }

    // One act for each family, all in one commit: the desk is held until all of them wait.
    void one_round(SqliteStore& store, std::int64_t number) {
        std::vector<std::thread> all;
        auto held = [&](commands::Writer&) {
            for (std::size_t family = 0; family < families; ++family) {
                all.emplace_back([&, family] {
                    auto done = store.write([&](commands::Writer& w) {
                        act(w, family, number);
                        return true;
                    });
                    std::lock_guard lock(mutex);
                    if (done && *done) answered[family] = number;
                });
                while (store.desk().waiting() < family + 1) std::this_thread::yield();
            }
            return false;
        };
        auto const commits = store.desk().commits();
        EXPECT_TRUE(store.write(held).has_value());
        for (auto& thread : all) thread.join();
        EXPECT_EQ(store.desk().commits() - commits, 2);
    }

    // The power comes back. Whoever got no answer sends again.
    void look(Cut const& cut) {
        ++tally.cuts;
        auto store = open_with({(cut.folder / "radslag.db").string(), test::data_keys, 1},
                               sqlite_migrations());
        auto const promised = std::accumulate(cut.answered.begin(), cut.answered.end(), 0L);
        tally.answered += promised;
        if (!store) {
            tally.lost += promised;
            if (promised == 0) ++tally.half; // an empty one opens
            return;
        }
        for (std::size_t family = 0; family < families; ++family) try {
                auto const before = acts_in(**(*store)->read(), family);
                if (before < 0) ++tally.half;
                if (before < cut.answered[family]) ++tally.lost;
                if (before < 0 || before < cut.answered[family]) continue;
                if (!send_again(**store, family, cut.answered[family] + 1)) ++tally.half;
                auto const now = acts_in(**(*store)->read(), family);
                if (now < 0) ++tally.half;
                if (now > cut.answered[family] + 1) ++tally.twice;
            } catch (...) { // the file cannot be read there
                ++tally.half;
                ++tally.lost;
            }
        (*store).reset();
        fs::remove_all(cut.folder);
    }
    static bool send_again(SqliteStore& store, std::size_t family, std::int64_t number) {
        auto sent = store.write([&](commands::Writer& w) {
            if (!w.organisation(here)) w.put(the_organisation());
            if (!w.act(here, act_of(family, number)).empty()) return false;
            act(w, family, number);
            return true;
        });
        return sent.has_value();
    }
    void look_at_all() {
        for (auto const& cut : cuts) look(cut);
        cuts.clear();
    }

    void live_with(bool durable, int rounds, unsigned one_in) {
        test::Disk disk(live);
        disk.before = [&] { cut_now_and_then(disk, one_in); };
        auto store = open_with({(live / "radslag.db").string(), test::data_keys, 1, durable},
                               sqlite_migrations());
        ASSERT_TRUE(store.has_value()) << store.error().logged;
        ASSERT_TRUE((*store)->write([&](commands::Writer& w) {
            w.put(the_organisation());
            return true;
        }));
        for (int number = 1; number <= rounds; ++number) {
            one_round(**store, number);
            look_at_all();
        }
        store->reset(); // the last checkpoint, and the journal's end
        cut_now_and_then(disk, 1);
        look_at_all();
    }
};

// Sixty rounds: the journal begins anew several times.
TEST_F(PowerCut, NothingAnsweredIsLostAndNothingIsHalfThere) {
    live_with(true, 60, 70);
    std::cout << tally << "\n";
    EXPECT_GE(tally.cuts, 100U);
    EXPECT_GT(tally.answered, 10'000);
    EXPECT_EQ(tally.lost, 0);
    EXPECT_EQ(tally.half, 0);
    EXPECT_EQ(tally.twice, 0);
}

TEST_F(PowerCut, WithoutSyncTheSameCutsLose) {
    live_with(false, 60, 70);
    std::cout << "synchronous=OFF: " << tally << "\n";
    EXPECT_GE(tally.cuts, 100U);
    EXPECT_GT(tally.lost, 100) << "these cuts would not see a server that never syncs";
}

// The answer comes after the sync: what cannot be synced is not answered, to nobody of the batch.
TEST_F(PowerCut, WhatIsNotSyncedIsNotAnswered) {
    test::Disk disk(live);
    auto store = open_store((live / "radslag.db").string(), 1);
    ASSERT_TRUE(store->write([&](commands::Writer& w) {
        w.put(the_organisation());
        return true;
    }));
    auto const syncs = disk.syncs.load();
    std::array<std::string, families> told;
    auto one_act = [&](std::size_t family) {
        auto done = store->write([&](commands::Writer& w) {
            act(w, family, 1);
            return true;
        });
        told[family] = done ? "answered" : done.error().told;
    };
    std::vector<std::thread> all;
    disk.syncing = SQLITE_IOERR_FSYNC;
    EXPECT_TRUE(store->write([&](commands::Writer&) {
        for (std::size_t family = 0; family < families; ++family)
            all.emplace_back([&, family] { one_act(family); });
        while (store->desk().waiting() < families) std::this_thread::yield();
        return false;
    }));
    for (auto& thread : all) thread.join();
    EXPECT_EQ(disk.syncs, syncs);
    EXPECT_THAT(told, testing::Each("The disk does not read or write."));
    disk.syncing = SQLITE_OK;
    for (std::size_t family = 0; family < families; ++family) {
        EXPECT_EQ(acts_in(**store->read(), family), 0);
        one_act(family);
        EXPECT_EQ(acts_in(**store->read(), family), 1);
    }
    EXPECT_THAT(told, testing::Each("answered"));
}

} // namespace
} // namespace radslag::storage
