#pragma once
// Where a page of a list ended: opaque to others, and bound to the order it was made in. One that
// was not made here reads as nothing; one that was made up in the right form can only move the
// start of the page within what the asking may see anyway.
#include "commands/commands.h"

namespace radslag::storage {

struct Cursor {
    Cell key; // changed_at, or the nearest day
    std::string case_id;
};

std::string write_cursor(commands::ListFilter::Order order, Cursor const& cursor);
std::optional<Cursor> read_cursor(commands::ListFilter::Order order, std::string_view text);

} // namespace radslag::storage
