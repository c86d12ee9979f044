#pragma once
// The front door: configuration, wiring, and what serving takes. Everything here may touch the
// world: files, clock, chance, signals.
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "commands/commands.h"
#include "http/http.h"
#include "process/process.h"
#include "storage/storage.h"

namespace radslag::server {

// ---- the world

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

// Reads an RFC 3339 instant from a file at each look; for browser tests, not in what is installed.
class FileClock final : public Clock {
public:
    explicit FileClock(std::filesystem::path file) : file_(std::move(file)) {}
    [[nodiscard]] Instant
    now() const override; // throws std::runtime_error: no such file, no instant

private:
    std::filesystem::path file_;
};

class SystemRandom final : public Random { // libsodium's; from any thread
public:
    SystemRandom();
    void fill(std::span<std::uint8_t> bytes) override;
};

// ---- files

Outcome<std::string> read_file(std::filesystem::path const& path);
// Makes the file, for its owner only; a file that is there already is left alone and is a fault.
Outcome<bool> write_new_file(std::filesystem::path const& path, std::string_view content);
// Every regular file below the folder, in order; paths begin with the folder's name as given.
Outcome<std::vector<process::ModelFile>> read_models(std::filesystem::path const& folder);
Outcome<std::vector<http::File>> read_web(std::filesystem::path const& folder);

// ---- configuration

struct Config {
    std::string address = "127.0.0.1";
    std::int64_t port = 8080;
    std::string certificate, key; // PEM files; both or none
    std::string origin;           // what browsers call it; "https://…" behind a proxy with TLS
    std::vector<std::string> proxies;
    std::string data = "/var/lib/radslag";
    std::string keys = "/etc/radslag/keys";
    std::string backups; // their folder; empty: none are made
    std::int64_t backup_hours = 24;
    std::int64_t backups_kept = 14;
    std::string models = "/usr/share/radslag/models";
    std::string retention = "/usr/share/radslag/retention";
    std::string web = "/usr/share/radslag/web";
    std::int64_t workers = 32; // acts share a wait for the disk, and as many as work at once do
    std::string checkpoints; // the folder they are written to; empty: none are
    std::int64_t minutes = 1440; // between two of them
    std::string checkpoints_to;  // a mail address; empty: they are not mailed
    std::string mail_server, mail_user, mail_from;
    std::string mail_authorities; // a PEM file; empty: the system's
    std::string log; // a file; empty: standard error
    bool operator==(Config const&) const = default;

    [[nodiscard]] bool secure() const {
        return !certificate.empty() || origin.starts_with("https:");
    }
    [[nodiscard]] std::filesystem::path database() const;
    [[nodiscard]] std::filesystem::path key_file() const;
    [[nodiscard]] std::filesystem::path backup_key() const;
    [[nodiscard]] std::filesystem::path checkpoint_key() const;
    [[nodiscard]] std::filesystem::path data_key() const;
    [[nodiscard]] std::filesystem::path mail_password() const;
    [[nodiscard]] std::filesystem::path letters() const; // that wait for the mail server
};

// Whether only this machine reaches the address.
bool is_this_machine(std::string const& address);
// Complaints are "name:line: what is wrong and what would be right".
tl::expected<Config, std::vector<std::string>> read_config(std::string_view text,
                                                           std::string const& name);
// The whole file, every option explained.
std::string write_config(Config const& config);

// ---- a running installation

// Says when the Clock has gone on by at least `every`, or back.
class Pulse {
public:
    explicit Pulse(std::int64_t every_micros) : every_(every_micros) {}
    bool is_due(Instant now); // from any thread; true once for each beat
    void beat(Instant now);   // as if it had just been due

private:
    std::mutex mutex_;
    std::int64_t every_;
    std::optional<Instant> last_;
};

struct Start {
    Config config;
    std::shared_ptr<Clock const> clock = std::make_shared<SystemClock>();
    bool moved_clock = false; // somebody else moves the clock: look at it before each request
};

// Store, models, http and net put together. Stops when destroyed.
class Installation {
public:
    static Outcome<std::unique_ptr<Installation>> open(Start start);
    ~Installation();
    [[nodiscard]] commands::World const& world() const;
    [[nodiscard]] http::Vault& vault();
    Outcome<std::uint16_t> serve(); // listens and returns; the port
    void stop();
    // Done by threads of its own while it serves, too.
    void tick(); // what falls due
    void back_up_if_due();

private:
    struct Inner;
    explicit Installation(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

// The keys of the data in a file, asked for when they are needed.
storage::KeySource data_keys(std::filesystem::path file);

// ---- subcommands: 0 when all is well

struct Newcomer { // an organisation and its first administrator; asked for when empty
    std::string organisation, country, zone, language, name, mail;
};
// Makes folders, key, configuration and database, and the first organisation in it.
int init(std::string const& config_file, Config const& config, Newcomer newcomer, std::istream& in,
         std::ostream& out, std::ostream& err);
// One more organisation in an installation that is there.
int add_organisation(std::string const& config_file, Newcomer newcomer, std::istream& in,
                     std::ostream& out, std::ostream& err);
int serve(std::string const& config_file, std::string const& clock_file, std::ostream& err);
// Now, beside a server or without one. `new_key`: makes the key first, where there is none.
int back_up(std::string const& config_file, bool new_key, std::ostream& out, std::ostream& err);
struct Restoring {
    std::string config_file, backup;
    std::string to, key; // files; empty: the configuration's
    std::string data_key = {}; // empty: the configuration's; without one, the file beside `key`
};
int restore(Restoring const& what, std::ostream& out, std::ostream& err);
struct DemoOptions {
    std::string folder; // empty: a temporary one
    Config config;
    std::string clock_file;
};
// Makes what has happened in the demo's towns, in an empty store; tells what it could not make.
using Furnish = std::function<Outcome<std::vector<std::string>>(
    commands::Store& store, commands::Books const& books, Instant now)>;
int demo(DemoOptions const& options, Furnish const& furnish, std::ostream& out, std::ostream& err);
struct Audit {
    std::string config_file;
    std::string database;                 // empty: the configuration's
    std::vector<std::string> checkpoints; // files, or folders of them
    std::string key;                      // public; empty: that of the configuration's key
    std::string data_key = {};            // empty: the configuration's
};
// Compares the database with its trail and with checkpoints from elsewhere.
int audit_verify(Audit const& audit, std::ostream& out, std::ostream& err);
// Prints the public key that checkpoints are verified with; makes the secret one where there is
// none.
int audit_key(Audit const& audit, std::ostream& out, std::ostream& err);
// Sends a letter, to see whether mail works.
int try_mail(std::string const& config_file, std::string const& to, std::ostream& out,
             std::ostream& err);
// The keys that what is sealed in the database is sealed with. `make`: the first one, for an
// installation that had none. `rotate`: a new one, and everything sealed anew with it, beside a
// server that serves. `forget`: takes the older ones away that neither rows nor backups need.
int tell_keys(std::string const& config_file, std::ostream& out, std::ostream& err);
int make_key(std::string const& config_file, std::ostream& out, std::ostream& err);
int rotate_keys(std::string const& config_file, std::ostream& out, std::ostream& err);
int forget_keys(std::string const& config_file, std::ostream& out, std::ostream& err);
int check_models(std::string const& folder, std::ostream& out);
int explain_model(std::string const& folder, std::string const& id, std::string const& language,
                  std::ostream& out, std::ostream& err);
int tell_code(std::string const& secret, std::string const& clock_file, std::ostream& out,
              std::ostream& err);

} // namespace radslag::server
