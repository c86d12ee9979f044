// `radslag keys`: what is sealed in the database is sealed with these.
#include <iostream>
#include <set>

#include <fmt/format.h>

#include "server/backups.h"
#include "server/data_keys.h"
#include "server/parts.h"

namespace radslag::server {
namespace {

using storage::KeyInUse;

std::string day_and_hour(Instant at) { return write_instant(at).substr(0, 19) + "Z"; }

struct Keys { // of an installation
    Config config;
    storage::DataKeys file;
    std::vector<KeyInUse> used; // by the database
};

Outcome<Keys> look(std::string const& config_file) {
    auto config = load_config(config_file);
    if (!config) return tl::unexpected(config.error());
    auto file = read_data_keys(config->data_key());
    if (!file) return tl::unexpected(file.error());
    auto used = storage::keys_in_use(config->database().string(), data_keys(config->data_key()));
    if (!used) return tl::unexpected(used.error());
    return Keys{std::move(*config), std::move(*file), std::move(*used)};
}

bool is_begun(Keys const& keys) {
    bool const known = std::ranges::any_of(keys.used, [&](KeyInUse const& one) {
        return one.id == storage::id_of(keys.file.front());
    });
    if (!known) return true; // it ended before the database knew the new one
    return std::any_of(keys.used.begin() + 1, keys.used.end(),
                       [](KeyInUse const& one) { return !one.replaced_at; });
}

// The last moment at which something was sealed with a key that is to go.
std::optional<Instant> needed_until(Keys const& keys) {
    std::optional<Instant> last;
    for (auto at = keys.used.begin() + 1; at != keys.used.end(); ++at)
        if (!last || *at->replaced_at > *last) last = at->replaced_at;
    return last;
}

} // namespace

int tell_keys(std::string const& config_file, std::ostream& out, std::ostream& err) {
    auto keys = look(config_file);
    if (!keys) return fail(err, keys.error());
    for (auto const& one : keys->used) {
        bool const newest = one.id == keys->used.front().id;
        out << fmt::format("{}  {} values{}\n", one.id, one.values,
                           newest ? ", sealed with now"
                           : one.replaced_at
                               ? ", for backups made before " + day_and_hour(*one.replaced_at)
                               : "; radslag keys rotate has not ended");
    }
    return 0;
}

int make_key(std::string const& config_file, std::ostream& out, std::ostream& err) {
    auto config = load_config(config_file);
    if (!config) return fail(err, config.error());
    auto named = storage::keys_named(config->database().string());
    if (!named) return fail(err, named.error());
    if (!named->empty())
        return fail(err, {"The database was sealed with a key already.",
                          "put the copy of " + config->data_key().string() + " with the key " +
                              named->front() + " back from the safe"});
    if (auto made = make_data_key(config->data_key()); !made) return fail(err, made.error());
    out << "Keep a copy of " << config->data_key().string()
        << " in a safe: without it contact data, safety notes and files cannot be read.\n"
           "What is in the database is sealed when the server starts.\n";
    return 0;
}

int rotate_keys(std::string const& config_file, std::ostream& out, std::ostream& err) {
    auto keys = look(config_file);
    if (!keys) return fail(err, keys.error());
    auto const file = keys->config.data_key();
    SystemClock const clock;
    if (is_begun(*keys)) out << "Going on with the new key that was begun with.\n";
    else if (auto put = put_new_key_first(file, clock.now()); !put) return fail(err, put.error());
    auto values = storage::seal_anew(keys->config.database().string(), data_keys(file), clock);
    if (!values) return fail(err, values.error());
    out << *values << " values were sealed anew. Put a copy of " << file.string()
        << " into the safe, now.\nBackups made until " << day_and_hour(clock.now())
        << " need the older key as well: it stays in the file until `radslag keys forget`.\n";
    return 0;
}

int forget_keys(std::string const& config_file, std::ostream& out, std::ostream& err) {
    auto keys = look(config_file);
    if (!keys) return fail(err, keys.error());
    if (is_begun(*keys))
        return fail(err, {"A new key was begun with.", "`radslag keys rotate` goes on with it"});
    auto const needed = needed_until(*keys);
    auto const oldest = oldest_backup(keys->config.backups);
    if (needed && oldest && *oldest <= *needed)
        return fail(err, {"A backup still needs an older key.",
                          "the oldest is of " + day_and_hour(*oldest) + "; wait until it is gone"});
    auto gone =
        storage::forget_keys(keys->config.database().string(), data_keys(keys->config.data_key()));
    if (!gone) return fail(err, gone.error());
    // Also what an earlier end between the two steps left: older than the one in use, and unknown.
    std::set<std::string> going(gone->begin(), gone->end());
    bool older = false;
    for (auto const& key : keys->file) {
        auto const id = storage::id_of(key);
        if (older) going.insert(id);
        older = older || id == keys->used.front().id;
    }
    if (auto done = take_keys_out(keys->config.data_key(),
                                  [&](std::string const& id) { return going.contains(id); });
        !done)
        return fail(err, done.error());
    if (going.empty()) out << "There is no older key.\n";
    for (auto const& id : going)
        out << id << " is gone. A backup elsewhere that was made with it opens no longer.\n";
    return 0;
}

} // namespace radslag::server
