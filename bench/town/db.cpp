#include "bench/town/db.h"

#include <stdexcept>

#include <sqlite3.h>

namespace radslag::bench {
namespace {

void must(int code, sqlite3* db) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(db));
}

} // namespace

Db::Db(std::string const& path) { must(sqlite3_open(path.c_str(), &db_), db_); }
Db::~Db() { sqlite3_close(db_); }

void Db::run(std::string const& sql) {
    must(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr), db_);
}

std::vector<Cells> Db::all(std::string const& sql, Cells const& values) {
    Statement statement(*this, sql);
    int place = 0;
    for (auto const& value : values) statement.bind(++place, value);
    std::vector<Cells> rows;
    while (statement.step()) rows.push_back(statement.row());
    return rows;
}

std::string Db::text(std::string const& sql, Cells const& values) {
    auto const rows = all(sql, values);
    if (rows.empty()) throw std::runtime_error("nothing there: " + sql);
    auto const& cell = rows.front().front();
    if (auto const* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    return std::get<std::string>(cell);
}

Statement::Statement(Db& db, std::string const& sql) : db_(db) {
    must(sqlite3_prepare_v2(db.raw(), sql.c_str(), -1, &statement_, nullptr), db.raw());
}
Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::bind(int place, std::string const& text) {
    must(sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()),
                           SQLITE_STATIC),
         db_.raw());
}
void Statement::bind(int place, std::int64_t number) {
    must(sqlite3_bind_int64(statement_, place, number), db_.raw());
}
void Statement::bind(int place, Cell const& cell) {
    if (auto const* number = std::get_if<std::int64_t>(&cell)) bind(place, *number);
    else if (auto const* text = std::get_if<std::string>(&cell)) bind(place, *text);
    else must(sqlite3_bind_null(statement_, place), db_.raw());
}

bool Statement::step() {
    auto const code = sqlite3_step(statement_);
    must(code, db_.raw());
    if (code == SQLITE_ROW) return true;
    sqlite3_reset(statement_);
    return false;
}

Cells Statement::row() const {
    Cells cells;
    for (int i = 0; i < sqlite3_column_count(statement_); ++i) {
        auto const type = sqlite3_column_type(statement_, i);
        if (type == SQLITE_NULL) cells.emplace_back();
        else if (type == SQLITE_INTEGER) cells.emplace_back(sqlite3_column_int64(statement_, i));
        else
            cells.emplace_back(
                std::string(reinterpret_cast<char const*>(sqlite3_column_text(statement_, i)),
                            static_cast<std::size_t>(sqlite3_column_bytes(statement_, i))));
    }
    return cells;
}

} // namespace radslag::bench
