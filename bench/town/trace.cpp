#include "bench/town/trace.h"

#include <charconv>
#include <mutex>

#include <sqlite3.h>

namespace radslag::bench {
namespace {

std::mutex mutex;
std::vector<Ran> ran;

bool is_data(std::string_view sql) {
    for (std::string_view word : {"SELECT", "INSERT", "UPDATE", "DELETE"})
        if (sql.starts_with(word)) return true;
    return false;
}

// What SQLite wrote in the place of a `$n`: NULL, a whole number or a quoted text.
Cell read_literal(std::string_view text, std::size_t& at) {
    if (text.substr(at).starts_with("NULL")) {
        at += 4;
        return {};
    }
    if (text[at] != '\'') {
        std::int64_t number = 0;
        auto read = std::from_chars(text.data() + at, text.data() + text.size(), number);
        at = static_cast<std::size_t>(read.ptr - text.data());
        return number;
    }
    std::string value;
    for (++at; text[at] != '\'' || text.substr(at).starts_with("''"); ++at) {
        if (text[at] == '\'') ++at;
        value += text[at];
    }
    ++at;
    return value;
}

Ran read(std::string_view sql, std::string_view expanded) {
    Ran one;
    std::size_t at = 0;
    for (std::size_t i = 0; i < sql.size();) {
        if (sql[i] != '$') {
            one.sql += sql[i++];
            ++at;
            continue;
        }
        for (++i; i < sql.size() && sql[i] >= '0' && sql[i] <= '9'; ++i) {
        }
        one.sql += '?';
        one.values.push_back(read_literal(expanded, at));
    }
    return one;
}

int on_statement(unsigned, void*, void* statement, void*) {
    auto* prepared = static_cast<sqlite3_stmt*>(statement);
    std::string_view const sql = sqlite3_sql(prepared);
    if (!is_data(sql)) return 0;
    auto* expanded = sqlite3_expanded_sql(prepared);
    {
        std::lock_guard lock(mutex);
        ran.push_back(read(sql, expanded));
    }
    sqlite3_free(expanded);
    return 0;
}

int on_open(sqlite3* db, char const**, void const*) {
    return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, on_statement, nullptr);
}

} // namespace

void listen_to_all_connections() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(on_open)); }

std::vector<Ran> take_what_ran() {
    std::lock_guard lock(mutex);
    return std::exchange(ran, {});
}

} // namespace radslag::bench
