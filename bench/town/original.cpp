// Plays the scenes' paths in towns of their own and reads what was written.
#include "bench/town/original.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "bench/town/db.h"
#include "bench/town/sealed.h"
#include "scenes/town.h"
#include "support/data_keys.h"

namespace radslag::bench {
namespace {

namespace fs = std::filesystem;

// Days that pass after the path: fresh, then with deadlines that are near, late, and long late.
constexpr int waits[] = {0, 40, 200};

std::vector<Worker> workers(Db& db) {
    std::vector<Worker> all;
    for (auto const& row : db.all("SELECT id, offices FROM staff ORDER BY name")) {
        Worker one{std::get<std::string>(row[0]),
                   static_cast<std::uint32_t>(std::get<std::int64_t>(row[1])), 0};
        for (auto const& other : all) one.nth += other.offices == one.offices ? 1 : 0;
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<Sheet> sheets(Db& db) {
    std::vector<Sheet> all;
    auto const owned = seals_with(test::data_keys);
    auto& seals = *owned;
    for (auto const& row :
         db.all("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                " WHERE m.type = 'table' AND c.name = 'case_id' ORDER BY m.rowid")) {
        Sheet sheet{std::get<std::string>(row[0]), {}, {}};
        for (auto const& column : db.all("SELECT name FROM pragma_table_info($1)", {sheet.table}))
            sheet.columns.push_back(std::get<std::string>(column[0]));
        sheet.rows = db.all("SELECT * FROM \"" + sheet.table + "\"");
        open(seals, sheet);
        all.push_back(std::move(sheet));
    }
    return all;
}

std::optional<Original> play(commands::Books const& books, std::string const& model,
                             std::string const& stage, int wait) {
    scenes::Town town(books);
    scenes::Place const place{model + "/" + stage, 1};
    town.given(
        {place, scenes::Kind::given, fmt::format("a case of {} brought to {}", model, stage)}, {});
    auto today = date_in("Europe/Stockholm", town.now());
    if (wait > 0) {
        today = add_days(today, wait);
        town.when({place, scenes::Kind::when, write_date(today) + " becomes today"});
    }
    town.settle(nullptr);
    Db db(town.database());
    auto const cases = db.all("SELECT organisation_id, case_id FROM glance");
    if (cases.size() != 1) return {}; // town.path: nothing but the people who work there
    Original original{fmt::format("{} {} +{}", model, stage, wait),
                      std::get<std::string>(cases[0][0]),
                      std::get<std::string>(cases[0][1]),
                      workers(db),
                      sheets(db),
                      today,
                      {}};
    auto const next =
        db.all("SELECT min(acts_on) FROM due WHERE acts_on > $1", {write_date(today)});
    if (auto const* day = std::get_if<std::string>(&next[0][0])) original.acts_on = read_date(*day);
    return original;
}

} // namespace

std::size_t Sheet::column(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::find(columns, name) - columns.begin());
}

std::string Sheet::text(Cells const& row, std::string_view name) const {
    auto const at = column(name);
    if (at == columns.size()) return {};
    auto const* held = std::get_if<std::string>(&row[at]);
    return held != nullptr ? *held : std::string{};
}

Sheet* Original::sheet(std::string_view table) {
    auto at = std::ranges::find(sheets, table, &Sheet::table);
    return at == sheets.end() ? nullptr : &*at;
}

std::vector<Original> originals(commands::Books const& books, fs::path const& models) {
    std::set<fs::path> paths;
    for (auto const& entry : fs::recursive_directory_iterator(models))
        if (entry.path().extension() == ".path" &&
            entry.path().parent_path().filename() == "scenes")
            paths.insert(entry.path());
    std::vector<Original> all;
    for (auto const& path : paths)
        for (auto wait : waits)
            if (auto one = play(books, fs::relative(path, models).begin()->string(),
                                path.stem().string(), wait))
                all.push_back(std::move(*one));
    return all;
}

Counted count(Original const& original) {
    Counted counted;
    for (auto const& sheet : original.sheets) {
        counted.rows += sheet.rows.size();
        if (sheet.table == "happening") counted.happenings = sheet.rows.size();
        if (sheet.table != "person") continue;
        for (auto const& row : sheet.rows)
            counted.people +=
                std::holds_alternative<std::monostate>(row[sheet.column("taken_off_at")]);
    }
    return counted;
}

} // namespace radslag::bench
