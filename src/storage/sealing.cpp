#include "storage/sealing.h"

#include <fmt/format.h>
#include <sodium.h>

namespace radslag::storage {
namespace {

std::string mark_of(DataKey const& key) {
    constexpr std::string_view what = "the mark of a key of Radslag's data";
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<unsigned char const*>(what.data()), what.size(), key.data(),
                       key.size());
    std::string mark;
    for (auto byte : hash) mark += fmt::format("{:02x}", byte);
    return mark;
}

std::vector<std::string_view> const& sealed_tables() {
    static auto const all = [] {
        std::vector<std::string_view> tables;
        for (auto const& one : sealed_columns)
            if (std::ranges::find(tables, one.table) == tables.end()) tables.push_back(one.table);
        return tables;
    }();
    return all;
}

std::vector<std::string_view> columns_of(std::string_view table) {
    std::vector<std::string_view> columns;
    for (auto const& one : sealed_columns)
        if (one.table == table) columns.push_back(one.column);
    return columns;
}

// $1 … $n
std::string places(std::size_t from, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += fmt::format("{}${}", i == 0 ? "" : ", ", from + i);
    return text;
}

struct WalkSql {
    std::size_t key_size = 0;
    std::vector<std::string_view> columns;
    std::string first, next, update;
};

// Selects organisation, of, id, the sealed columns, then the primary key.
WalkSql walk_sql(std::string_view table) {
    auto const walk = walk_of(table);
    WalkSql sql;
    sql.columns = columns_of(table);
    sql.key_size = 1 + static_cast<std::size_t>(std::ranges::count(walk.key, ','));
    std::string columns, changes;
    for (std::size_t i = 0; i < sql.columns.size(); ++i) {
        columns += fmt::format(", \"{}\"", sql.columns[i]);
        changes +=
            fmt::format("{}\"{}\" = ${}", i == 0 ? "" : ", ", sql.columns[i], sql.key_size + 1 + i);
    }
    auto const select = fmt::format("SELECT {}, {}, {}{}, {} FROM \"{}\"", walk.organisation,
                                    walk.of, walk.id, columns, walk.key, table);
    sql.first = fmt::format("{} ORDER BY {} LIMIT $1", select, walk.key);
    sql.next = fmt::format("{} WHERE ({}) > ({}) ORDER BY {} LIMIT $1", select, walk.key,
                           places(2, sql.key_size), walk.key);
    sql.update = fmt::format("UPDATE \"{}\" SET {} WHERE ({}) = ({})", table, changes, walk.key,
                             places(1, sql.key_size));
    return sql;
}

WalkSql const& sql_of(std::string_view table) {
    static auto const all = [] {
        std::map<std::string_view, WalkSql> made;
        for (auto one : sealed_tables()) made.emplace(one, walk_sql(one));
        return made;
    }();
    return all.at(table);
}

} // namespace

bool names_keys(Connection& db) {
    auto query = db.query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'data_key'");
    return query.step();
}

void put_key(Connection& db, Keyring::Key const& key) {
    db.run("INSERT INTO data_key (n, id, mark, wiped)"
           " VALUES ((SELECT coalesce(max(n), 0) + 1 FROM data_key), $1, $2, 1)",
           key.id, mark_of(key.key));
}

Outcome<bool> check_keys(Connection& db, Keyring const& ring) {
    if (!names_keys(db)) return true;
    auto const keys = ring.keys();
    auto query = db.query("SELECT id, mark FROM data_key ORDER BY n DESC");
    bool first = true;
    while (query.step()) {
        auto at = std::ranges::find(*keys, query.text(0), &Keyring::Key::id);
        if (at == keys->end() || mark_of(at->key) != query.text(1))
            return broken(first ? "The key of the data is another one than the database was "
                                  "sealed with."
                                : "An older key of the data is missing.",
                          fmt::format("the database asks for the key {}, which is not in the file "
                                      "of the keys; a copy is in your safe",
                                      query.text(0)));
        first = false;
    }
    if (first) // it is written with the table
        return broken("The database does not say which key it was sealed with.",
                      "its table data_key is empty");
    return true;
}

void follow_keys(Connection& db) {
    auto query = db.query("SELECT id FROM data_key ORDER BY n DESC LIMIT 1");
    if (!query.step())
        throw SqliteError("The database does not say which key it was sealed with.",
                          "its table data_key is empty");
    db.seals().seal_with(query.text(0));
}

void seal_what_is_open(Connection& db) {
    if (!names_keys(db)) return;
    {
        auto query = db.query("SELECT 1 FROM data_key LIMIT 1");
        if (query.step()) return;
    }
    auto const& newest = db.seals().keys().front();
    put_key(db, newest);
    follow_keys(db);
    Resealing all(Resealing::From::open);
    while (all.some(db, 1000));
    if (all.values() > 0) db.run("UPDATE data_key SET wiped = 0");
}

void wipe_what_was_open(Connection& db) {
    if (!names_keys(db)) return;
    {
        auto query = db.query("SELECT 1 FROM data_key WHERE wiped = 0");
        if (!query.step()) return;
    }
    auto empty_log = [&] { db.script("PRAGMA wal_checkpoint(TRUNCATE)"); };
    empty_log(); // what is overwritten reaches its places before the file is cut
    db.script("PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY");
    empty_log();
    db.run("UPDATE data_key SET wiped = 1");
}

bool Resealing::some(Connection& db, std::int64_t rows) {
    auto const& tables = sealed_tables();
    if (table_ == tables.size()) return false;
    if (some_of(db, tables[table_], rows)) return true;
    ++table_;
    last_.clear();
    return table_ < tables.size();
}

bool Resealing::some_of(Connection& db, std::string_view table, std::int64_t rows) {
    auto const& sql = sql_of(table);
    std::vector<Cells> found;
    {
        Cells values{rows};
        values.insert(values.end(), last_.begin(), last_.end());
        auto query = db.query_cells(last_.empty() ? sql.first : sql.next, values);
        while (query.step()) found.push_back(query.cells());
    }
    auto& seals = db.seals();
    for (auto const& row : found) {
        auto text = [&](std::size_t i) { return std::get<std::string>(row[i]); };
        auto const organisation = text(0), of = text(1), id = text(2);
        Place const at{organisation, of, table, id};
        auto const key = row.end() - static_cast<std::ptrdiff_t>(sql.key_size);
        last_.assign(key, row.end());
        auto update = last_;
        std::int64_t changed = 0;
        for (std::size_t i = 0; i < sql.columns.size(); ++i) {
            auto cell = row[3 + i];
            auto* value = std::get_if<std::string>(&cell);
            if (value != nullptr && !value->empty() &&
                (from_ == From::open || seals.is_old(*value))) {
                *value = seals.seal(at, sql.columns[i],
                                    from_ == From::open ? *value
                                                        : seals.open(at, sql.columns[i], *value));
                ++changed;
            }
            update.push_back(std::move(cell));
        }
        if (changed > 0) db.run_cells(sql.update, update);
        values_ += changed;
    }
    return std::ssize(found) == rows;
}

} // namespace radslag::storage
