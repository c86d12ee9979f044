// Backups: one moment while others write, read back before it has a name; and what does not open.
#include <csignal>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <sys/resource.h>

#include "storage/support.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class BackupTest : public StoreTest {
public:
    BackupKey key = [] {
        BackupKey all{};
        std::ranges::fill(all, std::uint8_t{7});
        return all;
    }();
    fs::path backup = folder.path() / "backups" / "one.backup";
    fs::path again = folder.path() / "again" / "radslag.db";

    void SetUp() override {
        fs::create_directory(backup.parent_path());
        fs::create_directory(again.parent_path());
    }
    BackupOrder order() {
        return {folder.file(), backup, key, test::data_keys, Instant{1'764'000'000'000'000}, 0, {}};
    }
    std::string told(Outcome<Holding> const& outcome) {
        return outcome ? "" : outcome.error().told;
    }
    std::string restoring() { return told(restore(backup, key, test::data_keys, again)); }
    static std::string content(fs::path const& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void change(std::function<void(std::string&)> const& how) {
        auto bytes = content(backup);
        how(bytes);
        std::ofstream(backup, std::ios::binary) << bytes;
    }
    std::vector<std::string> names(fs::path const& where) {
        std::vector<std::string> all;
        for (auto const& entry : fs::directory_iterator(where))
            if (entry.is_regular_file()) all.push_back(entry.path().filename().string());
        std::ranges::sort(all);
        return all;
    }
};

TEST_F(BackupTest, WhatWasThereComesBack) {
    auto c = begin_case(here, 1);
    auto const made = back_up(order());
    ASSERT_TRUE(made) << made.error().told << made.error().logged;
    EXPECT_EQ(made->cases(), 1);
    EXPECT_EQ(made->rows.at("happening"), 1);
    begin_case(here, 2); // afterwards
    auto const back = restore(backup, key, test::data_keys, again);
    ASSERT_TRUE(back) << back.error().told << back.error().logged;
    EXPECT_EQ(*back, *made);
    EXPECT_EQ(names(again.parent_path()), std::vector<std::string>{"radslag.db"});
    EXPECT_EQ(fs::status(again).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(backup).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    auto other = open_store(again.string());
    auto reader = other->read();
    EXPECT_EQ(to_cells((*reader)->case_file(here, c.id)->conference()), to_cells(c.conference()));
    EXPECT_EQ((*reader)->list(here, {}, {}).rows.size(), 1U);
    EXPECT_EQ(names(backup.parent_path()), std::vector<std::string>{"one.backup"});
    EXPECT_THAT(names(folder.path()), testing::Each(testing::Not(HasSubstr("db-copy"))));
    EXPECT_THAT(names(folder.path()), testing::Each(testing::Not(HasSubstr("read-back"))));
}

// Nobody waits for a backup, and it holds each case as it was after one of its acts, never between.
TEST_F(BackupTest, ItIsOneMomentWhileOthersWrite) {
    std::atomic<std::int64_t> written = 0;
    auto c = begin_case(here, 1);
    std::jthread const writing([&](std::stop_token const& over) {
        while (!over.stop_requested()) {
            auto file = c.conference();
            file.name = std::to_string(c.seq + 1);
            people::Person person;
            person.id = fresh<PersonId>();
            person.name = std::string(3000, 'x');
            must_write([&](auto& w) { save(w, c, {change_to(file), change_to(person)}); });
            ++written;
        }
    });
    std::int64_t last = 0;
    for (int i = 0; i < 5; ++i) {
        auto const before = written.load();
        while (written < before + 20) std::this_thread::yield();
        auto const made = back_up(order());
        ASSERT_TRUE(made) << made.error().told << made.error().logged;
        auto const back = restore(backup, key, test::data_keys, again);
        ASSERT_TRUE(back) << back.error().told << back.error().logged;
        auto other = open_store(again.string(), 1);
        auto file = (*other->read())->case_file(here, c.id);
        auto const acts = (*other->read())->last_seq(c.id);
        EXPECT_EQ(file->conference().name, std::to_string(acts));
        EXPECT_EQ(std::ssize(file->all<people::Person>()), acts - 1);
        EXPECT_GE(acts, last + 20);
        last = acts;
        other.reset();
        fs::remove_all(again.parent_path());
        fs::create_directory(again.parent_path());
        fs::remove(backup);
    }
}

TEST_F(BackupTest, NothingInItCanBeRead) {
    auto c = new_case(here, 1);
    c.glance.name = "Nobodyshouldreadthis";
    must_write([&](auto& w) { save(w, c, {change_to(c.conference())}); });
    ASSERT_TRUE(back_up(order()));
    EXPECT_THAT(content(folder.file()) + content(folder.file() + "-wal"), HasSubstr(c.glance.name));
    EXPECT_THAT(content(backup), testing::Not(HasSubstr(c.glance.name)));
    EXPECT_THAT(content(backup), testing::Not(HasSubstr("SQLite format")));
}

TEST_F(BackupTest, NothingIsWrittenOverADatabase) {
    ASSERT_TRUE(back_up(order()));
    for (auto const* beside : {"", "-wal", "-journal"}) {
        std::ofstream(again.string() + beside) << "somebody's";
        EXPECT_THAT(restoring(), HasSubstr("already"));
        EXPECT_EQ(content(again.string() + beside), "somebody's");
        fs::remove(again.string() + beside);
    }
    EXPECT_EQ(restoring(), "");
    EXPECT_THAT(told(back_up(order())), HasSubstr("already")); // nor over a backup
}

TEST_F(BackupTest, WhoeverWasSignedInSignsInAgain) {
    must_write([&](auto& w) {
        commands::Staff staff;
        staff.id = StaffId{"staff"};
        staff.organisation = here;
        w.put(staff);
        w.put(commands::Session{"token", staff.id, "", {}, {}, {}});
    });
    ASSERT_TRUE(back_up(order()));
    ASSERT_EQ(restoring(), "");
    EXPECT_TRUE(reader()->session("token"));
    auto other = open_store(again.string());
    EXPECT_FALSE((*other->read())->session("token"));
    EXPECT_TRUE((*other->read())->staff(StaffId{"staff"}));
    EXPECT_TRUE(
        verify(again.string(), test::data_keys, {}, {})->findings.empty()); // the trail tells of it
}

TEST_F(BackupTest, ADatabaseThatWasBentIsNotBackedUp) {
    auto c = begin_case(here, 1);
    ASSERT_TRUE(back_up(order()));
    Connection(folder.file()).run("UPDATE glance SET stage = 'another'");
    fs::remove(backup);
    EXPECT_THAT(told(back_up(order())), HasSubstr("trail"));
    EXPECT_FALSE(fs::exists(backup));
}

TEST_F(BackupTest, AnotherKeyIsToldApartFromADamagedFile) {
    ASSERT_TRUE(back_up(order()));
    key.back() ^= 1;
    EXPECT_THAT(restoring(), HasSubstr("another key"));
    EXPECT_FALSE(fs::exists(again));
}

// One bit anywhere: in the head, in the first, a middle and the last piece.
TEST_F(BackupTest, AChangedOneIsRefusedWhereverItIsChanged) {
    for (int number = 1; number <= 200; ++number) begin_case(here, number);
    ASSERT_TRUE(back_up(order()));
    auto const whole = content(backup);
    ASSERT_GT(whole.size(), 200'000U);
    for (std::size_t at = 0; at < whole.size(); at += 1 + at / 7) {
        change([&](std::string& bytes) { bytes[at] = static_cast<char>(bytes[at] ^ 0x10); });
        EXPECT_NE(restoring(), "") << at;
        EXPECT_FALSE(fs::exists(again)) << at;
        std::ofstream(backup, std::ios::binary) << whole;
    }
    change([](std::string& bytes) { bytes[100'000] = static_cast<char>(bytes[100'000] ^ 1); });
    EXPECT_THAT(restoring(), HasSubstr("was changed"));
    EXPECT_TRUE(names(again.parent_path()).empty());
}

TEST_F(BackupTest, ALongerOneAShorterOneAndPiecesInAnotherOrderAreRefused) {
    for (int number = 1; number <= 200; ++number) begin_case(here, number);
    ASSERT_TRUE(back_up(order()));
    auto const whole = content(backup);
    constexpr std::size_t head = 16 + 16 + 24;
    constexpr std::size_t piece = 65536 + 17;
    for (std::size_t left :
         {std::size_t{0}, std::size_t{10}, std::size_t{20}, head - 1, head, head + 10, head + 1000,
          head + piece, head + 2 * piece, whole.size() - 1}) {
        change([&](std::string& bytes) { bytes.resize(left); });
        EXPECT_NE(restoring(), "") << left;
        std::ofstream(backup, std::ios::binary) << whole;
    }
    change([&](std::string& bytes) { bytes.resize(head + piece); });
    EXPECT_THAT(restoring(), HasSubstr("ends too early"));
    std::ofstream(backup, std::ios::binary) << whole + "x";
    EXPECT_NE(restoring(), "");
    std::ofstream(backup, std::ios::binary)
        << whole.substr(0, head) + whole.substr(head + piece, piece) + whole.substr(head, piece) +
               whole.substr(head + 2 * piece);
    EXPECT_THAT(restoring(), HasSubstr("was changed"));
    std::ofstream(backup, std::ios::binary) << whole;
    EXPECT_EQ(restoring(), "");
}

TEST_F(BackupTest, WhatIsNoBackupOrANewerOneIsToldInWords) {
    EXPECT_THAT(restoring(), HasSubstr("cannot be read"));
    std::ofstream(backup) << "a letter to the municipality, and nothing else";
    EXPECT_THAT(restoring(), HasSubstr("no backup"));
    fs::remove(backup);
    ASSERT_TRUE(back_up(order()));
    change([](std::string& bytes) { bytes[15] = '3'; });
    EXPECT_THAT(restoring(), HasSubstr("newer version"));
}

// The form of the file is this version's, the database in it is not.
TEST_F(BackupTest, ADatabaseOfANewerVersionIsToldInWords) {
    Connection(folder.file())
        .run("INSERT INTO migration (number, name, hash) VALUES (999, '0999_later', 'x')");
    EXPECT_THAT(told(back_up(order())), HasSubstr("newer version"));
    EXPECT_TRUE(names(backup.parent_path()).empty());
}

// Read back before it has a name: a backup of what is damaged is none. Here every page is a page,
// and every count is right; an index and its table do not agree.
TEST_F(BackupTest, ADamagedDatabaseIsFoundWhenTheBackupIsReadBack) {
    auto const c = begin_case(here, 1);
    store = nullptr;
    auto bytes = content(folder.file());
    bytes[bytes.find(c.id.text)] ^= 1;
    std::ofstream(folder.file(), std::ios::binary) << bytes;
    auto const made = back_up(order());
    ASSERT_FALSE(made);
    EXPECT_THAT(made.error().told, HasSubstr("damaged"));
    EXPECT_TRUE(names(backup.parent_path()).empty());
    EXPECT_EQ(names(folder.path()), std::vector<std::string>{"radslag.db"});
}

TEST_F(BackupTest, OneWithoutRoomOrOneThatIsStoppedLeavesNothing) {
    auto full = order();
    full.room_left = std::uintmax_t{1} << 60U;
    EXPECT_THAT(told(back_up(full)), HasSubstr("not enough room"));
    auto stopped = order();
    std::stop_source stop;
    stop.request_stop();
    stopped.stop = stop.get_token();
    EXPECT_THAT(told(back_up(stopped)), HasSubstr("stopping"));
    auto nowhere = order();
    nowhere.file = folder.path() / "none" / "x.backup";
    EXPECT_THAT(told(back_up(nowhere)), HasSubstr("no folder"));
    EXPECT_TRUE(names(backup.parent_path()).empty());
    EXPECT_EQ(told(back_up(order())), "");
}

// What a sudden end left is cleared away by the next one.
TEST_F(BackupTest, ItGoesOnAfterASuddenEnd) {
    for (auto const& left :
         {folder.file() + "-copy", folder.file() + "-copy-wal", folder.file() + "-read-back",
          (backup.parent_path() / "radslag.partial").string()})
        std::ofstream(left) << "half of something";
    ASSERT_EQ(told(back_up(order())), "");
    EXPECT_EQ(names(backup.parent_path()), std::vector<std::string>{"one.backup"});
    std::ofstream(again.string() + "-restored") << "half of something";
    EXPECT_EQ(restoring(), "");
}

// A limit on the size of files stands in for a disk that fills up meanwhile.
void back_up_on_a_full_disk(BackupOrder const& order) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 100'000;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto const made = back_up(order);
    std::fprintf(stderr, "%s\n", made ? "made" : made.error().told.c_str());
    std::_Exit(made ? 1 : 0);
}

TEST_F(BackupTest, ADiskThatFillsUpMeanwhileIsToldInWords) {
    for (int number = 1; number <= 50; ++number) begin_case(here, number);
    store = nullptr; // no other thread when the child begins
    EXPECT_EXIT(back_up_on_a_full_disk(order()), testing::ExitedWithCode(0), "disk");
    EXPECT_TRUE(names(backup.parent_path()).empty());
    EXPECT_EQ(names(folder.path()), std::vector<std::string>{"radslag.db"});
    store = open_store(folder.file());
    EXPECT_EQ(told(back_up(order())), "");
}

} // namespace
} // namespace radslag::storage
