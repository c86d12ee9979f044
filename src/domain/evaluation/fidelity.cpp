#include "domain/evaluation/fidelity.h"

#include <algorithm>
#include <array>

namespace radslag::evaluation {

std::optional<Followed> in_round(std::vector<Followed> const& all, std::int64_t model_version,
                                 std::string const& rule, std::int64_t round) {
    Followed const* worst = nullptr;
    for (auto const& one : all) {
        if (one.rule != rule || one.round != round || one.model_version != model_version) continue;
        if (worst == nullptr ||
            std::pair(one.outcome, one.at) >= std::pair(worst->outcome, worst->at))
            worst = &one;
    }
    if (worst == nullptr) return {};
    return *worst;
}

Figures figures_of(Counts const& counts, bool timed) {
    Figures told;
    if (counts.all() < fewest) return told;
    struct Cell {
        std::int64_t count;
        std::optional<std::int64_t> Figures::* at;
        Outcome outcome;
        bool shown;
    };
    std::array<Cell, 3> all{{{counts.kept, &Figures::kept, Outcome::kept, false},
                             {counts.passed, &Figures::passed, Outcome::passed, false},
                             {counts.late, &Figures::late, Outcome::late, false}}};
    std::span<Cell> const cells(all.data(), timed ? 3 : 2);
    for (auto& cell : cells) cell.shown = cell.count >= fewest;
    // One that is hidden alone would be the sum less the others.
    if (std::ranges::count(cells, false, &Cell::shown) == 1) {
        Cell* least = nullptr;
        for (auto& cell : cells)
            if (cell.shown && (least == nullptr || cell.count < least->count)) least = &cell;
        least->shown = false;
    }
    auto fives = [](std::int64_t count) { return count / fewest * fewest; };
    told.cases = fives(counts.all());
    for (auto const& cell : cells) {
        if (cell.shown) told.*cell.at = fives(cell.count);
        if (cell.count >= fewest && counts.all() - cell.count < fewest)
            told.nearly_all = cell.outcome;
    }
    return told;
}

std::optional<Date> told_until(int year, Date today) {
    using namespace std::chrono;
    int const now = int(today.year());
    if (year > now || year < now - 100) return {};
    if (year < now) return Date{std::chrono::year(year), December, day(31)};
    auto const quarters = (unsigned(today.month()) - 1) / 3;
    if (quarters == 0) return {};
    auto const last = std::chrono::year(year) / month(quarters * 3) / std::chrono::last;
    return Date{last};
}

} // namespace radslag::evaluation
