#pragma once
// A municipality made in a folder of its own, and what has happened in it.
#include <filesystem>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "process/small_model.h"
#include "sim/sim.h"
#include "storage/storage.h"
#include "support/data_keys.h"

namespace radslag::sim {

inline constexpr auto this_morning = "2027-03-17T08:40:00Z";

inline commands::Books books_of(std::vector<process::ModelFile> const& files) {
    auto reading = process::read_library(files);
    EXPECT_TRUE(reading.complaints.empty()) << process::test::told(reading.complaints);
    return commands::Books(std::move(reading.library));
}
inline commands::Books our_books() { return books_of(process::test::files_below("models")); }

struct Folder { // gone at the end
    std::filesystem::path path = [] {
        auto name = (std::filesystem::temp_directory_path() / "radslag-sim-XXXXXX").string();
        return std::filesystem::path(mkdtemp(name.data()));
    }();
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

struct MadeTown {
    Folder folder;
    commands::Books const& books;
    std::unique_ptr<commands::Store> store;
    Made made;

    explicit MadeTown(commands::Books const& of, std::uint64_t seed = 1, std::size_t cases = 60)
        : books(of) {
        store = std::move(*storage::open_sqlite(
            {(folder.path / "radslag.db").string(), test::data_keys, 1, false}));
        auto town = make_municipality(*store, books, {seed, cases, *read_instant(this_morning)});
        if (!town) ADD_FAILURE() << town.error().logged;
        else made = *town;
    }

    // Every case, with its rows and what has happened.
    template <class Each> void each(Each each_case) {
        auto reader = std::move(*store->read());
        for (auto const& organisation : reader->organisations())
            for (auto const* status : {"running", "postponed", "stopped", "closed"}) {
                commands::ListFilter filter;
                filter.status = status;
                filter.limit = 100;
                do {
                    auto page = reader->list(organisation.id, {}, filter);
                    for (auto const& row : page.rows)
                        each_case(*reader, *reader->case_file(organisation.id, row.glance.id),
                                  row.glance);
                    filter.cursor = page.next;
                } while (!filter.cursor.empty());
            }
    }
};

} // namespace radslag::sim
