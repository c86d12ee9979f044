#pragma once
// What is held, released, kept in mind and gone; and how rows of a case are taken away.
#include "commands/commands.h"
#include "storage/sqlite.h"

namespace radslag::storage {

std::vector<commands::Hold> holds(Connection& db, OrganisationId const& id);
std::vector<commands::Release> releases(Connection& db, OrganisationId const& id);
std::vector<commands::Erasure> erasures(Connection& db, OrganisationId const& id,
                                        std::size_t limit);
bool is_unwiped(Connection& db);
std::optional<CaseId> case_numbered(Connection& db, OrganisationId const& id, std::int64_t number);
std::vector<std::pair<OrganisationId, CaseId>>
not_kept_in_mind(Connection& db, std::string const& rules, std::size_t limit);
std::vector<CaseId> to_erase(Connection& db, OrganisationId const& id, Date today,
                             std::size_t limit);

void put(Connection& db, commands::Hold const& hold);
void put(Connection& db, commands::Release const& release);
void put(Connection& db, commands::Erasure const& erasure);
void put(Connection& db, commands::KeptUntil const& kept);

// A row without an id stands for whatever the log holds of its table.
std::vector<std::string> erase(Connection& db, OrganisationId const& organisation, CaseId const& id,
                               commands::ToErase const& what);

// Outside any transaction: what was deleted is in no file any more. False: somebody still reads
// what was, try again later.
bool wipe(Connection& db);

} // namespace radslag::storage
