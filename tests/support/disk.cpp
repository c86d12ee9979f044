#include "support/disk.h"

#include <cstring>
#include <fstream>
#include <random>
#include <stdexcept>
#include <utility>

namespace radslag::test {
namespace {

using Image = Disk::Image;
using Op = Disk::Op;

constexpr std::size_t sector = 512;

// Laid out by SQLite in memory of its own: our part, then that of the file below.
struct Open {
    sqlite3_file base;
    Disk* disk;
    std::shared_ptr<Image>* image; // nothing for what is not watched
    sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
Open& of(sqlite3_file* file) { return *reinterpret_cast<Open*>(file); }
sqlite3_file* below(sqlite3_file* file) { return of(file).below(); }
sqlite3_io_methods const& methods(sqlite3_file* file) { return *below(file)->pMethods; }
Disk& disk_of(sqlite3_vfs* vfs) { return *static_cast<Disk*>(vfs->pAppData); }

void about_to(Open const& open) {
    if (open.image != nullptr && open.disk->before) open.disk->before();
}

int close(sqlite3_file* file) {
    delete of(file).image;
    of(file).image = nullptr;
    return methods(file).xClose(below(file));
}

int read(sqlite3_file* file, void* into, int amount, sqlite3_int64 at) {
    auto const code = methods(file).xRead(below(file), into, amount, at);
    auto const& open = of(file);
    bool const is_database = open.image != nullptr && (*open.image)->is_database;
    if (is_database && open.disk->damaged && at >= 4096) // its first page still says what it is
        std::memset(into, 0xA5, static_cast<std::size_t>(amount));
    return code;
}

int write(sqlite3_file* file, void const* from, int amount, sqlite3_int64 at) {
    auto& open = of(file);
    about_to(open);
    if (open.image == nullptr) return methods(file).xWrite(below(file), from, amount, at);
    if (open.disk->writing != SQLITE_OK) return open.disk->writing;
    auto const* bytes = static_cast<char const*>(from);
    open.disk->pending(**open.image, {false, at, {bytes, bytes + amount}});
    return methods(file).xWrite(below(file), from, amount, at);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    auto& open = of(file);
    about_to(open);
    if (open.image != nullptr) open.disk->pending(**open.image, {true, size, {}});
    return methods(file).xTruncate(below(file), size);
}

// Below nothing is synced: this disk's promise is its own, and tests are quick.
int sync(sqlite3_file* file, int) {
    auto& open = of(file);
    about_to(open);
    if (open.image == nullptr) return SQLITE_OK;
    if (open.disk->syncing != SQLITE_OK) return open.disk->syncing;
    open.disk->synced(**open.image);
    return SQLITE_OK;
}

int size(sqlite3_file* file, sqlite3_int64* size) {
    return methods(file).xFileSize(below(file), size);
}
int lock(sqlite3_file* file, int how) { return methods(file).xLock(below(file), how); }
int unlock(sqlite3_file* file, int how) { return methods(file).xUnlock(below(file), how); }
int is_reserved(sqlite3_file* file, int* is) {
    return methods(file).xCheckReservedLock(below(file), is);
}
int control(sqlite3_file* file, int what, void* with) {
    return methods(file).xFileControl(below(file), what, with);
}
int sector_size(sqlite3_file* file) { return methods(file).xSectorSize(below(file)); }
int character(sqlite3_file* file) { return methods(file).xDeviceCharacteristics(below(file)); }
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
    return methods(file).xShmMap(below(file), page, size, extend, at);
}
int shm_lock(sqlite3_file* file, int offset, int n, int flags) {
    return methods(file).xShmLock(below(file), offset, n, flags);
}
void shm_barrier(sqlite3_file* file) { methods(file).xShmBarrier(below(file)); }
int shm_unmap(sqlite3_file* file, int remove) {
    return methods(file).xShmUnmap(below(file), remove);
}

constexpr sqlite3_io_methods ours{2,           close,       read,      write,   truncate,
                                  sync,        size,        lock,      unlock,  is_reserved,
                                  control,     sector_size, character, shm_map, shm_lock,
                                  shm_barrier, shm_unmap,   nullptr,   nullptr};

int open(sqlite3_vfs* vfs, char const* name, sqlite3_file* file, int flags, int* given) {
    auto& disk = disk_of(vfs);
    auto& open = of(file);
    open = {{nullptr}, &disk, nullptr};
    auto const code = disk.below()->xOpen(disk.below(), name, open.below(), flags, given);
    if (open.below()->pMethods == nullptr) return code;
    open.base.pMethods = &ours;
    if (auto image = disk.open(name, flags); image && code == SQLITE_OK)
        open.image = new std::shared_ptr<Image>(std::move(image));
    return code;
}

int remove(sqlite3_vfs* vfs, char const* name, int sync_folder) {
    auto& disk = disk_of(vfs);
    disk.removed(name, sync_folder != 0);
    return disk.below()->xDelete(disk.below(), name, sync_folder);
}

void apply(std::string& content, Op const& op, std::size_t from, std::size_t until) {
    auto const at = static_cast<std::size_t>(op.at);
    if (op.cuts_off) return content.resize(at);
    if (content.size() < at + until) content.resize(at + until);
    content.replace(at + from, until - from, op.bytes, from, until - from);
}

void apply(std::string& content, Op const& op) { apply(content, op, 0, op.bytes.size()); }

// Each sector for itself, as a disk puts them into the order that suits it.
template <class Chance> void apply_some(std::string& content, Op const& op, Chance survives) {
    if (op.cuts_off && survives()) apply(content, op);
    for (std::size_t from = 0; from < op.bytes.size();) {
        auto const place = static_cast<std::size_t>(op.at) + from;
        auto const until = std::min(op.bytes.size(), from + sector - place % sector);
        if (survives()) apply(content, op, from, until);
        from = until;
    }
}

} // namespace

Disk::Disk(std::filesystem::path watched)
    : watched_(std::move(watched)), below_(sqlite3_vfs_find(nullptr)), vfs_(*below_) {
    vfs_.zName = "radslag-test-disk";
    vfs_.szOsFile = static_cast<int>(sizeof(Open)) + below_->szOsFile;
    vfs_.pAppData = this;
    vfs_.xOpen = test::open;
    vfs_.xDelete = test::remove;
    if (sqlite3_vfs_register(&vfs_, 1) != SQLITE_OK) throw std::runtime_error("no test disk");
}

Disk::~Disk() { sqlite3_vfs_unregister(&vfs_); }

std::shared_ptr<Image> Disk::open(char const* name, int flags) {
    constexpr int kinds = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
    if (name == nullptr || (flags & kinds) == 0) return nullptr;
    std::filesystem::path const path(name);
    if (path.parent_path() != watched_) return nullptr;
    std::lock_guard lock(mutex_);
    auto& image = images_[path];
    if (image && !image->removed) return image;
    image = std::make_shared<Image>();
    std::ifstream in(path, std::ios::binary);
    image->synced = {std::istreambuf_iterator<char>(in), {}};
    image->name_synced = !image->synced.empty();
    image->is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    image->syncs_folder = !image->is_database;
    return image;
}

void Disk::removed(char const* name, bool synced) {
    std::filesystem::path const path(name);
    if (before && path.parent_path() == watched_) before();
    std::lock_guard lock(mutex_);
    auto at = images_.find(path);
    if (at == images_.end()) return;
    if (synced) images_.erase(at);
    else at->second->removed = true;
}

void Disk::pending(Image& image, Op op) {
    std::lock_guard lock(mutex_);
    image.pending.push_back(std::move(op));
}

void Disk::synced(Image& image) {
    std::lock_guard lock(mutex_);
    for (auto const& op : image.pending) apply(image.synced, op);
    image.pending.clear();
    ++syncs;
    if (!std::exchange(image.syncs_folder, false)) return;
    std::erase_if(images_, [](auto const& one) { return one.second->removed; });
    for (auto const& [path, one] : images_) one->name_synced = true;
}

void Disk::cut_into(std::filesystem::path const& folder, std::uint64_t seed) const {
    std::mt19937_64 random(seed);
    static constexpr unsigned percent[] = {0, 50, 90, 100};
    auto const kept = percent[random() % std::size(percent)];
    auto survives = [&] { return random() % 100 < kept; };
    std::lock_guard lock(mutex_);
    for (auto const& [path, image] : images_) {
        if ((image->removed || !image->name_synced) && !survives()) continue;
        auto content = image->synced;
        for (auto const& op : image->pending) apply_some(content, op, survives);
        std::ofstream(folder / path.filename(), std::ios::binary) << content;
    }
}

} // namespace radslag::test
