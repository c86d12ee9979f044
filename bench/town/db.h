#pragma once
// SQLite by hand: what the town is written with in bulk, past the commands.
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

struct sqlite3;
struct sqlite3_stmt;

namespace radslag::bench {

class Db {
public:
    explicit Db(std::string const& path);
    ~Db();
    Db(Db const&) = delete;
    Db& operator=(Db const&) = delete;

    void run(std::string const& sql);
    std::vector<Cells> all(std::string const& sql, Cells const& values = {});
    std::string text(std::string const& sql, Cells const& values = {}); // one value, as text

    [[nodiscard]] sqlite3* raw() const { return db_; }

private:
    sqlite3* db_ = nullptr;
};

class Statement {
public:
    Statement(Db& db, std::string const& sql);
    ~Statement();
    Statement(Statement const&) = delete;
    Statement& operator=(Statement const&) = delete;

    // Texts must live until the next step.
    void bind(int place, std::string const& text);
    void bind(int place, std::int64_t number);
    void bind(int place, Cell const& cell);
    bool step(); // there is a row; after the last one it can be bound anew
    [[nodiscard]] Cells row() const;

private:
    Db& db_;
    sqlite3_stmt* statement_ = nullptr;
};

} // namespace radslag::bench
