#pragma once
// From rows to tables and back, once for all kinds of rows: made from their `fields` (base/row.h).
// Every case table has, before the row's own columns, `organisation_id`, `case_id` and `sort_key`:
// the order in which rows came into the case, which a case file keeps.
#include <algorithm>
#include <numeric>

#include "storage/seals.h"
#include "workflow/workflow.h"

namespace radslag::storage {

// Columns that are not in the row but made from it. Only Due has one.
template <class R> struct Extra {
    static constexpr std::string_view column = {};
    static Cell made_from(R const&) { return {}; }
};

template <> struct Extra<workflow::Due> {
    static constexpr std::string_view column = "acts_on";
    static Cell made_from(workflow::Due const& due) { return cells::write(workflow::acts_on(due)); }
};

std::string select_sql(std::string_view table, std::vector<Column> const& columns);
std::string upsert_sql(std::string_view table, std::vector<Column> const& columns,
                       std::string_view extra);
std::string delete_sql(std::string_view table);

// As cells::read, without the cell between.
template <class T> T read_column(Query const& query, int i) {
    if constexpr (cells::IsOptional<T>::value) {
        if (query.is_null(i)) return std::nullopt;
        return read_column<typename T::value_type>(query, i);
    } else if constexpr (std::is_enum_v<T>) {
        auto value = read_word<T>(query.text(i));
        RADSLAG_SURE(value.has_value());
        return *value;
    } else if constexpr (std::integral<T>) return static_cast<T>(query.integer(i));
    else if constexpr (std::same_as<T, Instant>) return Instant{query.integer(i)};
    else if constexpr (std::same_as<T, Minutes>) return Minutes{static_cast<int>(query.integer(i))};
    else if constexpr (std::same_as<T, Date>) {
        auto date = read_date(query.text(i));
        RADSLAG_SURE(date.has_value());
        return *date;
    } else if constexpr (std::same_as<T, std::vector<std::string>>)
        return query.is_null(i) ? T{} : cells::split(std::string(query.text(i)));
    else return T{std::string(query.text(i))};
}

// `first`: the column of the row's first field.
template <class R> void read_row(Query const& query, int first, R& row) {
    std::apply(
        [&](auto const&... f) {
            ((row.*(f.at) =
                  read_column<std::remove_cvref_t<decltype(row.*(f.at))>>(query, first++)),
             ...);
        },
        R::fields);
}

// SQLite would sort what it reads through a temporary tree; a case has few rows of a kind.
template <class R> void put_in_order(std::vector<R>& rows, std::vector<std::int64_t> const& keys) {
    if (std::is_sorted(keys.begin(), keys.end())) return;
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    std::vector<R> sorted;
    sorted.reserve(rows.size());
    for (auto i : order) sorted.push_back(std::move(rows[i]));
    rows = std::move(sorted);
}

template <class R>
void load(Connection& db, OrganisationId const& organisation, CaseId const& id,
          std::vector<R>& rows) {
    static std::string const sql = select_sql(R::table, columns<R>());
    auto query = db.query(sql, id);
    std::vector<std::int64_t> keys;
    while (query.step()) {
        keys.push_back(query.integer(0));
        auto& row = rows.emplace_back();
        read_row(query, 1, row);
        if constexpr (has_sealed(R::table))
            open_row(db.seals(), {organisation.text, id.text, R::table, row.id.text}, row);
    }
    put_in_order(rows, keys);
}

// What writing needs of a kind of row whose name comes with a Change.
struct Table {
    std::string_view name;
    std::vector<Column> columns;
    std::string upsert; // $1 organisation, $2 case, $3 sort key, then the cells, then the extra
    std::string remove; // $1 case, $2 id
    // The cells to write, with the extra one; a row that could not be read again is a bug.
    Cells (*checked)(Cells const& cells);
};
std::vector<Table> const& tables();
Table const& table_named(std::string_view name); // an unknown one is a bug

} // namespace radslag::storage
