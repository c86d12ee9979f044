#pragma once
// What the store in memory keeps, and how it is found again. Private to memory.cpp.
#include <map>
#include <set>
#include <unordered_map>

#include "sim/sim.h"

namespace radslag::sim {

using commands::ListFilter;
using workflow::CaseFile;
using workflow::Happening;

struct Kept { // a case
    OrganisationId organisation;
    std::shared_ptr<CaseFile const> file; // replaced, never changed: readers keep what they saw
    std::vector<Happening> happenings;
    commands::Glance glance;
};

struct Tables {
    std::vector<commands::Organisation> organisations;
    std::unordered_map<OrganisationId, std::int64_t> last_number;
    std::unordered_map<StaffId, commands::Staff> staff;
    std::unordered_map<std::string, commands::Session> sessions;
    std::vector<commands::CommitteeDay> days;
    std::vector<commands::Restriction> restrictions;
    std::unordered_map<std::string, commands::HouseAct> house_acts;
    std::unordered_map<CaseId, Kept> cases;
    std::unordered_map<std::string, std::pair<CaseId, std::size_t>>
        acts; // act → case, first happening
    std::set<std::pair<Date, std::string>> due;                          // day, case
    std::unordered_map<StaffId, std::set<std::string>> duties;           // whose cases
    std::vector<commands::Hold> holds;
    std::vector<commands::Release> releases; // withdrawn ones too
    std::vector<commands::Erasure> erasures;
    std::unordered_map<CaseId, commands::KeptUntil> kept_until;
};

std::string act_key(OrganisationId const& organisation, ActId const& act);
std::set<Date> acting_days(CaseFile const& file);
commands::Duty const* duty_of(commands::Glance const& glance, StaffId const& staff);

// storage::erase, in memory; the caller can put it back.
std::vector<std::string> erase(Tables& tables, OrganisationId const& organisation, CaseId const& id,
                               commands::ToErase const& what);

std::vector<commands::RuleCount> counted(Tables const& tables, OrganisationId const& organisation,
                                         int year, Date until);

// Where a page ended: its last row's key and case.
using Place = std::pair<std::int64_t, std::string>;
std::int64_t key_of(ListFilter const& filter, commands::Glance const& glance);
std::optional<Place> read_place(std::string const& cursor);
// Both ways by case where the keys are alike, as storage/ has it.
bool comes_before(ListFilter const& filter, Place const& a, Place const& b);

} // namespace radslag::sim
