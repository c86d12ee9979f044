#pragma once
// An original: one case as the commands wrote it, with all its rows, to be written again many
// times.
#include <filesystem>
#include <optional>

#include "commands/commands.h"

namespace radslag::bench {

struct Sheet { // the rows of one table
    std::string table;
    std::vector<std::string> columns;
    std::vector<Cells> rows;

    [[nodiscard]] std::size_t column(std::string_view name) const; // columns.size(): there is none
    [[nodiscard]] std::string text(Cells const& row, std::string_view name) const;
};

struct Worker {
    std::string staff;
    std::uint32_t offices = 0;
    int nth = 0; // of those with the same offices
};

struct Original {
    std::string title;
    std::string organisation, case_id;
    std::vector<Worker> workers;
    std::vector<Sheet> sheets;
    Date today; // when it was read
    std::optional<Date> acts_on; // the next day on which time acts on it

    Sheet* sheet(std::string_view table);
};

// Every stage that a model's scenes bring a case to (models/*/1/scenes/*.path), and the same some
// weeks and some months later.
std::vector<Original> originals(commands::Books const& books, std::filesystem::path const& models);

// Adds people and happenings, made of those that are there, until there are as many.
void fill_up(Original& original, std::size_t people, std::size_t happenings);

struct Counted {
    std::size_t people = 0, happenings = 0, rows = 0;
};
Counted count(Original const& original);

} // namespace radslag::bench
