// `radslag backup` and `radslag restore`.
#include <iostream>

#include "server/backups.h"
#include "server/data_keys.h"
#include "server/parts.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

std::string told(storage::Holding const& holding) {
    return std::to_string(holding.cases()) + " cases as they stood at " +
           write_instant(holding.at).substr(0, 19) + "Z";
}

Outcome<Restoring> filled_in(Restoring what, Config& config) {
    if (!what.to.empty() && !what.key.empty()) {
        if (what.data_key.empty())
            what.data_key =
                (fs::path(what.key).parent_path() / config.data_key().filename()).string();
        return what;
    }
    auto read = load_config(what.config_file);
    if (!read) return tl::unexpected(read.error());
    config = *read;
    if (what.to.empty()) what.to = config.database().string();
    if (what.key.empty()) what.key = config.backup_key().string();
    if (what.data_key.empty()) what.data_key = config.data_key().string();
    return what;
}

} // namespace

int back_up(std::string const& config_file, bool new_key, std::ostream& out, std::ostream& err) {
    auto config = load_config(config_file);
    if (!config) return fail(err, config.error());
    if (new_key) {
        if (auto made = make_backup_key(*config); !made) return fail(err, made.error());
        out << "Keep a copy of " << config->backup_key().string()
            << " in a safe: without it no backup can be read.\n";
    }
    auto made = make_backup(*config, SystemClock().now());
    if (!made) return fail(err, made.error());
    out << made->file.string() << " holds " << told(made->holding)
        << ". It has been read back: every page and every count is right.\n";
    if (made->expired > 0)
        out << made->expired << " older than the " << config->backups_kept
            << " that are kept went away.\n";
    return 0;
}

int restore(Restoring const& asked, std::ostream& out, std::ostream& err) {
    Config config;
    auto what = filled_in(asked, config);
    if (!what) return fail(err, what.error());
    auto key = read_backup_key(what->key);
    if (!key) return fail(err, key.error());
    auto const to = fs::absolute(what->to).lexically_normal();
    auto holding = storage::restore(what->backup, *key, data_keys(what->data_key), to);
    if (!holding) return fail(err, holding.error());
    out << to.string() << " holds " << told(*holding)
        << ". What came after is not in it, and everybody has to sign in again.\n";
    std::error_code error;
    if (asked.to.empty() && !fs::exists(config.key_file(), error))
        out << config.key_file().string()
            << " is not there: put its copy back from the safe, else nobody can sign in.\n";
    return 0;
}

} // namespace radslag::server
