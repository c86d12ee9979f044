#pragma once
// Backups while serving: when one is due, what it is called, and which ones have had their time.
#include "server/server.h"
#include "storage/storage.h"

namespace radslag::server {

Outcome<storage::BackupKey> read_backup_key(std::filesystem::path const& file);
Outcome<bool> make_backup_key(Config const& config);
// The folder and the key, where backups are wanted: looked at before anybody is served.
Outcome<bool> check_backups(Config const& config);

struct Backup {
    std::filesystem::path file;
    storage::Holding holding;
    std::size_t expired = 0; // older ones that are gone now
};
Outcome<Backup> make_backup(Config const& config, Instant now, std::stop_token stop = {});
// The files of backups in a folder, oldest first.
std::vector<std::filesystem::path> backups_in(std::filesystem::path const& folder);
std::optional<Instant> oldest_backup(std::filesystem::path const& folder);
// Told by the name of the newest; one from the future does not hold the next one up.
bool is_backup_due(Config const& config, Instant now);

} // namespace radslag::server
