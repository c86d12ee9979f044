#include "storage/retention.h"

#include "storage/rows.h"

namespace radslag::storage {
namespace {

using commands::Erasure;
using commands::Hold;
using commands::KeptUntil;
using commands::Release;
using Lines = std::vector<std::string>;

} // namespace

std::vector<Hold> holds(Connection& db, OrganisationId const& id) {
    std::vector<Hold> all;
    auto query = db.query("SELECT id, case_id, number, ground, reason, put_by, put_at, lifted_by,"
                          " lifted_at, lifted_why FROM hold WHERE organisation_id = $1"
                          " ORDER BY put_at, id",
                          id);
    while (query.step())
        all.push_back(
            {read_column<RowId>(query, 0), id, read_column<CaseId>(query, 1), query.integer(2),
             read_column<std::string>(query, 3), read_column<std::string>(query, 4),
             read_column<StaffId>(query, 5), read_column<Instant>(query, 6),
             read_column<std::optional<StaffId>>(query, 7),
             read_column<std::optional<Instant>>(query, 8), read_column<std::string>(query, 9)});
    return all;
}

std::vector<Release> releases(Connection& db, OrganisationId const& id) {
    std::vector<Release> all;
    auto query = db.query("SELECT id, case_id, number, parts, \"by\", \"at\" FROM release"
                          " WHERE organisation_id = $1 AND withdrawn_at IS NULL"
                          " ORDER BY \"at\", id",
                          id);
    while (query.step())
        all.push_back({read_column<RowId>(query, 0),
                       id,
                       read_column<CaseId>(query, 1),
                       query.integer(2),
                       read_column<Lines>(query, 3),
                       read_column<StaffId>(query, 4),
                       read_column<Instant>(query, 5),
                       {},
                       {}});
    return all;
}

std::vector<Erasure> erasures(Connection& db, OrganisationId const& id, std::size_t limit) {
    std::vector<Erasure> all;
    auto query =
        db.query("SELECT id, number, whole, parts, rows, released_by, released_at, erased_by,"
                 " erased_at, wiped_at FROM erasure WHERE organisation_id = $1"
                 " ORDER BY erased_at DESC, id DESC LIMIT $2",
                 id, limit);
    while (query.step())
        all.push_back({read_column<RowId>(query, 0), id, query.integer(1), query.integer(2) != 0,
                       read_column<Lines>(query, 3), read_column<Lines>(query, 4),
                       read_column<StaffId>(query, 5), read_column<Instant>(query, 6),
                       read_column<StaffId>(query, 7), read_column<Instant>(query, 8),
                       read_column<std::optional<Instant>>(query, 9)});
    return all;
}

bool is_unwiped(Connection& db) {
    return db.query("SELECT 1 FROM erasure WHERE wiped_at IS NULL LIMIT 1").step();
}

std::optional<CaseId> case_numbered(Connection& db, OrganisationId const& id, std::int64_t number) {
    auto query = db.query("SELECT case_id FROM glance WHERE organisation_id = $1 AND number = $2",
                          id, number);
    if (!query.step()) return {};
    return read_column<CaseId>(query, 0);
}

std::vector<std::pair<OrganisationId, CaseId>>
not_kept_in_mind(Connection& db, std::string const& rules, std::size_t limit) {
    std::vector<std::pair<OrganisationId, CaseId>> all;
    auto query = db.query("SELECT g.organisation_id, g.case_id FROM glance g"
                          " LEFT JOIN kept_until k ON k.case_id = g.case_id"
                          " WHERE k.case_id IS NULL OR k.rules <> $1 OR k.seen <> g.changed_at"
                          " LIMIT $2",
                          rules, limit);
    while (query.step())
        all.emplace_back(read_column<OrganisationId>(query, 0), read_column<CaseId>(query, 1));
    return all;
}

std::vector<CaseId> to_erase(Connection& db, OrganisationId const& id, Date today,
                             std::size_t limit) {
    std::vector<CaseId> all;
    auto query = db.query("SELECT case_id FROM kept_until WHERE organisation_id = $1"
                          " AND due_on IS NOT NULL AND due_on <= $2 ORDER BY due_on, case_id"
                          " LIMIT $3",
                          id, today, limit);
    while (query.step()) all.push_back(read_column<CaseId>(query, 0));
    return all;
}

// Put once, lifted once.
void put(Connection& db, Hold const& h) {
    auto written = db.run(
        "INSERT INTO hold (id, organisation_id, case_id, number, ground, reason, put_by, put_at,"
        " lifted_by, lifted_at, lifted_why) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        " ON CONFLICT (id) DO UPDATE SET lifted_by = excluded.lifted_by,"
        " lifted_at = excluded.lifted_at, lifted_why = excluded.lifted_why"
        " WHERE hold.organisation_id = excluded.organisation_id AND hold.lifted_at IS NULL",
        h.id, h.organisation, h.of, h.number, h.ground, h.reason, h.put_by, h.put_at, h.lifted_by,
        h.lifted_at, h.lifted_why);
    RADSLAG_SURE(written == 1);
}

void put(Connection& db, Release const& r) {
    auto written =
        db.run("INSERT INTO release (id, organisation_id, case_id, number, parts, \"by\", \"at\","
               " withdrawn_by, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
               " ON CONFLICT (id) DO UPDATE SET withdrawn_by = excluded.withdrawn_by,"
               " withdrawn_at = excluded.withdrawn_at"
               " WHERE release.organisation_id = excluded.organisation_id AND release.withdrawn_at "
               "IS NULL",
               r.id, r.organisation, r.of, r.number, cells::join(r.parts), r.by, r.at,
               r.withdrawn_by, r.withdrawn_at);
    RADSLAG_SURE(written == 1);
}

// The proof is written once; later only that the files were wiped.
void put(Connection& db, Erasure const& e) {
    auto written = db.run(
        "INSERT INTO erasure (id, organisation_id, number, whole, parts, rows, released_by,"
        " released_at, erased_by, erased_at, wiped_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        " ON CONFLICT (id) DO UPDATE SET wiped_at = excluded.wiped_at"
        " WHERE erasure.organisation_id = excluded.organisation_id AND erasure.wiped_at IS NULL",
        e.id, e.organisation, e.number, e.whole, cells::join(e.parts), cells::join(e.rows),
        e.released_by, e.released_at, e.erased_by, e.erased_at, e.wiped_at);
    RADSLAG_SURE(written == 1);
}

void put(Connection& db, KeptUntil const& k) {
    auto written = db.run(
        "INSERT INTO kept_until (case_id, organisation_id, due_on, rules, seen)"
        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (case_id) DO UPDATE SET due_on = excluded.due_on,"
        " rules = excluded.rules, seen = excluded.seen"
        " WHERE kept_until.organisation_id = excluded.organisation_id",
        k.id, k.organisation, k.due_on, k.rules, k.seen);
    RADSLAG_SURE(written == 1);
}

} // namespace radslag::storage
