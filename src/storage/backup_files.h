#pragma once
// The files of cases within a backup: sealed as they lie in their folder, each behind its name and
// its size. Throws Trouble.
#include "storage/seal.h"
#include "storage/seals.h"

namespace radslag::storage {

// What an Unsealing gives, in pieces of a size that is asked for.
class Unsealed {
public:
    static constexpr std::size_t to_the_end = std::numeric_limits<std::size_t>::max();
    explicit Unsealed(Unsealing& from) : from_(from) {}

    std::string exactly(std::size_t size); // else the backup is not what it says
    void copy(File& to, std::size_t size);
    bool at_end();

private:
    bool more();

    Unsealing& from_;
    std::string have_;
};

struct FileGone { // thrown
    std::string name;
};

std::uintmax_t size_of_files(std::filesystem::path const& folder);
std::vector<std::string> files_in(std::filesystem::path const& database); // by their rows
bool is_stored(std::filesystem::path const& database, std::string const& name);
void seal_file(Sealing& sealing, std::filesystem::path const& folder, std::string const& name);
// To the end, into a folder that it makes.
void unseal_files(Unsealed& all, std::filesystem::path const& folder);
// Every file of a row is there and opens, and there is no other one.
void check_files(std::filesystem::path const& database, std::shared_ptr<Keyring> const& ring);

// The folder of files of a database that is there for a moment.
class TemporaryFiles {
public:
    explicit TemporaryFiles(std::filesystem::path const& database);
    ~TemporaryFiles() { remove(); }
    TemporaryFiles(TemporaryFiles const&) = delete;
    TemporaryFiles& operator=(TemporaryFiles const&) = delete;
    [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }

private:
    void remove();
    std::filesystem::path folder_;
};

} // namespace radslag::storage
