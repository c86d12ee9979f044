// The power goes: what was answered is there, whole; what was not is there whole or not at all, and
// sent again it is done once. With synchronous=OFF the same cuts must be seen to lose.
#include <random>
#include <thread>

#include <gmock/gmock.h>

#include "storage/support.h"
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

OrganisationId const here{"here"};
CaseId case_of(std::size_t family) { return CaseId{"case" + std::to_string(family)}; }
ActId act_of(std::size_t family, std::int64_t number) {
    return ActId{"act" + std::to_string(family) + "x" + std::to_string(number)};
}

// The n-th act of a case names it anew, adds one person and takes one before away; a case shows by
// itself how many were done, and whether each was done whole.
void act(commands::Writer& writer, std::size_t family, std::int64_t number) {
    commands::Glance glance;
    glance.id = case_of(family);
    glance.organisation = here;
    glance.number = static_cast<std::int64_t>(family) + 1;
    glance.name = std::to_string(number);
    glance.model = "any";
    glance.stage = "first";
    glance.changed_at = Instant{number};
    conference::Conference conference;
    conference.id = glance.id;
    conference.organisation = here;
    conference.name = glance.name;
    people::Person person;
    person.id = PersonId{"person" + std::to_string(number)};
    person.name = std::string(1500, 'n'); // its own page, nearly
    workflow::Happening happening;
    happening.seq = number;
    happening.act = act_of(family, number);
    happening.name = "write_something";
    happening.changes = {change_to(conference), change_to(person)};
    if (number % 3 == 0) {
        person.id = PersonId{"person" + std::to_string(number - 1)};
        happening.changes.push_back(change_away(person));
    }
    writer.save(here, glance.id, {happening}, glance);
}

std::int64_t persons_after(std::int64_t acts) { return acts - acts / 3; }

// How many acts are in the case; -1 when one of them is half there.
std::int64_t acts_in(commands::Reader& reader, std::size_t family) {
    auto const id = case_of(family);
    auto const acts = reader.last_seq(id);
    auto file = reader.case_file(here, id);
    if (acts == 0) return file ? -1 : 0;
    if (!file) return -1;
    auto const& c = file->conference();
    auto const happened = reader.happenings(id, 0, 10'000, true);
    bool whole = c.name == std::to_string(acts) &&
                 std::ssize(file->all<people::Person>()) == persons_after(acts) &&
                 std::ssize(happened) == acts;
    for (auto const& h : happened) {
        whole = whole && h.changes.size() == (h.seq % 3 == 0 ? 3U : 2U);
        auto const found = reader.act(here, act_of(family, h.seq));
        whole = whole && found.size() == 1 && found.front().seq == h.seq;
    }
    commands::ListFilter filter;
    filter.limit = 100;
    for (auto const& row : reader.list(here, {}, filter).rows)
        if (row.glance.id == id) whole = whole && row.glance.changed_at == Instant{acts};
    return whole ? acts : -1;
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
        auto store = open_with({(cut.folder / "radslag.db").string(), 1}, sqlite_migrations());
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
            send_again(**store, family, cut.answered[family] + 1);
            auto const now = acts_in(**(*store)->read(), family);
            if (now < 0) ++tally.half;
            if (now > cut.answered[family] + 1) ++tally.twice;
        } catch (std::runtime_error const&) { // the file cannot be read there
            ++tally.half;
            ++tally.lost;
        }
        (*store).reset();
        fs::remove_all(cut.folder);
    }
    static void send_again(SqliteStore& store, std::size_t family, std::int64_t number) {
        auto sent = store.write([&](commands::Writer& w) {
            if (!w.organisation(here)) w.put(organisation());
            if (!w.act(here, act_of(family, number)).empty()) return false;
            act(w, family, number);
            return true;
        });
        EXPECT_TRUE(sent.has_value());
    }
    static commands::Organisation organisation() {
        return {here, "Hörlunda", "SE", "Europe/Stockholm", "sv"};
    }
    void look_at_all() {
        for (auto const& cut : cuts) look(cut);
        cuts.clear();
    }

    void live_with(bool durable, int rounds, unsigned one_in) {
        test::Disk disk(live);
        disk.before = [&] { cut_now_and_then(disk, one_in); };
        auto store = open_with({(live / "radslag.db").string(), 1, durable}, sqlite_migrations());
        ASSERT_TRUE(store.has_value()) << store.error().logged;
        ASSERT_TRUE((*store)->write([&](commands::Writer& w) {
            w.put(organisation());
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
    live_with(true, 60, 25);
    std::cout << tally << "\n";
    EXPECT_GE(tally.cuts, 100U);
    EXPECT_GT(tally.answered, 10'000);
    EXPECT_EQ(tally.lost, 0);
    EXPECT_EQ(tally.half, 0);
    EXPECT_EQ(tally.twice, 0);
}

TEST_F(PowerCut, WithoutSyncTheSameCutsLose) {
    live_with(false, 60, 25);
    std::cout << "synchronous=OFF: " << tally << "\n";
    EXPECT_GE(tally.cuts, 100U);
    EXPECT_GT(tally.lost, 100) << "these cuts would not see a server that never syncs";
}

// The answer comes after the sync: what cannot be synced is not answered, to nobody of the batch.
TEST_F(PowerCut, WhatIsNotSyncedIsNotAnswered) {
    test::Disk disk(live);
    auto store = open_store((live / "radslag.db").string(), 1);
    ASSERT_TRUE(store->write([&](commands::Writer& w) {
        w.put(organisation());
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

// A disk without room, one that is suddenly read-only: words, nothing lost, and on it goes.
TEST_F(PowerCut, ADiskThatSaysNoIsToldInWordsAndPassesOver) {
    test::Disk disk(live);
    auto store = open_store((live / "radslag.db").string(), 1);
    std::int64_t number = 0;
    auto one_act = [&]() -> std::string {
        auto done = store->write([&](commands::Writer& w) {
            if (!w.organisation(here)) w.put(organisation());
            act(w, 0, number + 1);
            return true;
        });
        if (!done) return done.error().told;
        ++number;
        return "answered";
    };
    EXPECT_EQ(one_act(), "answered");
    std::pair<int, std::string> const troubles[] = {
        {SQLITE_FULL, "The disk is full: nothing was written."},
        {SQLITE_READONLY, "The database is read-only."},
        {SQLITE_IOERR_WRITE, "The disk does not read or write."}};
    for (auto const& [code, words] : troubles) {
        disk.writing = code;
        EXPECT_EQ(one_act(), words);
        EXPECT_EQ(acts_in(**store->read(), 0), number); // still served
        disk.writing = SQLITE_OK;
        EXPECT_EQ(one_act(), "answered");
        EXPECT_EQ(acts_in(**store->read(), 0), number);
    }
}

TEST_F(PowerCut, ADiskThatIsFullAtTheStartIsToldInWords) {
    auto const path = (live / "radslag.db").string();
    test::Disk disk(live);
    auto told = [&] {
        auto store = open_with({path, 1}, sqlite_migrations());
        return store ? std::string("open") : store.error().told;
    };
    disk.writing = SQLITE_FULL;
    EXPECT_EQ(told(), "The disk is full: nothing was written.");
    disk.writing = SQLITE_OK;
    EXPECT_EQ(told(), "open");
}

// A page of nonsense, in the middle of serving and at the next start.
TEST_F(PowerCut, ADamagedFileIsToldInWords) {
    auto const path = (live / "radslag.db").string();
    test::Disk disk(live);
    {
        auto store = open_store(path, 1);
        for (int number = 1; number <= 40; ++number)
            EXPECT_TRUE(store->write([&](commands::Writer& w) {
                if (number == 1) w.put(organisation());
                act(w, 0, number);
                return true;
            }));
    }
    auto store = open_store(path, 1);
    auto reader = store->read();
    ASSERT_TRUE(reader.has_value());
    disk.damaged = true;
    EXPECT_THROW((void)(*reader)->case_file(here, case_of(0)), std::runtime_error);
    auto written = store->write([&](commands::Writer& w) {
        act(w, 0, 41);
        return true;
    });
    ASSERT_FALSE(written.has_value());
    EXPECT_THAT(written.error().told, testing::HasSubstr("damaged"));
    EXPECT_THAT(written.error().told, testing::HasSubstr("radslag restore"));
    reader->reset();
    disk.damaged = false;
    EXPECT_TRUE(store->write([&](commands::Writer& w) {
        act(w, 0, 41);
        return true;
    }));
    EXPECT_EQ(acts_in(**store->read(), 0), 41);
}

TEST_F(PowerCut, AFileThatIsCutOffIsToldAtTheStart) {
    auto const path = (live / "radslag.db").string();
    open_store(path, 1).reset();
    fs::resize_file(path, fs::file_size(path) / 2);
    auto store = open_with({path, 1}, sqlite_migrations());
    ASSERT_FALSE(store.has_value());
    EXPECT_THAT(store.error().told, testing::HasSubstr("damaged"));
}

} // namespace
} // namespace radslag::storage
