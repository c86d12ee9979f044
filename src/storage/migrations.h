#pragma once
// Numbered migrations: files in migrations/sqlite, built into the program. A file that has been
// applied anywhere is never changed again: what is new is a new file.
#include "storage/sqlite.h"

namespace radslag::storage {

struct Migration {
    std::string_view name; // "0001_house": the number is its place in the list
    std::string_view sql;
};
std::vector<Migration> const& sqlite_migrations();

// Nothing is to be written into a file that somebody else made.
Outcome<bool> is_ours_or_new(Connection& db);
// Made by this program, and by no newer one than this.
Outcome<bool> is_known(Connection& db, std::vector<Migration> const& all);
// And by no older one.
Outcome<bool> is_current(Connection& db, std::vector<Migration> const& all);
// Applies what the file does not have yet, in order, each in one transaction; `afterwards` is done in
// that of the last one. SqliteError is thrown.
Outcome<bool> migrate(Connection& db, std::vector<Migration> const& all,
                      void (*afterwards)(Connection&));

} // namespace radslag::storage
