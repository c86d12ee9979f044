#include "storage/files.h"

#include <algorithm>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "storage/chains.h"
#include "storage/rows.h"
#include "storage/seal.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;
using commands::KeptFile;

constexpr std::string_view partial = ".partial";

std::string hex(unsigned char const* bytes, std::size_t size) {
    std::string text(size * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, size);
    text.pop_back();
    return text;
}

// Never from a seed.
std::string fresh(std::size_t size) {
    std::string bytes(size, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return hex(reinterpret_cast<unsigned char const*>(bytes.data()), size);
}

SealKey key_of(KeptFile const& file) {
    SealKey key{};
    std::size_t size = 0;
    auto const read = sodium_hex2bin(key.data(), key.size(), file.key.data(), file.key.size(),
                                     nullptr, &size, nullptr);
    RADSLAG_SURE(read == 0 && size == key.size());
    return key;
}

bool is_name(std::string_view text) {
    return text.size() == 32 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

// ---- rows
// ----------------------------------------------------------------------------------------------

std::vector<KeptFile> files(Connection& db, OrganisationId const& organisation, CaseId const& id) {
    std::vector<KeptFile> all;
    auto query = db.query("SELECT id, name, type, size, kept_at, stored_as, key FROM file"
                          " WHERE organisation_id = $1 AND case_id = $2 ORDER BY kept_at, id",
                          organisation, id);
    while (query.step()) {
        KeptFile one{read_column<RowId>(query, 0),
                     organisation,
                     id,
                     {},
                     read_column<commands::FileType>(query, 2),
                     query.integer(3),
                     read_column<Instant>(query, 4),
                     std::string(query.text(5)),
                     {}};
        Place const at{organisation.text, id.text, "file", one.id.text};
        one.name = db.seals().open(at, "name", query.text(1));
        one.key = db.seals().open(at, "key", query.text(6));
        all.push_back(std::move(one));
    }
    return all;
}

void put(Connection& db, KeptFile const& file) {
    RADSLAG_SURE(is_name(file.stored_as));
    Place const at{file.organisation.text, file.of.text, "file", file.id.text};
    std::vector<trail::Left> left;
    {
        auto query = db.query("INSERT INTO file (organisation_id, case_id, id, stored_as, name,"
                              " type, size, key, kept_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING *",
                              file.organisation, file.of, file.id, file.stored_as,
                              db.seals().seal(at, "name", file.name), file.type, file.size,
                              db.seals().seal(at, "key", file.key), file.kept_at);
        left.push_back(written(db, "file", file.id.text, query));
    }
    append_to_trail(db, file.organisation, file.of, {}, std::move(left));
}

void erase(Connection& db, KeptFile const& file) {
    auto const gone = db.run("DELETE FROM file WHERE organisation_id = $1 AND case_id = $2"
                             " AND id = $3 AND stored_as = $4",
                             file.organisation, file.of, file.id, file.stored_as);
    RADSLAG_SURE(gone == 1);
    append_to_trail(db, file.organisation, file.of, {}, {{"file", file.id.text, {}, 0}});
}

std::vector<std::string> stored_files(Connection& db, CaseId const& id) {
    std::vector<std::string> all;
    auto query = db.query("SELECT stored_as FROM file WHERE case_id = $1", id);
    while (query.step()) all.emplace_back(query.text(0));
    return all;
}

std::vector<std::string> stored_files(Connection& db) {
    std::vector<std::string> all;
    {
        auto query = db.query("SELECT 1 FROM sqlite_schema WHERE name = 'file'");
        if (!query.step()) return all; // an older version's
    }
    auto query = db.query("SELECT stored_as FROM file ORDER BY stored_as");
    while (query.step()) all.emplace_back(query.text(0));
    return all;
}

// ---- bytes
// ---------------------------------------------------------------------------------------------

fs::path folder_of_files(fs::path const& database) { return database.string() + "-files"; }

FileFolder::FileFolder(fs::path const& database, Stored const& stored)
    : folder_(folder_of_files(database)) {
    std::error_code error;
    if (fs::create_directory(folder_, error)) {
        fs::permissions(folder_, fs::perms::owner_all, error);
        keep_folder(folder_.parent_path());
    }
    held_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (held_ < 0) trouble_with(folder_, "the folder of the files cannot be used.");
    if (::flock(held_, LOCK_EX | LOCK_NB) == 0) sweep(stored());
    ::flock(held_, LOCK_SH);
}

FileFolder::~FileFolder() { ::close(held_); }

// Only what was made here: somebody may have put something else in.
void FileFolder::sweep(std::vector<std::string> const& stored) const {
    std::error_code error;
    std::vector<fs::path> orphans;
    for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
        auto name = at->path().filename().string();
        bool const half = name.ends_with(partial);
        if (half) name.resize(name.size() - partial.size());
        if (is_name(name) && (half || !std::ranges::binary_search(stored, name)))
            orphans.push_back(at->path());
    }
    for (auto const& orphan : orphans) fs::remove(orphan, error);
}

void FileFolder::bring(KeptFile& file, std::string_view bytes) const {
    file.size = static_cast<std::int64_t>(bytes.size());
    file.stored_as = fresh(16);
    file.key = fresh(std::tuple_size_v<SealKey>);
    Temporary const half(folder_ / (file.stored_as + std::string(partial)));
    Sealing sealing(half.path(), key_of(file), seal_of_file);
    sealing.add(bytes);
    sealing.finish();
    give_name(half.path(), folder_ / file.stored_as);
}

std::string FileFolder::open(KeptFile const& file) const { return open_file(folder_, file); }

void FileFolder::remove(std::string const& stored_as) const noexcept {
    std::error_code ignored;
    if (is_name(stored_as)) fs::remove(folder_ / stored_as, ignored);
}

std::string open_file(fs::path const& folder, KeptFile const& file) {
    RADSLAG_SURE(is_name(file.stored_as));
    Unsealing unsealing(folder / file.stored_as, key_of(file), seal_of_file);
    std::string all, piece;
    while (unsealing.next(piece)) all += piece;
    if (std::cmp_not_equal(all.size(), file.size))
        trouble(std::string(seal_of_file.changed), file.stored_as + " has another size");
    return all;
}

} // namespace radslag::storage
