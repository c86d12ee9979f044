#include "storage/backup_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "storage/files.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t name_size = 32, number_size = 12;

[[noreturn]] void not_what_it_says(std::string const& why) {
    trouble("The backup does not hold what it says.", why);
}

// Their rows, with what opens them; an older version has none.
std::vector<commands::KeptFile> rows_of(Connection& db) {
    std::vector<std::pair<OrganisationId, CaseId>> cases;
    if (!stored_files(db).empty()) {
        auto query = db.query("SELECT DISTINCT organisation_id, case_id FROM file");
        while (query.step())
            cases.emplace_back(OrganisationId{std::string(query.text(0))},
                               CaseId{std::string(query.text(1))});
    }
    std::vector<commands::KeptFile> all;
    for (auto const& [organisation, id] : cases)
        for (auto& file : files(db, organisation, id)) all.push_back(std::move(file));
    return all;
}

} // namespace

bool Unsealed::more() {
    std::string piece;
    if (!from_.next(piece)) return false;
    have_ += piece;
    return true;
}

bool Unsealed::at_end() {
    while (have_.empty())
        if (!more()) return true;
    return false;
}

std::string Unsealed::exactly(std::size_t size) {
    while (have_.size() < size)
        if (!more()) not_what_it_says("it ends within a part");
    auto bytes = have_.substr(0, size);
    have_.erase(0, size);
    return bytes;
}

void Unsealed::copy(File& to, std::size_t size) {
    while (size > 0 && !at_end()) {
        auto const some = std::min(size, have_.size());
        to.write(std::string_view(have_).substr(0, some));
        have_.erase(0, some);
        if (size != to_the_end) size -= some;
    }
    if (size > 0 && size != to_the_end) not_what_it_says("it ends within a part");
}

std::uintmax_t size_of_files(fs::path const& folder) {
    std::uintmax_t size = 0;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (auto const one = at->file_size(error); !error) size += one;
        else error.clear(); // gone meanwhile
    return size;
}

std::vector<std::string> files_in(fs::path const& database) {
    Connection db(database.string());
    return stored_files(db);
}

bool is_stored(fs::path const& database, std::string const& name) {
    auto const all = files_in(database);
    return std::ranges::binary_search(all, name);
}

void seal_file(Sealing& sealing, fs::path const& folder, std::string const& name) {
    constexpr std::size_t at_once = 1U << 20U;
    std::error_code error;
    auto const path = folder / name;
    auto left = fs::file_size(path, error);
    if (error) throw FileGone{name};
    auto file = [&] {
        try {
            return std::make_unique<File>(path, File::To::read);
        } catch (Trouble const&) {
            if (!fs::exists(path)) throw FileGone{name};
            throw;
        }
    }();
    sealing.add(fmt::format("{}{:0{}}", name, left, number_size));
    while (left > 0) {
        auto const bytes = file->read(std::min<std::uintmax_t>(left, at_once));
        if (bytes.empty()) trouble("A file that was kept is damaged.", path.string());
        sealing.add(bytes);
        left -= bytes.size();
    }
}

void unseal_files(Unsealed& all, fs::path const& folder) {
    fs::create_directory(folder);
    fs::permissions(folder, fs::perms::owner_all);
    while (!all.at_end()) {
        auto const name = all.exactly(name_size);
        auto const size = all.exactly(number_size);
        if (name.find_first_not_of("0123456789abcdef") != std::string::npos ||
            size.find_first_not_of("0123456789") != std::string::npos)
            not_what_it_says("a file in it has no name");
        File file(folder / name, File::To::make);
        all.copy(file, std::stoull(size));
        file.keep();
    }
    keep_folder(folder);
}

void check_files(fs::path const& database, std::shared_ptr<Keyring> const& ring) {
    Connection db(database.string(), std::make_unique<Seals>(ring));
    auto const folder = folder_of_files(database);
    auto const rows = rows_of(db);
    for (auto const& file : rows) static_cast<void>(open_file(folder, file));
    auto const there = std::distance(fs::directory_iterator(folder), fs::directory_iterator());
    if (there != std::ssize(rows)) not_what_it_says("it holds files that no case has");
}

TemporaryFiles::TemporaryFiles(fs::path const& database) : folder_(folder_of_files(database)) {
    remove();
}

void TemporaryFiles::remove() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

} // namespace radslag::storage
