// Which keys a database is sealed with, and another one put in beside a server that serves.
#include <filesystem>

#include <fmt/format.h>

#include "storage/migrations.h"
#include "storage/sealing.h"

namespace radslag::storage {
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
    if (!known) put_key(db, newest);
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
        if (!names_keys(db)) return all;
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
