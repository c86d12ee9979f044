#include "storage/copy.h"

#include "storage/disk.h"
#include "storage/migrations.h"

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

// In this order; the trail of the cases has its place at the end.
constexpr void (*checks[])(Connection&) = {check_version, check_pages, check_references};

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

Holding check_database(std::filesystem::path const& path) {
    Connection db(path.string());
    for (auto check : checks) check(db);
    return {{}, count_rows(db)};
}

void end_all_sessions(std::filesystem::path const& path) {
    Connection db(path.string());
    db.script("PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON; DELETE FROM session");
}

} // namespace radslag::storage
