// A database file against its trail and its checkpoints, from the outside.
#include <algorithm>
#include <filesystem>

#include <sodium.h>

#include "storage/chains.h"
#include "storage/house.h"
#include "storage/migrations.h"
#include "storage/sealing.h"

namespace radslag::storage {
namespace {

using trail::Finding;
using trail::Trouble;

std::vector<Finding> against(Connection& db,
                             std::vector<std::pair<std::string, std::string>> const& checkpoints,
                             trail::PublicKey const& key) {
    trail::Chains const chains{
        [&](std::string const& chain, std::int64_t n) { return trail_hash(db, chain, n); },
        [&](std::string const& chain) {
            auto query = db.query("SELECT 1 FROM trail WHERE chain = $1 LIMIT 1", chain);
            return query.step();
        }};
    return trail::verify(checkpoints, key, chains);
}

bool is_told(std::vector<Finding> const& findings, Finding const& one) {
    return one.is == Trouble::chain_missing &&
           std::any_of(findings.begin(), findings.end(), [&](Finding const& other) {
               return other.is == one.is && other.chain == one.chain;
           });
}

} // namespace

Outcome<Verified> verify(std::string const& path, KeySource const& keys,
                         std::vector<std::pair<std::string, std::string>> const& checkpoints,
                         trail::PublicKey const& key) {
    RADSLAG_SURE(sodium_init() >= 0);
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return broken("There is no database.", path + " is not there");
    auto ring = Keyring::open(keys);
    if (!ring) return tl::unexpected(ring.error());
    try {
        Connection db(path, std::make_unique<Seals>(*ring));
        db.script("PRAGMA query_only = ON; BEGIN");
        if (auto fine = is_current(db, sqlite_migrations()); !fine)
            return tl::unexpected(fine.error());
        if (auto fine = check_keys(db, **ring); !fine) return tl::unexpected(fine.error());
        auto found = verify_trail(db);
        for (auto& finding : against(db, checkpoints, key))
            if (!is_told(found.findings, finding)) found.findings.push_back(std::move(finding));
        Verified verified{
            found.chains, found.entries, found.rows, std::move(found.findings), {}, {}};
        auto query = db.query("SELECT case_id, number FROM glance");
        while (query.step()) verified.numbers.emplace(query.text(0), query.integer(1));
        for (auto const& one : organisations(db)) verified.organisations.insert(one.id.text);
        return verified;
    } catch (SqliteError const& error) {
        return tl::unexpected<Fault>(error.fault());
    }
}

} // namespace radslag::storage
