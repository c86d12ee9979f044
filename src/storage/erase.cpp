// Taking rows of a case away, so that nothing of them is left.
#include <map>
#include <set>

#include <fmt/format.h>

#include "storage/chains.h"
#include "storage/looks.h"
#include "storage/retention.h"
#include "storage/rows.h"

namespace radslag::storage {
namespace {

using commands::ToErase;
using Counts = std::map<std::string, std::int64_t>;

void count(Counts& counts, std::string_view table, std::int64_t rows) {
    if (rows != 0) counts[std::string(table)] += rows;
}

// What is told of a case beside its rows. Those that others refer to come last.
constexpr std::string_view beside[] = {"happening_change", "happening",  "duty",
                                       "file",             "hold",       "release",
                                       "kept_until",       "trail_key",  "glance"};

template <class> struct Every;
template <class... R> struct Every<std::tuple<std::vector<R>...>> {
    static std::vector<std::string_view> tables() { return {R::table...}; }
};

void erase_from(Connection& db, CaseId const& id, std::string_view table, Counts& counts) {
    auto const sql = fmt::format("DELETE FROM \"{}\" WHERE case_id = $1", table);
    count(counts, table, db.run(sql, id));
}

void erase_all(Connection& db, CaseId const& id, Counts& counts) {
    for (auto table : Every<workflow::Rows>::tables()) erase_from(db, id, table, counts);
    for (auto table : beside) erase_from(db, id, table, counts);
}

// Nothing: everybody of the case.
std::optional<std::set<std::string>> persons_of(ToErase const& what) {
    if (what.whole) return {};
    std::set<std::string> persons;
    for (auto const& [table, row] : what.rows)
        if (table == people::Person::table && !row.empty()) persons.insert(row);
    return persons;
}

// The acts that wrote such a row, or any row of the table.
void add_acts(Connection& db, CaseId const& id, std::string const& table, std::string const& row,
              std::set<std::string>& acts) {
    auto query = db.query("SELECT DISTINCT h.act_id FROM happening_change c JOIN happening h"
                          " ON h.case_id = c.case_id AND h.seq = c.seq WHERE c.case_id = $1"
                          " AND c.row_table = $2 AND ($3 = '' OR c.row_id = $3)",
                          id, table, row);
    while (query.step()) acts.emplace(query.text(0));
}

void add_all_acts(Connection& db, CaseId const& id, std::set<std::string>& acts) {
    auto query = db.query("SELECT DISTINCT act_id FROM happening WHERE case_id = $1", id);
    while (query.step()) acts.emplace(query.text(0));
}

// What an act wrote goes whole, in all that it set off. That something was done stays: who, when.
void erase_payload(Connection& db, CaseId const& id, std::string const& act, Counts& counts) {
    count(counts, "happening_change",
          db.run("DELETE FROM happening_change WHERE case_id = $1 AND seq IN"
                 " (SELECT seq FROM happening WHERE case_id = $1 AND act_id = $2)",
                 id, act));
    db.run("UPDATE happening SET why = '', request = '' WHERE case_id = $1 AND act_id = $2", id,
           act);
}

} // namespace

std::vector<std::string> erase(Connection& db, OrganisationId const& organisation, CaseId const& id,
                               ToErase const& what) {
    RADSLAG_SURE(db.query("SELECT 1 FROM glance WHERE organisation_id = $1 AND case_id = $2",
                          organisation, id)
                     .step());
    Counts counts;
    if (what.whole) erase_all(db, id, counts);
    else {
        std::set<std::string> acts;
        if (what.trail) add_all_acts(db, id, acts);
        for (auto const& [table, row] : what.rows) {
            add_acts(db, id, table, row, acts);
            if (!row.empty()) count(counts, table, db.run(table_named(table).remove, id, row));
        }
        for (auto const& act : acts) erase_payload(db, id, act, counts);
    }
    count(counts, "look", forget_looked_at(db, organisation, id, persons_of(what)));
    count(counts, "trail_told", erase_told(db, id));
    std::vector<std::string> told;
    for (auto const& [table, rows] : counts) told.push_back(fmt::format("{}={}", table, rows));
    return told;
}

namespace {

// Writers wait meanwhile, so readers are not waited for long.
class Briefly {
public:
    explicit Briefly(Connection& db) : db_(db) { db_.script("PRAGMA busy_timeout = 200"); }
    ~Briefly() { db_.script("PRAGMA busy_timeout = 5000"); }
    Briefly(Briefly const&) = delete;
    Briefly& operator=(Briefly const&) = delete;

private:
    Connection& db_;
};

// Writes the log into the file and cuts it to nothing; not while somebody reads what was before.
bool empty_log(Connection& db) {
    auto query = db.query("PRAGMA wal_checkpoint(TRUNCATE)");
    return query.step() && query.integer(0) == 0;
}

} // namespace

// secure_delete overwrites what is deleted, but rows that moved between pages leave copies in what
// a page does not use: so every page is written anew. First the overwritten ones reach their
// places, else the file would be cut with the old ones at its end.
bool wipe(Connection& db) {
    RADSLAG_SURE(!db.in_transaction());
    Briefly const briefly(db);
    if (!empty_log(db)) return false;
    db.script("VACUUM");
    return empty_log(db);
}

} // namespace radslag::storage
