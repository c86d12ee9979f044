// What is sealed is in no file as it was written, opens nowhere else, and goes over to another key
// while everything is read; and what an older version wrote is sealed at the first start.
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "storage/chains.h"
#include "storage/filled.h"
#include "storage/sealed.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

std::string content(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Told { // in one case, sealed and not
    people::Person person;
    people::Contact contact;
    circle::SafetyNote note;
    preparation::Prepared prepared;
    meeting::Meeting meeting;

    std::vector<std::string> sealed() const {
        return {contact.phone, contact.mail,   contact.address, contact.number,
                note.text,     prepared.needs, meeting.place,   meeting.link};
    }
};

class Sealed : public StoreTest {
public:
    Case c = begin_case(here, 1);
    Told told;

    void SetUp() override {
        told.person.id = fresh<PersonId>();
        told.person.name = "Mirjam Sjöwall";
        told.contact.id = told.person.id;
        told.contact.phone = "070-1740605";
        told.contact.mail = "mirjam@sjowall.example";
        told.contact.address = "Hemlighetsgatan 7";
        told.contact.number = "19900101-9802";
        told.note.id = fresh<RowId>();
        told.note.about = told.person.id;
        told.note.text = "Rädd för att mötas i trapphuset";
        told.prepared.id = fresh<RowId>();
        told.prepared.person = told.person.id;
        told.prepared.on = *read_date("2026-03-02");
        told.prepared.needs = "Kommer bakvägen och går före de andra";
        told.meeting.id = fresh<RowId>();
        told.meeting.day = *read_date("2026-03-09");
        told.meeting.place = "Kvarnhuset, våning 3";
        told.meeting.link = "https://example.org/rum/4711";
        must_write([&](commands::Writer& w) {
            auto h =
                happening(c, {change_to(told.person), change_to(told.contact), change_to(told.note),
                              change_to(told.prepared), change_to(told.meeting)});
            h.why = "En granne har hotat";
            h.request = "8f1c22aa90b7c3d1";
            w.save(here, c.id, {h}, c.glance);
        });
    }
    void expect_all_there(commands::Reader& reader) {
        auto const file = reader.case_file(here, c.id);
        ASSERT_TRUE(file);
        EXPECT_EQ(to_cells(file->all<people::Contact>().at(0)), to_cells(told.contact));
        EXPECT_EQ(to_cells(file->all<circle::SafetyNote>().at(0)), to_cells(told.note));
        EXPECT_EQ(to_cells(file->all<preparation::Prepared>().at(0)), to_cells(told.prepared));
        auto const happened = reader.happenings(c.id, 1, 1, true);
        ASSERT_EQ(happened.size(), 1U);
        EXPECT_EQ(happened[0].why, "En granne har hotat");
        EXPECT_EQ(happened[0].request, "8f1c22aa90b7c3d1");
        EXPECT_EQ(happened[0].changes.at(1).after, to_cells(told.contact));
    }
    void expect_nothing_readable(std::string const& bytes) {
        for (auto const& text : told.sealed()) EXPECT_THAT(bytes, Not(HasSubstr(text)));
        EXPECT_THAT(bytes, Not(HasSubstr("En granne har hotat")));
        EXPECT_THAT(bytes, Not(HasSubstr("8f1c22aa90b7c3d1")));
    }
    std::string all_bytes() { return content(folder.file()) + content(folder.file() + "-wal"); }
    std::string one(std::string const& sql) {
        Connection db(folder.file());
        auto query = db.query(sql);
        return query.step() ? std::string(query.text(0)) : std::string{};
    }
    void bend(std::string const& sql) { Connection(folder.file()).script(sql); }
    // What reading the case comes to: empty when all of it opens.
    std::string reading() {
        try {
            reader()->case_file(here, c.id);
            return {};
        } catch (SqliteError const& error) {
            return error.fault().told;
        }
    }
};

TEST_F(Sealed, NothingOfItStandsInTheFiles) {
    EXPECT_THAT(all_bytes(), HasSubstr("Mirjam Sjöwall")); // names do: this is how it would look
    expect_nothing_readable(all_bytes());
    store = nullptr;
    EXPECT_FALSE(fs::exists(folder.file() + "-wal"));
    EXPECT_THAT(all_bytes(), HasSubstr("Mirjam Sjöwall"));
    expect_nothing_readable(all_bytes());
    store = open_store(folder.file());
    expect_all_there(*reader());
}

TEST_F(Sealed, NothingOfItStandsInACopyThatABackupMakes) {
    BackupKey key{};
    auto const backup = folder.path() / "one.backup";
    ASSERT_TRUE(back_up({folder.file(), backup, key, test::data_keys, Instant{1}, 0, {}}));
    auto const again = folder.path() / "again.db";
    ASSERT_TRUE(restore(backup, key, test::data_keys, again));
    EXPECT_THAT(content(again), HasSubstr("Mirjam Sjöwall"));
    expect_nothing_readable(content(again));
}

// A telephone number is guessed from a hash in seconds, where its salt can be read.
TEST_F(Sealed, NoSaltOfTheTrailCanBeRead) {
    Connection db(folder.file());
    auto query = db.query("SELECT salt FROM trail_told");
    int salts = 0;
    while (query.step()) {
        EXPECT_FALSE(trail::read_hex(query.text(0)));
        ++salts;
    }
    EXPECT_GE(salts, 3);
}

TEST_F(Sealed, NoneOfItIsSearchedOrSortedBy) {
    Connection db(folder.file());
    for (auto const& [table, column] : sealed_columns) {
        auto there =
            db.query("SELECT type FROM pragma_table_info($1) WHERE name = $2", table, column);
        ASSERT_TRUE(there.step()) << table << "." << column;
        EXPECT_EQ(there.text(0), "TEXT") << table << "." << column;
        auto indexed = db.query("SELECT l.name FROM pragma_index_list($1) AS l,"
                                " pragma_index_xinfo(l.name) AS i WHERE i.key AND i.name = $2",
                                table, column);
        EXPECT_FALSE(indexed.step()) << table << "." << column;
    }
}

TEST_F(Sealed, AValueOpensOnlyWhereItStood) {
    auto const phone = one("SELECT phone FROM contact");
    auto const why = "A sealed value does not open: it was changed, or stood elsewhere. A backup "
                     "brings it back: radslag restore.";
    EXPECT_EQ(reading(), "");
    bend("UPDATE contact SET mail = phone"); // another column
    EXPECT_EQ(reading(), why);
    EXPECT_THAT(verify(folder.file(), test::data_keys, {}, {})->findings, testing::SizeIs(1));
    bend("UPDATE contact SET mail = NULL");
    EXPECT_EQ(reading(), "");
    bend("UPDATE contact SET id = 'another'"); // another row
    EXPECT_EQ(reading(), why);
    bend("UPDATE contact SET id = '" + told.contact.id.text + "'");
    EXPECT_EQ(reading(), "");
    bend("UPDATE contact SET phone = '070-1111111'"); // never sealed
    EXPECT_EQ(reading(), why);
    for (std::size_t at : {std::size_t{0}, std::size_t{12}, phone.size() / 2, phone.size() - 2}) {
        auto bent = phone;
        bent[at] = bent[at] == 'a' ? 'b' : 'a';
        bend("UPDATE contact SET phone = '" + bent + "'");
        EXPECT_EQ(reading(), why) << at;
    }
    bend("UPDATE contact SET phone = '" + phone.substr(0, phone.size() - 4) + "'");
    EXPECT_EQ(reading(), why);
    bend("UPDATE contact SET phone = '" + phone + "'");
    EXPECT_EQ(reading(), "");
    bend("UPDATE safety_note SET keep_apart_from = about");
    EXPECT_EQ(reading(), why);
}

TEST_F(Sealed, AValueOfAnotherCaseDoesNotOpen) {
    auto other = begin_case(here, 2);
    must_write([&](commands::Writer& w) { save(w, other, {change_to(told.contact)}); });
    auto const at = [](Case const& of) { return " WHERE case_id = '" + of.id.text + "'"; };
    bend("UPDATE contact SET phone = (SELECT phone FROM contact" + at(other) + ")" + at(c));
    EXPECT_THAT(reading(), HasSubstr("does not open"));
}

TEST_F(Sealed, TheSameValueLooksDifferentEachTime) {
    auto other = begin_case(here, 2);
    must_write([&](commands::Writer& w) { save(w, other, {change_to(told.contact)}); });
    EXPECT_EQ(one("SELECT count(DISTINCT phone) FROM contact"), "2");
    EXPECT_EQ(one("SELECT count(*) FROM contact WHERE address IS NULL"), "0");
}

// Two values sealed with one nonce tell what they have in common. It stands behind form and key.
TEST_F(Sealed, NoNonceComesTwice) {
    auto other = begin_case(here, 2);
    must_write([&](commands::Writer& w) { save(w, other, {change_to(told.contact)}); });
    Connection db(folder.file());
    std::set<std::string> nonces;
    std::size_t values = 0;
    for (auto const& [table, column] : sealed_columns) {
        auto query = db.query(fmt::format("SELECT substr(\"{0}\", 12, 32) FROM \"{1}\""
                                          " WHERE \"{0}\" <> ''",
                                          column, table));
        for (; query.step(); ++values) nonces.emplace(query.text(0));
    }
    EXPECT_GT(values, 20U);
    EXPECT_EQ(nonces.size(), values);
}

// docs/data.md tells people what is sealed: a table after its heading, `table.column` and further
// columns.
TEST(SealedColumns, AreThoseThatThePageTells) {
    std::set<std::string> told, are;
    for (auto const& one : sealed_columns) are.insert(fmt::format("{}.{}", one.table, one.column));
    std::istringstream page(content(fs::path(RADSLAG_SOURCE_DIR) / "docs" / "data.md"));
    std::regex const name("`(?:([a-z_]+)[.])?([a-z_]+)`");
    std::string line, table;
    for (bool there = false; std::getline(page, line);) {
        if (line.starts_with("## ")) there = line == "## What is sealed";
        if (!there || !line.starts_with("|")) continue;
        for (std::sregex_iterator at(line.begin(), line.end(), name), end; at != end; ++at) {
            if ((*at)[1].matched) table = (*at)[1];
            told.insert(table + "." + (*at)[2].str());
        }
    }
    EXPECT_EQ(told, are);
}

// ---- keys

class Keys : public Sealed {
public:
    DataKeys ring{test::data_key(20261127)};
    KeySource source = [this]() -> Outcome<DataKeys> { return ring; };

    void SetUp() override {
        Sealed::SetUp();
        open();
    }
    void open() {
        store = nullptr;
        store = open_with({folder.file(), source, 2}, sqlite_migrations()).value();
    }
    std::string opening(KeySource const& keys) {
        store = nullptr;
        auto const before = content(folder.file());
        auto opened = open_with({folder.file(), keys, 2}, sqlite_migrations());
        if (opened) return {};
        EXPECT_EQ(content(folder.file()), before);
        EXPECT_FALSE(fs::exists(folder.file() + "-wal"));
        return opened.error().told + " " + opened.error().logged;
    }
    void more_cases(int many) {
        for (int number = 2; number < many + 2; ++number) {
            auto other = begin_case(here, number);
            must_write([&](commands::Writer& w) { save(w, other, {change_to(told.contact)}); });
        }
    }
    std::string trouble_of_trail() {
        auto verified = verify(folder.file(), source, {}, {});
        if (!verified) return verified.error().told;
        return verified->findings.empty() ? "" : std::string(word(verified->findings[0].is));
    }
};

TEST_F(Keys, AnotherKeyOrNoneIsToldBeforeAnythingIsWritten) {
    EXPECT_THAT(opening([]() -> Outcome<DataKeys> { return DataKeys{test::data_key(1)}; }),
                HasSubstr("The key of the data is another one than the database was sealed with. "
                          "the database asks for the key " +
                          id_of(ring[0])));
    EXPECT_THAT(opening({}), HasSubstr("A key of the data is missing."));
    EXPECT_THAT(opening([]() -> Outcome<DataKeys> { return DataKeys{}; }), HasSubstr("missing"));
    EXPECT_THAT(opening([]() -> Outcome<DataKeys> { return broken("Gone.", "x"); }),
                HasSubstr("Gone. x"));
    EXPECT_EQ(opening([this]() -> Outcome<DataKeys> {
                  return DataKeys{test::data_key(1),
                                  ring[0]}; // begun with, and not known to the database
              }),
              "");
}

TEST_F(Keys, EverythingGoesOverToANewKeyAndTheTrailStaysAsItIs) {
    more_cases(30);
    auto const heads =
        one("SELECT group_concat(hash) FROM (SELECT hash FROM trail ORDER BY chain, n)");
    auto const old = id_of(ring[0]);
    ring.insert(ring.begin(), test::data_key(2));
    auto const values = seal_anew(folder.file(), source, SetClock(Instant{77}));
    ASSERT_TRUE(values) << values.error().told << values.error().logged;
    EXPECT_GT(*values, 200);
    EXPECT_THAT(all_bytes(), HasSubstr("Mirjam Sjöwall"));
    auto const used = keys_in_use(folder.file(), source);
    ASSERT_EQ(used->size(), 2U);
    EXPECT_EQ(used->at(0).id, id_of(ring[0]));
    EXPECT_EQ(used->at(0).values, *values);
    EXPECT_EQ(used->at(1).id, old);
    EXPECT_EQ(used->at(1).values, 0);
    EXPECT_EQ(used->at(1).replaced_at, Instant{77});
    EXPECT_EQ(one("SELECT group_concat(hash) FROM (SELECT hash FROM trail ORDER BY chain, n)"),
              heads);
    EXPECT_EQ(trouble_of_trail(), "");
    expect_all_there(*reader()); // the store that was open meanwhile
    EXPECT_THAT(*forget_keys(folder.file(), source), testing::ElementsAre(old));
    ring.pop_back();
    open();
    expect_all_there(*reader());
    EXPECT_EQ(trouble_of_trail(), "");
    EXPECT_EQ(*seal_anew(folder.file(), source, SetClock(Instant{78})), 0); // nothing to do
}

// Whoever serves meanwhile follows with the next transaction, and reads what either key sealed.
TEST_F(Keys, AServerFollows) {
    auto const before = reader();
    ring.insert(ring.begin(), test::data_key(2));
    int written = 0;
    ASSERT_TRUE(seal_anew(folder.file(), source, SetClock(Instant{77}), [&] {
        auto other = begin_case(here, 100 + ++written);
        must_write([&](commands::Writer& w) { save(w, other, {change_to(told.contact)}); });
        expect_all_there(*reader());
        return true;
    }));
    EXPECT_GT(written, 5);
    expect_all_there(*before); // a moment from before
    EXPECT_EQ(keys_in_use(folder.file(), source)->at(1).values, 0);
    EXPECT_EQ(trouble_of_trail(), "");
}

// Ended before any of its transactions, everything opens, and doing it again ends it.
TEST_F(Keys, EndedAnywhereNothingIsLost) {
    more_cases(30);
    int boundaries = 0;
    for (bool ended = false; !ended; ++boundaries) {
        ring.insert(ring.begin(), test::data_key(static_cast<std::uint64_t>(100 + boundaries)));
        int steps = 0;
        ended = seal_anew(folder.file(), source, SetClock(Instant{77}), [&] {
                    return steps++ < boundaries;
                }).has_value();
        open();
        expect_all_there(*reader());
        EXPECT_EQ(trouble_of_trail(), "") << boundaries;
        if (!ended) EXPECT_FALSE(forget_keys(folder.file(), source)) << boundaries;
        ASSERT_TRUE(seal_anew(folder.file(), source, SetClock(Instant{78})));
        ASSERT_TRUE(forget_keys(folder.file(), source));
        ring.resize(1);
        open();
        expect_all_there(*reader());
        EXPECT_EQ(trouble_of_trail(), "") << boundaries;
    }
    EXPECT_GT(boundaries, 10);
}

TEST_F(Keys, OneThatIsStillInUseIsNotForgotten) {
    ring.insert(ring.begin(), test::data_key(2));
    ASSERT_FALSE(seal_anew(folder.file(), source, SetClock(Instant{77}), [] { return false; }));
    auto const gone = forget_keys(folder.file(), source);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().told, "A key is still in use.");
}

} // namespace
} // namespace radslag::storage
