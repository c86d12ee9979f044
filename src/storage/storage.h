#pragma once
// The Store port on SQLite: one file, one writer thread that commits for all who wait, a pool of
// readers that each see one moment.
//
// What is answered is on disk (WAL, synchronous=FULL). Trouble with disk or file is a Fault at
// open(), read() and write(); inside a Reader's own functions it is an exception
// (std::runtime_error), which write() turns into a Fault too. What the tables forbid (a row twice,
// a case under another organisation, an act done before) is a Bug.
#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <string>

#include "commands/commands.h"
#include "trail/trail.h"

namespace radslag::storage {

// ---- what is sealed in the tables
// --------------------------------------------------------------------------------------------

// Contact data, safety notes and what else storage/sealed.h lists is sealed with the newest of
// these, which lie outside the database and its backups.
using DataKey = std::array<std::uint8_t, 32>;
using DataKeys = std::vector<DataKey>; // the newest first
// Asked at the start, and again when another program has put a new key in meanwhile.
using KeySource = std::function<Outcome<DataKeys>()>;
// Eight signs that tell nothing of the key; they stand before everything that it sealed.
std::string id_of(DataKey const& key);

struct Options {
    std::string path; // of the database file; its folder is there already
    KeySource keys;
    int readers = 4;  // connections kept for reading; more are opened while more are asked for
    bool durable = true; // false: quick, and what was answered can be lost; never for real data
};

class Database : public commands::Store, public commands::Files {
public:
    // All heads as they stand, numbered after the one before.
    virtual Outcome<trail::Checkpoint> next_checkpoint(Instant now) = 0;
    // When the last one was made that is kept; nothing: none yet.
    virtual Outcome<std::optional<Instant>> last_checkpoint() = 0;
    // It lies elsewhere now: the next one names it.
    virtual Outcome<bool> keep_checkpoint(trail::Checkpoint const& checkpoint,
                                          trail::Hash const& of_its_text) = 0;
};

// Opens the file, makes it if there is none, and brings its tables up to date; seals what an older
// program wrote unsealed. A Fault: no such folder, read-only, full, not a database of ours, made by
// a newer program, a migration changed after it was applied; and, before anything is written, a key
// that the database was sealed with is not among `keys`.
Outcome<std::unique_ptr<Database>> open_sqlite(Options const& options);

// Compares a database file with its trail, and with checkpoints from elsewhere (name and text).
// Only reads; a server may be writing to it meanwhile.
struct Verified {
    std::int64_t chains = 0, entries = 0, rows = 0;
    std::vector<trail::Finding> findings;
    std::map<std::string, std::int64_t> numbers; // case → its number, where it is there
    std::set<std::string> organisations; // that are there
};
Outcome<Verified> verify(std::string const& path, KeySource const& keys,
                         std::vector<std::pair<std::string, std::string>> const& checkpoints,
                         trail::PublicKey const& key);

// ---- another key
// --------------------------------------------------------------------------------------------

struct KeyInUse {
    std::string id;
    std::int64_t values = 0; // that it sealed and that stand there now
    std::optional<Instant> replaced_at; // backups made before need it
};
// Those that a database names, without having them; none where an older version wrote it.
Outcome<std::vector<std::string>> keys_named(std::string const& path);
// The one that is sealed with comes first.
Outcome<std::vector<KeyInUse>> keys_in_use(std::string const& path, KeySource const& keys);
// The first of `keys` is sealed with from now on, by whoever writes, and everything that another
// one sealed is sealed anew in short transactions, beside a server that serves. Gives how many
// values were. Ended in the middle, everything opens still, and doing it again goes on; `go_on` is
// asked before each transaction.
Outcome<std::int64_t> seal_anew(
    std::string const& path, KeySource const& keys, Clock const& clock,
    std::function<bool()> const& go_on = [] { return true; });
// The database knows the keys no longer that nothing is sealed with; gives them. A Fault where one
// is still in use.
Outcome<std::vector<std::string>> forget_keys(std::string const& path, KeySource const& keys);

// ---- backups
// --------------------------------------------------------------------------------------------

using BackupKey = std::array<std::uint8_t, 32>;

// What a database holds: told with a backup, and counted again when it is read back.
struct Holding {
    Instant at; // when the copy was taken
    std::map<std::string, std::int64_t> rows; // of each table
    [[nodiscard]] std::int64_t cases() const;
    bool operator==(Holding const&) const = default;
};

struct BackupOrder {
    std::filesystem::path database;
    std::filesystem::path file; // to be; its folder is there already
    BackupKey key{};
    KeySource keys; // of the data: what is read back is compared with its trail
    Instant now;
    std::uintmax_t room_left = 64U << 20U; // bytes that must stay free for those who are served
    std::stop_token stop = {};
};

// One moment of a database, while others write on: copied, sealed, read back whole (unsealed, every
// page checked, every table counted again), and only then given its name. What fails leaves nothing
// behind. Beside the database lies a copy as readable as itself meanwhile.
Outcome<Holding> back_up(BackupOrder const& order);

// A backup into a database file that is not there yet, checked in the same way. Whoever was signed
// in then has to sign in again.
Outcome<Holding> restore(std::filesystem::path const& backup, BackupKey const& key,
                         KeySource const& keys, std::filesystem::path const& database);

} // namespace radslag::storage
