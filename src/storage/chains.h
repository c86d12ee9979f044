#pragma once
// The trail in the tables: what is written is written into a chain in the same transaction, and all
// of it can be compared with what stands now (trail/trail.h).
#include "commands/commands.h"
#include "storage/sqlite.h"
#include "trail/trail.h"

namespace radslag::storage {

// Whose rows a chain tells of. Nobody else may write them.
struct HouseTable {
    std::string_view name; // in the trail
    std::string_view from; // the table, or what is read of one
    std::string_view id; // of a row, as SQL
    std::string_view where; // that it is organisation $1's, as SQL
    std::string_view columns; // that the trail tells of
};
std::vector<HouseTable> const& house_tables();

// Rows as they stand, opened. The first column of a query is the id, then the cells. A cell that
// does not open stays as it is: it is another one than was written.
std::vector<trail::Left> read_left(Connection& db, std::string_view table, Query& query);
Cells opened(Connection& db, std::string_view table, std::string_view id, Query const& query,
             int first);
// The one row that was just written, by RETURNING *.
trail::Left written(Connection& db, std::string_view table, std::string id, Query& query);
// A row of the case's own kinds has its sort key for a place, and not among its cells.
inline constexpr std::ptrdiff_t sort_key_column = 2;
void take_place(trail::Left& row);
trail::Left standing_kept(Connection& db, std::string_view table, std::string const& id);
trail::Left standing(Connection& db, std::string_view house_table,
                     OrganisationId const& organisation, std::string const& id);
std::vector<trail::Standing> house_rows(Connection& db, OrganisationId const& organisation);
std::vector<trail::Standing> case_rows(Connection& db, CaseId const& id);
// What lists need of a case is made anew at each act: all of it is two rows of the trail.
std::vector<trail::Left> lists_of(Connection& db, CaseId const& id);
std::string happening_rows(std::string_view condition); // SQL for read_left

// After an act about a case was written.
void append_to_trail(Connection& db, OrganisationId const& organisation, CaseId const& id,
                     std::vector<workflow::Happening> const& happenings,
                     std::vector<trail::Left> rows);
// After a row about a case was written that is none of an act's: a hold, a release, what is kept
// until when.
void append_to_trail(Connection& db, CaseId const& id, std::string_view table,
                     std::string const& row);
// After rows of the house were written.
void append_to_trail(Connection& db, OrganisationId const& organisation,
                     std::vector<trail::Left> const& rows);
// After looks of a day were written.
std::string chain_of_looks(OrganisationId const& organisation, std::int64_t day);
void append_looks(Connection& db, OrganisationId const& organisation, std::int64_t day,
                  std::vector<trail::Left> const& rows);
std::vector<trail::Standing> look_rows(Connection& db, std::string const& chain);

// Deletes what the chain of a case has told until now, and tells anew of the rows that still stand:
// of none, when the case is gone. How many entries told something.
std::int64_t erase_told(Connection& db, CaseId const& id);
// A migration gave rows another form: every chain tells of its rows anew.
void tell_all_anew(Connection& db);

struct AllChains {
    std::vector<std::string> houses, cases, looks; // that have rows
    std::vector<std::string> others; // that have entries only
};
AllChains all_chains(Connection& db);

std::vector<trail::Head> trail_heads(Connection& db);
std::optional<trail::Hash> trail_hash(Connection& db, std::string const& chain, std::int64_t n);

trail::Checkpoint next_checkpoint_of(Connection& db); // without its instant
std::optional<Instant> last_checkpoint_of(Connection& db);

// Every chain, every row, and that no case is there that the house does not know.
struct Found {
    std::int64_t chains = 0, entries = 0, rows = 0;
    std::vector<trail::Finding> findings;
};
Found verify_trail(Connection& db);

} // namespace radslag::storage
