// bench_town FOLDER CASES: a town with as many conferences in FOLDER/data (which `radslag init` has
// made), written past the commands from cases that the commands wrote, and what to ask it.
#include <algorithm>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "bench/town/mould.h"
#include "bench/town/planner.h"
#include "bench/town/staffing.h"
#include "storage/storage.h"

namespace radslag::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t people = 10, happenings = 40;
// Somebody's cases: on a plain desk twenty; all others lie on the desks of a few.
constexpr std::size_t plain_desk = 20, plain_blocks = 8, mountains = 4;
constexpr int longest_ago = 400; // days
constexpr std::string_view surnames[] = {"Ahl",   "Berg", "Dahl", "Falk", "Grip", "Hjort",
                                         "Kvist", "Lind", "Mark", "Nord", "Palm", "Quist"};

std::string read_whole(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<process::ModelFile> files_in(fs::path const& folder) {
    std::vector<process::ModelFile> files;
    for (auto const& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".toml")
            files.push_back(
                {fs::relative(entry.path(), folder).string(), read_whole(entry.path())});
    std::ranges::sort(files, {}, &process::ModelFile::path);
    return files;
}

commands::Books read_books(fs::path const& models) {
    auto reading = process::read_library(files_in(models));
    if (!reading.complaints.empty())
        throw std::runtime_error(process::write_complaint(reading.complaints.front()));
    return commands::Books(std::move(reading.library));
}

std::size_t block_of(std::size_t nth) {
    auto const plain = nth / plain_desk;
    return plain < plain_blocks ? plain : plain_blocks + nth % mountains;
}

class Town {
public:
    Town(std::vector<Original> const& originals, fs::path const& database,
         storage::KeySource const& keys)
        : seals_(seals_with(keys)),
          db_(database.string()),
          organisation_(db_.text("SELECT id FROM organisation")),
          now_(std::chrono::duration_cast<std::chrono::microseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
                   .count()),
          today_(date_in("Europe/Stockholm", Instant{now_})),
          staffing_({organisation_}, Instant{now_}, random_) {
        for (auto const& original : originals)
            moulds_.push_back(std::make_unique<Mould>(original, organisation_));
    }

    // `rules`: the number of the rules of keeping. That nothing is due is kept in mind of all cases already:
    // a server that begins to serve them would look at a thousand of them each minute.
    void write(std::size_t cases, std::string const& rules) {
        // Loaded at once and never while somebody is served: no journal, no waiting for the disk.
        db_.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
                "PRAGMA cache_size = -1000000; BEGIN");
        auto ids = std::vector<std::string>(cases);
        for (auto& id : ids) id = random_id_text(random_);
        std::ranges::sort(ids); // tables grow at their end
        {
            Inserts inserts(db_, *seals_);
            for (std::size_t i = 0; i < cases; ++i) pour(inserts, ids[i], (i * 7919) % cases);
        }
        db_.run(fmt::format("INSERT INTO kept_until (case_id, organisation_id, rules, seen)"
                            " SELECT case_id, organisation_id, '{}', changed_at FROM glance;"
                            "UPDATE organisation SET last_case_number = {}; COMMIT;"
                            "PRAGMA journal_mode = WAL",
                            rules, cases));
    }

    [[nodiscard]] Staffing const& staffing() const { return staffing_; }

private:
    // Days are moved so that nothing is left for time to do: what falls due next lies ahead.
    int days_for(Original const& original) {
        auto ago = longest_ago;
        if (original.acts_on)
            ago = std::min(ago, days_between(original.today, *original.acts_on) - 1);
        auto const back = ago < 1 ? 0 : 1 + static_cast<int>(random_.below(std::size_t(ago)));
        return days_between(original.today, today_) - back;
    }

    void pour(Inserts& inserts, std::string const& id, std::size_t nth) {
        auto const& mould = *moulds_[nth % moulds_.size()];
        Fresh fresh{id,
                    static_cast<std::int64_t>(nth) + 1,
                    days_for(mould.original()),
                    surnames[random_.below(std::size(surnames))],
                    {}};
        for (auto const& worker : mould.original().workers)
            fresh.staff.push_back(staffing_.account(worker, block_of(nth)).staff.id.text);
        mould.pour(inserts, fresh, random_);
    }

    std::unique_ptr<storage::Seals> seals_;
    Db db_;
    std::string organisation_;
    std::int64_t now_;
    Date today_;
    SeededRandom random_{20261122};
    Staffing staffing_;
    std::vector<std::unique_ptr<Mould>> moulds_;
};

void tell(std::vector<Original> const& originals) {
    Counted sum;
    for (auto const& original : originals) {
        auto const one = count(original);
        sum.people += one.people;
        sum.happenings += one.happenings;
        sum.rows += one.rows;
    }
    auto mean = [&](std::size_t all) { return double(all) / double(originals.size()); };
    std::cout << fmt::format("  {} originals; on average {:.1f} people, {:.1f} happenings, {:.0f} "
                             "rows\n",
                             originals.size(), mean(sum.people), mean(sum.happenings),
                             mean(sum.rows));
}

int run(fs::path const& folder, std::size_t cases) {
    auto const models = fs::path(RADSLAG_SOURCE_DIR) / "models";
    auto const books = read_books(models);
    auto all = originals(books, models);
    for (auto& original : all) fill_up(original, people, happenings);
    tell(all);
    auto const database = folder / "data" / "radslag.db";
    storage::KeySource const keys = [&] { return keys_of(folder); };
    Town town(all, database, keys);
    auto const rules = process::read_retention(files_in(fs::path(RADSLAG_SOURCE_DIR) / "retention"));
    if (!rules) throw std::runtime_error(process::write_complaint(rules.error().front()));
    town.write(cases, rules->print);
    {
        auto store = storage::open_sqlite({database.string(), keys, 1});
        if (!store) throw std::runtime_error(store.error().logged);
        town.staffing().write(**store);
    }
    plan(database, folder, books, town.staffing(), plain_desk, {});
    return 0;
}

} // namespace
} // namespace radslag::bench

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "bench_town FOLDER CASES\n";
        return 2;
    }
    try {
        return radslag::bench::run(words[1], std::stoul(words[2]));
    } catch (std::exception const& error) {
        std::cerr << "bench_town: " << error.what() << "\n";
    } catch (radslag::Bug const& bug) {
        std::cerr << "bench_town: " << bug.where << "\n";
    }
    return 1;
}
