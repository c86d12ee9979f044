// What stands in the tables against the trail. One moment is looked at: the caller holds a
// transaction.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "storage/chains.h"
#include "storage/seals.h"

namespace radslag::storage {
namespace {

using trail::Entry;
using trail::Finding;
using trail::Hash;
using trail::Standing;
using trail::Trouble;

std::vector<Entry> entries_of(Connection& db, std::string const& chain) {
    std::vector<Entry> entries;
    auto query = db.query("SELECT t.n, t.content, t.hash, o.salt, o.payload FROM trail AS t"
                          " LEFT JOIN trail_told AS o ON o.chain = t.chain AND o.n = t.n"
                          " WHERE t.chain = $1 ORDER BY t.n",
                          chain);
    auto hash = [&](int column) { return trail::read_hex(query.text(column)).value_or(Hash{}); };
    auto salt = [&]() -> Hash { // one that does not open is another one than was written
        try {
            return trail::read_hex(
                       db.seals().open({{}, chain, "trail_told", {}}, "salt", query.text(3)))
                .value_or(Hash{});
        } catch (SqliteError const&) {
            return {};
        }
    };
    while (query.step()) {
        Entry entry{chain, query.integer(0), hash(1), hash(2), {}};
        if (!query.is_null(3)) entry.told = Entry::Told{salt(), std::string(query.text(4))};
        entries.push_back(std::move(entry));
    }
    return entries;
}

class Verifier {
public:
    explicit Verifier(Connection& db) : db_(db) {}

    Found verify() {
        auto const all = all_chains(db_);
        for (auto const& id : all.houses) house(OrganisationId{id});
        strays();
        for (auto const& id : all.cases) chain(id, case_rows(db_, CaseId{id}));
        for (auto const& id : all.looks) chain(id, look_rows(db_, id));
        for (auto const& id : erased_)
            if (!std::ranges::binary_search(all.cases, id)) chain(id, {});
        for (auto const& id : all.others)
            if (!erased_.contains(id)) gone(id);
        return std::move(found_);
    }

private:
    void chain(std::string const& name, std::vector<Standing> const& rows) {
        auto const entries = entries_of(db_, name);
        ++found_.chains;
        found_.entries += static_cast<std::int64_t>(entries.size());
        for (auto const& table : rows) found_.rows += static_cast<std::int64_t>(table.rows.size());
        if (!entries.empty())
            for (auto& finding : trail::verify(name, entries, rows)) keep(std::move(finding));
        else if (!unknown_.contains(name)) keep({Trouble::entry_missing, name, 1, {}, {}});
    }
    void house(OrganisationId const& id) {
        auto const rows = house_rows(db_, id);
        for (auto const& table : rows)
            for (auto const& row : table.rows) visited_.insert({row.table, row.id});
        chain(id.text, rows);
        for (auto& of : trail::gone(entries_of(db_, id.text), "case"))
            erased_.insert(std::move(of));
    }
    // Rows that are no organisation's.
    void strays() {
        for (auto const& table : house_tables()) {
            auto const sql = fmt::format("SELECT {} FROM {}", table.id, table.from);
            auto query = db_.query(sql);
            while (query.step()) {
                std::pair key{std::string(table.name), std::string(query.text(0))};
                if (!visited_.contains(key))
                    keep({Trouble::row_unknown, {}, 0, key.first, key.second});
            }
        }
        auto query = db_.query("SELECT chain, n FROM trail_told AS o WHERE NOT EXISTS"
                               " (SELECT 1 FROM trail WHERE chain = o.chain AND n = o.n)");
        while (query.step())
            keep({Trouble::entry_missing, std::string(query.text(0)), query.integer(1), {}, {}});
    }
    void gone(std::string const& name) {
        if (!unknown_.contains(name)) keep({Trouble::chain_missing, name, 0, {}, {}});
    }

    // The house's chain speaks of other chains as rows.
    void keep(Finding finding) {
        if (finding.table == "case" || finding.table == "looks") {
            bool const unknown = finding.is == Trouble::row_unknown;
            if (unknown) unknown_.insert(finding.id);
            finding = {
                unknown ? Trouble::chain_unknown : Trouble::chain_missing, finding.id, 0, {}, {}};
        }
        // The key belongs to its case.
        if (finding.table == "trail_key" &&
            (missing_.contains(finding.id) || unknown_.contains(finding.id)))
            return;
        if (finding.is == Trouble::chain_missing && !missing_.insert(finding.chain).second) return;
        found_.findings.push_back(std::move(finding));
    }

    Connection& db_;
    Found found_;
    std::set<std::pair<std::string, std::string>> visited_; // table, id
    std::set<std::string> missing_, unknown_;               // chains
    std::set<std::string> erased_; // cases of which the house has told that they are gone
};

} // namespace

Found verify_trail(Connection& db) { return Verifier(db).verify(); }

} // namespace radslag::storage
