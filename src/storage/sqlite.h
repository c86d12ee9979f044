#pragma once
// The thin layer over sqlite3, whose API only sqlite.cpp sees. Placeholders are `$1` to `$n`, as in
// PostgreSQL; statements are kept prepared per connection. One thread at a time.
#include <algorithm>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/base.h"

struct sqlite3;
struct sqlite3_stmt;

namespace radslag::storage {

// The file, the disk or another process failed us; or the tables forbid what was asked.
class SqliteError : public std::runtime_error {
public:
    SqliteError(int code, std::string const& what);
    // Of what is sealed: `told` is fit for a stranger's eyes.
    SqliteError(std::string told, std::string const& what);
    [[nodiscard]] bool is_forbidden() const; // by a constraint of the tables: a bug of ours
    [[nodiscard]] Fault fault() const;

private:
    static std::string told(int code);

    int code_; // SQLite's extended code; 0: not SQLite's
    std::string told_, logged_;
};

struct Prepared {
    sqlite3_stmt* statement = nullptr;
    std::vector<int> places; // of $1, $2 …
    bool busy = false;
};

// A statement at work. What text() gives lives until the next step().
class Query {
public:
    explicit Query(Prepared& prepared);
    Query(Prepared& prepared, Cells const& values);
    template <class First, class... Rest>
    Query(Prepared& prepared, First const& first, Rest const&... rest);
    ~Query();
    Query(Query const&) = delete;
    Query& operator=(Query const&) = delete;

    bool step(); // there is a row
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const; // of nothing: empty
    [[nodiscard]] std::string_view name(int column) const;
    [[nodiscard]] Cell cell(int column) const;
    [[nodiscard]] Cells cells() const; // the whole row

    void bind_nothing(int number);
    void bind(int number, std::int64_t value);
    void bind(int number, std::string_view value);

private:
    Prepared& prepared_;
};

template <class T> void bind(Query& query, int number, T const& value) {
    if constexpr (std::same_as<T, std::monostate> || std::same_as<T, std::nullopt_t>)
        query.bind_nothing(number);
    else if constexpr (cells::IsOptional<T>::value) {
        if (value) bind(query, number, *value);
        else query.bind_nothing(number);
    } else if constexpr (std::same_as<T, Cell>)
        std::visit([&](auto const& held) { bind(query, number, held); }, value);
    else if constexpr (std::is_enum_v<T>) query.bind(number, word(value));
    else if constexpr (std::integral<T>) query.bind(number, static_cast<std::int64_t>(value));
    else if constexpr (std::same_as<T, Instant>) query.bind(number, value.micros);
    else if constexpr (std::same_as<T, Date>) query.bind(number, write_date(value));
    else if constexpr (cells::IsId<T>::value) query.bind(number, value.text);
    else query.bind(number, std::string_view(value));
}

template <class First, class... Rest>
Query::Query(Prepared& prepared, First const& first, Rest const&... rest) : Query(prepared) {
    int number = 1;
    storage::bind(*this, number, first);
    (storage::bind(*this, ++number, rest), ...);
}

class Seals;

class Connection {
public:
    // Opens or makes the file; nothing is read yet. Without `seals` nothing sealed is read or
    // written.
    explicit Connection(std::string const& path);
    Connection(std::string const& path, std::unique_ptr<Seals> seals);
    ~Connection();
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    template <class... Values> Query query(std::string_view sql, Values const&... values) {
        auto& prepared = prepare(sql);
        RADSLAG_SURE(prepared.places.size() == sizeof...(values));
        return Query(prepared, values...);
    }
    // Runs to its end; how many rows it changed.
    template <class... Values> int run(std::string_view sql, Values const&... values) {
        auto& prepared = prepare(sql);
        RADSLAG_SURE(prepared.places.size() == sizeof...(values));
        Query query(prepared, values...);
        return finish(query);
    }
    Query query_cells(std::string_view sql, Cells const& values);
    int run_cells(std::string_view sql, Cells const& values);
    void script(std::string const& sql); // several statements, without values
    // Every page as this connection sees it now, into an empty database. False: it was told to
    // stop.
    bool copy_to(Connection& empty, std::function<bool()> const& stop);

    [[nodiscard]] Seals& seals() const;
    [[nodiscard]] bool has_seals() const { return seals_ != nullptr; }
    [[nodiscard]] bool in_transaction() const;
    [[nodiscard]] bool is_read_only() const;
    void roll_back() noexcept; // whatever is under way

private:
    Prepared& prepare(std::string_view sql);
    int finish(Query& query);

    sqlite3* db_ = nullptr;
    std::unique_ptr<Seals> seals_;
    struct Hash {
        using is_transparent = void;
        // Statements are long, and differ in their length or at their end.
        std::size_t operator()(std::string_view sql) const {
            auto const end = sql.substr(sql.size() - std::min(sql.size(), std::size_t{48}));
            return std::hash<std::string_view>{}(end) + sql.size();
        }
    };
    std::unordered_map<std::string, Prepared, Hash, std::equal_to<>> prepared_;
};

} // namespace radslag::storage
