#pragma once
// The trail in the tables: what is saved is written into a chain in the same transaction, and all of
// it can be compared with what stands now (trail/trail.h).
#include "commands/commands.h"
#include "storage/sqlite.h"
#include "trail/trail.h"

namespace radslag::storage {

// After an act about a case was written: one entry, of what happened and the rows as they were left.
void append_to_trail(Connection& db, Random& random, OrganisationId const& organisation,
                     CaseId const& id, std::vector<workflow::Happening> const& happenings,
                     std::vector<trail::Left> rows);
// After rows of the house were written: accounts, committee days, acts, which cases there are.
void append_to_trail(Connection& db, Random& random, OrganisationId const& organisation,
                     std::vector<trail::Left> const& rows);

// What lists need of a case is made anew at each act; nobody else may write it either.
std::vector<trail::Left> lists_of(Connection& db, CaseId const& id);
// A row of the house as it is hashed: without what a sign-in or a new case changes. The tables are
// those of `house_tables`.
trail::Left standing(Connection& db, std::string_view table, OrganisationId const& organisation,
                     std::string const& id);

struct HouseTable {
    std::string_view name;
    std::string_view id;           // its column
    std::string_view organisation; // its column
    std::string_view columns;
};
std::span<HouseTable const> house_tables();

std::vector<trail::Head> trail_heads(Connection& db);
std::optional<trail::Hash> trail_hash(Connection& db, std::string const& chain, std::int64_t n);

// Of a case: seq of each happening that was taken back, and by which.
inline constexpr std::string_view taken_back_sql =
    "SELECT CAST(seq AS TEXT), taken_back_by FROM happening WHERE case_id = $1"
    " AND taken_back_by IS NOT NULL ORDER BY seq";

// Everything: each chain, each row, and that no case is there that the house does not know.
struct Verified {
    std::int64_t chains = 0;
    std::int64_t entries = 0;
    std::int64_t rows = 0;
    std::vector<trail::Finding> findings;
};
Verified verify_trail(Connection& db);

} // namespace radslag::storage
