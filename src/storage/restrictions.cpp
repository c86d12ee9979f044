#include "storage/house.h"
#include "storage/rows.h"

namespace radslag::storage {
namespace {

using commands::Restriction;

Restriction read_restriction(Query const& query) {
    Restriction one;
    one.id = read_column<RowId>(query, 0);
    one.from = read_column<Date>(query, 1);
    one.until = read_column<std::optional<Date>>(query, 2);
    one.room_at_most = read_column<std::optional<std::int64_t>>(query, 3);
    one.put_by = read_column<StaffId>(query, 4);
    one.put_at = read_column<Instant>(query, 5);
    one.instead_of = read_column<std::optional<RowId>>(query, 6);
    one.ended_on = read_column<std::optional<Date>>(query, 7);
    one.ended_by = read_column<std::optional<StaffId>>(query, 8);
    one.ended_why = read_column<std::string>(query, 9);
    one.version = query.integer(10);
    return one;
}

} // namespace

// A row for each language, those of one restriction together.
std::vector<Restriction> restrictions(Connection& db, OrganisationId const& id) {
    std::vector<Restriction> all;
    auto query = db.query("SELECT r.id, r.from_day, r.until_day, r.room_at_most, r.put_by, r.put_at,"
                          " r.instead_of, r.ended_on, r.ended_by, r.ended_why, r.version,"
                          " w.language, w.name, w.text"
                          " FROM restriction r JOIN restriction_words w ON w.restriction_id = r.id"
                          " WHERE r.organisation_id = $1 ORDER BY r.from_day, r.id, w.language",
                          id);
    while (query.step()) {
        if (all.empty() || all.back().id.text != query.text(0)) {
            all.push_back(read_restriction(query));
            all.back().organisation = id;
        }
        all.back().words.push_back({read_column<std::string>(query, 11),
                                    read_column<std::string>(query, 12),
                                    read_column<std::string>(query, 13)});
    }
    return all;
}

// What was put in force stays as it was: only its end and its translations are written later.
void put(Connection& db, Restriction const& r) {
    RADSLAG_SURE(!r.id.empty());
    RADSLAG_SURE(!r.words.empty());
    auto written = db.run(
        "INSERT INTO restriction (id, organisation_id, from_day, until_day, room_at_most, put_by,"
        " put_at, instead_of, ended_on, ended_by, ended_why, version)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        " ON CONFLICT (id) DO UPDATE SET ended_on = excluded.ended_on,"
        " ended_by = excluded.ended_by, ended_why = excluded.ended_why,"
        " version = excluded.version"
        " WHERE restriction.organisation_id = excluded.organisation_id",
        r.id, r.organisation, r.from, r.until, r.room_at_most, r.put_by, r.put_at, r.instead_of,
        r.ended_on, r.ended_by, r.ended_why, r.version);
    RADSLAG_SURE(written == 1);
    for (auto const& words : r.words)
        db.run("INSERT INTO restriction_words (restriction_id, language, name, text)"
               " VALUES ($1, $2, $3, $4) ON CONFLICT (restriction_id, language) DO UPDATE SET"
               " name = excluded.name, text = excluded.text",
               r.id, words.language, words.name, words.text);
}

} // namespace radslag::storage
