// The file: migrations, what opens and what does not, a full disk, coming back after the end.
#include <csignal>
#include <fstream>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/support.h"

namespace radslag::storage {
namespace {

using Migrations = std::vector<Migration>;

std::string fault_of(std::string const& path, Migrations const& all = sqlite_migrations()) {
    auto store = open_with({path, test::data_keys, 1}, all);
    return store ? "" : store.error().told + " | " + store.error().logged;
}

std::size_t applied(std::string const& path) {
    Connection db(path);
    auto query = db.query("SELECT count(*) FROM migration");
    query.step();
    return static_cast<std::size_t>(query.integer(0));
}

Migrations const two{
    {"0001_a", "CREATE TABLE a (x TEXT) STRICT;"},
    {"0002_b", "CREATE TABLE b (x TEXT) STRICT; INSERT INTO b VALUES ('semi;colon');"}};

TEST(Migrations, AreNumberedWithoutAGap) {
    auto const& all = sqlite_migrations();
    ASSERT_FALSE(all.empty());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(std::stoul(std::string(all[i].name.substr(0, 4))), i + 1) << all[i].name;
        EXPECT_NE(all[i].sql.find("CREATE"), std::string_view::npos);
    }
}

TEST(Migrations, AreAppliedOnceInOrder) {
    Folder folder;
    EXPECT_EQ(fault_of(folder.file(), {two[0]}), "");
    EXPECT_EQ(applied(folder.file()), 1u);
    EXPECT_EQ(fault_of(folder.file(), two), "");
    EXPECT_EQ(fault_of(folder.file(), two), "");
    EXPECT_EQ(applied(folder.file()), 2u);
    Connection db(folder.file());
    auto query = db.query("SELECT x FROM b");
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.text(0), "semi;colon");
    EXPECT_FALSE(query.step());
}

TEST(Migrations, OneThatFailsLeavesTheFileAtTheOneBefore) {
    Folder folder;
    auto broken_one = two;
    broken_one[1].sql = "CREATE TABLE b (x TEXT) STRICT; CREATE TABLE a (x TEXT) STRICT;";
    EXPECT_NE(fault_of(folder.file(), broken_one), "");
    EXPECT_EQ(applied(folder.file()), 1u);
    EXPECT_EQ(fault_of(folder.file(), two), "");
}

TEST(Migrations, ANewerDatabaseIsAFault) {
    Folder folder;
    ASSERT_EQ(fault_of(folder.file(), two), "");
    EXPECT_THAT(fault_of(folder.file(), {two[0]}),
                testing::AllOf(testing::HasSubstr("newer version"), testing::HasSubstr("0002_b")));
}

TEST(Migrations, AChangedOrRenamedMigrationIsAFault) {
    Folder folder;
    ASSERT_EQ(fault_of(folder.file(), two), "");
    auto changed = two;
    changed[0].sql = "CREATE TABLE a (x TEXT) STRICT; ";
    EXPECT_THAT(fault_of(folder.file(), changed), testing::HasSubstr("0001_a was changed"));
    auto renamed = two;
    renamed[1].name = "0002_c";
    EXPECT_THAT(fault_of(folder.file(), renamed), testing::HasSubstr("0002_b was changed"));
}

TEST(File, IsForItsOwnerOnly) {
    Folder folder;
    ASSERT_EQ(fault_of(folder.file()), "");
    struct stat status{};
    ASSERT_EQ(::stat(folder.file().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST(File, AFolderAMissingFolderOrNoNameIsAFault) {
    Folder folder;
    EXPECT_THAT(fault_of(folder.path().string()), testing::HasSubstr("cannot be opened"));
    EXPECT_THAT(fault_of((folder.path() / "none" / "x.db").string()),
                testing::HasSubstr("cannot be opened"));
    EXPECT_NE(fault_of(""), "");
}

TEST(File, AFileThatIsNoDatabaseIsAFaultAndStaysAsItWas) {
    Folder folder;
    std::string const text(5000, 'x');
    std::ofstream(folder.file()) << text;
    EXPECT_THAT(fault_of(folder.file()), testing::HasSubstr("not a database"));
    std::ifstream in(folder.file());
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), text);
}

TEST(File, SomebodyElsesDatabaseIsAFaultAndStaysAsItWas) {
    Folder folder;
    {
        Connection(folder.file()).script("CREATE TABLE recipe (name TEXT)");
    }
    EXPECT_THAT(fault_of(folder.file()), testing::HasSubstr("not one of this program"));
    Connection db(folder.file());
    auto query = db.query("SELECT name FROM sqlite_schema");
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.text(0), "recipe");
    EXPECT_FALSE(query.step());
    EXPECT_FALSE(std::filesystem::exists(folder.file() + "-wal"));
}

// Forked while no store is open, hence no other thread. Root may write everything, so
// the child becomes somebody else first.
TEST(FileDeathTest, AReadOnlyFileIsAFault) {
    Folder folder;
    ASSERT_EQ(fault_of(folder.file()), "");
    ASSERT_EQ(::chmod(folder.file().c_str(), 0444), 0);
    ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
    EXPECT_EXIT(
        {
            if (::geteuid() == 0 && ::setuid(65534) != 0) std::_Exit(3);
            std::fprintf(stderr, "%s\n", fault_of(folder.file()).c_str());
            std::_Exit(0);
        },
        testing::ExitedWithCode(0), "read-only");
}

// A limit on the size of files stands in for a full disk. What was answered before is there, what
// was not is not, and when there is room again the same store goes on.
void fill_the_disk(std::string const& path) {
    std::signal(SIGXFSZ, SIG_IGN);
    auto store = open_store(path);
    SeededRandom random(1);
    commands::Organisation o{OrganisationId::make(random), "", "SE", "Europe/Stockholm", "sv"};
    auto put = [&](std::size_t size) {
        return store->write([&](commands::Writer& w) {
            o.name.assign(size, 'x');
            w.put(o);
            return true;
        });
    };
    if (!put(10)) std::_Exit(3);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    auto const before = limit;
    limit.rlim_cur = 1 << 20;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto full = put(4 << 20);
    if (full) std::_Exit(4);
    auto const read = store->read();
    if (!read || (*read)->organisation(o.id)->name.size() != 10) std::_Exit(5);
    ::setrlimit(RLIMIT_FSIZE, &before);
    if (!put(4 << 20)) std::_Exit(6);
    if ((*store->read())->organisation(o.id)->name.size() != 4u << 20) std::_Exit(7);
    std::fprintf(stderr, "%s\n", full.error().told.c_str());
    std::_Exit(0);
}

TEST(FileDeathTest, AFullDiskIsAFaultAndPassesOver) {
    Folder folder;
    EXPECT_EXIT(fill_the_disk(folder.file()), testing::ExitedWithCode(0), "disk|database");
}

void write_and_die(std::string const& path) {
    auto store = open_store(path);
    auto written = store->write([](commands::Writer& w) {
        w.put(commands::Organisation{OrganisationId{"kept"}, "Kept", "SE", "Europe/Stockholm", ""});
        return true;
    });
    std::_Exit(written && *written ? 0 : 3); // nothing is closed
}

TEST(FileDeathTest, WhatWasAnsweredIsThereAfterASuddenEnd) {
    Folder folder;
    EXPECT_EXIT(write_and_die(folder.file()), testing::ExitedWithCode(0), "");
    auto store = open_store(folder.file());
    EXPECT_EQ((*store->read())->organisation(OrganisationId{"kept"})->name, "Kept");
}

TEST_F(StoreTest, WhatWasWrittenIsThereAfterReopening) {
    auto c = begin_case(here, 1);
    store = nullptr;
    EXPECT_FALSE(std::filesystem::exists(folder.file() + "-wal")); // closed in order
    store = open_store(folder.file());
    auto file = reader()->case_file(here, c.id);
    ASSERT_TRUE(file);
    EXPECT_EQ(to_cells(file->conference()), to_cells(c.conference()));
}

TEST_F(StoreTest, TheDoorOpensTheSameFile) {
    auto door = open_sqlite({folder.file(), test::data_keys, 2});
    ASSERT_TRUE(door.has_value());
    EXPECT_EQ((*(*door)->read())->organisations().size(), 1u);
    auto none = open_sqlite({(folder.path() / "none" / "x.db").string(), test::data_keys, 2});
    EXPECT_FALSE(none.has_value());
}

} // namespace
} // namespace radslag::storage
