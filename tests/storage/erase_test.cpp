// What is erased is gone: from the tables, and from every byte of every file.
#include <fstream>
#include <map>
#include <set>

#include <fmt/format.h>

#include "storage/files.h"
#include "storage/rows.h"
#include "storage/support.h"

namespace radslag::storage {
namespace {

// A word that stands in one place only, long enough to fill pages.
class Words {
public:
    explicit Words(std::string prefix) : prefix_(std::move(prefix)) {}
    std::string fresh(std::size_t length) {
        auto word = fmt::format("{}{:06d}", prefix_, ++count_);
        planted_.push_back(word);
        while (word.size() < length) word += planted_.back();
        return word;
    }
    [[nodiscard]] std::vector<std::string> const& planted() const { return planted_; }

private:
    std::string prefix_;
    std::int64_t count_ = 0;
    std::vector<std::string> planted_;
};

template <class T> void plant(T& value, Words& words, SeededRandom& random) {
    if constexpr (cells::IsOptional<T>::value) plant(value.emplace(), words, random);
    else if constexpr (std::same_as<T, std::string>) value = words.fresh(20 + random.below(900));
    else if constexpr (std::same_as<T, std::vector<std::string>>)
        value = {words.fresh(40), words.fresh(40)};
    else if constexpr (std::same_as<T, Date>) value = *read_date("2024-02-29");
}

template <class R> void plant_row(R& row, Words& words, SeededRandom& random) {
    auto const id = row.id;
    std::apply([&](auto const&... f) { (plant(row.*(f.at), words, random), ...); }, R::fields);
    row.id = id;
}

struct EraseTest : StoreTest {
    Words mine{"GONE"};
    Words neighbours{"STAYS"};
    std::map<std::string, std::string> files; // of which case: under which name

    // Three times each row, so that older words stand in the log of happenings and in older pages.
    template <class R> void plant_kind(Case& c, Words& words) {
        for (int n = 0; n < 6; ++n) {
            R row;
            row.id = decltype(row.id)::make(random);
            std::optional<Cells> before;
            for (int version = 0; version < 3; ++version) {
                plant_row(row, words, random);
                if constexpr (std::same_as<R, conference::Conference>) {
                    row.id = c.id;
                    row.organisation = here;
                }
                auto change = change_to(row);
                change.before = before;
                before = change.after;
                must_write([&](commands::Writer& w) {
                    auto h = happening(c, {change});
                    h.why = words.fresh(200);
                    h.detail = words.fresh(30);
                    h.request = words.fresh(16);
                    w.save(here, c.id, {h}, c.glance);
                });
            }
            if constexpr (std::same_as<R, conference::Conference>) return;
        }
    }
    Case planted_case(std::int64_t number, Words& words) {
        auto c = begin_case(here, number);
        c.glance.name = words.fresh(60);
        std::apply([&]<class... R>(std::vector<R> const&...) { (plant_kind<R>(c, words), ...); },
                   workflow::Rows{});
        must_write([&](commands::Writer& w) {
            commands::Staff staff;
            staff.id = fresh<StaffId>();
            staff.organisation = here;
            staff.mail = fmt::format("{}@test.example", number);
            w.put(staff);
            w.put_hold(commands::Hold{fresh<RowId>(),
                                      here,
                                      c.id,
                                      number,
                                      "ground",
                                      words.fresh(300),
                                      staff.id,
                                      {},
                                      staff.id,
                                      Instant{1},
                                      words.fresh(50)});
            w.put_release(commands::Release{
                fresh<RowId>(), here, c.id, number, {words.fresh(40)}, staff.id, {}, {}, {}});
            w.put_kept_until(commands::KeptUntil{here, c.id, read_date("2031-03-03"), "rules", {}});
        });
        auto const file = store->bring(here, c.id, words.fresh(20), "text/plain", words.fresh(300),
                                       Instant{5});
        must_write([&](commands::Writer& w) { w.put(**file); });
        files[c.id.text] = (*file)->stored_as;
        return c;
    }
    std::vector<std::string> erase(Case const& c, commands::ToErase const& what) {
        std::vector<std::string> rows;
        must_write([&](commands::Writer& w) { rows = w.erase(here, c.id, what); });
        return rows;
    }
    // What stands of a case in the tables, as it stands there.
    std::vector<std::string> standing(Case const& c) {
        Connection db(folder.file());
        std::vector<std::string> all;
        for (auto const& table : tables_of_cases(db)) {
            auto query = db.query("SELECT * FROM \"" + table + "\" WHERE case_id = $1", c.id);
            while (query.step())
                for (auto& cell : query.cells())
                    if (auto* text = std::get_if<std::string>(&cell)) all.push_back(*text);
        }
        return all;
    }
    static std::vector<std::string> tables_of_cases(Connection& db) {
        std::vector<std::string> all;
        auto query = db.query("SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
                              " WHERE m.type = 'table' AND c.name = 'case_id'");
        while (query.step()) all.emplace_back(query.text(0));
        return all;
    }
    static std::vector<std::string> sealed_of(std::vector<std::string> standing) {
        std::erase_if(standing, [](auto const& text) { return !text.starts_with("1."); });
        return standing;
    }
    static std::set<std::string> words_in(std::string const& bytes, Words const& words) {
        std::set<std::string> all, there(words.planted().begin(), words.planted().end());
        for (std::size_t at = 0;
             (at = bytes.find(words.planted().front().substr(0, 4), at)) != std::string::npos; ++at)
            if (auto word = bytes.substr(at, words.planted().front().size()); there.contains(word))
                all.insert(word);
        return all;
    }
    std::string bytes_of_files() {
        std::string bytes;
        for (auto const& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            bytes.append(std::istreambuf_iterator<char>(in), {});
        }
        return bytes;
    }
    // Which of the words stand in any file of the folder.
    std::set<std::string> found(Words const& words) { return words_in(bytes_of_files(), words); }
    static std::set<std::string> found(Words const& words, std::vector<std::string> const& texts) {
        std::string all;
        for (auto const& text : texts) all += text + '\n';
        return words_in(all, words);
    }
    // By its beginning, which is of chance; a few lie across the end of a page.
    static std::ptrdiff_t count_in(std::string const& bytes, std::vector<std::string> const& all) {
        return std::ranges::count_if(all, [&](auto const& one) {
            return bytes.find(one.substr(0, 40)) != std::string::npos;
        });
    }
    std::set<std::string> stored_files() {
        std::set<std::string> all;
        for (auto const& entry :
             std::filesystem::directory_iterator(folder_of_files(folder.file())))
            all.insert(entry.path().filename().string());
        return all;
    }
    std::uintmax_t log_size() { return std::filesystem::file_size(folder.file() + "-wal"); }
    void must_wipe() {
        auto wiped = store->wipe();
        ASSERT_TRUE(wiped.has_value()) << wiped.error().logged;
        ASSERT_TRUE(*wiped);
    }
};

TEST_F(EraseTest, NothingOfACaseIsLeftInAnyFile) {
    auto c = planted_case(1, mine);
    auto other = planted_case(2, neighbours);
    auto const was = standing(c), stays = standing(other);
    auto const readable = found(mine, was);
    auto const sealed = sealed_of(was);
    // Else this test would show nothing.
    EXPECT_GT(readable.size(), 500U);
    EXPECT_TRUE(std::ranges::includes(found(mine), readable));
    EXPECT_GT(sealed.size(), 500U);
    EXPECT_GT(count_in(bytes_of_files(), sealed), std::ssize(sealed) * 9 / 10);
    auto const rows = erase(c, {.whole = true, .rows = {}, .trail = true});
    for (auto const* gone : {"paper=6", "glance=1", "file=1"})
        EXPECT_NE(std::ranges::find(rows, gone), rows.end()) << gone;
    must_wipe();
    EXPECT_EQ(found(mine), std::set<std::string>{});
    EXPECT_EQ(count_in(bytes_of_files(), sealed), 0);
    EXPECT_EQ(stored_files(), std::set{files.at(other.id.text)});
    EXPECT_EQ(log_size(), 0U);
    EXPECT_EQ(found(neighbours), found(neighbours, stays));
    EXPECT_EQ(standing(other), stays);
    EXPECT_FALSE(reader()->case_file(here, c.id).has_value());
    EXPECT_TRUE(reader()->case_file(here, other.id).has_value());
    EXPECT_TRUE(reader()->happenings(c.id, 0, 10, true).empty());
}

// A table that a later migration adds to a case must go with it.
TEST_F(EraseTest, NoTableKeepsARowOfTheCase) {
    auto c = planted_case(1, mine);
    erase(c, {.whole = true, .rows = {}, .trail = true});
    Connection db(folder.file());
    auto const tables = tables_of_cases(db);
    EXPECT_EQ(tables.size(), std::tuple_size_v<workflow::Rows> + 10);
    for (auto const& table : tables)
        if (table != "look") // who looked when outlives the case: trail_test.cpp
            EXPECT_FALSE(db.query("SELECT 1 FROM \"" + table + "\" WHERE case_id = $1", c.id).step())
                << table;
}

TEST_F(EraseTest, APartGoesWithWhatTheLogHoldsOfIt) {
    Words papers{"PAPR"};
    auto c = planted_case(1, mine);
    plant_kind<casepapers::Paper>(c, papers);
    commands::ToErase what;
    what.rows.emplace_back("paper", "");
    auto const file = *reader()->case_file(here, c.id);
    for (auto const& row : file.all<casepapers::Paper>())
        what.rows.emplace_back("paper", row.id.text);
    erase(c, what);
    must_wipe();
    auto const after = *reader()->case_file(here, c.id);
    EXPECT_TRUE(after.all<casepapers::Paper>().empty());
    EXPECT_EQ(after.all<plan::Plan>().size(), file.all<plan::Plan>().size());
    // What says that an act was done is not free text, and stays until the case goes.
    std::set<std::string> details;
    for (auto const& h : reader()->happenings(c.id, 0, 1000, true)) {
        details.insert(h.detail);
        for (auto const& change : h.changes) EXPECT_NE(change.table, "paper");
    }
    for (auto const& word : found(papers))
        EXPECT_TRUE(std::ranges::any_of(details, [&](auto const& d) {
            return d.starts_with(word);
        })) << word;
}

TEST_F(EraseTest, WhileSomebodyReadsWhatWasItIsNotSaidToBeGone) {
    auto c = planted_case(1, mine);
    auto reading = reader();
    erase(c, {.whole = true, .rows = {}, .trail = true});
    auto wiped = store->wipe();
    ASSERT_TRUE(wiped.has_value());
    EXPECT_FALSE(*wiped);
    EXPECT_TRUE(reading->case_file(here, c.id).has_value());
    reading.reset();
    must_wipe();
    EXPECT_EQ(found(mine), std::set<std::string>{});
}

TEST_F(EraseTest, AnotherOrganisationsCaseIsNotErased) {
    auto c = begin_case(here, 1);
    auto const there = put_organisation("Annanstans");
    EXPECT_THROW(static_cast<void>(store->write([&](commands::Writer& w) {
                     w.erase(there, c.id, {.whole = true, .rows = {}, .trail = true});
                     return true;
                 })),
                 Bug);
    EXPECT_TRUE(reader()->case_file(here, c.id).has_value());
}

} // namespace
} // namespace radslag::storage
