#pragma once
// Files as backups need them: what is kept is on the disk, and what fails is told in words.
#include <filesystem>
#include <string_view>

#include "base/base.h"

namespace radslag::storage {

// Thrown inside this room; its doors turn it into an Outcome.
struct Trouble {
    Fault fault;
};
[[noreturn]] void trouble(std::string told, std::string logged);
// With what the system says of its last no.
[[noreturn]] void trouble_with(std::filesystem::path const& path, std::string const& what);

class File {
public:
    enum class To { read, make }; // make: for its owner only, and not over one that is there
    File(std::filesystem::path path, To what);
    ~File();
    File(File const&) = delete;
    File& operator=(File const&) = delete;

    std::string read(std::size_t most); // shorter only at the end
    void write(std::string_view bytes);
    void keep(); // on the disk now

private:
    std::filesystem::path path_;
    int file_ = -1;
};

// Held by one at a time, on this machine; another one gets trouble.
class FolderLock {
public:
    explicit FolderLock(std::filesystem::path const& folder);
    ~FolderLock();
    FolderLock(FolderLock const&) = delete;
    FolderLock& operator=(FolderLock const&) = delete;

private:
    int folder_ = -1;
};

// Gone at the end, with what SQLite lays beside it; and at the beginning, if an earlier one was
// left by a sudden end.
class Temporary {
public:
    explicit Temporary(std::filesystem::path path);
    ~Temporary() { remove(); }
    Temporary(Temporary const&) = delete;
    Temporary& operator=(Temporary const&) = delete;
    void remove();
    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

void keep_folder(std::filesystem::path const& folder); // the names in it are on the disk now
// Gives a file its lasting name, on the disk; never over one that is there.
void give_name(std::filesystem::path const& file, std::filesystem::path const& name);

} // namespace radslag::storage
