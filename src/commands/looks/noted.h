#pragma once
// Who is shown something of people is noted before it is told: what cannot be noted is not shown.
#include "commands/commands.h"

namespace radslag::commands {

// As far as it is known of any look: the caller, what it is called, now.
Looked looked(World const& world, Caller const& caller, std::string_view look);
// One for each row that tells a name, and not the case's number alone.
void add_named(std::vector<Looked>& looks, Looked const& like,
               std::vector<view::CaseRow> const& rows);

template <class T> Answer<T> told_and_noted(World const& world, T view, std::vector<Looked> looks) {
    if (!looks.empty() && !world.store.note(std::move(looks)))
        return refuse(No::Kind::fault, refusal("world.fault"));
    return view;
}

} // namespace radslag::commands
