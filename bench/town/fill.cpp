// More people and more happenings for a case that has few: whatever was written about the person
// who was named last is written once more, about somebody new.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "bench/town/original.h"

namespace radslag::bench {
namespace {

using Renamed = std::map<std::string, std::string>; // ids: of the old row, of the new one

constexpr std::string_view names[] = {"Alva",  "Birger", "Cilla", "Dag",    "Elna", "Folke",
                                      "Greta", "Hugo",   "Irma",  "Joakim", "Kaj",  "Lova"};

bool is_row_of_case(std::string const& table) {
    static constexpr std::string_view others[] = {"glance",     "duty",      "counter",
                                                  "conference", "happening", "happening_change"};
    return std::ranges::find(others, table) == std::end(others);
}

std::string& text_in(Sheet const& sheet, Cells& row, std::string_view name) {
    return std::get<std::string>(row.at(sheet.column(name)));
}

std::int64_t& number_in(Sheet const& sheet, Cells& row, std::string_view name) {
    return std::get<std::int64_t>(row.at(sheet.column(name)));
}

// Ids stand in texts too: in the cells that a change keeps, in lists.
void rename(Cells& row, Renamed const& renamed) {
    for (auto& cell : row) {
        auto* text = std::get_if<std::string>(&cell);
        if (text == nullptr) continue;
        for (auto const& [from, to] : renamed)
            for (auto at = text->find(from); at != std::string::npos; at = text->find(from, at))
                text->replace(at, from.size(), to);
    }
}

// The person outside the staff who was named last.
std::string donor(Original& original) {
    auto const& sheet = *original.sheet("person");
    std::string found;
    for (auto const& row : sheet.rows)
        if (sheet.text(row, "staff").empty()) found = sheet.text(row, "id");
    return found;
}

Renamed copy_rows(Original& original, std::string const& person, std::string const& name,
                  Random& random) {
    Renamed renamed{{person, random_id_text(random)}};
    for (auto& sheet : original.sheets) {
        if (!is_row_of_case(sheet.table) || sheet.column("id") == sheet.columns.size()) continue;
        std::vector<Cells> fresh;
        for (auto const& row : sheet.rows) {
            auto const id = sheet.text(row, "id");
            // Whom they named themselves is somebody else.
            if (sheet.table == "person" ? id != person
                                        : std::ranges::find(row, Cell{person}) == row.end())
                continue;
            renamed.try_emplace(id, random_id_text(random));
            fresh.push_back(row);
            if (sheet.table == "person") text_in(sheet, fresh.back(), "name") = name;
        }
        for (auto& row : fresh) {
            rename(row, renamed);
            sheet.rows.push_back(std::move(row));
        }
    }
    return renamed;
}

// One more happening like this one, at the end; of what it changed only what `keep` says.
template <class Keep>
void copy_happening(Original& original, Cells happening, Renamed const& renamed, Random& random,
                    Keep keep) {
    auto& sheet = *original.sheet("happening");
    auto& changes = *original.sheet("happening_change");
    auto const seq = number_in(sheet, happening, "seq");
    auto const fresh = static_cast<std::int64_t>(sheet.rows.size()) + 1;
    std::vector<Cells> copied;
    for (auto const& change : changes.rows) {
        auto row = change;
        if (number_in(changes, row, "seq") != seq || !keep(changes.text(row, "row_id"))) continue;
        number_in(changes, row, "seq") = fresh;
        number_in(changes, row, "n") = static_cast<std::int64_t>(copied.size()) + 1;
        rename(row, renamed);
        copied.push_back(std::move(row));
    }
    changes.rows.insert(changes.rows.end(), copied.begin(), copied.end());
    number_in(sheet, happening, "seq") = fresh;
    number_in(sheet, happening, "nth") = 1;
    text_in(sheet, happening, "act_id") = random_id_text(random);
    rename(happening, renamed);
    sheet.rows.push_back(std::move(happening));
}

void add_person(Original& original, std::string const& name, Random& random) {
    auto const person = donor(original);
    if (person.empty()) return; // a family without a name has nobody yet
    auto const renamed = copy_rows(original, person, name, random);
    auto const& sheet = *original.sheet("happening");
    auto const& changes = *original.sheet("happening_change");
    auto const now = sheet.rows;
    for (auto const& happening : now) {
        auto const seq = happening[sheet.column("seq")];
        bool const theirs = std::ranges::any_of(changes.rows, [&](Cells const& change) {
            return change[changes.column("seq")] == seq &&
                   renamed.contains(changes.text(change, "row_id"));
        });
        if (!theirs) continue;
        copy_happening(original, happening, renamed, random, [&](std::string const& id) {
            return renamed.contains(id) || id == original.case_id;
        });
    }
}

} // namespace

void fill_up(Original& original, std::size_t people, std::size_t happenings) {
    SeededRandom random(people * 1000 + happenings);
    std::size_t nth = 0;
    for (auto had = count(original).people; had < people; ++had, ++nth)
        add_person(original, fmt::format("{} Ask", names[nth % std::size(names)]), random);
    auto const then = original.sheet("happening")->rows;
    for (std::size_t i = then.size(), at = 0; i < happenings; ++i, ++at)
        copy_happening(original, then[then.size() - 1 - at % then.size()], {}, random,
                       [](std::string const&) { return true; });
}

} // namespace radslag::bench
