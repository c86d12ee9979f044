// A disk that says no, and a file that is damaged: words, nothing lost, and on it goes.
#include <gmock/gmock.h>

#include "storage/acts.h"
#include "support/disk.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;

struct DiskTrouble : testing::Test {
    Folder folder;
    fs::path live = folder.path();
};

// A disk without room, one that is suddenly read-only: words, nothing lost, and on it goes.
TEST_F(DiskTrouble, ADiskThatSaysNoIsToldInWordsAndPassesOver) {
    test::Disk disk(live);
    auto store = open_store((live / "radslag.db").string(), 1);
    std::int64_t number = 0;
    auto one_act = [&]() -> std::string {
        auto done = store->write([&](commands::Writer& w) {
            if (!w.organisation(here)) w.put(the_organisation());
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

// The bytes of a file are no part of the database: they go when it is sure that their row is gone.
TEST_F(DiskTrouble, AFileStaysWhenItsErasureCannotBeWritten) {
    test::Disk disk(live);
    auto store = open_store((live / "radslag.db").string(), 1);
    ASSERT_TRUE(store->write([&](commands::Writer& w) {
        w.put(the_organisation());
        act(w, 0, 1);
        return true;
    }));
    auto const file = store->bring(here, case_of(0), "Brev.txt", "text/plain", "stays", Instant{5})
                          .value()
                          .value();
    ASSERT_TRUE(store->write([&](commands::Writer& w) {
        w.put(file);
        return true;
    }));
    auto erase = [&] {
        return store
            ->write([&](commands::Writer& w) {
                w.erase_file(file);
                return true;
            })
            .has_value();
    };
    disk.writing = SQLITE_FULL;
    EXPECT_FALSE(erase());
    EXPECT_EQ(*store->open(file), "stays");
    disk.writing = SQLITE_OK;
    EXPECT_TRUE(erase());
    EXPECT_FALSE(store->open(file));
}

TEST_F(DiskTrouble, ADiskThatIsFullAtTheStartIsToldInWords) {
    auto const path = (live / "radslag.db").string();
    test::Disk disk(live);
    auto told = [&] {
        auto store = open_with({path, test::data_keys, 1}, sqlite_migrations());
        return store ? std::string("open") : store.error().told;
    };
    disk.writing = SQLITE_FULL;
    EXPECT_EQ(told(), "The disk is full: nothing was written.");
    disk.writing = SQLITE_OK;
    EXPECT_EQ(told(), "open");
}

// A page of nonsense, in the middle of serving and at the next start.
TEST_F(DiskTrouble, ADamagedFileIsToldInWords) {
    auto const path = (live / "radslag.db").string();
    test::Disk disk(live);
    {
        auto store = open_store(path, 1);
        for (int number = 1; number <= 40; ++number)
            EXPECT_TRUE(store->write([&](commands::Writer& w) {
                if (number == 1) w.put(the_organisation());
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
    store.reset();
    disk.damaged = false;
    store = open_store(path, 1);
    EXPECT_TRUE(store->write([&](commands::Writer& w) {
        act(w, 0, 41);
        return true;
    }));
    EXPECT_EQ(acts_in(**store->read(), 0), 41);
}

TEST_F(DiskTrouble, AFileThatIsCutOffIsToldAtTheStart) {
    auto const path = (live / "radslag.db").string();
    open_store(path, 1).reset();
    fs::resize_file(path, fs::file_size(path) / 2);
    auto store = open_with({path, test::data_keys, 1}, sqlite_migrations());
    ASSERT_FALSE(store.has_value());
    EXPECT_THAT(store.error().told, testing::HasSubstr("damaged"));
}

} // namespace
} // namespace radslag::storage
