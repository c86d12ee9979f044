#include <charconv>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "storage/cases.h"
#include "storage/chains.h"
#include "storage/rows.h"

namespace radslag::storage {
namespace {

using workflow::Change;
using workflow::Happening;

constexpr std::string_view take_back = "take_back";

std::optional<std::string> write_cells(std::optional<Cells> const& cells) {
    if (!cells) return std::nullopt;
    boost::json::array array;
    array.reserve(cells->size());
    for (auto const& cell : *cells) {
        if (auto const* number = std::get_if<std::int64_t>(&cell)) array.emplace_back(*number);
        else if (auto const* text = std::get_if<std::string>(&cell)) array.emplace_back(*text);
        else array.emplace_back(nullptr);
    }
    return boost::json::serialize(array);
}

Cells read_cells(std::string_view text) {
    Cells cells;
    auto const value = boost::json::parse({text.data(), text.size()});
    for (auto const& item : value.as_array()) {
        if (item.is_null()) cells.emplace_back();
        else if (item.is_int64()) cells.emplace_back(item.as_int64());
        else cells.emplace_back(std::string(item.as_string()));
    }
    return cells;
}

constexpr std::string_view select =
    "SELECT seq, act_id, name, \"at\", staff, \"by\", for_whom, told, told_on, about, why, detail,"
    " taken_back_by, case_id, request, organisation_id FROM happening";

Happening read_happening(Connection& db, Query const& query) {
    auto const id = std::to_string(query.integer(0));
    Place const at{query.text(15), query.text(13), "happening", id};
    Happening h;
    h.seq = query.integer(0);
    h.act = read_column<ActId>(query, 1);
    h.name = read_column<std::string>(query, 2);
    h.at = read_column<Instant>(query, 3);
    h.staff = read_column<std::optional<StaffId>>(query, 4);
    h.by = read_column<std::optional<PersonId>>(query, 5);
    h.for_whom = read_column<std::optional<PersonId>>(query, 6);
    h.told = read_column<std::optional<consent::Told>>(query, 7);
    h.told_on = read_column<std::optional<Date>>(query, 8);
    h.about = read_column<std::string>(query, 9);
    h.why = db.seals().open(at, "why", query.text(10));
    h.detail = read_column<std::string>(query, 11);
    h.taken_back_by = read_column<std::optional<std::int64_t>>(query, 12);
    h.request = db.seals().open(at, "request", query.text(14));
    return h;
}

std::string change_id(std::int64_t seq, std::int64_t n) { return fmt::format("{}.{}", seq, n); }

// `all` are of one case, in order, without a gap.
void add_changes(Connection& db, CaseId const& id, std::vector<Happening>& all) {
    if (all.empty()) return;
    auto query = db.query("SELECT seq, row_table, row_id, before, after, n, organisation_id"
                          " FROM happening_change"
                          " WHERE case_id = $1 AND seq >= $2 AND seq <= $3 ORDER BY seq, n",
                          id, all.front().seq, all.back().seq);
    auto at = all.begin();
    while (query.step()) {
        while (at->seq < query.integer(0)) ++at;
        Change change{std::string(query.text(1)), std::string(query.text(2)), {}, {}};
        auto const row = change_id(query.integer(0), query.integer(5));
        Place const place{query.text(6), id.text, "happening_change", row};
        auto read = [&](std::string_view column, int i) -> std::optional<Cells> {
            if (query.is_null(i)) return std::nullopt;
            return read_cells(db.seals().open(place, column, query.text(i)));
        };
        change.before = read("before", 3);
        change.after = read("after", 4);
        at->changes.push_back(std::move(change));
    }
}

void write_changes(Connection& db, OrganisationId const& organisation, CaseId const& id,
                   Happening const& happening, std::vector<trail::Left>& left) {
    std::int64_t n = 0;
    for (auto const& change : happening.changes) {
        auto const row = change_id(happening.seq, ++n);
        Place const place{organisation.text, id.text, "happening_change", row};
        auto sealed = [&](std::string_view column, std::optional<Cells> const& cells) {
            auto text = write_cells(cells);
            if (text) text = db.seals().seal(place, column, *text);
            return text;
        };
        auto query =
            db.query("INSERT INTO happening_change (organisation_id, case_id, seq, n, row_table,"
                     " row_id, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING *",
                     organisation, id, happening.seq, n, change.table, change.id,
                     sealed("before", change.before), sealed("after", change.after));
        left.push_back(written(db, "happening_change", row, query));
    }
}

void write_happening(Connection& db, OrganisationId const& organisation, CaseId const& id,
                     Happening const& h, std::int64_t nth, std::vector<trail::Left>& left) {
    auto const row = std::to_string(h.seq);
    Place const at{organisation.text, id.text, "happening", row};
    auto query = db.query(
        "INSERT INTO happening (organisation_id, case_id, seq, act_id, nth, name, \"at\", staff,"
        " \"by\", for_whom, told, told_on, about, why, detail, taken_back_by,"
        " request)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
        " RETURNING *",
        organisation, id, h.seq, h.act, nth, h.name, h.at, h.staff, h.by, h.for_whom, h.told,
        h.told_on, h.about, db.seals().seal(at, "why", h.why), h.detail, h.taken_back_by,
        db.seals().seal(at, "request", h.request));
    left.push_back(written(db, "happening", row, query));
    write_changes(db, organisation, id, h, left);
}

// Every happening of the act that is taken back says by which it was; none is taken back twice.
void mark_taken_back(Connection& db, OrganisationId const& organisation, CaseId const& id,
                     Happening const& by, std::vector<trail::Left>& left) {
    std::int64_t seq = 0;
    auto const* end = by.about.data() + by.about.size();
    auto read = std::from_chars(by.about.data(), end, seq);
    RADSLAG_SURE(read.ec == std::errc{} && read.ptr == end && seq < by.seq);
    auto marked =
        db.run("UPDATE happening SET taken_back_by = $1 WHERE organisation_id = $2 AND case_id = $3"
               " AND act_id = (SELECT act_id FROM happening WHERE case_id = $3 AND seq = $4)"
               " AND taken_back_by IS NULL",
               by.seq, organisation, id, seq);
    RADSLAG_SURE(marked > 0);
    static std::string const sql = happening_rows("case_id = $1 AND taken_back_by = $2");
    auto query = db.query(sql, id, by.seq);
    for (auto& row : read_left(db, "happening", query)) left.push_back(std::move(row));
}

} // namespace

std::vector<Happening> happenings(Connection& db, CaseId const& id, std::int64_t after_seq,
                                  std::size_t limit, bool with_changes) {
    std::vector<Happening> all;
    {
        static std::string const sql =
            std::string(select) + " WHERE case_id = $1 AND seq > $2 ORDER BY seq LIMIT $3";
        auto query = db.query(sql, id, after_seq, limit);
        while (query.step()) all.push_back(read_happening(db, query));
    }
    if (with_changes) add_changes(db, id, all);
    return all;
}

std::vector<Happening> act(Connection& db, OrganisationId const& organisation, ActId const& act) {
    std::vector<Happening> all;
    CaseId id;
    {
        static std::string const sql =
            std::string(select) + " WHERE organisation_id = $1 AND act_id = $2 ORDER BY nth";
        auto query = db.query(sql, organisation, act);
        while (query.step()) {
            all.push_back(read_happening(db, query));
            id.text = query.text(13);
        }
    }
    add_changes(db, id, all);
    return all;
}

std::int64_t last_seq(Connection& db, CaseId const& id) {
    auto query = db.query("SELECT max(seq) FROM happening WHERE case_id = $1", id);
    query.step();
    return query.integer(0);
}

std::vector<trail::Left> append(Connection& db, OrganisationId const& organisation,
                                CaseId const& id, std::vector<Happening> const& happenings) {
    std::vector<trail::Left> left;
    auto seq = last_seq(db, id);
    std::map<std::string, std::int64_t> done; // of each act
    for (auto const& happening : happenings) {
        RADSLAG_SURE(happening.seq == ++seq);
        RADSLAG_SURE(!happening.act.empty());
        write_happening(db, organisation, id, happening, ++done[happening.act.text], left);
        if (happening.name == take_back) mark_taken_back(db, organisation, id, happening, left);
    }
    return left;
}

} // namespace radslag::storage
