#include "bench/town/mould.h"

#include <algorithm>
#include <charconv>

namespace radslag::bench {
namespace {

constexpr std::int64_t day_micros = 24 * 3'600 * 1'000'000LL;
constexpr std::int64_t first_instant = 1'000'000'000'000'000; // a smaller number counts something

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
}

std::int64_t day_number(Date date) {
    return std::chrono::sys_days{date}.time_since_epoch().count();
}
std::string day_text(std::int64_t day) {
    return write_date(Date{std::chrono::sys_days{std::chrono::days{day}}});
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
    return (at == 0 || !is_letter(text[at - 1])) &&
           (at + size == text.size() || !is_letter(text[at + size]));
}

} // namespace

Statement& Inserts::into(Sheet const& sheet) {
    auto& statement = all_[sheet.table];
    if (!statement) {
        std::string names, values;
        for (auto const& column : sheet.columns) {
            names += (names.empty() ? "\"" : ", \"") + column + "\"";
            values += values.empty() ? "?" : ", ?";
        }
        statement = std::make_unique<Statement>(db_, "INSERT INTO \"" + sheet.table + "\" (" +
                                                         names + ") VALUES (" + values + ")");
    }
    return *statement;
}

Mould::Mould(Original const& original, std::string organisation)
    : original_(original), organisation_(std::move(organisation)) {
    know_ids();
    for (auto const& sheet : original.sheets) {
        if (sheet.table != "glance" || sheet.rows.empty()) continue;
        auto const name = sheet.text(sheet.rows.front(), "name");
        if (auto cut = name.rfind(' '); cut != std::string::npos) surname_ = name.substr(cut + 1);
    }
    for (auto const& sheet : original.sheets) {
        std::vector<Row> rows;
        for (auto const& cells : sheet.rows) {
            Row row;
            for (std::size_t i = 0; i < cells.size(); ++i)
                row.push_back(part_of(sheet, i, cells[i]));
            rows.push_back(std::move(row));
        }
        rows_.push_back(std::move(rows));
    }
}

void Mould::know_ids() {
    auto know = [&](std::string const& id) {
        ids_.try_emplace(id, static_cast<std::int64_t>(ids_.size()));
    };
    know(original_.organisation);
    know(original_.case_id);
    for (auto const& worker : original_.workers) know(worker.staff);
    for (auto const& sheet : original_.sheets)
        for (auto const& row : sheet.rows)
            for (auto const& cell : row)
                if (auto const* text = std::get_if<std::string>(&cell); text && is_id_text(*text))
                    know(*text);
}

// Numbers of cases are told apart by their column; instants by their size.
Mould::Part Mould::part_of(Sheet const& sheet, std::size_t column, Cell const& cell) const {
    if (auto const* number = std::get_if<std::int64_t>(&cell)) {
        if (*number >= first_instant) return {Part::Is::instant, cell, {}};
        bool const of_case = sheet.columns[column] == "number";
        return {of_case ? Part::Is::number : Part::Is::as_it_is, cell, {}};
    }
    auto const* text = std::get_if<std::string>(&cell);
    if (text == nullptr) return {Part::Is::as_it_is, cell, {}};
    auto pieces = pieces_of(*text);
    bool const plain = std::ranges::all_of(
        pieces, [](Piece const& piece) { return piece.is == Piece::Is::words; });
    if (plain) return {Part::Is::as_it_is, cell, {}};
    return {Part::Is::text, {}, std::move(pieces)};
}

std::optional<Mould::Piece> Mould::piece_at(std::string_view text, std::size_t at,
                                            std::size_t& size) const {
    size = id_length;
    if (auto id = ids_.find(text.substr(at, id_length)); id != ids_.end())
        return Piece{Piece::Is::id, {}, id->second};
    size = 10;
    if (auto date = read_date(text.substr(at, 10)); date && stands_alone(text, at, 10))
        return Piece{Piece::Is::day, {}, day_number(*date)};
    size = 16;
    if (text.size() >= at + 16 && std::ranges::all_of(text.substr(at, 16), is_digit) &&
        stands_alone(text, at, 16)) {
        std::int64_t micros = 0;
        std::from_chars(text.data() + at, text.data() + at + 16, micros);
        return Piece{Piece::Is::instant, {}, micros};
    }
    size = surname_.size();
    if (size > 0 && text.substr(at, size) == surname_ && stands_alone(text, at, size))
        return Piece{Piece::Is::surname, {}, 0};
    return {};
}

std::vector<Mould::Piece> Mould::pieces_of(std::string_view text) const {
    std::vector<Piece> pieces;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 0;
        auto piece = piece_at(text, at, size);
        if (!piece) {
            ++at;
            continue;
        }
        if (at > from)
            pieces.push_back({Piece::Is::words, std::string(text.substr(from, at - from)), 0});
        pieces.push_back(std::move(*piece));
        from = at += size;
    }
    if (from < text.size() || text.empty())
        pieces.push_back({Piece::Is::words, std::string(text.substr(from)), 0});
    return pieces;
}

void Mould::pour(Inserts& inserts, Fresh const& fresh, Random& random) const {
    std::vector<std::string> ids{organisation_, fresh.case_id};
    ids.insert(ids.end(), fresh.staff.begin(), fresh.staff.end());
    while (ids.size() < ids_.size()) ids.push_back(random_id_text(random));
    auto written = [&](std::vector<Piece> const& pieces) {
        std::string text;
        for (auto const& piece : pieces) switch (piece.is) {
            case Piece::Is::words:
                text += piece.words;
                break;
            case Piece::Is::id:
                text += ids[static_cast<std::size_t>(piece.number)];
                break;
            case Piece::Is::day:
                text += day_text(piece.number + fresh.days);
                break;
            case Piece::Is::instant:
                text += std::to_string(piece.number + fresh.days * day_micros);
                break;
            case Piece::Is::surname:
                text += fresh.surname;
                break;
            }
        return text;
    };
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        auto const& sheet = original_.sheets[i];
        auto& insert = inserts.into(sheet);
        for (auto const& row : rows_[i]) {
            Cells cells; // texts live until they are written
            cells.reserve(row.size());
            for (auto const& part : row) {
                auto const* number = std::get_if<std::int64_t>(&part.cell);
                if (part.is == Part::Is::text) cells.emplace_back(written(part.pieces));
                else if (part.is == Part::Is::instant)
                    cells.emplace_back(*number + fresh.days * day_micros);
                else if (part.is == Part::Is::number) cells.emplace_back(fresh.number);
                else cells.push_back(part.cell);
            }
            if (storage::has_sealed(sheet.table)) seal(inserts.seals(), sheet, cells);
            for (std::size_t at = 0; at < cells.size(); ++at)
                insert.bind(static_cast<int>(at) + 1, cells[at]);
            insert.step();
        }
    }
}

} // namespace radslag::bench
