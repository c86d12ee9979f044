#include "storage/sealing.h"

#include <fmt/format.h>
#include <sodium.h>

#include "storage/migrations.h"

namespace radslag::storage {
namespace {

bool there_is(Connection& db, std::string_view table) {
    auto query = db.query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1", table);
    return query.step();
}

std::string mark_of(DataKey const& key) {
    constexpr std::string_view what = "the mark of a key of Radslag's data";
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<unsigned char const*>(what.data()), what.size(),
                       key.data(), key.size());
    std::string mark;
    for (auto byte : hash) mark += fmt::format("{:02x}", byte);
    return mark;
}

void put_key(Connection& db, Keyring::Key const& key, bool wiped) {
    db.run("INSERT INTO data_key (n, id, mark, wiped)"
           " VALUES ((SELECT coalesce(max(n), 0) + 1 FROM data_key), $1, $2, $3)",
           key.id, mark_of(key.key), wiped);
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
        changes += fmt::format("{}\"{}\" = ${}", i == 0 ? "" : ", ", sql.columns[i],
                               sql.key_size + 1 + i);
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

Outcome<bool> check_keys(Connection& db, Keyring const& ring) {
    if (!there_is(db, "data_key")) return true;
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
    if (!there_is(db, "data_key")) return;
    {
        auto query = db.query("SELECT 1 FROM data_key LIMIT 1");
        if (query.step()) return;
    }
    auto const& newest = db.seals().keys().front();
    put_key(db, newest, true);
    follow_keys(db);
    Resealing all(Resealing::From::open);
    while (all.some(db, 1000));
    if (all.values() > 0) db.run("UPDATE data_key SET wiped = 0");
}

void wipe_what_was_open(Connection& db) {
    if (!there_is(db, "data_key")) return;
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

// ---- the door
// ------------------------------------------------------------------------------------------------

namespace {

// Of every value that the key sealed.
std::int64_t count_values(Connection& db, std::string const& id) {
    std::int64_t count = 0;
    for (auto const& one : sealed_columns) {
        auto const sql = fmt::format("SELECT count(*) FROM \"{}\" WHERE substr(\"{}\", 1, {}) = $1",
                                     one.table, one.column, id.size() + 3);
        auto query = db.query(sql, "1." + id + ".");
        query.step();
        count += query.integer(0);
    }
    return count;
}

std::vector<KeyInUse> in_use(Connection& db) {
    std::vector<KeyInUse> all;
    auto query = db.query("SELECT id, replaced_at FROM data_key ORDER BY n DESC");
    while (query.step()) {
        KeyInUse one{std::string(query.text(0)), count_values(db, std::string(query.text(0))), {}};
        if (!query.is_null(1)) one.replaced_at = Instant{query.integer(1)};
        all.push_back(std::move(one));
    }
    return all;
}

// A transaction that others wait for no longer than for a few rows.
template <class Do> auto shortly(Connection& db, Do what) {
    db.script("BEGIN IMMEDIATE");
    try {
        auto done = what();
        db.script("COMMIT");
        return done;
    } catch (...) {
        db.roll_back();
        throw;
    }
}

void put_newest_in(Connection& db) {
    auto const& newest = db.seals().keys().front();
    bool const known = [&] {
        auto query = db.query("SELECT 1 FROM data_key WHERE id = $1", newest.id);
        return query.step();
    }();
    if (!known) put_key(db, newest, true);
    follow_keys(db);
}

template <class Asked, class Do>
Outcome<Asked> with_database(std::string const& path, KeySource const& keys, Do what) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return broken("There is no database.", path + " is not there");
    auto ring = Keyring::open(keys);
    if (!ring) return tl::unexpected(ring.error());
    try {
        Connection db(path, std::make_unique<Seals>(*ring));
        db.script("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
        if (auto fine = is_current(db, sqlite_migrations()); !fine)
            return tl::unexpected(fine.error());
        if (auto fine = check_keys(db, **ring); !fine) return tl::unexpected(fine.error());
        return what(db);
    } catch (SqliteError const& error) {
        return tl::unexpected<Fault>(error.fault());
    }
}

} // namespace

Outcome<std::vector<std::string>> keys_named(std::string const& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::vector<std::string>{};
    try {
        std::vector<std::string> all;
        Connection db(path);
        if (!there_is(db, "data_key")) return all;
        auto query = db.query("SELECT id FROM data_key ORDER BY n DESC");
        while (query.step()) all.emplace_back(query.text(0));
        return all;
    } catch (SqliteError const& error) {
        return tl::unexpected<Fault>(error.fault());
    }
}

Outcome<std::vector<KeyInUse>> keys_in_use(std::string const& path, KeySource const& keys) {
    using Asked = std::vector<KeyInUse>;
    return with_database<Asked>(path, keys, [](Connection& db) -> Outcome<Asked> {
        db.script("BEGIN");
        return in_use(db);
    });
}

Outcome<std::int64_t> seal_anew(std::string const& path, KeySource const& keys, Clock const& clock,
                                std::function<bool()> const& go_on) {
    constexpr std::int64_t rows = 200;
    using Asked = std::int64_t;
    return with_database<Asked>(path, keys, [&](Connection& db) -> Outcome<Asked> {
        shortly(db, [&] { return put_newest_in(db), true; });
        Resealing all(Resealing::From::sealed);
        for (bool more = true; more;) {
            if (!go_on()) return broken("It was stopped in the middle.", "run it again: it goes on");
            more = shortly(db, [&] { return follow_keys(db), all.some(db, rows); });
        }
        // Who wrote meanwhile has followed: nothing is sealed with an older one any more.
        shortly(db, [&] {
            return db.run("UPDATE data_key SET replaced_at = $1 WHERE replaced_at IS NULL"
                          " AND n < (SELECT max(n) FROM data_key)",
                          clock.now());
        });
        return all.values();
    });
}

Outcome<std::vector<std::string>> forget_keys(std::string const& path, KeySource const& keys) {
    using Asked = std::vector<std::string>;
    return with_database<Asked>(path, keys, [](Connection& db) -> Outcome<Asked> {
        return shortly(db, [&]() -> Outcome<Asked> {
            Asked gone;
            auto const all = in_use(db);
            for (auto const& one : all) {
                if (one.id == all.front().id) continue;
                if (one.values > 0)
                    return broken("A key is still in use.",
                                  fmt::format("{} sealed {} values; `radslag keys rotate` seals "
                                              "them anew",
                                              one.id, one.values));
                gone.push_back(one.id);
            }
            for (auto const& id : gone) db.run("DELETE FROM data_key WHERE id = $1", id);
            return gone;
        });
    });
}

} // namespace radslag::storage
