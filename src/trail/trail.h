#pragma once
// The record of what was written, so that it cannot be bent unseen (house.md, "Truth and trail").
//
// Each case has a chain of entries, one for each act that was saved; what is written about the house
// itself (accounts, committee days, which cases there are) stands in a chain of its organisation. An
// entry is a salted hash of what was done and of each row as it was left, chained to the hash before.
// Payload and salt can be deleted (erasure): `content` and `hash` stay, and the chain still verifies.
// The payload names no person: ids of a case are its own, and staff stand under a pseudonym that holds
// in this chain alone. Hashes are BLAKE2b-256 (RFC 7693).
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "workflow/workflow.h"

namespace radslag::trail {

using Hash = std::array<std::uint8_t, 32>;
using Salt = std::array<std::uint8_t, 32>;

std::string write_hex(Hash const& hash);
std::optional<Hash> read_hex(std::string_view hex);

// ---- writing ---------------------------------------------------------------------------------------

struct Left { // a row as an act left it
    std::string table;
    std::string id;
    std::optional<Cells> cells; // nothing: it is gone
};

struct Entry {
    std::string chain;  // a case's or an organisation's id
    std::int64_t n = 0; // from 1, without a gap
    Hash content{};     // of salt and payload
    Hash hash{};        // of the hash before, chain, n and content
    struct Told {
        Salt salt{};
        std::string payload;
    };
    std::optional<Told> told; // nothing: erased
};

struct Head { // how far a chain has come
    std::string chain;
    std::int64_t n = 0; // 0: nothing written yet
    Hash hash{};
    bool operator==(Head const&) const = default;
};

// `key`: the chain's own, drawn once; without it nobody can tell whose the pseudonym is.
std::string pseudonym(Salt const& key, StaffId const& staff);
// The payload of an act about a case: what happened, then the rows in the order in which they came.
std::string payload_of(std::vector<workflow::Happening> const& happenings, Salt const& key,
                       std::vector<Left> const& rows, Salt const& salt);
// Of what was written about the house.
std::string payload_of(std::vector<Left> const& rows, Salt const& salt);
Entry next(Head const& head, Salt const& salt, std::string payload);

// Of rows that an act wrote several times, each as it was left in the end, in the order of the first.
std::vector<Left> in_the_end(std::vector<Left> rows);

// ---- verifying -------------------------------------------------------------------------------------

enum class Trouble {
    entry_changed,   // its hash, its content or what it tells is not what was written
    entry_missing,   // there is no entry of this number
    entry_moved,     // it stands at another place than it was written
    told_missing,    // payload and salt are gone, and no erasure says so
    row_changed,     // a row differs from what was last written
    row_missing,     // a row that was written is gone
    row_unknown,     // a row that nobody wrote
    row_moved,       // a row stands in another order than it was written
    chain_missing,   // a case that the house's chain or a checkpoint names is gone
    chain_cut,       // a checkpoint has seen more entries than there are now
    chain_unknown,   // entries or rows of a case that the house's chain does not name
    checkpoint_bent, // a checkpoint whose signature or place among the others is wrong
};
Words words(Trouble);

struct Finding {
    Trouble is = Trouble::entry_changed;
    std::string chain;
    std::int64_t n = 0; // entry, or checkpoint; 0: not about one
    std::string table;  // of a row
    std::string id;
    bool operator==(Finding const&) const = default;
};

// A table of a chain as it stands: its rows in the order in which they are read.
struct Standing {
    std::string table;
    std::vector<std::pair<std::string, Cells>> rows; // id → cells
    bool in_order = true; // the order tells something
};

// All entries of one chain, in the order of their numbers, against each other and against the rows
// that stand now. `rows` may be null: the chain alone.
std::vector<Finding> verify(std::string const& chain, std::vector<Entry> const& entries,
                            std::vector<Standing> const* rows);
// An entry that says that the payloads of the chain were erased up to and with number `upto`.
std::string erased_payload(std::int64_t upto);

// ---- checkpoints -----------------------------------------------------------------------------------

// Signs; outside tests with Ed25519 (RFC 8032) by the installation's key.
class Signer {
public:
    virtual ~Signer() = default;
    [[nodiscard]] virtual std::string sign(std::string_view text) const = 0; // base64
    [[nodiscard]] virtual bool is_by_us(std::string_view text, std::string_view signature) const = 0;
};

struct Checkpoint { // all heads at a moment, signed, to be kept elsewhere
    std::int64_t number = 0; // from 1
    Instant made_at;
    Hash before{};           // of the text of the one before
    std::vector<Head> heads; // by chain
};
std::string write_checkpoint(Checkpoint const& checkpoint, Signer const& signer);
Hash hash_of_text(std::string_view text);
// Nothing when it is not one of ours, or was changed.
std::optional<Checkpoint> read_checkpoint(std::string_view text, Signer const& signer);
// Each checkpoint against the one before and against the chains as they stand: `hash_at` gives the
// hash of entry n of a chain, or nothing.
class Hashes {
public:
    virtual ~Hashes() = default;
    virtual std::optional<Hash> hash_at(std::string const& chain, std::int64_t n) const = 0;
    virtual bool has(std::string const& chain) const = 0;
};
std::vector<Finding> verify(std::vector<std::string> const& checkpoints, Signer const& signer,
                            Hashes const& hashes);

} // namespace radslag::trail
