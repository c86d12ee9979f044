// The rows of each chain as they stand.
#include <algorithm>

#include <fmt/format.h>

#include "storage/chains.h"
#include "storage/rows.h"

namespace radslag::storage {
namespace {

using trail::Left;
using trail::Standing;

// Their text does not change: made once, for the statements are kept by it.
struct HouseSql {
    HouseTable table;
    std::string one, all;
};
std::vector<HouseSql> const& house_sql() {
    static auto const all = [] {
        std::vector<HouseSql> made;
        for (auto const& t : house_tables()) {
            auto const text =
                fmt::format("SELECT {}, {} FROM {} WHERE {}", t.id, t.columns, t.from, t.where);
            made.push_back({t, fmt::format("{} AND {} = $2", text, t.id), text});
        }
        return made;
    }();
    return all;
}

// About a case, and written by no act of it.
struct KeptSql {
    std::string_view table, of_case, one;
};
constexpr KeptSql kept_sql[] = {
    {"hold", "SELECT id, * FROM hold WHERE case_id = $1", "SELECT id, * FROM hold WHERE id = $1"},
    {"release", "SELECT id, * FROM release WHERE case_id = $1",
     "SELECT id, * FROM release WHERE id = $1"},
    {"kept_until", "SELECT case_id, * FROM kept_until WHERE case_id = $1",
     "SELECT case_id, * FROM kept_until WHERE case_id = $1"},
};

struct CaseSql {
    std::string_view table;
    std::string rows;
    bool is_row = false; // of the case's own kinds: it has a sort key
};
std::vector<CaseSql> const& case_sql() {
    static auto const all = [] {
        std::vector<CaseSql> made;
        for (auto const& t : tables())
            made.push_back(
                {t.name, fmt::format("SELECT id, * FROM \"{}\" WHERE case_id = $1", t.name), true});
        made.push_back({"file", "SELECT id, * FROM file WHERE case_id = $1"});
        made.push_back({"happening", happening_rows("case_id = $1")});
        made.push_back({"happening_change", "SELECT seq || '.' || n, * FROM happening_change"
                                            " WHERE case_id = $1"});
        for (auto const& kept : kept_sql) made.push_back({kept.table, std::string(kept.of_case)});
        return made;
    }();
    return all;
}

std::vector<std::string> column(Connection& db, std::string_view sql) {
    std::vector<std::string> all;
    auto query = db.query(sql);
    while (query.step()) all.emplace_back(query.text(0));
    return all;
}

// Of every table that has rows of a case: one that stands in no other is found by it.
std::string const& every_case() {
    static auto const sql = [] {
        std::string text = "SELECT case_id FROM glance UNION SELECT case_id FROM duty"
                           " UNION SELECT case_id FROM happening"
                           " UNION SELECT case_id FROM happening_change"
                           " UNION SELECT case_id FROM file";
        for (auto const& kept : kept_sql)
            text += fmt::format(" UNION SELECT case_id FROM \"{}\"", kept.table);
        for (auto const& table : tables())
            text += fmt::format(" UNION SELECT case_id FROM \"{}\"", table.name);
        return text;
    }();
    return sql;
}

} // namespace

std::vector<HouseTable> const& house_tables() {
    static std::vector<HouseTable> const all{
        {"organisation", "organisation", "id", "id = $1", "*"},
        {"staff", "staff", "id", "organisation_id = $1", "*"},
        // When it was last seen changes with every minute of work.
        {"session", "session", "token_hash",
         "staff_id IN (SELECT id FROM staff WHERE organisation_id = $1)",
         "token_hash, staff_id, csrf, began_at, until"},
        {"committee_day", "committee_day", "id", "organisation_id = $1", "*"},
        {"restriction", "restriction", "id", "organisation_id = $1", "*"},
        {"restriction_words", "restriction_words", "restriction_id || ' ' || language",
         "restriction_id IN (SELECT id FROM restriction WHERE organisation_id = $1)", "*"},
        {"house_act", "house_act", "act_id", "organisation_id = $1", "*"},
        {"erasure", "erasure", "id", "organisation_id = $1", "*"},
        // Which cases there are, and of which days there are looks.
        {"case", "glance", "case_id", "organisation_id = $1", "case_id, organisation_id"},
        // Not IN: all cases of a house would be gathered for one key.
        {"trail_key", "trail_key", "case_id",
         "EXISTS (SELECT 1 FROM glance WHERE glance.case_id = trail_key.case_id AND"
         " organisation_id = $1)",
         "*"},
        {"looks", "(SELECT DISTINCT organisation_id, hour / 24 AS day FROM look)",
         "organisation_id || '/' || day", "organisation_id = $1", "organisation_id, day"},
    };
    return all;
}

// The sort key is a row's place: a row that was moved is another thing than one that was changed.
void take_place(Left& row) {
    auto const at = row.cells->begin() + sort_key_column;
    row.place = std::get<std::int64_t>(*at);
    row.cells->erase(at);
}

Left standing_kept(Connection& db, std::string_view table, std::string const& id) {
    auto const* at = std::ranges::find(kept_sql, table, &KeptSql::table);
    RADSLAG_SURE(at != std::end(kept_sql));
    auto query = db.query(at->one, id);
    auto rows = read_left(db, table, query);
    RADSLAG_SURE(rows.size() == 1);
    return std::move(rows.front());
}

Cells opened(Connection& db, std::string_view table, std::string_view id, Query const& query,
             int first) {
    if (has_sealed(table)) return open_cells(db.seals(), table, id, query, first);
    auto cells = query.cells();
    cells.erase(cells.begin(), cells.begin() + first);
    return cells;
}

std::vector<Left> read_left(Connection& db, std::string_view table, Query& query) {
    std::vector<Left> all;
    while (query.step()) {
        auto id = std::string(query.text(0));
        auto cells = opened(db, table, id, query, 1);
        all.push_back({std::string(table), std::move(id), std::move(cells), 0});
    }
    return all;
}

std::string happening_rows(std::string_view condition) {
    return fmt::format("SELECT CAST(seq AS TEXT), * FROM happening WHERE {}", condition);
}

Left standing(Connection& db, std::string_view house_table, OrganisationId const& organisation,
              std::string const& id) {
    auto const& all = house_sql();
    auto const at =
        std::ranges::find_if(all, [&](auto const& sql) { return sql.table.name == house_table; });
    RADSLAG_SURE(at != all.end());
    auto query = db.query(at->one, organisation, id);
    auto rows = read_left(db, house_table, query);
    if (rows.empty()) return {std::string(house_table), id, std::nullopt, 0};
    return std::move(rows.front());
}

std::vector<Standing> house_rows(Connection& db, OrganisationId const& organisation) {
    std::vector<Standing> all;
    for (auto const& sql : house_sql()) {
        auto query = db.query(sql.all, organisation);
        all.push_back({std::string(sql.table.name), read_left(db, sql.table.name, query)});
    }
    return all;
}

std::vector<Standing> case_rows(Connection& db, CaseId const& id) {
    std::vector<Standing> all;
    for (auto const& sql : case_sql()) {
        auto query = db.query(sql.rows, id);
        all.push_back({std::string(sql.table), read_left(db, sql.table, query)});
        if (sql.is_row)
            for (auto& row : all.back().rows) take_place(row);
    }
    for (auto& row : lists_of(db, id)) all.push_back({row.table, {std::move(row)}});
    return all;
}

std::vector<Standing> look_rows(Connection& db, std::string const& chain) {
    auto const cut = chain.find('/');
    RADSLAG_SURE(cut != std::string::npos);
    auto query = db.query("SELECT hour || '.' || n, * FROM look WHERE organisation_id = $1"
                          " AND hour >= $2 * 24 AND hour < $2 * 24 + 24",
                          chain.substr(0, cut), std::stoll(chain.substr(cut + 1)));
    return {{"look", read_left(db, "look", query)}};
}

std::vector<Left> lists_of(Connection& db, CaseId const& id) {
    std::vector<Left> rows;
    {
        auto query = db.query("SELECT case_id, * FROM glance WHERE case_id = $1", id);
        rows = read_left(db, "glance", query);
    }
    Cells duties;
    auto query = db.query("SELECT * FROM duty WHERE case_id = $1 ORDER BY staff_id", id);
    while (query.step())
        for (auto& cell : query.cells()) duties.push_back(std::move(cell));
    if (!rows.empty() || !duties.empty()) rows.push_back({"duty", id.text, std::move(duties), 0});
    return rows;
}

AllChains all_chains(Connection& db) {
    AllChains all{column(db, "SELECT id FROM organisation"), column(db, every_case()), {}, {}};
    all.looks = column(db, "SELECT DISTINCT organisation_id || '/' || (hour / 24) FROM look");
    auto known = all.houses;
    for (auto const* some : {&all.cases, &all.looks})
        known.insert(known.end(), some->begin(), some->end());
    std::ranges::sort(known);
    for (auto& chain : column(db, "SELECT DISTINCT chain FROM trail UNION"
                                  " SELECT DISTINCT chain FROM trail_told"))
        if (!std::ranges::binary_search(known, chain)) all.others.push_back(std::move(chain));
    return all;
}

} // namespace radslag::storage
