#pragma once
// The door for browsers: sign-in, sessions, the operations of contract/openapi.yaml, static files.
// What may be done and seen is decided by commands/; here only who is asking, in which language,
// and what a no is called on the wire.
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "commands/commands.h"
#include "net/net.h"

namespace radslag::http {

// Passwords (argon2id), authenticators (TOTP, RFC 6238) and one-time codes. Authenticator secrets
// are sealed with a key that lies outside the database (XChaCha20-Poly1305).
class Vault final : public commands::Secrets {
public:
    using Key = std::array<std::uint8_t, 32>;
    // `at_once` passwords are worked on at the same time (64 MB each), `waiting` more wait.
    explicit Vault(Key const& key, unsigned at_once = 2, unsigned waiting = 2);
    ~Vault() override;

    std::optional<std::string> hash_password(std::string const& password) override;
    // An empty hash costs as much as a real one and never fits.
    std::optional<bool> fits(std::string const& password, std::string const& hash) override;
    std::string hash_code(std::string_view code) override;

    static std::string new_secret(Random& random); // base32, 160 bits
    [[nodiscard]] std::string seal(StaffId const& of, std::string const& secret,
                                   Random& random) const;
    // Nothing when the key is another one, or the text belongs to another account.
    [[nodiscard]] std::optional<std::string> unseal(StaffId const& of,
                                                    std::string const& sealed) const;

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

// The six digits of a secret at an instant. Throws Bug when the secret is not base32.
std::string six_digits(std::string const& secret, Instant at);

// A file of the browser side, in memory.
struct File {
    std::string path;   // "/assets/index-B4f2.js"
    std::string bytes;
    std::string brotli; // the same, packed; may be empty
    std::string gzip{};
};

struct Done { // for the log: nothing that tells about people
    std::uint64_t number = 0;  // of the request since the start
    std::string_view operation; // operationId of the contract, "file", or "" for what is not there
    int status = 0;
    std::int64_t micros = 0;
};

struct Options {
    // Browsers come over TLS, to this server or to a proxy in front of it: cookies say so.
    bool secure = false;
    // "https://conferences.example": what browsers call this server. Empty: what Host says.
    std::string origin;
    // The addresses of proxies whose X-Forwarded-For is believed (its last entry counts).
    std::vector<std::string> proxies;
    std::vector<File> files;
    std::function<void(Done const&)> on_done = {};
    std::function<void(std::string_view where, std::string_view what)> on_bug = {};
    std::function<void(std::string_view where, std::string_view what)> on_fault = {};
    std::function<void()> before = {}; // each request; for tests that move the clock
};

class Desk {
public:
    // The world and the vault outlive it.
    Desk(commands::World const& world, Vault& vault, Options options);
    ~Desk();
    [[nodiscard]] net::Response answer(net::Request const& request);
    // For a net::Server: answers, limits of bodies, and words for what net/ refuses by itself.
    [[nodiscard]] net::Callbacks callbacks();

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

// contract/openapi.yaml: the operations of this room, the schemas of commands/views/ and one
// request schema for each act.
std::string contract();
std::string contract_json(); // the same as JSON, for tools

} // namespace radslag::http
