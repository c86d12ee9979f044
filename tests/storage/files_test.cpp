// Files of cases: told by what is in them, sealed beside the database, gone with their row.
#include <fstream>

#include <gmock/gmock.h>

#include "storage/content.h"
#include "storage/support.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;
using commands::FileType;
using commands::KeptFile;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string const pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer\n%%EOF\n";
std::string const png = std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + "anything" +
                        std::string("\0\0\0\0IEND\xae\x42\x60\x82", 12);
std::string const jpeg = "\xff\xd8\xff\xe0 and so on";
std::string const webp = std::string("RIFF\x0c\0\0\0WEBPVP8L", 16) + "1234";
std::string const text = "\xef\xbb\xbfKära ni,\r\n\tvi ses på fredag. 2 < 3 <3\n";

// ---- what is in a file

TEST(Content, IsToldByItsBytes) {
    EXPECT_EQ(type_of(pdf), FileType::pdf);
    EXPECT_EQ(type_of(png), FileType::png);
    EXPECT_EQ(type_of(jpeg), FileType::jpeg);
    EXPECT_EQ(type_of(webp), FileType::webp);
    EXPECT_EQ(type_of(text), FileType::text);
    EXPECT_EQ(type_of("رسالة إلى جدتي"), FileType::text);
    EXPECT_EQ(type_of("<3 till mormor"), FileType::text);
}

TEST(Content, WhatCouldActOrIsSomethingElseIsNone) {
    for (std::string const& bytes : std::vector<std::string>{
             "<!DOCTYPE html><p>hi",
             "  \n<svg onload=alert(1)>",
             "<?xml version='1.0'?>",
             "</script><b>",
             "\xef\xbb\xbf<html>",
             "<SCRIPT>",
             "PK\x03\x04 a document",
             "MZ\x90",
             "\x7f"
             "ELF",
             std::string("text\0text", 9),
             "latin-1: \xe5\xe4\xf6",
             "\x1b[31mred",
             "%PDF-1.7 without an end",
             "%PDF-1.7\n/OpenAction <</S /JavaScript /JS (app.alert(1))>>\n%%EOF",
             "%PDF-1.7\n/A <</S /Launch>>\n%%EOF",
             png + "PK\x03\x04 hangs behind",
             png.substr(0, 20),
             webp + "x",
             webp.substr(0, 15),
             "\xff\xd8"})
        EXPECT_FALSE(type_of(bytes)) << bytes;
}

std::string code_of(std::string_view declared, std::string_view bytes) {
    auto const type = read_type(declared, bytes);
    return type ? std::string(word(*type)) : type.error().code;
}

TEST(Content, FitsWhatWasDeclared) {
    EXPECT_EQ(code_of("application/pdf", pdf), "application/pdf");
    EXPECT_EQ(code_of("Text/Plain ; charset=utf-8", text), "text/plain");
    EXPECT_EQ(code_of("image/png", jpeg), "file.not_what_it_says");
    EXPECT_EQ(code_of("text/plain", "<html>"), "file.not_what_it_says");
    EXPECT_EQ(code_of("text/plain", pdf), "file.not_what_it_says");
    EXPECT_EQ(code_of("image/svg+xml", "<svg/>"), "file.type");
    EXPECT_EQ(code_of("text/html", text), "file.type");
    EXPECT_EQ(code_of("", text), "file.type");
    EXPECT_EQ(code_of("text/plain", ""), "file.empty");
    EXPECT_EQ(code_of("text/plain", std::string(commands::file_limit, 'a')), "text/plain");
    EXPECT_EQ(code_of("text/plain", std::string(commands::file_limit + 1, 'a')), "file.too_large");
}

std::string named(std::string_view name, FileType type = FileType::pdf) {
    auto const read = read_file_name(name, type);
    return read ? *read : read.error().code;
}

TEST(Content, ItsNameIsOneThatCanBeSeenAndKept) {
    EXPECT_EQ(named("Beslut.pdf"), "Beslut.pdf");
    EXPECT_EQ(named("BESLUT.PDF"), "BESLUT.pdf");
    EXPECT_EQ(named("C:\\Users\\siv\\brev till Åsa.pdf"), "brev till Åsa.pdf");
    EXPECT_EQ(named("../../etc/passwd"), "passwd.pdf");
    EXPECT_EQ(named("..pdf"), "pdf.pdf"); // nothing that is hidden
    EXPECT_EQ(named("spel.exe"), "spel.exe.pdf");
    EXPECT_EQ(named("bild.jpeg", FileType::jpeg), "bild.jpeg");
    EXPECT_EQ(named("bild", FileType::png), "bild.png");
    EXPECT_EQ(named("a<b>:\"c|?*.txt", FileType::text), "a_b___c___.txt");
    EXPECT_EQ(named("  många   blanka .txt ", FileType::text), "många blanka.txt");
    EXPECT_EQ(named("رسالة.txt", FileType::text), "رسالة.txt");
    for (auto const* none : {"", "/", "...", "\xff", "a\nb",
                             "fdp.\xe2\x80\xae"
                             "exe"})
        EXPECT_EQ(named(none), "file.name") << none;
    auto long_one = named(std::string(500, 'x') + ".pdf");
    EXPECT_EQ(long_one, std::string(116, 'x') + ".pdf");
}

// ---- where it lies

class FilesTest : public StoreTest {
public:
    Case c = begin_case(here, 1);

    fs::path files_of(fs::path const& database) { return folder_of_files(database); }
    std::vector<std::string> names(fs::path const& database) {
        std::vector<std::string> all;
        for (auto const& entry : fs::directory_iterator(files_of(database)))
            all.push_back(entry.path().filename().string());
        std::ranges::sort(all);
        return all;
    }
    std::vector<std::string> names() { return names(folder.file()); }
    static std::string content(fs::path const& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void write(fs::path const& file, std::string const& bytes) {
        std::ofstream(file, std::ios::binary) << bytes;
    }
    KeptFile bring(std::string const& bytes, std::string const& name = "Brev.txt") {
        auto brought = store->bring(here, c.id, name, "text/plain", bytes, Instant{5});
        return brought.value().value();
    }
    KeptFile keep(std::string const& bytes, std::string const& name = "Brev.txt") {
        auto file = bring(bytes, name);
        must_write([&](commands::Writer& w) { w.put(file); });
        return file;
    }
    std::string told(KeptFile const& file) {
        auto opened = store->open(file);
        return opened ? "" : opened.error().told;
    }
    fs::path place(KeptFile const& file) { return files_of(folder.file()) / file.stored_as; }
    void reopen() {
        store = nullptr;
        store = open_store(folder.file());
    }
    std::string trail() {
        auto const found = verify(folder.file(), test::data_keys, {}, {})->findings;
        return found.empty() ? "" : std::string(word(found[0].is)) + " " + found[0].table;
    }
};

TEST_F(FilesTest, WhatWasBroughtIsOpenedAsItWas) {
    for (auto size : {1U, 65535U, 65536U, 65537U, 200'000U}) {
        std::string const bytes(size, 'a');
        auto const file = keep(bytes);
        EXPECT_EQ(*store->open(file), bytes);
    }
    reopen();
    auto const all = reader()->files(here, c.id);
    ASSERT_EQ(all.size(), 5U);
    for (auto const& file : all) EXPECT_EQ(std::ssize(*store->open(file)), file.size);
    EXPECT_THAT(reader()->files(here, CaseId{"another"}), IsEmpty());
    EXPECT_EQ(trail(), "");
}

TEST_F(FilesTest, NothingOfItCanBeReadBesideTheDatabase) {
    auto const file = keep("Hemliga ord om Mirjam", "Hemligt brev.txt");
    EXPECT_EQ(file.name, "Hemligt brev.txt");
    EXPECT_EQ(file.type, FileType::text);
    auto const bytes = content(place(file));
    EXPECT_THAT(bytes, testing::StartsWith("RADSLAG FILE 1"));
    EXPECT_THAT(bytes, Not(HasSubstr("Hemliga ord")));
    auto const database = content(folder.file()) + content(folder.file() + "-wal");
    for (auto const& secret : {file.key, file.name}) EXPECT_THAT(database, Not(HasSubstr(secret)));
    EXPECT_THAT(database, HasSubstr(file.stored_as));
    EXPECT_EQ(fs::status(place(file)).permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(files_of(folder.file())).permissions(), fs::perms::owner_all);
}

TEST_F(FilesTest, OneThatWasChangedCutOffOrSwappedDoesNotOpen) {
    auto const one = keep(std::string(100'000, 'a')), other = keep(std::string(100'000, 'b'));
    auto const whole = content(place(one));
    for (std::size_t at = 0; at < whole.size(); at += 1 + at / 3) {
        auto bent = whole;
        bent[at] = static_cast<char>(bent[at] ^ 0x08);
        write(place(one), bent);
        EXPECT_NE(told(one), "") << at;
    }
    for (std::size_t size :
         {std::size_t{0}, std::size_t{30}, std::size_t{65'000}, whole.size() - 1}) {
        write(place(one), whole.substr(0, size));
        EXPECT_NE(told(one), "") << size;
    }
    write(place(one), whole + "x");
    EXPECT_THAT(told(one), HasSubstr("was changed"));
    write(place(one), content(place(other)));
    EXPECT_THAT(told(one), HasSubstr("another one lies in its place"));
    fs::remove(place(one));
    EXPECT_NE(told(one), "");
    write(place(one), whole);
    EXPECT_EQ(told(one), "");
}

TEST_F(FilesTest, WhatIsRefusedLeavesNothing) {
    auto refused = store->bring(here, c.id, "bild.svg", "image/svg+xml", "<svg/>", Instant{5});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->error().code, "file.type");
    EXPECT_EQ(store->bring(here, c.id, "...", "text/plain", "x", Instant{5})->error().code,
              "file.name");
    EXPECT_THAT(names(), IsEmpty());
    store->drop(bring("of an act that was refused"));
    EXPECT_THAT(names(), IsEmpty());
}

// The process ended between the file and its row, or between the row's end and the file's.
TEST_F(FilesTest, WhatASuddenEndLeftIsSweptAtTheStart) {
    auto const kept = keep("stays");
    bring("nobody's");
    write(files_of(folder.file()) / (std::string(32, 'a') + ".partial"), "half");
    write(files_of(folder.file()) / "notes.txt", "somebody's");
    {
        auto const beside = open_store(folder.file(), 1); // while another one works
        EXPECT_EQ(names().size(), 4U);
    }
    reopen();
    auto left = std::vector<std::string>{kept.stored_as, "notes.txt"};
    std::ranges::sort(left);
    EXPECT_EQ(names(), left);
    EXPECT_EQ(*store->open(kept), "stays");
}

TEST_F(FilesTest, ErasedItIsGoneWithTheCommitAndNotBefore) {
    auto const file = keep("going"), other = keep("staying");
    auto refused = store->write([&](commands::Writer& w) {
        w.erase_file(file);
        return false;
    });
    EXPECT_FALSE(*refused);
    EXPECT_EQ(told(file), "");
    must_write([&](commands::Writer& w) {
        w.erase_file(file);
        EXPECT_EQ(told(file), "");
    });
    EXPECT_THAT(names(), ElementsAre(other.stored_as));
    EXPECT_EQ(reader()->files(here, c.id).size(), 1U);
    EXPECT_EQ(trail(), "");
}

TEST_F(FilesTest, TheTrailTellsOfThem) {
    keep("one");
    Connection(folder.file()).run("UPDATE file SET size = 7");
    EXPECT_EQ(trail(), "row_changed file");
    Connection(folder.file()).run("DELETE FROM file");
    EXPECT_EQ(trail(), "row_missing file");
}

TEST_F(FilesTest, ARowWithoutItsCaseIsNotPut) {
    auto file = bring("x");
    file.of = CaseId{"nobody's"};
    EXPECT_THROW((void)store->write([&](commands::Writer& w) {
        w.put(file);
        return true;
    }),
                 Bug);
}

// With another key its row alone is sealed anew: the file stays as it is.
TEST_F(FilesTest, ANewKeyOfTheDataChangesNoFile) {
    auto const file = keep("as it was");
    auto const before = content(place(file));
    DataKeys ring{test::data_key(9), test::data_key(20261127)};
    KeySource const source = [&]() -> Outcome<DataKeys> { return ring; };
    store = open_with({folder.file(), source, 1}, sqlite_migrations()).value();
    ASSERT_TRUE(seal_anew(folder.file(), source, SetClock(Instant{1})));
    ASSERT_TRUE(forget_keys(folder.file(), source));
    ring.pop_back();
    store = nullptr;
    store = open_with({folder.file(), source, 1}, sqlite_migrations()).value();
    EXPECT_EQ(content(place(file)), before);
    EXPECT_EQ(*store->open(reader()->files(here, c.id).at(0)), "as it was");
}

// ---- backups

class FileBackup : public FilesTest {
public:
    BackupKey key{};
    fs::path backup = folder.path() / "one.backup";
    fs::path again = folder.path() / "again" / "radslag.db";

    void SetUp() override { fs::create_directory(again.parent_path()); }
    std::string backing() {
        auto made = back_up({folder.file(), backup, key, test::data_keys, Instant{1}, 0, {}});
        return made ? "" : made.error().told;
    }
    std::string restoring() {
        auto back = restore(backup, key, test::data_keys, again);
        return back ? "" : back.error().told;
    }
};

TEST_F(FileBackup, TheyComeBackWithTheDatabase) {
    auto const small = keep("small"), large = keep(std::string(300'000, 'x'));
    EXPECT_EQ(backing(), "");
    keep("afterwards");
    EXPECT_EQ(restoring(), "");
    EXPECT_EQ(names(again).size(), 2U);
    EXPECT_EQ(fs::status(files_of(again)).permissions(), fs::perms::owner_all);
    auto other = open_store(again.string(), 1);
    auto const all = (*other->read())->files(here, c.id);
    ASSERT_EQ(all.size(), 2U);
    for (auto const& file : all)
        EXPECT_EQ(*other->open(file), file.id == small.id ? "small" : std::string(300'000, 'x'));
    EXPECT_THAT(content(backup), Not(HasSubstr(large.stored_as)));
    std::vector<std::string> left;
    for (auto const& entry : fs::directory_iterator(folder.path()))
        left.push_back(entry.path().filename().string());
    EXPECT_THAT(left, testing::Each(Not(HasSubstr("read-back"))));
}

TEST_F(FileBackup, OneThatIsGoneOrDamagedMakesNoBackup) {
    auto const file = keep("needed");
    auto const whole = content(place(file));
    fs::remove(place(file));
    EXPECT_EQ(backing(), "A file that was kept is gone.");
    write(place(file), whole + "x");
    EXPECT_THAT(backing(), HasSubstr("was changed"));
    EXPECT_FALSE(fs::exists(backup));
    write(place(file), whole);
    EXPECT_EQ(backing(), "");
}

TEST_F(FileBackup, WhatIsErasedMeanwhileIsNotInIt) {
    std::vector<KeptFile> all;
    for (int i = 0; i < 200; ++i) all.push_back(keep("x"));
    std::jthread const erasing([&] {
        for (auto const& file : all) must_write([&](commands::Writer& w) { w.erase_file(file); });
    });
    for (int i = 0; i < 5; ++i) {
        auto const told = backing();
        EXPECT_TRUE(told.empty() || told == "A file that was kept is gone.") << told;
        if (!told.empty()) continue;
        EXPECT_EQ(restoring(), "");
        fs::remove(backup);
        fs::remove_all(again.parent_path());
        fs::create_directory(again.parent_path());
    }
}

TEST_F(FileBackup, NothingIsWrittenOverFiles) {
    keep("x");
    EXPECT_EQ(backing(), "");
    fs::create_directory(files_of(again));
    write(files_of(again) / "somebody's", "x");
    EXPECT_THAT(restoring(), HasSubstr("There are files of a database already"));
    fs::remove(files_of(again) / "somebody's");
    EXPECT_EQ(restoring(), "");
}

} // namespace
} // namespace radslag::storage
