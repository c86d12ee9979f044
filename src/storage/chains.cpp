#include "storage/chains.h"

#include <sodium.h>

#include "storage/rows.h"

namespace radslag::storage {
namespace {

using trail::Entry;
using trail::Hash;
using trail::Head;
using trail::Left;
using trail::Salt;

Salt draw(Random& random) {
    Salt salt{};
    random.fill(salt);
    return salt;
}

// What a table of ours holds was written by us; what does not read is told as a changed entry.
Hash read_hash(std::string_view hex) { return trail::read_hex(hex).value_or(Hash{}); }

Head head_of(Connection& db, std::string const& chain) {
    auto query =
        db.query("SELECT n, hash FROM trail WHERE chain = $1 ORDER BY n DESC LIMIT 1", chain);
    if (!query.step()) return {chain, 0, {}};
    return {chain, query.integer(0), read_hash(query.text(1))};
}

std::optional<Salt> key_of(Connection& db, std::string const& chain) {
    auto query = db.query("SELECT key FROM trail_key WHERE chain = $1", chain);
    if (!query.step()) return std::nullopt;
    return read_hash(query.text(0));
}

Salt new_key(Connection& db, Random& random, OrganisationId const& organisation,
             std::string const& chain) {
    auto key = draw(random);
    db.run("INSERT INTO trail_key (chain, organisation_id, key) VALUES ($1, $2, $3)", chain,
           organisation, trail::write_hex(key));
    return key;
}

void write(Connection& db, OrganisationId const& organisation, Entry const& entry) {
    db.run("INSERT INTO trail (chain, n, organisation_id, content, hash)"
           " VALUES ($1, $2, $3, $4, $5)",
           entry.chain, entry.n, organisation, trail::write_hex(entry.content),
           trail::write_hex(entry.hash));
    db.run("INSERT INTO trail_told (chain, n, salt, payload) VALUES ($1, $2, $3, $4)", entry.chain,
           entry.n, trail::write_hex(entry.told->salt), entry.told->payload);
}

} // namespace

std::vector<Left> lists_of(Connection& db, CaseId const& id) {
    std::vector<Left> rows;
    {
        auto query = db.query("SELECT * FROM glance WHERE case_id = $1", id);
        RADSLAG_SURE(query.step());
        rows.push_back({"glance", id.text, query.cells()});
    }
    Cells duties;
    auto query = db.query("SELECT * FROM duty WHERE case_id = $1 ORDER BY staff_id", id);
    while (query.step())
        for (auto& cell : query.cells()) duties.push_back(std::move(cell));
    rows.push_back({"duty", id.text, std::move(duties)});
    return rows;
}

void append_to_trail(Connection& db, Random& random, OrganisationId const& organisation,
                     CaseId const& id, std::vector<workflow::Happening> const& happenings,
                     std::vector<Left> rows) {
    for (auto& row : lists_of(db, id)) rows.push_back(std::move(row));
    auto head = head_of(db, id.text);
    auto key = key_of(db, id.text);
    if (!key) {
        key = new_key(db, random, organisation, id.text);
        append_to_trail(db, random, organisation, {{"case", id.text, Cells{organisation.text}}});
    }
    auto const salt = draw(random);
    auto payload = payload_of(happenings, *key, trail::in_the_end(std::move(rows)), salt);
    write(db, organisation, next(head, salt, std::move(payload)));
}

void append_to_trail(Connection& db, Random& random, OrganisationId const& organisation,
                     std::vector<Left> const& rows) {
    if (!key_of(db, organisation.text)) new_key(db, random, organisation, organisation.text);
    auto const salt = draw(random);
    write(db, organisation, next(head_of(db, organisation.text), salt, payload_of(rows, salt)));
}

std::vector<Head> trail_heads(Connection& db) {
    std::vector<Head> heads;
    auto query = db.query("SELECT chain, n, hash FROM trail AS t WHERE n ="
                          " (SELECT max(n) FROM trail WHERE chain = t.chain) ORDER BY chain");
    while (query.step())
        heads.push_back({std::string(query.text(0)), query.integer(1), read_hash(query.text(2))});
    return heads;
}

std::optional<Hash> trail_hash(Connection& db, std::string const& chain, std::int64_t n) {
    auto query = db.query("SELECT hash FROM trail WHERE chain = $1 AND n = $2", chain, n);
    if (!query.step()) return std::nullopt;
    return read_hash(query.text(0));
}

} // namespace radslag::storage
