#pragma once
// Shared by the acts on restrictions (GN9); private to the room.
#include "commands/staff/private.h"

namespace radslag::commands {

std::optional<Restriction> restriction_of(StaffHere const& here, std::string const& id);
std::vector<std::string> restrictions_not_over(StaffHere const& here);
std::vector<FieldSpec> restriction_fields();
// A fresh one from the fields, in the house's own language.
Result<Restriction> read_restriction(StaffDoing& doing);
// It is no longer in force from that day on.
void end_it(StaffDoing& doing, Restriction restriction, Date from);

} // namespace radslag::commands
