#include "storage/cases.h"
#include "storage/rows.h"

namespace radslag::storage {

std::vector<commands::RuleCount> rule_counts(Connection& db, OrganisationId const& organisation,
                                             int year, Date until) {
    std::vector<commands::RuleCount> all;
    auto query = db.query(rule_counts_sql, organisation, std::to_string(year), until);
    while (query.step())
        all.push_back({read_column<std::string>(query, 0),
                       query.integer(1),
                       read_column<std::string>(query, 2),
                       {query.integer(3), query.integer(4), query.integer(5)}});
    return all;
}

} // namespace radslag::storage
