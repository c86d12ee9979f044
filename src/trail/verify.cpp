#include <algorithm>
#include <set>

#include "trail/hash.h"
#include "trail/payload.h"

namespace radslag::trail {
namespace {

using Key = std::pair<std::string, std::string>; // table, id

struct Written { // as last written, by which entry
    std::int64_t n = 0;
    Salt salt{};
    Hash hash{};
    std::size_t came = 0; // the order in which rows came into being
};

// Entries that do not fit where they stand, with the hashes they could have followed.
class Misfits {
public:
    explicit Misfits(std::string const& chain, std::vector<Entry> const& all) : chain_(chain) {
        Hash before{};
        for (auto const& entry : all) {
            hashes_[entry.n] = entry.hash;
            if (hash_of_entry(before, chain, entry.n, entry.content) != entry.hash)
                all_.push_back(&entry);
            before = entry.hash;
        }
    }
    // Its hash was made for another place: a neighbouring one, or where another one does not fit.
    [[nodiscard]] bool was_elsewhere(Entry const& entry) const {
        if (fits(entry, entry.n - 1) || fits(entry, entry.n + 1)) return true;
        if (all_.size() > few) return false;
        return std::any_of(all_.begin(), all_.end(),
                           [&](auto const* other) { return fits(entry, other->n); });
    }

private:
    static constexpr std::size_t few = 64; // beyond, trying each with each takes too long

    [[nodiscard]] bool fits(Entry const& entry, std::int64_t n) const {
        if (n < 1 || n == entry.n) return false;
        auto follows = [&](Hash const& before) {
            return hash_of_entry(before, chain_, n, entry.content) == entry.hash;
        };
        if (n == 1 && follows(Hash{})) return true;
        for (auto at : {n - 1, n, n - 2})
            if (auto before = hashes_.find(at); before != hashes_.end() && follows(before->second))
                return true;
        return all_.size() <= few && std::any_of(all_.begin(), all_.end(), [&](auto const* other) {
                   return follows(other->hash);
               });
    }

    std::string const& chain_;
    std::map<std::int64_t, Hash> hashes_;
    std::vector<Entry const*> all_;
};

class Reading {
public:
    Reading(std::string const& chain, std::vector<Entry> const& entries)
        : chain_(chain), entries_(entries), misfits_(chain, entries) {}

    void read() {
        Hash before{};
        std::int64_t n = 0;
        for (auto const& entry : entries_) {
            while (++n < entry.n) found(Trouble::entry_missing, n);
            if (hash_of_entry(before, chain_, entry.n, entry.content) != entry.hash && !missing_at(n - 1))
                found(misfits_.was_elsewhere(entry) ? Trouble::entry_moved : Trouble::entry_changed,
                      entry.n);
            else read_told(entry);
            before = entry.hash;
        }
        judge_untold();
    }

    void compare(std::vector<Standing> const& tables) {
        std::set<Key> there;
        for (auto const& table : tables) compare(table, there);
        for (auto const& [key, row] : written_)
            if (!there.contains(key)) found(Trouble::row_missing, row.n, key);
    }

    std::vector<Finding> findings;

private:
    void found(Trouble is, std::int64_t n, Key const& key = {}) {
        findings.push_back({is, chain_, n, key.first, key.second});
    }
    // The entry after a gap cannot be chained to what is not there: the gap has been told.
    bool missing_at(std::int64_t n) const {
        return n > 0 && std::any_of(findings.begin(), findings.end(), [&](auto const& one) {
                   return one.is == Trouble::entry_missing && one.n == n;
               });
    }

    void read_told(Entry const& entry) {
        if (!entry.told) {
            untold_.push_back(entry.n);
            return;
        }
        auto lines = read_payload(entry.told->payload);
        if (!lines || hash_of_content(entry.told->salt, entry.told->payload) != entry.content)
            return found(Trouble::entry_changed, entry.n);
        for (auto const& line : *lines) read_line(entry, line);
    }

    void read_line(Entry const& entry, Line const& line) {
        Key const key{line.table, line.id};
        if (line.is == Line::Is::erased) erased_ = std::max(erased_, line.upto);
        if (line.is == Line::Is::gone) written_.erase(key);
        if (line.is != Line::Is::row) return;
        auto [row, is_new] = written_.try_emplace(key);
        if (is_new) row->second.came = ++came_;
        row->second.n = entry.n;
        row->second.salt = entry.told->salt;
        row->second.hash = line.hash;
    }

    void judge_untold() {
        for (auto n : untold_)
            if (n > erased_) found(Trouble::told_missing, n);
    }

    void compare(Standing const& table, std::set<Key>& there) {
        std::size_t last = 0;
        for (auto const& [id, cells] : table.rows) {
            Key const key{table.table, id};
            there.insert(key);
            auto row = written_.find(key);
            if (row == written_.end()) {
                // What was written by an erased entry alone is not known any more.
                if (untold_.empty()) found(Trouble::row_unknown, 0, key);
                continue;
            }
            auto const& was = row->second;
            if (hash_of_row(was.salt, table.table, id, cells) != was.hash)
                found(Trouble::row_changed, was.n, key);
            if (table.in_order && was.came < last) found(Trouble::row_moved, was.n, key);
            last = std::max(last, was.came);
        }
    }

    std::string const& chain_;
    std::vector<Entry> const& entries_;
    Misfits misfits_;
    std::map<Key, Written> written_;
    std::size_t came_ = 0;
    std::vector<std::int64_t> untold_;
    std::int64_t erased_ = 0;
};

} // namespace

Words words(Trouble) {
    static constexpr std::string_view all[] = {
        "entry_changed", "entry_missing", "entry_moved",   "told_missing", "row_changed",
        "row_missing",   "row_unknown",   "row_moved",     "chain_missing", "chain_cut",
        "chain_unknown", "checkpoint_bent"};
    return all;
}

std::vector<Finding> verify(std::string const& chain, std::vector<Entry> const& entries,
                            std::vector<Standing> const* rows) {
    Reading reading(chain, entries);
    reading.read();
    if (rows != nullptr) reading.compare(*rows);
    return std::move(reading.findings);
}

} // namespace radslag::trail
