// An installation that writes checkpoints, and what `radslag audit` says when it was bent.
#include "server/checkpoints.h"
#include "server/data_keys.h"
#include "server/installed.h"
#include "storage/storage.h"

#include <sqlite3.h>

namespace radslag::server {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Audited : Installed {
    fs::path kept = folder / "kept";
    SetClock* clock = nullptr;

    void SetUp() override {
        Installed::SetUp();
        fs::create_directories(kept);
        config.checkpoints = kept.string();
        config.minutes = 60;
        ASSERT_EQ(make(), 0) << err.str();
    }
    // Serves and stops: one checkpoint at least.
    void serve() {
        auto house = Installation::open({read()});
        ASSERT_TRUE(house.has_value()) << house.error().logged;
        ASSERT_TRUE((*house)->serve().has_value());
        (*house)->stop();
    }
    std::vector<std::string> checkpoints() const {
        std::vector<std::string> names;
        for (auto const& entry : fs::directory_iterator(kept))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }
    void bend(std::string const& sql) const {
        sqlite3* db = nullptr;
        ASSERT_EQ(sqlite3_open(config.database().c_str(), &db), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(db);
        sqlite3_close(db);
    }
    Audit asked(bool with_checkpoints = true) const {
        Audit audit{file, {}, {}, {}};
        if (with_checkpoints) audit.checkpoints = {kept.string()};
        return audit;
    }
    int verify(Audit const& audit) {
        out.str("");
        err.str("");
        return audit_verify(audit, out, err);
    }
    void add_committee_day(std::string const& day) {
        auto store =
            storage::open_sqlite({config.database().string(), data_keys(config.data_key()), 1});
        auto wrote = (*store)->write([&](commands::Writer& writer) {
            SystemRandom random;
            writer.put(commands::CommitteeDay{
                RowId::make(random), writer.organisations().at(0).id, "any", *read_date(day), {}});
            return true;
        });
        ASSERT_TRUE(wrote.has_value());
    }
    // A copy of the database as it stands, brought back later.
    fs::path copy() const {
        auto const to = folder / "copy.db";
        bend("PRAGMA wal_checkpoint(TRUNCATE)");
        fs::copy_file(config.database(), to, fs::copy_options::overwrite_existing);
        return to;
    }
    void bring_back(fs::path const& from) const {
        for (auto const* end : {"", "-wal", "-shm"}) fs::remove(config.database().string() + end);
        fs::copy_file(from, config.database());
    }
};

TEST_F(Audited, ACheckpointIsWrittenAtEachStopAndFits) {
    serve();
    serve();
    EXPECT_THAT(checkpoints(),
                testing::IsSupersetOf({"checkpoint-000001.txt", "checkpoint-000002.txt"}));
    EXPECT_EQ(verify(asked()), 0) << told();
    EXPECT_THAT(out.str(), HasSubstr("everything is as it was written"));
    EXPECT_THAT(out.str(), Not(HasSubstr("Without a checkpoint")));
    EXPECT_EQ(verify(asked(false)), 0) << told();
    EXPECT_THAT(out.str(), HasSubstr("Without a checkpoint"));
}

TEST_F(Audited, OneIsWrittenWhenThePeriodIsOver) {
    auto store =
        storage::open_sqlite({config.database().string(), data_keys(config.data_key()), 1});
    auto writing = Checkpoints::open(read(), **store, Instant{});
    Log log((folder / "log").string());
    auto const minute = std::int64_t{60'000'000};
    auto at = [&](std::int64_t minutes) {
        (*writing)->write_if_due(Instant{1'800'000'000'000'000 + minutes * minute}, log);
        return checkpoints().size();
    };
    EXPECT_EQ(at(0), 1U);
    EXPECT_EQ(at(59), 1U);
    EXPECT_EQ(at(60), 2U);
    EXPECT_EQ(at(61), 2U);
    writing = Checkpoints::open(read(), **store, Instant{}); // started again
    EXPECT_EQ(at(90), 2U);
    EXPECT_EQ(at(120), 3U);
    store->reset();
    EXPECT_EQ(verify(asked()), 0) << told();
}

TEST_F(Audited, NothingIsWrittenWhereNoFolderIsNamed) {
    config.checkpoints.clear();
    std::ofstream(file) << write_config(config);
    fs::remove(config.checkpoint_key()); // and then no key is needed
    serve();
    EXPECT_THAT(checkpoints(), IsEmpty());
}

TEST_F(Audited, WithoutKeyOrFolderItDoesNotStart) {
    auto const key = *read_file(config.checkpoint_key());
    fs::remove(config.checkpoint_key());
    EXPECT_EQ(Installation::open({read()}).error().told, "The key of the checkpoints is missing.");
    std::ofstream(config.checkpoint_key()) << "short";
    EXPECT_EQ(Installation::open({read()}).error().told, "The key of the checkpoints is damaged.");
    std::ofstream(config.checkpoint_key()) << key;
    fs::remove_all(kept);
    EXPECT_EQ(Installation::open({read()}).error().told, "There is no folder for checkpoints.");
}

TEST_F(Audited, ABentRowIsSaidInWords) {
    bend("UPDATE staff SET mail = 'mallory@example.org'");
    EXPECT_EQ(verify(asked(false)), 1);
    EXPECT_THAT(out.str(), testing::ContainsRegex("^organisation [0-9a-z]+: row [0-9a-z]+ of table "
                                                  "staff was changed; it was last written by entry "
                                                  "[0-9]+ of the trail\n"));
    EXPECT_THAT(out.str(), HasSubstr("1 that should not be"));
    EXPECT_THAT(out.str(), Not(HasSubstr("mallory")));
    EXPECT_THAT(out.str(), Not(HasSubstr("siv")));
}

TEST_F(Audited, ADatabaseThatWasRolledBackIsFoundByACheckpointAlone) {
    serve();
    auto const before = copy();
    add_committee_day("2027-03-01");
    serve();
    bring_back(before);
    EXPECT_EQ(verify(asked(false)), 0) << told(); // it fits within itself
    EXPECT_EQ(verify(asked()), 1);
    EXPECT_THAT(out.str(), HasSubstr("the database was rolled back"));
    // It goes on, and its next checkpoint would stand in the place of one that was made already.
    serve();
    EXPECT_THAT(*read_file(config.log), HasSubstr("The database is older than its checkpoints."));
    add_committee_day("2027-04-01");
    EXPECT_EQ(verify(asked()), 1);
}

TEST_F(Audited, ADatabaseThatWasWrittenAnewIsFoundByACheckpointAlone) {
    serve();
    auto const another = fs::path(folder / "another.db");
    {
        auto organisation =
            (*(*storage::open_sqlite({config.database().string(), data_keys(config.data_key()), 1}))
                  ->read())
                ->organisations();
        auto store = storage::open_sqlite({another.string(), data_keys(config.data_key()), 1});
        for (int i = 0; i < 20; ++i) {
            organisation.at(0).name = "Another " + std::to_string(i);
            ASSERT_TRUE((*store)
                            ->write([&](commands::Writer& writer) {
                                writer.put(organisation.at(0));
                                return true;
                            })
                            .has_value());
        }
    }
    bring_back(another);
    EXPECT_EQ(verify(asked(false)), 0) << told();
    EXPECT_EQ(verify(asked()), 1);
    EXPECT_THAT(out.str(), HasSubstr("the trail was written anew"));
}

TEST_F(Audited, ACheckpointThatWasBentOrIsSomebodyElsesIsSaid) {
    serve();
    auto const path = kept / checkpoints().front();
    auto text = *read_file(path);
    auto& first = text[text.find("head ") + 5]; // an id's: it can be any letter
    first = first == 'z' ? 'y' : 'z';
    std::ofstream(path) << text;
    EXPECT_EQ(verify(asked()), 1);
    EXPECT_THAT(out.str(), HasSubstr("was not signed with this key, or was changed"));
}

TEST_F(Audited, WhoHasOnlyThePublicKeyCanVerifyACopy) {
    serve();
    out.str("");
    ASSERT_EQ(audit_key(asked(), out, err), 0);
    auto const key = out.str().substr(0, 64);
    auto const place = copy();
    auto const data_key = fs::path(place.string() + ".key");
    fs::copy_file(config.data_key(), data_key);
    fs::remove_all(config.keys);
    fs::remove(file);
    Audit audit{file, place.string(), {kept.string()}, key, data_key.string()};
    EXPECT_EQ(verify(audit), 0) << told();
    audit.key[0] = audit.key[0] == '0' ? '1' : '0';
    EXPECT_EQ(verify(audit), 1);
    audit.key = "no key";
    EXPECT_EQ(verify(audit), 1);
    EXPECT_THAT(err.str(), HasSubstr("That is no public key."));
}

TEST_F(Audited, TheKeyIsMadeOnce) {
    fs::remove(config.checkpoint_key());
    out.str("");
    ASSERT_EQ(audit_key(asked(), out, err), 0);
    auto const first = out.str();
    ASSERT_EQ(audit_key(asked(), out, err), 0);
    EXPECT_EQ(out.str(), first + first);
    EXPECT_EQ(fs::status(config.checkpoint_key()).permissions() &
                  (fs::perms::group_all | fs::perms::others_all),
              fs::perms::none);
}

TEST_F(Audited, WhatIsNoDatabaseOfOursIsRefused) {
    auto audit = asked(false);
    audit.database = (folder / "none.db").string();
    EXPECT_EQ(verify(audit), 1);
    EXPECT_THAT(err.str(), HasSubstr("There is no database."));
    EXPECT_FALSE(fs::exists(audit.database));
    std::ofstream(audit.database) << "something else, and long enough to be looked at as one";
    EXPECT_EQ(verify(audit), 1);
    EXPECT_THAT(err.str(), Not(IsEmpty()));
}

} // namespace
} // namespace radslag::server
