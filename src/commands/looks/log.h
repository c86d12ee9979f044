#pragma once
// A line of the log is called by a number that says nothing of its place: the numbers of two lines
// must not tell how many closed ones lie between them.
#include "commands/act.h"

namespace radslag::commands {

// What happened in the line with this number; nothing when there is none or it is closed to the
// reader, told alike.
std::optional<workflow::Happening> line_of_log(Here const& here, std::int64_t number);

} // namespace radslag::commands
