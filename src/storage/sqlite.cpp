#include "storage/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "storage/seals.h"

namespace radslag::storage {
namespace {

constexpr int busy_ms = 5000; // another process (a backup, `radslag init`) may hold the file

void must(int code, sqlite3* db) {
    if (code != SQLITE_OK) throw SqliteError(sqlite3_extended_errcode(db), sqlite3_errmsg(db));
}

// A double-quoted name that no table has would otherwise be read as text.
void set_habits(sqlite3* db) {
    sqlite3_extended_result_codes(db, 1);
    must(sqlite3_busy_timeout(db, busy_ms), db);
    must(sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr), db);
    must(sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr), db);
    must(sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr), db);
    must(sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr), db);
}

// SQLite counts what it takes from memory under one lock for all threads; nobody asks for the sum.
// Only before its first use; later it is refused, and all goes on as it is.
void count_no_memory() {
    static int const asked = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(asked);
}

} // namespace

// For whoever looks after the server.
std::string SqliteError::told(int code) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return "The disk is full: nothing was written.";
    case SQLITE_READONLY:
        return "The database is read-only.";
    case SQLITE_CANTOPEN:
        return "The database file cannot be opened.";
    case SQLITE_NOTADB:
        return "The file is not a database.";
    case SQLITE_CORRUPT:
        return "The database is damaged. A backup brings it back: radslag restore.";
    case SQLITE_IOERR:
        return "The disk does not read or write.";
    case SQLITE_BUSY:
        return "The database is held by another program.";
    default:
        return "The database does not answer.";
    }
}

SqliteError::SqliteError(int code, std::string const& what)
    : std::runtime_error(fmt::format("{} SQLite {}: {}", told(code), code, what)),
      code_(code),
      told_(told(code)),
      logged_(fmt::format("SQLite {}: {}", code, what)) {}

SqliteError::SqliteError(std::string told, std::string const& what)
    : std::runtime_error(what), code_(SQLITE_OK), told_(std::move(told)), logged_(what) {}

bool SqliteError::is_forbidden() const {
    auto plain = code_ & 0xff;
    return plain == SQLITE_CONSTRAINT || plain == SQLITE_MISMATCH;
}

Fault SqliteError::fault() const { return Fault{told_, logged_}; }

Query::Query(Prepared& prepared) : prepared_(prepared) {
    RADSLAG_SURE(!prepared.busy);
    prepared.busy = true;
}

Query::Query(Prepared& prepared, Cells const& values) : Query(prepared) {
    RADSLAG_SURE(prepared.places.size() == values.size());
    int number = 0;
    for (auto const& value : values) storage::bind(*this, ++number, value);
}

Query::~Query() {
    sqlite3_reset(prepared_.statement);
    sqlite3_clear_bindings(prepared_.statement);
    prepared_.busy = false;
}

bool Query::step() {
    auto code = sqlite3_step(prepared_.statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    auto* db = sqlite3_db_handle(prepared_.statement);
    throw SqliteError(sqlite3_extended_errcode(db), sqlite3_errmsg(db));
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(prepared_.statement, column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(prepared_.statement, column);
}

std::string_view Query::text(int column) const {
    auto const* text = sqlite3_column_text(prepared_.statement, column);
    if (text == nullptr) return {};
    return {reinterpret_cast<char const*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(prepared_.statement, column))};
}

std::string_view Query::name(int column) const {
    return sqlite3_column_name(prepared_.statement, column);
}

Cell Query::cell(int column) const {
    switch (sqlite3_column_type(prepared_.statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return integer(column);
    default:
        return std::string(text(column));
    }
}

Cells Query::cells() const {
    Cells all;
    auto const count = sqlite3_column_count(prepared_.statement);
    all.reserve(static_cast<std::size_t>(count));
    for (int column = 0; column < count; ++column) all.push_back(cell(column));
    return all;
}

void Query::bind_nothing(int number) {
    auto place = prepared_.places[static_cast<std::size_t>(number) - 1];
    must(sqlite3_bind_null(prepared_.statement, place), sqlite3_db_handle(prepared_.statement));
}

void Query::bind(int number, std::int64_t value) {
    auto place = prepared_.places[static_cast<std::size_t>(number) - 1];
    must(sqlite3_bind_int64(prepared_.statement, place, value),
         sqlite3_db_handle(prepared_.statement));
}

// Text without an address would be bound as nothing.
void Query::bind(int number, std::string_view value) {
    auto place = prepared_.places[static_cast<std::size_t>(number) - 1];
    char const* from = value.data() == nullptr ? "" : value.data();
    must(sqlite3_bind_text64(prepared_.statement, place, from, value.size(), SQLITE_TRANSIENT,
                             SQLITE_UTF8),
         sqlite3_db_handle(prepared_.statement));
}

Connection::Connection(std::string const& path) {
    count_no_memory();
    auto code =
        sqlite3_open_v2(path.c_str(), &db_,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    try {
        if (code != SQLITE_OK)
            throw SqliteError(code, db_ ? sqlite3_errmsg(db_) : "no memory for a connection");
        set_habits(db_);
    } catch (...) {
        sqlite3_close_v2(db_);
        throw;
    }
}

Connection::Connection(std::string const& path, std::unique_ptr<Seals> seals) : Connection(path) {
    seals_ = std::move(seals);
}

Connection::~Connection() {
    for (auto const& [sql, prepared] : prepared_) sqlite3_finalize(prepared.statement);
    sqlite3_close_v2(db_);
}

Prepared& Connection::prepare(std::string_view sql) {
    if (auto known = prepared_.find(sql); known != prepared_.end()) return known->second;
    Prepared fresh;
    must(sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()),
                            SQLITE_PREPARE_PERSISTENT, &fresh.statement, nullptr),
         db_);
    auto count = sqlite3_bind_parameter_count(fresh.statement);
    for (int number = 1; number <= count; ++number) {
        auto name = "$" + std::to_string(number);
        fresh.places.push_back(sqlite3_bind_parameter_index(fresh.statement, name.c_str()));
        RADSLAG_SURE(fresh.places.back() > 0);
    }
    return prepared_.emplace(std::string(sql), std::move(fresh)).first->second;
}

int Connection::finish(Query& query) {
    while (query.step()) {
    }
    return sqlite3_changes(db_);
}

Query Connection::query_cells(std::string_view sql, Cells const& values) {
    return Query(prepare(sql), values);
}

int Connection::run_cells(std::string_view sql, Cells const& values) {
    Query query(prepare(sql), values);
    return finish(query);
}

void Connection::script(std::string const& sql) {
    must(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr), db_);
}

bool Connection::copy_to(Connection& empty, std::function<bool()> const& stop) {
    constexpr int pages_at_once = 2048;
    auto* backup = sqlite3_backup_init(empty.db_, "main", db_, "main");
    if (backup == nullptr) must(sqlite3_errcode(empty.db_), empty.db_);
    int code = SQLITE_OK;
    while (code == SQLITE_OK && !stop()) code = sqlite3_backup_step(backup, pages_at_once);
    auto const ended = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK && code != SQLITE_DONE) throw SqliteError(code, sqlite3_errstr(code));
    must(ended, empty.db_);
    return code == SQLITE_DONE;
}

Seals& Connection::seals() const {
    RADSLAG_SURE(seals_ != nullptr);
    return *seals_;
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(db_) == 0; }

bool Connection::is_read_only() const { return sqlite3_db_readonly(db_, "main") == 1; }

// Prepared, because every reader ends with it.
void Connection::roll_back() noexcept {
    if (!in_transaction()) return;
    try {
        run("ROLLBACK");
    } catch (...) { // no memory for the statement, say
        sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

} // namespace radslag::storage
