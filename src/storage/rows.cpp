#include "storage/rows.h"

#include <fmt/format.h>

namespace radslag::storage {
namespace {

template <class R> Cells checked(Cells const& given) {
    auto row = from_cells<R>(given);
    auto again = to_cells(row);
    RADSLAG_SURE(again == given);
    if (!Extra<R>::column.empty()) again.push_back(Extra<R>::made_from(row));
    return again;
}

template <class R> Table table_of() {
    auto all = columns<R>();
    auto upsert = upsert_sql(R::table, all, Extra<R>::column);
    return {R::table, std::move(all), std::move(upsert), delete_sql(R::table), &checked<R>};
}

template <class> struct Every;
template <class... R> struct Every<std::tuple<std::vector<R>...>> {
    static std::vector<Table> tables() { return {table_of<R>()...}; }
};

} // namespace

std::string select_sql(std::string_view table, std::vector<Column> const& columns) {
    std::string sql = "SELECT \"sort_key\"";
    for (auto const& column : columns) sql += fmt::format(", \"{}\"", column.name);
    return sql + fmt::format(" FROM \"{}\" WHERE \"case_id\" = $1", table);
}

std::string upsert_sql(std::string_view table, std::vector<Column> const& columns,
                       std::string_view extra) {
    std::vector<std::string_view> own;
    for (auto const& column : columns) own.push_back(column.name);
    if (!extra.empty()) own.push_back(extra);
    std::string names = "\"organisation_id\", \"case_id\", \"sort_key\"";
    std::string values = "$1, $2, $3";
    std::string changes;
    int number = 3;
    for (auto name : own) {
        names += fmt::format(", \"{}\"", name);
        values += fmt::format(", ${}", ++number);
        if (name == "id") continue;
        changes +=
            fmt::format("{}\"{}\" = excluded.\"{}\"", changes.empty() ? "" : ", ", name, name);
    }
    return fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})"
                       " ON CONFLICT (\"case_id\", \"id\") DO UPDATE SET {} RETURNING *",
                       table, names, values, changes);
}

std::string delete_sql(std::string_view table) {
    return fmt::format("DELETE FROM \"{}\" WHERE \"case_id\" = $1 AND \"id\" = $2", table);
}

std::vector<Table> const& tables() {
    static auto const all = Every<workflow::Rows>::tables();
    return all;
}

Table const& table_named(std::string_view name) {
    auto const& all = tables();
    auto found =
        std::find_if(all.begin(), all.end(), [&](auto const& t) { return t.name == name; });
    RADSLAG_SURE(found != all.end());
    return *found;
}

} // namespace radslag::storage
