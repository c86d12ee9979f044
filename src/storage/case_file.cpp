#include <unordered_set>

#include "storage/cases.h"
#include "storage/rows.h"

namespace radslag::storage {

std::optional<workflow::CaseFile> case_file(Connection& db, OrganisationId const& organisation,
                                            CaseId const& id) {
    {
        auto query = db.query("SELECT 1 FROM glance WHERE organisation_id = $1 AND case_id = $2",
                              organisation, id);
        if (!query.step()) return std::nullopt;
    }
    std::optional<workflow::CaseFile> file(std::in_place);
    std::apply([&](auto&... rows) { (load(db, organisation, id, rows), ...); }, file->rows);
    return file;
}

std::optional<std::int64_t> access(Connection& db, CaseId const& id) {
    auto query = db.query("SELECT access FROM counter WHERE case_id = $1", id);
    if (!query.step()) return std::nullopt;
    return query.integer(0);
}

std::vector<commands::DueCase> due(Connection& db, Date today, std::size_t limit) {
    std::vector<commands::DueCase> found;
    std::unordered_set<std::string> seen; // a case can have several days due
    auto query = db.query(due_sql, today);
    while (found.size() < limit && query.step())
        if (seen.emplace(query.text(1)).second)
            found.push_back(
                {OrganisationId{std::string(query.text(0))}, CaseId{std::string(query.text(1))}});
    return found;
}

} // namespace radslag::storage
