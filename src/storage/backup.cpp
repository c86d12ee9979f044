#include <boost/json.hpp>
#include <fmt/format.h>

#include "storage/backup_files.h"
#include "storage/copy.h"
#include "storage/files.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

// What stands in a backup before the database: its length, then what the database holds.
constexpr std::size_t length_size = 8;

fs::path beside(fs::path const& path, std::string const& end) { return path.string() + end; }

std::string write_holding(Holding const& holding, std::uintmax_t database) {
    json::object rows;
    for (auto const& [table, count] : holding.rows) rows[table] = count;
    auto const text = json::serialize(
        json::object{{"at", holding.at.micros}, {"rows", rows}, {"database", database}});
    return fmt::format("{:0{}}", text.size(), length_size) + text;
}

Holding read_holding(json::value const& value) {
    Holding holding{Instant{value.at("at").to_number<std::int64_t>()}, {}};
    for (auto const& [table, count] : value.at("rows").as_object())
        holding.rows[std::string(table)] = count.to_number<std::int64_t>();
    return holding;
}

void look_whether_stopped(std::stop_token const& stop) {
    if (stop.stop_requested()) trouble("The server is stopping: no backup was made.", "stopped");
}

// The database, its copy and the backup are there at the same time, perhaps on the same disk.
void check_room(BackupOrder const& order) {
    auto needed = fs::file_size(order.database);
    if (auto const wal = beside(order.database, "-wal"); fs::exists(wal))
        needed += fs::file_size(wal);
    needed += size_of_files(folder_of_files(order.database));
    for (auto const& folder : {order.database.parent_path(), order.file.parent_path()}) {
        auto const free = fs::space(folder).available;
        if (free < 2 * needed + order.room_left)
            trouble("There is not enough room for a backup.",
                    fmt::format("{} has {} bytes free, a backup takes {} and leaves {}",
                                folder.string(), free, 2 * needed, order.room_left));
    }
}

void seal(fs::path const& copy, Holding const& holding, fs::path const& file,
          BackupOrder const& order) {
    constexpr std::size_t at_once = 1U << 20U;
    File database(copy, File::To::read);
    Sealing sealing(file, order.key, seal_of_backup);
    sealing.add(write_holding(holding, fs::file_size(copy)));
    for (auto bytes = database.read(at_once); !bytes.empty(); bytes = database.read(at_once)) {
        look_whether_stopped(order.stop);
        sealing.add(bytes);
    }
    for (auto const& name : files_in(copy)) {
        look_whether_stopped(order.stop);
        seal_file(sealing, folder_of_files(order.database), name);
    }
    sealing.finish();
}

// What the backup says that it holds. The first form held a database alone, to its end.
Holding unseal(fs::path const& file, BackupKey const& key, fs::path const& to) {
    Unsealing unsealing(file, key, seal_of_backup);
    Unsealed all(unsealing);
    auto const value = json::parse(all.exactly(std::stoul(all.exactly(length_size))));
    auto holding = read_holding(value);
    auto const* size = value.as_object().if_contains("database");
    {
        File database(to, File::To::make);
        all.copy(database, size == nullptr ? Unsealed::to_the_end : size->to_number<std::size_t>());
        database.keep();
    }
    unseal_files(all, folder_of_files(to));
    return holding;
}

struct Keys {
    BackupKey const& backup;
    std::shared_ptr<Keyring> data;
};

std::shared_ptr<Keyring> ring_of(KeySource const& source) {
    auto ring = Keyring::open(source);
    if (!ring) throw Trouble{ring.error()};
    return *ring;
}

// Unsealed beside where it is to be, and what lies there is what was told of it.
Holding read_back(fs::path const& file, Keys const& keys, fs::path const& to) {
    auto holding = unseal(file, keys.backup, to);
    auto found = check_database(to, keys.data);
    check_files(to, keys.data);
    found.at = holding.at;
    if (found != holding)
        trouble("The backup does not hold what it says.", file.string() + " counts other rows");
    return holding;
}

// What is erased while a backup is made belongs in it no longer: then it is made anew.
Holding copy_and_seal(BackupOrder const& order, Temporary& sealed) {
    constexpr int tries = 5;
    for (int i = 1;; ++i) try {
            Temporary const copy(beside(order.database, "-copy"));
            sealed.remove();
            Holding holding{order.now, {}};
            if (!copy_database(order.database, copy.path(), order.stop, holding))
                look_whether_stopped(order.stop);
            seal(copy.path(), holding, sealed.path(), order);
            return holding;
        } catch (FileGone const& gone) {
            if (i == tries || is_stored(order.database, gone.name))
                trouble("A file that was kept is gone.", gone.name);
        }
}

Holding make_backup(BackupOrder const& order) {
    Keys const keys{order.key, ring_of(order.keys)};
    if (!fs::exists(order.database)) trouble("There is no database.", order.database.string());
    if (!fs::is_directory(order.file.parent_path()))
        trouble("There is no folder for backups.", order.file.parent_path().string());
    FolderLock const one_at_a_time(order.database.parent_path());
    check_room(order);
    Temporary sealed(order.file.parent_path() / "radslag.partial");
    auto const holding = copy_and_seal(order, sealed);
    TemporaryFiles const files(beside(order.database, "-read-back"));
    Temporary const again(beside(order.database, "-read-back"));
    if (read_back(sealed.path(), keys, again.path()) != holding)
        trouble("The backup does not hold what it should.", sealed.path().string());
    give_name(sealed.path(), order.file);
    return holding;
}

// With a database or its journal beside it, one of the two would be lost, or both.
void must_be_free(fs::path const& database) {
    for (auto const* end : {"", "-wal", "-journal"})
        if (fs::exists(database.string() + end))
            trouble("There is a database already; nothing is written over it.",
                    database.string() + end + " is there");
    if (auto const folder = folder_of_files(database); fs::exists(folder) && !fs::is_empty(folder))
        trouble("There are files of a database already; nothing is written over them.",
                folder.string() + " is not empty");
}

Holding bring_back(fs::path const& backup, Keys const& keys, fs::path const& database) {
    auto const folder = database.parent_path();
    if (!fs::is_directory(folder)) trouble("There is no such folder.", folder.string());
    FolderLock const one_at_a_time(folder);
    must_be_free(database);
    TemporaryFiles const files(beside(database, "-restored"));
    Temporary const arriving(beside(database, "-restored"));
    auto holding = read_back(backup, keys, arriving.path());
    end_all_sessions(arriving.path(), keys.data);
    fs::remove(folder_of_files(database));
    give_name(files.folder(), folder_of_files(database));
    give_name(arriving.path(), database);
    return holding;
}

template <class Do> Outcome<Holding> in_words(Do what) {
    RADSLAG_SURE(sodium_init() >= 0);
    try {
        return what();
    } catch (Trouble const& found) {
        return tl::unexpected<Fault>(found.fault);
    } catch (SqliteError const& error) {
        return tl::unexpected<Fault>(error.fault());
    } catch (fs::filesystem_error const& error) {
        return broken("A file cannot be reached.", error.what());
    }
}

} // namespace

std::int64_t Holding::cases() const {
    auto found = rows.find("glance");
    return found == rows.end() ? 0 : found->second;
}

Outcome<Holding> back_up(BackupOrder const& order) {
    return in_words([&] { return make_backup(order); });
}

Outcome<Holding> restore(fs::path const& backup, BackupKey const& key, KeySource const& keys,
                         fs::path const& database) {
    return in_words([&] { return bring_back(backup, {key, ring_of(keys)}, database); });
}

} // namespace radslag::storage
