#include "server/backups.h"

#include <algorithm>

#include "server/data_keys.h"
#include "server/parts.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view begins = "radslag-";
constexpr std::string_view ends = ".backup";
constexpr std::int64_t hour = 3'600'000'000LL;

// radslag-2026-11-27T021500Z.backup: in the order of time, and good on every file system.
std::string name_at(Instant now) {
    auto text = write_instant(now).substr(0, 19) + 'Z';
    std::erase(text, ':');
    return std::string(begins) + text + std::string(ends);
}

std::optional<Instant> named(fs::path const& file) {
    auto name = file.filename().string();
    if (name.size() != begins.size() + 18 + ends.size() || !name.starts_with(begins) ||
        !name.ends_with(ends))
        return {};
    auto text = name.substr(begins.size(), 18);
    text.insert(15, ":").insert(13, ":");
    return read_instant(text);
}

std::size_t expire(Config const& config) {
    auto const all = backups_in(config.backups);
    auto const keep = static_cast<std::size_t>(config.backups_kept);
    auto const too_many = all.size() - std::min(all.size(), keep);
    std::error_code ignored;
    for (std::size_t i = 0; i < too_many; ++i) fs::remove(all[i], ignored);
    return too_many;
}

} // namespace

Outcome<storage::BackupKey> read_backup_key(fs::path const& file) {
    auto content = read_file(file);
    if (!content)
        return broken("The key of the backups is missing.",
                      content.error().logged + "; a copy is in your safe. Where there has never "
                                               "been one: radslag backup --new-key");
    storage::BackupKey key{};
    if (content->size() != key.size())
        return broken("The key of the backups is damaged.",
                      file.string() + " is not " + std::to_string(key.size()) + " bytes long");
    std::copy(content->begin(), content->end(), key.begin());
    return key;
}

Outcome<bool> make_backup_key(Config const& config) {
    std::string key(std::tuple_size_v<storage::BackupKey>, '\0');
    SystemRandom().fill({reinterpret_cast<std::uint8_t*>(key.data()), key.size()});
    return write_new_file(config.backup_key(), key);
}

Outcome<bool> check_backups(Config const& config) {
    if (config.backups.empty()) return true;
    std::error_code error;
    if (!fs::is_directory(config.backups, error))
        return broken("There is no folder for backups.",
                      config.backups + " is no folder: make it, for the server's user alone");
    if (auto key = read_backup_key(config.backup_key()); !key) return tl::unexpected(key.error());
    return true;
}

Outcome<Backup> make_backup(Config const& config, Instant now, std::stop_token stop) {
    if (config.backups.empty())
        return broken("No folder for backups is named.", "[backup] folder is empty");
    auto key = read_backup_key(config.backup_key());
    if (!key) return tl::unexpected(key.error());
    storage::BackupOrder order{config.database(), fs::path(config.backups) / name_at(now), *key,
                               data_keys(config.data_key()), now};
    order.stop = std::move(stop);
    auto holding = storage::back_up(order);
    if (!holding) return tl::unexpected(holding.error());
    return Backup{order.file, std::move(*holding), expire(config)};
}

std::vector<fs::path> backups_in(fs::path const& folder) {
    std::vector<fs::path> all;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (named(at->path())) all.push_back(at->path());
    std::ranges::sort(all);
    return all;
}

std::optional<Instant> oldest_backup(fs::path const& folder) {
    auto const all = backups_in(folder);
    return all.empty() ? std::nullopt : named(all.front());
}

bool is_backup_due(Config const& config, Instant now) {
    if (config.backups.empty()) return false;
    auto const all = backups_in(config.backups);
    if (all.empty()) return true;
    auto const newest = *named(all.back());
    return newest > now || newest.micros + config.backup_hours * hour <= now.micros;
}

} // namespace radslag::server
