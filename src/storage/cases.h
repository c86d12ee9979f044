#pragma once
// Reading and writing one case. All throw SqliteError; what cannot be is a Bug.
#include "commands/commands.h"
#include "storage/sqlite.h"
#include "trail/trail.h"

namespace radslag::storage {

std::optional<workflow::CaseFile> case_file(Connection& db, OrganisationId const& organisation,
                                            CaseId const& id);
// Writes rows, happenings, glance and the entry of the trail.
void save(Connection& db, OrganisationId const& organisation, CaseId const& id,
          std::vector<workflow::Happening> const& happenings, commands::Glance const& glance);

std::vector<workflow::Happening> happenings(Connection& db, CaseId const& id,
                                            std::int64_t after_seq, std::size_t limit,
                                            bool with_changes);
std::vector<workflow::Happening> act(Connection& db, OrganisationId const& organisation,
                                     ActId const& act);
std::int64_t last_seq(Connection& db, CaseId const& id);
// Appends; the first one's seq follows the last one's of the case. Gives the rows as they were left.
std::vector<trail::Left> append(Connection& db, OrganisationId const& organisation,
                                CaseId const& id,
                                std::vector<workflow::Happening> const& happenings);

commands::ListPage list(Connection& db, OrganisationId const& organisation, StaffId const& asking,
                        commands::ListFilter const& filter);
// The text of the query that list() makes, with its values: for list() and for its test.
struct ListQuery {
    std::string sql;
    Cells values;
};
std::optional<ListQuery> list_query(OrganisationId const& organisation, StaffId const& asking,
                                    commands::ListFilter const& filter);

// Where nothing is due: after every day that is. Kept in `nearest`.
inline constexpr std::string_view never = "9999-12-31";

std::vector<commands::RuleCount> rule_counts(Connection& db, OrganisationId const& organisation,
                                             int year, Date until);
inline constexpr std::string_view rule_counts_sql =
    "SELECT model, model_version, rule, SUM(worst = 0), SUM(worst = 1), SUM(worst = 2) FROM ("
    "SELECT model, model_version, rule, MAX(CASE outcome WHEN 'kept' THEN 0 WHEN 'passed' THEN 1"
    " ELSE 2 END) AS worst FROM followed WHERE organisation_id = $1 AND substr(\"on\", 1, 4) = $2"
    " AND \"on\" <= $3 GROUP BY model, model_version, rule, case_id)"
    " GROUP BY model, model_version, rule";

std::optional<std::int64_t> access(Connection& db, CaseId const& id);
std::vector<commands::DueCase> due(Connection& db, Date today, std::size_t limit);
inline constexpr std::string_view due_sql =
    "SELECT organisation_id, case_id FROM due WHERE acts_on IS NOT NULL AND acts_on <= $1"
    " ORDER BY acts_on, case_id";

} // namespace radslag::storage
