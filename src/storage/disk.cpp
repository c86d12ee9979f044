#include "storage/disk.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace radslag::storage {

namespace fs = std::filesystem;

void trouble(std::string told, std::string logged) {
    throw Trouble{{std::move(told), std::move(logged)}};
}

void trouble_with(fs::path const& path, std::string const& what) {
    auto const code = errno;
    auto const logged = path.string() + ": " + std::strerror(code);
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        trouble("The disk is full: " + what, logged);
    case EROFS:
    case EACCES:
    case EPERM:
        trouble("This may not be done there: " + what, logged);
    case EEXIST:
        trouble("There is something already: " + what, logged);
    default:
        trouble("The disk says no: " + what, logged);
    }
}

File::File(fs::path path, To what) : path_(std::move(path)) {
    auto const how = what == To::read ? O_RDONLY : O_CREAT | O_EXCL | O_WRONLY;
    file_ = ::open(path_.c_str(), how | O_CLOEXEC, 0600);
    if (file_ < 0)
        trouble_with(path_, what == To::read ? "a file cannot be read." : "a file cannot be made.");
}

File::~File() { ::close(file_); }

std::string File::read(std::size_t most) {
    std::string bytes(most, '\0');
    std::size_t have = 0;
    while (have < most) {
        auto got = ::read(file_, bytes.data() + have, most - have);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) trouble_with(path_, "a file cannot be read.");
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

void File::write(std::string_view bytes) {
    while (!bytes.empty()) {
        auto took = ::write(file_, bytes.data(), bytes.size());
        if (took < 0 && errno == EINTR) continue;
        if (took < 0) trouble_with(path_, "a file cannot be written.");
        bytes.remove_prefix(static_cast<std::size_t>(took));
    }
}

void File::keep() {
    if (::fsync(file_) != 0) trouble_with(path_, "a file cannot be written.");
}

FolderLock::FolderLock(fs::path const& folder)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ < 0) trouble_with(folder, "a folder cannot be read.");
    if (::flock(folder_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(folder_);
    trouble("Another backup is being made there right now.", folder.string() + " is held");
}

FolderLock::~FolderLock() { ::close(folder_); }

Temporary::Temporary(fs::path path) : path_(std::move(path)) { remove(); }

void Temporary::remove() {
    std::error_code ignored;
    for (auto const* beside : {"", "-wal", "-shm", "-journal"})
        fs::remove(path_.string() + beside, ignored);
}

void keep_folder(fs::path const& folder) {
    auto const open = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (open < 0) trouble_with(folder, "a folder cannot be read.");
    bool const kept = ::fsync(open) == 0 || errno == EINVAL; // not every file system does that
    auto const code = errno;
    ::close(open);
    errno = code;
    if (!kept) trouble_with(folder, "a name cannot be written.");
}

// Not every file system knows how to name without replacing; a network's often does not.
void give_name(fs::path const& file, fs::path const& name) {
    int named = ::renameat2(AT_FDCWD, file.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE);
    if (named != 0 && (errno == EINVAL || errno == ENOSYS) && !fs::exists(name))
        named = ::rename(file.c_str(), name.c_str());
    if (named != 0) trouble_with(name, "a file cannot get its name.");
    keep_folder(name.parent_path());
}

} // namespace radslag::storage
