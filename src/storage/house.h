#pragma once
// The organisations, their staff, sessions, committee days and restrictions.
#include "commands/commands.h"
#include "storage/sqlite.h"

namespace radslag::storage {

std::vector<commands::Organisation> organisations(Connection& db);
std::optional<commands::Organisation> organisation(Connection& db, OrganisationId const& id);
std::optional<commands::Staff> staff(Connection& db, StaffId const& id);
std::vector<commands::Staff> staff_with_mail(Connection& db, std::string const& mail);
std::vector<commands::Staff> staff_of(Connection& db, OrganisationId const& id);
std::optional<commands::Session> session(Connection& db, std::string const& token_hash);
std::vector<commands::CommitteeDay> committee_days(Connection& db, OrganisationId const& id);
std::vector<commands::Restriction> restrictions(Connection& db, OrganisationId const& id);
std::optional<commands::HouseAct> house_act(Connection& db, OrganisationId const& organisation,
                                            ActId const& act);

// What belongs to an organisation stays there: to put it under another is a bug.
void put(Connection& db, commands::Organisation const& organisation);
void put(Connection& db, commands::Staff const& staff);
void put(Connection& db, commands::Session const& session);
void put(Connection& db, commands::CommitteeDay const& day);
void put(Connection& db, commands::Restriction const& restriction);
void put(Connection& db, commands::HouseAct const& act);
void end_session(Connection& db, std::string const& token_hash);
std::vector<std::string> sessions_of(Connection& db, StaffId const& staff); // their token hashes
std::vector<std::string> sessions_until(Connection& db, Instant now); // that are over by themselves
std::int64_t next_case_number(Connection& db, OrganisationId const& organisation);

} // namespace radslag::storage
