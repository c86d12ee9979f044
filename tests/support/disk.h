#pragma once
// A disk under SQLite that knows what has been written and not yet synced, and shows what a power
// cut would leave: what was synced, and of the rest some sectors and not others. It can also be
// full, failing or damaged. It becomes SQLite's own while it lives; every connection is closed
// first.
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <sqlite3.h>

namespace radslag::test {

class Disk {
public:
    explicit Disk(std::filesystem::path watched); // a folder; other files are none of its business
    ~Disk();
    Disk(Disk const&) = delete;
    Disk& operator=(Disk const&) = delete;

    // Before each write, truncation, sync and removal of a watched file, by the thread that does
    // it.
    std::function<void()> before;
    // The files as they would be after a power cut now. Each seed is another cut.
    void cut_into(std::filesystem::path const& folder, std::uint64_t seed) const;

    std::atomic<int> writing = SQLITE_OK; // what every write answers, if not this
    std::atomic<int> syncing = SQLITE_OK;
    std::atomic<bool> damaged = false; // what is read from a database is nonsense
    std::atomic<std::int64_t> syncs = 0;

    // For the functions that SQLite calls.
    struct Op {
        bool cuts_off; // at `at`; else writes `bytes` there
        std::int64_t at;
        std::string bytes;
    };
    struct Image {
        std::string synced;
        bool is_database = false; // else a journal
        bool name_synced = false;
        bool removed = false; // its name may come back
        bool syncs_folder = false; // with its next sync, as SQLite does for a new journal
        std::vector<Op> pending;
    };
    std::shared_ptr<Image> open(char const* name, int flags);
    void removed(char const* name, bool synced);
    void pending(Image& image, Op op);
    void synced(Image& image);
    [[nodiscard]] sqlite3_vfs* below() const { return below_; }

private:
    std::filesystem::path watched_;
    sqlite3_vfs* below_;
    sqlite3_vfs vfs_;
    mutable std::mutex mutex_;
    std::map<std::filesystem::path, std::shared_ptr<Image>> images_;
};

} // namespace radslag::test
