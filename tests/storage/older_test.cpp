// What a version before sealing wrote: its database is sealed at the first start, and its backups,
// which held a database alone, come back.
#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "storage/seal.h"
#include "storage/support.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

std::string content(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void make_older(std::string const& path) {
    auto const& all = sqlite_migrations();
    auto const sealing =
        std::ranges::find_if(all, [](auto const& one) { return one.name.ends_with("_sealed"); });
    ASSERT_NE(sealing, all.end());
    std::vector<Migration> const before(all.begin(), sealing);
    Connection db(path);
    ASSERT_TRUE(migrate(db, before, [](Connection&) {}));
    db.script("INSERT INTO organisation (id, name, country, zone, language)"
              " VALUES ('here', 'Hörlunda', 'SE', 'Europe/Stockholm', 'sv');"
              "INSERT INTO glance (case_id, organisation_id, number, name, model,"
              " model_version, stage, round, status, acute, due, changed_at, turn, nearest)"
              " VALUES ('c', 'here', 1, 'Sjöwall', 'any', 1, 's', 1, 'running', 0, '', 5, 0,"
              " '9999-12-31');"
              "INSERT INTO happening (organisation_id, case_id, seq, act_id, nth, request,"
              " name, at, about, why, detail) VALUES ('here', 'c', 1, 'a', 1, "
              "'77aa3b19c0de77aa', 'x', 5,"
              " '', 'En granne har hotat', '');");
    db.script("BEGIN");
    for (int i = 0; i < 3000; ++i) {
        auto const id = std::to_string(i);
        db.run("INSERT INTO contact (organisation_id, case_id, sort_key, id, changed_in, phone,"
               " address) VALUES ('here', 'c', $1, $2, 1, '070-1740605', 'Hemlighetsgatan 7')",
               i, "p" + id);
        db.run("INSERT INTO happening_change (organisation_id, case_id, seq, n, row_table,"
               " row_id, after) VALUES ('here', 'c', 1, $1, 'contact', $2, $3)",
               i + 1, "p" + id,
               R"(["p)" + id + R"(",1,"070-1740605",null,"Hemlighetsgatan 7",null])");
    }
    // What stood there lies in the file.
    db.script("COMMIT; DELETE FROM contact WHERE sort_key % 3 = 0");
}

void expect_all_there_and_sealed(std::string const& path) {
    auto store = open_store(path);
    auto const bytes = content(path) + content(path + "-wal");
    for (auto const* open :
         {"070-1740605", "Hemlighetsgatan", "En granne har hotat", "77aa3b19c0de77aa"})
        EXPECT_EQ(bytes.find(open), std::string::npos) << open;
    EXPECT_NE(bytes.find("Hörlunda"), std::string::npos);
    auto reader = store->read().value();
    auto const file = reader->case_file(OrganisationId{"here"}, CaseId{"c"});
    ASSERT_EQ(file->all<people::Contact>().size(), 2000U);
    for (auto const& contact : file->all<people::Contact>()) {
        EXPECT_EQ(contact.phone, "070-1740605");
        EXPECT_EQ(contact.address, "Hemlighetsgatan 7");
    }
    auto const happened = reader->happenings(CaseId{"c"}, 0, 10, true);
    EXPECT_EQ(happened.at(0).why, "En granne har hotat");
    EXPECT_EQ(std::get<std::string>(happened[0].changes.at(2999).after->at(2)), "070-1740605");
    EXPECT_THAT(verify(path, test::data_keys, {}, {})->findings, IsEmpty());
}

TEST(OlderDatabase, IsSealedAtTheFirstStartAndNothingOpenIsLeft) {
    Folder folder;
    make_older(folder.file());
    ASSERT_THAT(content(folder.file()), HasSubstr("070-1740605"));
    expect_all_there_and_sealed(folder.file());
}

// ---- its backups

std::string counted(std::string const& path) {
    Connection db(path);
    std::string rows;
    std::vector<std::string> tables;
    {
        auto query = db.query("SELECT name FROM sqlite_schema WHERE type = 'table'"
                              " AND name NOT LIKE 'sqlite%'");
        while (query.step()) tables.emplace_back(query.text(0));
    }
    for (auto const& table : tables) {
        auto query = db.query("SELECT count(*) FROM \"" + table + "\"");
        query.step();
        rows += fmt::format("{}\"{}\":{}", rows.empty() ? "" : ",", table, query.integer(0));
    }
    return "{" + rows + "}";
}

TEST(OlderBackup, OfADatabaseAloneComesBackAndIsSealedThen) {
    ASSERT_GE(sodium_init(), 0);
    Folder folder;
    make_older(folder.file());
    auto first_form = seal_of_backup;
    first_form.word = "RADSLAG BACKUP 1";
    BackupKey key{};
    key.fill(7);
    auto const backup = folder.path() / "old.backup";
    {
        Sealing sealing(backup, key, first_form);
        auto const told = fmt::format(R"({{"at":1,"rows":{}}})", counted(folder.file()));
        sealing.add(fmt::format("{:08}", told.size()) + told);
        sealing.add(content(folder.file()));
        sealing.finish();
    }
    auto const again = folder.path() / "again.db";
    auto const back = restore(backup, key, test::data_keys, again);
    ASSERT_TRUE(back) << back.error().told << back.error().logged;
    EXPECT_EQ(back->cases(), 1);
    expect_all_there_and_sealed(again.string());
}

} // namespace
} // namespace radslag::storage
