// What stands in the tables against the trail. One moment is looked at: the caller holds a
// transaction.
#include <set>

#include <fmt/format.h>

#include "storage/chains.h"
#include "storage/rows.h"

namespace radslag::storage {
namespace {

using trail::Entry;
using trail::Finding;
using trail::Hash;
using trail::Left;
using trail::Standing;
using trail::Trouble;

constexpr HouseTable all_house_tables[] = {
    {"organisation", "id", "id", "id, name, country, zone, language"},
    {"staff", "id", "organisation_id",
     "id, organisation_id, name, mail, offices, language, password_hash, totp_secret, invite_hash,"
     " invite_until, locked_at, pledged_at, training, version"},
    {"committee_day", "id", "organisation_id", "id, organisation_id, model, day, cancelled_at"},
    {"house_act", "act_id", "organisation_id",
     "organisation_id, act_id, request, name, staff_id, at, about, version"},
};

// Their text does not change: made once, for the statements are kept by it.
struct HouseSql {
    HouseTable table;
    std::string one, all;
};
std::vector<HouseSql> const& house_sql() {
    static auto const all = [] {
        std::vector<HouseSql> made;
        for (auto const& t : all_house_tables) {
            auto const from = fmt::format("{} FROM {} WHERE {} = $1", t.columns, t.name, t.organisation);
            made.push_back({t, fmt::format("SELECT {} AND {} = $2", from, t.id),
                            fmt::format("SELECT {}, {}", t.id, from)});
        }
        return made;
    }();
    return all;
}

Standing read(Connection& db, std::string_view table, std::string_view sql, std::string const& of,
              bool in_order) {
    Standing standing{std::string(table), {}, in_order};
    auto query = db.query(sql, of);
    while (query.step()) {
        auto cells = query.cells();
        cells.erase(cells.begin());
        standing.rows.emplace_back(std::string(query.text(0)), std::move(cells));
    }
    return standing;
}

constexpr std::string_view happening_sql =
    "SELECT CAST(seq AS TEXT), organisation_id, case_id, seq, act_id, nth, name, \"at\", staff,"
    " \"by\", for_whom, told, told_on, about, why, detail, request FROM happening"
    " WHERE case_id = $1 ORDER BY seq";
constexpr std::string_view change_sql =
    "SELECT seq || '.' || n, organisation_id, case_id, seq, n, row_table, row_id, before, after"
    " FROM happening_change WHERE case_id = $1 ORDER BY seq, n";

std::vector<Standing> case_rows(Connection& db, CaseId const& id) {
    std::vector<Standing> all;
    for (auto const& table : tables())
        all.push_back(read(db, table.name, table.whole, id.text, true));
    all.push_back(read(db, "happening", happening_sql, id.text, true));
    all.push_back(read(db, "happening_change", change_sql, id.text, true));
    all.push_back(read(db, "taken_back", taken_back_sql, id.text, false));
    for (auto& row : lists_of(db, id))
        if (row.cells) all.push_back({row.table, {{row.id, std::move(*row.cells)}}, false});
    return all;
}

std::vector<Standing> house_rows(Connection& db, std::string const& organisation) {
    std::vector<Standing> all;
    for (auto const& sql : house_sql())
        all.push_back(read(db, sql.table.name, sql.all, organisation, false));
    all.push_back(read(db, "case",
                       "SELECT case_id, organisation_id FROM glance WHERE organisation_id = $1",
                       organisation, false));
    return all;
}

std::vector<Entry> entries_of(Connection& db, std::string const& chain) {
    std::vector<Entry> entries;
    auto query = db.query("SELECT t.n, t.content, t.hash, o.salt, o.payload FROM trail AS t"
                          " LEFT JOIN trail_told AS o ON o.chain = t.chain AND o.n = t.n"
                          " WHERE t.chain = $1 ORDER BY t.n",
                          chain);
    auto hash = [&](int column) { return trail::read_hex(query.text(column)).value_or(Hash{}); };
    while (query.step()) {
        Entry entry{chain, query.integer(0), hash(1), hash(2), {}};
        if (!query.is_null(3))
            entry.told = Entry::Told{hash(3), std::string(query.text(4))};
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<std::string> column(Connection& db, std::string_view sql) {
    std::vector<std::string> all;
    auto query = db.query(sql);
    while (query.step()) all.emplace_back(query.text(0));
    return all;
}

class Verifier {
public:
    explicit Verifier(Connection& db) : db_(db) {}

    Verified verify() {
        auto const houses = column(db_, "SELECT id FROM organisation ORDER BY id");
        for (auto const& house : houses) chain(house, house_rows(db_, house));
        auto const cases = column(db_, "SELECT case_id FROM glance ORDER BY case_id");
        for (auto const& id : cases) chain(id, case_rows(db_, CaseId{id}));
        left_over(houses, cases);
        return std::move(verified_);
    }

private:
    void chain(std::string const& name, std::vector<Standing> const& rows) {
        auto const entries = entries_of(db_, name);
        ++verified_.chains;
        verified_.entries += static_cast<std::int64_t>(entries.size());
        for (auto const& table : rows)
            verified_.rows += static_cast<std::int64_t>(table.rows.size());
        for (auto& finding : trail::verify(name, entries, &rows)) keep(std::move(finding));
    }
    // The house's chain speaks of cases as rows; here they are chains.
    void keep(Finding finding) {
        if (finding.table == "case") {
            finding.is = finding.is == Trouble::row_unknown ? Trouble::chain_unknown
                                                            : Trouble::chain_missing;
            finding.chain = finding.id;
            finding.table.clear();
            finding.id.clear();
        }
        verified_.findings.push_back(std::move(finding));
    }
    // Chains whose case or organisation is gone.
    void left_over(std::vector<std::string> const& houses, std::vector<std::string> const& cases) {
        std::set<std::string> known(houses.begin(), houses.end());
        known.insert(cases.begin(), cases.end());
        for (auto const& one : column(db_, "SELECT DISTINCT chain FROM trail ORDER BY chain")) {
            if (known.contains(one)) continue;
            auto const entries = entries_of(db_, one);
            ++verified_.chains;
            verified_.entries += static_cast<std::int64_t>(entries.size());
            std::vector<Standing> const nothing;
            for (auto& finding : trail::verify(one, entries, &nothing)) keep(std::move(finding));
        }
    }

    Connection& db_;
    Verified verified_;
};

} // namespace

std::span<HouseTable const> house_tables() { return all_house_tables; }

Left standing(Connection& db, std::string_view table, OrganisationId const& organisation,
              std::string const& id) {
    for (auto const& sql : house_sql()) {
        if (sql.table.name != table) continue;
        auto query = db.query(sql.one, organisation, id);
        if (!query.step()) return {std::string(table), id, std::nullopt};
        return {std::string(table), id, query.cells()};
    }
    throw Bug{"no table of the house"};
}

Verified verify_trail(Connection& db) { return Verifier(db).verify(); }

} // namespace radslag::storage
