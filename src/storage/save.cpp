#include <fmt/format.h>

#include "storage/cases.h"
#include "storage/chains.h"
#include "storage/rows.h"

namespace radslag::storage {
namespace {

using workflow::Change;
using workflow::Happening;

std::string nearest(commands::Glance const& glance) {
    return glance.due_on ? write_date(*glance.due_on) : std::string(never);
}

void write_glance(Connection& db, commands::Glance const& g) {
    auto written = db.run(
        "INSERT INTO glance (case_id, organisation_id, number, name, model, model_version, stage, "
        "round,"
        " status, acute, due_on, due, meets_on, changed_at, turn, nearest)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
        " ON CONFLICT (case_id) DO UPDATE SET number = excluded.number, name = excluded.name,"
        " model = excluded.model, model_version = excluded.model_version,"
        " stage = excluded.stage, round = excluded.round,"
        " status = excluded.status, acute = excluded.acute, due_on = excluded.due_on,"
        " due = excluded.due, meets_on = excluded.meets_on, changed_at = excluded.changed_at,"
        " turn = excluded.turn, nearest = excluded.nearest"
        " WHERE glance.organisation_id = excluded.organisation_id",
        g.id, g.organisation, g.number, g.name, g.model, g.model_version, g.stage, g.round,
        g.status, g.acute, g.due_on, g.due, g.meets_on, g.changed_at,
        static_cast<std::int64_t>(g.turn), nearest(g));
    RADSLAG_SURE(written == 1); // else it is another organisation's case
}

// The case's own row says where it belongs, and cannot say otherwise than save() was told.
void check_conference(Cells const& cells, OrganisationId const& organisation, CaseId const& id) {
    auto row = from_cells<conference::Conference>(cells);
    RADSLAG_SURE(row.id == id);
    RADSLAG_SURE(row.organisation == organisation);
}

// Gives the row as it was left.
trail::Left write_change(Connection& db, OrganisationId const& organisation, CaseId const& id,
                         Change const& change, std::int64_t sort_key) {
    auto const& table = table_named(change.table);
    if (!change.after) {
        RADSLAG_SURE(db.run(table.remove, id, change.id) == 1);
        return {change.table, change.id, std::nullopt, 0};
    }
    auto cells = table.checked(*change.after);
    RADSLAG_SURE(cells.front() == Cell{change.id});
    if (table.name == conference::Conference::table)
        check_conference(*change.after, organisation, id);
    if (has_sealed(table.name))
        seal_cells(db.seals(), {organisation.text, id.text, table.name, change.id}, table.columns,
                   cells);
    cells.insert(cells.begin(), {Cell{organisation.text}, Cell{id.text}, Cell{sort_key}});
    auto query = db.query_cells(table.upsert, cells);
    auto row = written(db, table.name, change.id, query);
    take_place(row);
    return row;
}

void assign_duties(Connection& db, commands::Glance const& glance) {
    db.run("DELETE FROM duty WHERE case_id = $1", glance.id);
    for (auto const& duty : glance.duties)
        db.run("INSERT INTO duty (case_id, staff_id, organisation_id, roles, open_roles, status,"
               " changed_at, nearest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
               glance.id, duty.staff, glance.organisation, cells::join(duty.roles),
               cells::join(duty.open), glance.status, glance.changed_at, nearest(glance));
}

void write_duties(Connection& db, std::vector<Happening> const& happenings,
                  commands::Glance const& glance) {
    for (auto const& happening : happenings)
        for (auto const& change : happening.changes)
            if (change.table == conference::Assignment::table) return assign_duties(db, glance);
    db.run("UPDATE duty SET status = $2, changed_at = $3, nearest = $4 WHERE case_id = $1",
           glance.id, glance.status, glance.changed_at, nearest(glance));
}

} // namespace

void save(Connection& db, OrganisationId const& organisation, CaseId const& id,
          std::vector<Happening> const& happenings, commands::Glance const& glance) {
    RADSLAG_SURE(glance.id == id);
    RADSLAG_SURE(glance.organisation == organisation);
    write_glance(db, glance);
    auto left = append(db, organisation, id, happenings);
    for (auto const& happening : happenings) {
        auto sort_key = happening.seq << 20;
        for (auto const& change : happening.changes)
            left.push_back(write_change(db, organisation, id, change, ++sort_key));
    }
    write_duties(db, happenings, glance);
    append_to_trail(db, organisation, id, happenings, std::move(left));
}

} // namespace radslag::storage
