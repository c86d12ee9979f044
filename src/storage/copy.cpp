#include "storage/copy.h"

#include <limits>

#include "storage/chains.h"
#include "storage/disk.h"
#include "storage/migrations.h"
#include "storage/reads.h"
#include "storage/sealing.h"

namespace radslag::storage {
namespace {

// Of whoever can look into the schema: every table, so that none is forgotten.
std::map<std::string, std::int64_t> count_rows(Connection& db) {
    std::vector<std::string> tables;
    {
        auto query = db.query("SELECT name FROM sqlite_schema WHERE type = 'table'"
                              " AND name NOT LIKE 'sqlite%' ORDER BY name");
        while (query.step()) tables.emplace_back(query.text(0));
    }
    std::map<std::string, std::int64_t> rows;
    for (auto const& table : tables) {
        auto query = db.query("SELECT count(*) FROM \"" + table + "\"");
        query.step();
        rows[table] = query.integer(0);
    }
    return rows;
}

void check_version(Connection& db) {
    if (auto known = is_known(db, sqlite_migrations()); !known) throw Trouble{known.error()};
}

void check_pages(Connection& db) {
    auto query = db.query("PRAGMA integrity_check(1)");
    query.step();
    if (query.text(0) != "ok") trouble("The database is damaged.", std::string(query.text(0)));
}

void check_references(Connection& db) {
    auto query = db.query("PRAGMA foreign_key_check");
    if (query.step())
        trouble("The database is damaged.",
                "a row of " + std::string(query.text(0)) + " refers to one that is not there");
}

// One that an older program wrote has its rows in another form, or no trail yet.
bool has_trail(Connection& db) { return is_current(db, sqlite_migrations()).has_value(); }

// A database that was bent takes no good backup's place.
void check_trail(Connection& db) {
    if (!has_trail(db)) return;
    if (auto fine = check_keys(db, *db.seals().ring()); !fine) throw Trouble{fine.error()};
    auto const found = verify_trail(db).findings;
    if (!found.empty())
        trouble("The database is not as its trail says; radslag audit verify tells more.",
                std::to_string(found.size()) + " things are not as they were written");
}

constexpr void (*checks[])(Connection&) = {check_version, check_pages, check_references,
                                           check_trail};

} // namespace

bool copy_database(std::filesystem::path const& from, std::filesystem::path const& to,
                   std::stop_token const& stop, Holding& holding) {
    {
        File const for_its_owner_only(to, File::To::make);
    }
    Connection source(from.string());
    Connection copy(to.string());
    source.script("PRAGMA query_only = ON");
    copy.script("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
    source.script("BEGIN"); // what is counted and what is copied is one moment
    check_version(source);
    holding.rows = count_rows(source);
    return source.copy_to(copy, [&] { return stop.stop_requested(); });
}

Holding check_database(std::filesystem::path const& path, std::shared_ptr<Keyring> const& ring) {
    Connection db(path.string(), std::make_unique<Seals>(ring));
    for (auto check : checks) check(db);
    return {{}, count_rows(db)};
}

void end_all_sessions(std::filesystem::path const& path, std::shared_ptr<Keyring> const& ring) {
    Connection db(path.string(), std::make_unique<Seals>(ring));
    db.script("PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON");
    if (!has_trail(db)) {
        db.run("DELETE FROM session");
        return;
    }
    db.script("BEGIN");
    follow_keys(db);
    Writes(db).end_sessions_until(Instant{std::numeric_limits<std::int64_t>::max()});
    db.script("COMMIT");
}

} // namespace radslag::storage
