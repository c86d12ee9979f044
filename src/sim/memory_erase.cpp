// Taking a case, or parts of it, out of the store in memory.
#include <algorithm>

#include "sim/kept.h"

namespace radslag::sim {
namespace {

using Counts = std::map<std::string, std::size_t>;

void count(Counts& counts, std::string_view table, std::size_t rows) {
    if (rows != 0) counts[std::string(table)] += rows;
}

std::size_t changes_of(std::vector<Happening> const& all) {
    std::size_t changes = 0;
    for (auto const& h : all) changes += h.changes.size();
    return changes;
}

template <class... R, class F>
void each_kind(std::tuple<std::vector<R>...> const& rows, F f) {
    (f(std::get<std::vector<R>>(rows)), ...);
}

// Whether there is a row of this table with this id.
bool has(CaseFile const& file, std::string const& table, std::string const& id) {
    bool found = false;
    each_kind(file.rows, [&]<class One>(std::vector<One> const& all) {
        if (One::table == table)
            found = std::ranges::any_of(all, [&](One const& row) { return row.id.text == id; });
    });
    return found;
}

template <class One> std::size_t drop(std::vector<One>& all, CaseId const& id) {
    return std::erase_if(all, [&](One const& one) { return one.of == id; });
}

void erase_whole(Tables& t, CaseId const& id, Counts& counts) {
    auto const& kept = t.cases.at(id);
    each_kind(kept.file->rows, [&]<class One>(std::vector<One> const& all) {
        count(counts, One::table, all.size());
    });
    count(counts, "happening", kept.happenings.size());
    count(counts, "happening_change", changes_of(kept.happenings));
    count(counts, "duty", kept.glance.duties.size());
    count(counts, "hold", drop(t.holds, id));
    count(counts, "release", drop(t.releases, id));
    count(counts, "kept_until", t.kept_until.erase(id));
    count(counts, "glance", 1);
    for (auto const& duty : kept.glance.duties) t.duties[duty.staff].erase(id.text);
    std::erase_if(t.due, [&](auto const& one) { return one.second == id.text; });
    std::erase_if(t.acts, [&](auto const& one) { return one.second.first == id; });
    t.cases.erase(id);
}

// What an act wrote goes whole, in all that it set off. That something was done stays.
void erase_payloads(Kept& kept, std::set<std::string> const& acts, Counts& counts) {
    for (auto& h : kept.happenings) {
        if (!acts.contains(h.act.text)) continue;
        count(counts, "happening_change", h.changes.size());
        h.changes.clear();
        h.why.clear();
        h.request.clear();
    }
}

void erase_parts(Tables& t, CaseId const& id, commands::ToErase const& what, Counts& counts) {
    auto& kept = t.cases.at(id);
    auto file = std::make_shared<CaseFile>(*kept.file);
    std::set<std::string> acts;
    for (auto const& h : kept.happenings)
        if (what.trail) acts.insert(h.act.text);
    for (auto const& [table, row] : what.rows) {
        for (auto const& h : kept.happenings)
            for (auto const& change : h.changes)
                if (change.table == table && (row.empty() || change.id == row))
                    acts.insert(h.act.text);
        if (row.empty() || !has(*file, table, row)) continue;
        apply(*file, {table, row, {}, {}});
        count(counts, table, 1);
    }
    erase_payloads(kept, acts, counts);
    for (auto const& day : acting_days(*kept.file)) t.due.erase({day, id.text});
    kept.file = std::move(file);
    for (auto const& day : acting_days(*kept.file)) t.due.insert({day, id.text});
}

} // namespace

std::vector<std::string> erase(Tables& t, OrganisationId const& organisation, CaseId const& id,
                               commands::ToErase const& what) {
    auto const at = t.cases.find(id);
    RADSLAG_SURE(at != t.cases.end() && at->second.organisation == organisation);
    Counts counts;
    if (what.whole) erase_whole(t, id, counts);
    else erase_parts(t, id, what, counts);
    std::vector<std::string> told;
    for (auto const& [table, rows] : counts) told.push_back(table + "=" + std::to_string(rows));
    return told;
}

} // namespace radslag::sim
