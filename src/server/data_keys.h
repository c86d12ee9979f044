#pragma once
// data.key: the keys of what is sealed in the database. A line for each, the newest first: 64
// digits and whatever follows; lines that begin with # are for people.
#include "server/server.h"
#include "storage/storage.h"

namespace radslag::server {

// A Fault: not there, readable by others, damaged.
Outcome<storage::DataKeys> read_data_keys(std::filesystem::path const& file);
Outcome<bool> make_data_key(std::filesystem::path const& file);
// In one step, on the disk when it returns.
Outcome<bool> put_new_key_first(std::filesystem::path const& file, Instant now);
Outcome<bool> take_keys_out(std::filesystem::path const& file,
                            std::function<bool(std::string const& id)> const& goes);

} // namespace radslag::server
