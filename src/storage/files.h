#pragma once
// The files that belong to cases: each sealed with a key of its own, which stands sealed in its
// row, in a folder beside the database under a name that tells nothing.
#include <filesystem>
#include <functional>

#include "commands/commands.h"
#include "storage/sqlite.h"

namespace radslag::storage {

// ---- rows

std::vector<commands::KeptFile> files(Connection& db, OrganisationId const& organisation,
                                      CaseId const& id);
void put(Connection& db, commands::KeptFile const& file);
void erase(Connection& db, commands::KeptFile const& file);
// By their names in the folder: of a case, of all.
std::vector<std::string> stored_files(Connection& db, CaseId const& id);
std::vector<std::string> stored_files(Connection& db);

// ---- bytes

std::filesystem::path folder_of_files(std::filesystem::path const& database);

// Throws Trouble.
class FileFolder {
public:
    // Made where it is not there. Whoever is alone with it takes away what no row tells of: a file
    // that was brought when the process ended, or erased and not yet gone.
    using Stored = std::function<std::vector<std::string>()>; // asked when nobody else is there
    FileFolder(std::filesystem::path const& database, Stored const& stored);
    ~FileFolder();
    FileFolder(FileFolder const&) = delete;
    FileFolder& operator=(FileFolder const&) = delete;

    // Sealed, on the disk, under a new name: fills in what the row needs.
    void bring(commands::KeptFile& file, std::string_view bytes) const;
    [[nodiscard]] std::string open(commands::KeptFile const& file) const;
    void remove(std::string const& stored_as) const noexcept;

private:
    void sweep(std::vector<std::string> const& stored) const;

    std::filesystem::path folder_;
    int held_ = -1; // by everybody who uses it
};

// The whole of a sealed file; Trouble where it is not what the row tells of.
std::string open_file(std::filesystem::path const& folder, commands::KeptFile const& file);

} // namespace radslag::storage
