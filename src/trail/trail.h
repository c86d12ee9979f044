#pragma once
// The record of what was written, so that it cannot be bent unseen (house.md, "Truth and trail").
//
// Each case has a chain of entries, one for each act that was saved. What is written about the
// house (accounts, committee days, which cases there are) stands in a chain of its organisation,
// and who looked at what on a day in a chain of that day. An entry is a salted hash of what was
// done and of each row as it was left, chained to the hash before. Payload and salt can be deleted
// (erasure): `content` and `hash` stay, and the chain still verifies. A case's payload names
// nobody: its ids are its own, and staff stand under a pseudonym that holds in this case alone.
// Hashes are BLAKE2b-256 (RFC 7693), signatures Ed25519 (RFC 8032).
#include <array>
#include <cstdint>
#include <functional>
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

// ---- writing
// ---------------------------------------------------------------------------------------

struct Left { // a row as an act left it
    std::string table;
    std::string id;
    std::optional<Cells> cells; // nothing: it is gone
    std::int64_t place = 0;     // among the rows of its table, where their order tells something
};

struct Entry {
    std::string chain;
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

// `key`: the case's own, drawn once; without it nobody can tell whose the pseudonym is.
std::string pseudonym(Salt const& key, StaffId const& staff);
// What was done in a case, a line for each happening; before the rows in its entry's payload.
std::string happened(std::vector<workflow::Happening> const& happenings, Salt const& key);
// Of rows that were written several times, each as it was left in the end.
std::string left(std::vector<Left> const& rows, Salt const& salt);
// That the payloads up to and with entry `upto` were deleted. Rows that stand follow in the
// payload.
std::string erased(std::int64_t upto);
Entry next(Head const& head, Salt const& salt, std::string payload);

// ---- verifying
// -------------------------------------------------------------------------------------

enum class Trouble {
    entry_changed,      // its hash, its content or what it tells is not what was written
    entry_missing,      // there is no entry of this number
    entry_moved,        // it stands at another place than it was written
    told_missing,       // payload and salt are gone, and no erasure says so
    row_changed,        // a row differs from what was last written
    row_missing,        // a row that was written is gone
    row_unknown,        // a row that nobody wrote
    row_moved,          // a row stands in another order than it was written
    chain_missing,      // a case, or a day of looks, that was written is gone
    chain_unknown,      // entries or rows of a case that nobody began
    chain_cut,          // a checkpoint has seen more entries than there are now
    checkpoint_bent,    // a checkpoint that was not signed by us, or was changed
    checkpoint_missing, // between two checkpoints one is not there, or stands another one
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

// A table's rows of one chain, as they stand.
struct Standing {
    std::string table;
    std::vector<Left> rows;
};

// All entries of one chain, in the order of their numbers, against each other and against the rows.
// Where an entry is bent, what it told of rows is not known: no row is accused for it.
std::vector<Finding> verify(std::string const& chain, std::vector<Entry> const& entries,
                            std::vector<Standing> const& rows);

// ---- checkpoints
// -----------------------------------------------------------------------------------

using Seed = std::array<std::uint8_t, 32>; // secret
using PublicKey = std::array<std::uint8_t, 32>; // for whoever verifies
PublicKey public_key(Seed const& seed);

struct Checkpoint { // all heads at a moment, signed, to be kept elsewhere
    std::int64_t number = 0; // from 1
    Instant made_at;
    Hash before{}; // of the text of the one before
    std::vector<Head> heads; // by chain
};
std::string write_checkpoint(Checkpoint const& checkpoint, Seed const& seed);
Hash hash_of_text(std::string_view text);
// Nothing when it is not one of ours, or was changed.
std::optional<Checkpoint> read_checkpoint(std::string_view text, PublicKey const& key);

// The chains as they stand: the hash of entry n, and whether there is any of the chain.
struct Chains {
    std::function<std::optional<Hash>(std::string const& chain, std::int64_t n)> hash_at;
    std::function<bool(std::string const& chain)> has;
};
// Checkpoints in any order, each with the name it goes by in a finding. One given twice is one.
std::vector<Finding> verify(std::vector<std::pair<std::string, std::string>> const& checkpoints,
                            PublicKey const& key, Chains const& chains);

} // namespace radslag::trail
