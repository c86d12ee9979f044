#pragma once
// A mould: an original taken apart once, so that pouring another case from it is quick.
#include <map>

#include "bench/town/db.h"
#include "bench/town/original.h"
#include "bench/town/sealed.h"

namespace radslag::bench {

// What is fresh in a case that is poured.
struct Fresh {
    std::string case_id;
    std::int64_t number = 0;
    int days = 0; // later than the original
    std::string_view surname;
    std::vector<std::string> staff; // in the order of the original's workers
};

// The statements that write rows, one to a table.
class Inserts {
public:
    Inserts(Db& db, storage::Seals& seals) : db_(db), seals_(seals) {}
    Statement& into(Sheet const& sheet);
    [[nodiscard]] storage::Seals& seals() const { return seals_; }

private:
    Db& db_;
    storage::Seals& seals_;
    std::map<std::string, std::unique_ptr<Statement>> all_;
};

class Mould {
public:
    Mould(Original const& original, std::string organisation);
    void pour(Inserts& inserts, Fresh const& fresh, Random& random) const;
    [[nodiscard]] Original const& original() const { return original_; }

private:
    // A text is words, with ids, days, instants and the family's name between them.
    struct Piece {
        enum class Is { words, id, day, instant, surname } is = Is::words;
        std::string words;
        std::int64_t number = 0; // the id's place, the day since 1970, the instant
    };
    struct Part { // a cell
        enum class Is { as_it_is, instant, number, text } is = Is::as_it_is;
        Cell cell;
        std::vector<Piece> pieces;
    };
    using Row = std::vector<Part>;

    void know_ids();
    Part part_of(Sheet const& sheet, std::size_t column, Cell const& cell) const;
    std::vector<Piece> pieces_of(std::string_view text) const;
    std::optional<Piece> piece_at(std::string_view text, std::size_t at, std::size_t& size) const;

    Original const& original_;
    std::string organisation_;
    std::string surname_;
    std::map<std::string, std::int64_t, std::less<>> ids_; // organisation 0, case 1, workers 2 …
    std::vector<std::vector<Row>> rows_;                   // of each sheet
};

} // namespace radslag::bench
