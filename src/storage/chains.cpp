#include "storage/chains.h"

#include <sodium.h>

#include "storage/seals.h"

namespace radslag::storage {
namespace {

using trail::Entry;
using trail::Hash;
using trail::Head;
using trail::Left;
using trail::Salt;

// Never from a seed: a salt that could be guessed would let rows be guessed from their hashes.
Salt draw() {
    Salt salt{};
    randombytes_buf(salt.data(), salt.size());
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

Salt key_of(Connection& db, CaseId const& id) {
    {
        auto query = db.query("SELECT key FROM trail_key WHERE case_id = $1", id);
        if (query.step()) return read_hash(query.text(0));
    }
    auto const key = draw();
    db.run("INSERT INTO trail_key (case_id, key) VALUES ($1, $2)", id, trail::write_hex(key));
    return key;
}

void write(Connection& db, Entry const& entry) {
    db.run("INSERT INTO trail (chain, n, content, hash) VALUES ($1, $2, $3, $4)", entry.chain,
           entry.n, trail::write_hex(entry.content), trail::write_hex(entry.hash));
    // With its salt a row could be guessed from its hash.
    auto const salt = db.seals().seal({{}, entry.chain, "trail_told", {}}, "salt",
                                      trail::write_hex(entry.told->salt));
    db.run("INSERT INTO trail_told (chain, n, salt, payload) VALUES ($1, $2, $3, $4)", entry.chain,
           entry.n, salt, entry.told->payload);
}

void append(Connection& db, Head const& head, std::string payload, std::vector<Left> const& rows) {
    auto const salt = draw();
    write(db, next(head, salt, std::move(payload) + trail::left(rows, salt)));
}

std::vector<Left> all_of(std::vector<trail::Standing> tables) {
    std::vector<Left> all;
    for (auto& table : tables)
        for (auto& row : table.rows) all.push_back(std::move(row));
    return all;
}

} // namespace

Left written(Connection& db, std::string_view table, std::string id, Query& query) {
    RADSLAG_SURE(query.step());
    Left row{std::string(table), id, opened(db, table, id, query, 0), 0};
    RADSLAG_SURE(!query.step());
    return row;
}

void append_to_trail(Connection& db, OrganisationId const& organisation, CaseId const& id,
                     std::vector<workflow::Happening> const& happenings, std::vector<Left> rows) {
    for (auto& row : lists_of(db, id)) rows.push_back(std::move(row));
    auto const head = head_of(db, id.text);
    auto const key = key_of(db, id);
    if (head.n == 0)
        append_to_trail(db, organisation,
                        {standing(db, "case", organisation, id.text),
                         standing(db, "trail_key", organisation, id.text)});
    append(db, head, trail::happened(happenings, key), rows);
}

void append_to_trail(Connection& db, CaseId const& id, std::string_view table,
                     std::string const& row) {
    append(db, head_of(db, id.text), {}, {standing_kept(db, table, row)});
}

void append_to_trail(Connection& db, OrganisationId const& organisation,
                     std::vector<Left> const& rows) {
    append(db, head_of(db, organisation.text), {}, rows);
}

std::string chain_of_looks(OrganisationId const& organisation, std::int64_t day) {
    return organisation.text + "/" + std::to_string(day);
}

void append_looks(Connection& db, OrganisationId const& organisation, std::int64_t day,
                  std::vector<Left> const& rows) {
    auto const head = head_of(db, chain_of_looks(organisation, day));
    if (head.n == 0)
        append_to_trail(db, organisation,
                        {{"looks", head.chain, Cells{organisation.text, day}, 0}});
    append(db, head, {}, rows);
}

std::int64_t erase_told(Connection& db, CaseId const& id) {
    auto const head = head_of(db, id.text);
    auto const told = db.run("DELETE FROM trail_told WHERE chain = $1", id.text);
    append(db, head, trail::erased(head.n), all_of(case_rows(db, id)));
    return told;
}

void tell_all_anew(Connection& db) {
    auto const chains = all_chains(db);
    for (auto const& id : chains.cases)
        append(db, head_of(db, id), {}, all_of(case_rows(db, CaseId{id})));
    for (auto const& chain : chains.looks)
        append(db, head_of(db, chain), {}, all_of(look_rows(db, chain)));
    for (auto const& id : chains.cases) key_of(db, CaseId{id});
    for (auto const& id : chains.houses)
        append(db, head_of(db, id), {}, all_of(house_rows(db, OrganisationId{id})));
}

std::vector<Head> trail_heads(Connection& db) {
    std::vector<Head> heads;
    // SQLite: beside max() stands the row that holds it.
    auto query = db.query("SELECT chain, max(n), hash FROM trail GROUP BY chain ORDER BY chain");
    while (query.step())
        heads.push_back({std::string(query.text(0)), query.integer(1), read_hash(query.text(2))});
    return heads;
}

std::optional<Hash> trail_hash(Connection& db, std::string const& chain, std::int64_t n) {
    auto query = db.query("SELECT hash FROM trail WHERE chain = $1 AND n = $2", chain, n);
    if (!query.step()) return std::nullopt;
    return read_hash(query.text(0));
}

trail::Checkpoint next_checkpoint_of(Connection& db) {
    trail::Checkpoint next{1, {}, {}, trail_heads(db)};
    auto query = db.query("SELECT number, hash FROM checkpoint ORDER BY number DESC LIMIT 1");
    if (query.step()) {
        next.number = query.integer(0) + 1;
        next.before = read_hash(query.text(1));
    }
    return next;
}

std::optional<Instant> last_checkpoint_of(Connection& db) {
    auto query = db.query("SELECT made_at FROM checkpoint ORDER BY number DESC LIMIT 1");
    if (!query.step()) return std::nullopt;
    return Instant{query.integer(0)};
}

} // namespace radslag::storage
