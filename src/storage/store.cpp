#include "storage/store.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include "storage/chains.h"
#include "storage/content.h"
#include "storage/disk.h"
#include "storage/sealing.h"

namespace radslag::storage {
namespace {

// FULL: a commit is on the disk, not in its cache. secure_delete: what was deleted is overwritten.
constexpr auto habits = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                        "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"
                        "PRAGMA cache_size = -8000; PRAGMA journal_size_limit = 67108864;";

class PooledReader final : public Reads<commands::Reader> {
public:
    PooledReader(std::unique_ptr<Connection> db, std::shared_ptr<ReaderPool> pool)
        : Reads(*db), own_(std::move(db)), pool_(std::move(pool)) {}
    ~PooledReader() override {
        own_->roll_back();
        pool_->give_back(std::move(own_));
    }

private:
    std::unique_ptr<Connection> own_;
    std::shared_ptr<ReaderPool> pool_;
};

// The file is for its owner only; its journals get the same rights from SQLite. Never opens a file
// that is there: closing it again would take away SQLite's locks.
void make_private(std::string const& path) {
    auto file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) ::close(file);
}

// What a migration gave another form would look changed to who verifies.
void after_migrations(Connection& db) {
    seal_what_is_open(db);
    bool const there = [&] {
        auto query = db.query("SELECT 1 FROM sqlite_schema WHERE name = 'trail'");
        return query.step();
    }();
    if (!there) return;
    follow_keys(db);
    tell_all_anew(db);
}

Outcome<bool> use_wal(Connection& db) {
    auto query = db.query("PRAGMA journal_mode = WAL");
    query.step();
    if (query.text(0) == "wal") return true;
    return broken("The database cannot be kept in this place.",
                  "journal_mode is " + std::string(query.text(0)));
}

} // namespace

std::unique_ptr<Connection> ReaderPool::take() {
    {
        std::lock_guard lock(mutex_);
        if (!free_.empty()) {
            auto db = std::move(free_.back());
            free_.pop_back();
            return db;
        }
    }
    auto db = std::make_unique<Connection>(path_, std::make_unique<Seals>(ring_));
    db->script(habits);
    db->script("PRAGMA query_only = ON");
    return db;
}

void ReaderPool::give_back(std::unique_ptr<Connection> db) {
    std::lock_guard lock(mutex_);
    if (free_.size() < keep_ && !db->in_transaction()) free_.push_back(std::move(db));
}

// The first read fixes the moment that is seen, so it is made here.
Outcome<std::unique_ptr<commands::Reader>> SqliteStore::read() {
    try {
        auto db = readers_->take();
        db->run("BEGIN");
        db->run("SELECT 1 FROM migration WHERE number = 1");
        return std::make_unique<PooledReader>(std::move(db), readers_);
    } catch (SqliteError const& error) {
        return tl::unexpected<Fault>(error.fault());
    }
}

template <class Asked> Outcome<Asked> SqliteStore::ask(Asked (*question)(Connection&)) {
    try {
        auto db = readers_->take();
        db->run("BEGIN");
        auto answer = question(*db);
        db->roll_back();
        readers_->give_back(std::move(db));
        return answer;
    } catch (SqliteError const& error) {
        return tl::unexpected<Fault>(error.fault());
    }
}

Outcome<trail::Checkpoint> SqliteStore::next_checkpoint(Instant now) {
    auto made = ask(&next_checkpoint_of);
    if (made) made->made_at = now;
    return made;
}

Outcome<std::optional<Instant>> SqliteStore::last_checkpoint() { return ask(&last_checkpoint_of); }

Outcome<bool> SqliteStore::keep_checkpoint(trail::Checkpoint const& checkpoint,
                                           trail::Hash const& of_its_text) {
    return desk_.run([&](commands::Writer& writer) {
        static_cast<Writes&>(writer).keep_checkpoint(checkpoint.number, checkpoint.made_at,
                                                     of_its_text);
        return true;
    });
}

namespace {

class Chance final : public Random { // the system's
public:
    void fill(std::span<std::uint8_t> bytes) override {
        randombytes_buf(bytes.data(), bytes.size());
    }
};

} // namespace

Outcome<Result<commands::KeptFile>> SqliteStore::bring(OrganisationId const& organisation,
                                                       CaseId const& of, std::string_view name,
                                                       std::string_view type,
                                                       std::string_view bytes, Instant now) {
    auto is = read_type(type, bytes);
    if (!is) return Result<commands::KeptFile>(no(is.error()));
    auto called = read_file_name(name, *is);
    if (!called) return Result<commands::KeptFile>(no(called.error()));
    Chance chance;
    commands::KeptFile file{
        RowId::make(chance), organisation, of, std::move(*called), *is, 0, now, {}, {}};
    try {
        files_->bring(file, bytes);
        return Result<commands::KeptFile>(std::move(file));
    } catch (Trouble const& found) {
        return tl::unexpected<Fault>(found.fault);
    }
}

Outcome<std::string> SqliteStore::open(commands::KeptFile const& file) {
    try {
        return files_->open(file);
    } catch (Trouble const& found) {
        return tl::unexpected<Fault>(found.fault);
    }
}

Outcome<std::unique_ptr<SqliteStore>> open_with(Options const& options,
                                                std::vector<Migration> const& migrations) {
    if (options.path.empty()) return broken("No database file is named.", "path is empty");
    auto ring = Keyring::open(options.keys);
    if (!ring) return tl::unexpected(ring.error());
    try {
        make_private(options.path);
        auto db = std::make_unique<Connection>(options.path, std::make_unique<Seals>(*ring));
        if (db->is_read_only())
            return broken("The database is read-only.", options.path + " cannot be written");
        db->script(habits);
        auto fine = is_ours_or_new(*db);
        if (fine) fine = check_keys(*db, **ring);
        if (fine) fine = use_wal(*db);
        if (fine) fine = migrate(*db, migrations, &after_migrations);
        if (fine) wipe_what_was_open(*db);
        if (!options.durable) db->script("PRAGMA synchronous = OFF");
        if (!fine) return tl::unexpected(fine.error());
        auto readers = std::make_shared<ReaderPool>(
            options.path, static_cast<std::size_t>(std::max(options.readers, 1)), *ring);
        auto files = std::make_unique<FileFolder>(options.path, [&] { return stored_files(*db); });
        return std::make_unique<SqliteStore>(std::move(db), std::move(readers), std::move(files));
    } catch (Trouble const& found) {
        return tl::unexpected<Fault>(found.fault);
    } catch (SqliteError const& error) {
        return tl::unexpected<Fault>(error.fault());
    }
}

Outcome<std::unique_ptr<Database>> open_sqlite(Options const& options) {
    auto store = open_with(options, sqlite_migrations());
    if (!store) return tl::unexpected(store.error());
    return std::unique_ptr<Database>(std::move(*store));
}

} // namespace radslag::storage
