#include <algorithm>
#include <map>
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
    std::int64_t place = 0;
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
        std::vector<Hash> befores{Hash{}}; // what the next entry may stand on
        std::int64_t n = 0;
        for (auto const& entry : entries_) {
            bool gap = false; // told already: what comes after it stands on what is not there
            for (; ++n < entry.n; gap = true) bent(Trouble::entry_missing, n);
            bool const fits = stands_on(befores, entry);
            if (fits || gap) read_told(entry);
            else
                bent(misfits_.was_elsewhere(entry) ? Trouble::entry_moved : Trouble::entry_changed,
                     entry.n);
            follow(befores, entry, fits);
        }
        for (auto number : untold_)
            if (number > erased_) bent(Trouble::told_missing, number);
    }

    void compare(std::vector<Standing> const& tables) {
        std::set<Key> there;
        for (auto const& table : tables)
            for (auto const& row : table.rows) {
                there.insert({row.table, row.id});
                compare(row);
            }
        for (auto const& [key, row] : written_)
            if (!there.contains(key) && is_sure(row)) found(Trouble::row_missing, row.n, key);
    }

    std::vector<Finding> findings;

private:
    void found(Trouble is, std::int64_t n, Key const& key = {}) {
        findings.push_back({is, chain_, n, key.first, key.second});
    }
    // What this entry told of rows is not known.
    void bent(Trouble is, std::int64_t n) {
        found(is, n);
        unsure_ = std::max(unsure_, n);
    }
    [[nodiscard]] bool is_sure(Written const& row) const { return row.n > unsure_; }

    [[nodiscard]] bool stands_on(std::vector<Hash> const& befores, Entry const& entry) const {
        return std::any_of(befores.begin(), befores.end(), [&](Hash const& before) {
            return hash_of_entry(before, chain_, entry.n, entry.content) == entry.hash;
        });
    }
    // After an entry that does not fit, the next one may stand on it, on what it should have been,
    // or on what came before: only who was bent is named.
    void follow(std::vector<Hash>& befores, Entry const& entry, bool fits) const {
        if (fits || befores.size() > most_befores) {
            befores = {entry.hash};
            return;
        }
        for (std::size_t i = 0, count = befores.size(); i < count; ++i)
            befores.push_back(hash_of_entry(befores[i], chain_, entry.n, entry.content));
        befores.push_back(entry.hash);
    }
    static constexpr std::size_t most_befores = 64;

    void read_told(Entry const& entry) {
        if (!entry.told) {
            untold_.push_back(entry.n);
            return;
        }
        auto lines = read_payload(entry.told->payload);
        if (!lines || hash_of_content(entry.told->salt, entry.told->payload) != entry.content)
            return bent(Trouble::entry_changed, entry.n);
        for (auto const& line : *lines) read_line(entry, line);
    }

    void read_line(Entry const& entry, Line const& line) {
        Key const key{line.table, line.id};
        switch (line.is) {
        case Line::Is::happened:
            return;
        case Line::Is::row:
            written_[key] = {entry.n, entry.told->salt, line.hash, line.number};
            return;
        case Line::Is::gone:
            written_.erase(key);
            return;
        case Line::Is::erased: // the rows that stand follow
            erased_ = std::max(erased_, line.number);
            written_.clear();
            return;
        }
    }

    void compare(Left const& row) {
        Key const key{row.table, row.id};
        auto was = written_.find(key);
        if (was == written_.end()) {
            if (unsure_ == 0) found(Trouble::row_unknown, 0, key);
            return;
        }
        if (!is_sure(was->second)) return;
        auto const& [n, salt, hash, place] = was->second;
        if (hash_of_row(salt, row.table, row.id, *row.cells) != hash)
            found(Trouble::row_changed, n, key);
        else if (row.place != place) found(Trouble::row_moved, n, key);
    }

    std::string const& chain_;
    std::vector<Entry> const& entries_;
    Misfits misfits_;
    std::map<Key, Written> written_;
    std::vector<std::int64_t> untold_;
    std::int64_t erased_ = 0;
    std::int64_t unsure_ = 0; // what entries up to and with this one told is not all known
};

} // namespace

Words words(Trouble) {
    static constexpr std::string_view all[] = {
        "entry_changed", "entry_missing",   "entry_moved",       "told_missing",  "row_changed",
        "row_missing",   "row_unknown",     "row_moved",         "chain_missing", "chain_unknown",
        "chain_cut",     "checkpoint_bent", "checkpoint_missing"};
    return all;
}

std::vector<Finding> verify(std::string const& chain, std::vector<Entry> const& entries,
                            std::vector<Standing> const& rows) {
    Reading reading(chain, entries);
    reading.read();
    reading.compare(rows);
    return std::move(reading.findings);
}

} // namespace radslag::trail
