#include <boost/json.hpp>
#include <fmt/format.h>

#include "storage/copy.h"
#include "storage/seal.h"
#include "storage/sqlite.h"

namespace radslag::storage {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

// What stands in a backup before the database: its length, then what the database holds.
constexpr std::size_t length_size = 8;

fs::path beside(fs::path const& path, std::string const& end) { return path.string() + end; }

std::string write_holding(Holding const& holding) {
    json::object rows;
    for (auto const& [table, count] : holding.rows) rows[table] = count;
    auto const text = json::serialize(json::object{{"at", holding.at.micros}, {"rows", rows}});
    return fmt::format("{:0{}}", text.size(), length_size) + text;
}

Holding read_holding(std::string const& text) {
    auto const value = json::parse(text);
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
    Sealing sealing(file, order.key);
    sealing.add(write_holding(holding));
    for (auto bytes = database.read(at_once); !bytes.empty(); bytes = database.read(at_once)) {
        look_whether_stopped(order.stop);
        sealing.add(bytes);
    }
    sealing.finish();
}

// What the backup says that it holds. A first piece is always longer than that, or the last.
Holding unseal(fs::path const& file, BackupKey const& key, fs::path const& to) {
    Unsealing unsealing(file, key);
    File database(to, File::To::make);
    std::string bytes;
    unsealing.next(bytes);
    std::size_t const length = std::stoul(bytes.substr(0, length_size));
    RADSLAG_SURE(length_size + length <= bytes.size());
    auto holding = read_holding(bytes.substr(length_size, length));
    bytes.erase(0, length_size + length);
    do database.write(bytes);
    while (unsealing.next(bytes));
    database.keep();
    return holding;
}

// Unsealed beside where it is to be, and what lies there is what was told of it.
Holding read_back(fs::path const& file, BackupKey const& key, fs::path const& to) {
    auto holding = unseal(file, key, to);
    auto found = check_database(to);
    found.at = holding.at;
    if (found != holding)
        trouble("The backup does not hold what it says.", file.string() + " counts other rows");
    return holding;
}

Holding make_backup(BackupOrder const& order) {
    if (!fs::exists(order.database)) trouble("There is no database.", order.database.string());
    if (!fs::is_directory(order.file.parent_path()))
        trouble("There is no folder for backups.", order.file.parent_path().string());
    FolderLock const one_at_a_time(order.database.parent_path());
    check_room(order);
    Holding holding{order.now, {}};
    Temporary const sealed(order.file.parent_path() / "radslag.partial");
    {
        Temporary const copy(beside(order.database, "-copy"));
        if (!copy_database(order.database, copy.path(), order.stop, holding))
            look_whether_stopped(order.stop);
        seal(copy.path(), holding, sealed.path(), order);
    }
    Temporary const again(beside(order.database, "-read-back"));
    if (read_back(sealed.path(), order.key, again.path()) != holding)
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
}

Holding bring_back(fs::path const& backup, BackupKey const& key, fs::path const& database) {
    auto const folder = database.parent_path();
    if (!fs::is_directory(folder)) trouble("There is no such folder.", folder.string());
    FolderLock const one_at_a_time(folder);
    must_be_free(database);
    Temporary const arriving(beside(database, "-restored"));
    auto holding = read_back(backup, key, arriving.path());
    end_all_sessions(arriving.path());
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

Outcome<Holding> restore(fs::path const& backup, BackupKey const& key, fs::path const& database) {
    return in_words([&] { return bring_back(backup, key, database); });
}

} // namespace radslag::storage
