#pragma once
// A copy of a database, as a plain file: made from one moment of one that is written to, and
// checked.
#include "storage/seals.h"

namespace radslag::storage {

// Trouble and SqliteError are thrown. False: it was told to stop.
bool copy_database(std::filesystem::path const& from, std::filesystem::path const& to,
                   std::stop_token const& stop, Holding& holding);
// Everything that can be wrong with a database file; what it holds, where nothing is.
Holding check_database(std::filesystem::path const& path, std::shared_ptr<Keyring> const& ring);
void end_all_sessions(std::filesystem::path const& path, std::shared_ptr<Keyring> const& ring);

} // namespace radslag::storage
