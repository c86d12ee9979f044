#include "storage/migrations.h"

#include <array>

#include <fmt/format.h>
#include <sodium.h>

namespace radslag::storage {
namespace {

constexpr std::int64_t application_id = 0x52'41'44'53; // "RADS", in the file's header

std::string hash_of(std::string_view sql) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(sql.data()),
                       sql.size(), nullptr, 0);
    std::string text;
    for (auto byte : hash) text += fmt::format("{:02x}", byte);
    return text;
}

std::int64_t number_from(Connection& db, std::string_view sql) {
    auto query = db.query(sql);
    query.step();
    return query.integer(0);
}

void mark_as_ours(Connection& db) {
    if (number_from(db, "PRAGMA application_id") == application_id) return;
    db.script(fmt::format("PRAGMA application_id = {};"
                          "CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY,"
                          " name TEXT NOT NULL, hash TEXT NOT NULL) STRICT",
                          application_id));
}

Outcome<bool> check_applied(Connection& db, std::vector<Migration> const& all) {
    auto query = db.query("SELECT number, name, hash FROM migration ORDER BY number");
    while (query.step()) {
        auto number = static_cast<std::size_t>(query.integer(0));
        auto name = std::string(query.text(1));
        if (number > all.size())
            return broken("The database was made by a newer version of this program.",
                          fmt::format("migration {} is not known here", name));
        auto const& ours = all[number - 1];
        if (name != ours.name || query.text(2) != hash_of(ours.sql))
            return broken("The database was not made by this version of the program.",
                          fmt::format("migration {} was changed after it was applied", name));
    }
    return true;
}

// Two programs may start at once: what is next is read where it is applied.
Outcome<bool> apply_next(Connection& db, std::vector<Migration> const& all,
                         void (*afterwards)(Connection&)) {
    mark_as_ours(db);
    if (auto fine = check_applied(db, all); !fine) return fine;
    auto applied = static_cast<std::size_t>(number_from(db, "SELECT count(*) FROM migration"));
    if (applied == all.size()) return false;
    auto const& next = all[applied];
    db.script(std::string(next.sql));
    db.run("INSERT INTO migration (number, name, hash) VALUES ($1, $2, $3)", applied + 1, next.name,
           hash_of(next.sql));
    if (applied + 1 == all.size()) afterwards(db);
    return true;
}

} // namespace

Outcome<bool> is_ours_or_new(Connection& db) {
    auto id = number_from(db, "PRAGMA application_id");
    if (id == application_id) return true;
    if (id == 0 && number_from(db, "SELECT count(*) FROM sqlite_schema") == 0) return true;
    return broken("The file is a database, but not one of this program.",
                  fmt::format("application_id {}", id));
}

Outcome<bool> is_known(Connection& db, std::vector<Migration> const& all) {
    RADSLAG_SURE(sodium_init() >= 0);
    auto id = number_from(db, "PRAGMA application_id");
    if (id == application_id) return check_applied(db, all);
    return broken("The file is a database, but not one of this program.",
                  fmt::format("application_id {}", id));
}

Outcome<bool> is_current(Connection& db, std::vector<Migration> const& all) {
    if (auto fine = is_known(db, all); !fine) return fine;
    auto const applied = number_from(db, "SELECT count(*) FROM migration");
    if (applied == static_cast<std::int64_t>(all.size())) return true;
    return broken("The database was made by an older version of this program.",
                  "the server brings it up to date when it starts");
}

Outcome<bool> migrate(Connection& db, std::vector<Migration> const& all,
                      void (*afterwards)(Connection&)) {
    RADSLAG_SURE(sodium_init() >= 0);
    for (;;) {
        db.script("BEGIN IMMEDIATE");
        try {
            auto more = apply_next(db, all, afterwards);
            if (more) db.script("COMMIT");
            else db.roll_back();
            if (!more || !*more) return more;
        } catch (...) {
            db.roll_back();
            throw;
        }
    }
}

} // namespace radslag::storage
