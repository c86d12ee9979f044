#pragma once
// The keys that a database was sealed with, and sealing it anew. All throw SqliteError.
#include "storage/seals.h"

namespace radslag::storage {

bool names_keys(Connection& db); // an older database does not
void put_key(Connection& db, Keyring::Key const& key); // it is sealed with from now on
// Every key that the database names is in the ring, and is that key. Only reads; one that is older
// than sealing names none.
Outcome<bool> check_keys(Connection& db, Keyring const& ring);
// In each transaction that writes, first: another program may have put in a new key.
void follow_keys(Connection& db);
// In a transaction, once: what an older version wrote is sealed.
void seal_what_is_open(Connection& db);
// Outside of one: nothing of what stood there unsealed is left in the file.
void wipe_what_was_open(Connection& db);

// Goes through everything that is sealed, some rows at a time, in the order of their keys.
class Resealing {
public:
    enum class From { open, sealed };
    explicit Resealing(From from) : from_(from) {}
    // False: all of it has been gone through.
    bool some(Connection& db, std::int64_t rows);
    [[nodiscard]] std::int64_t values() const { return values_; } // that were sealed anew

private:
    bool some_of(Connection& db, std::string_view table, std::int64_t rows);

    From from_;
    std::size_t table_ = 0;
    Cells last_; // the key of the last row
    std::int64_t values_ = 0;
};

} // namespace radslag::storage
