#pragma once
// A row is a plain struct that lists its fields once. Storage, trail and taking back are made from
// that list, so that a new field is written in one place (and in a migration).
//
//     struct Question {
//         RowId id; std::int64_t changed_in = 0; std::string text;
//         static constexpr std::string_view table = "question";
//         static constexpr auto fields = std::make_tuple(
//             field("id", &Question::id), field("changed_in", &Question::changed_in),
//             field("text", &Question::text));
//     };
//
// Every row has `id` (unique in its case and table) and `changed_in` (the version of the case in
// which it was last written), first and second in the list.
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/word.h"

namespace radslag {

// What a table holds: nothing, a whole number (instants in µs, numbers) or text.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;
using Cells = std::vector<Cell>;

template <class Struct, class Type> struct Field {
    std::string_view name;
    Type Struct::*at;
};
template <class Struct, class Type>
constexpr Field<Struct, Type> field(std::string_view name, Type Struct::*at) {
    return {name, at};
}

namespace cells {

template <class T> struct IsOptional : std::false_type {};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {};
template <class T> struct IsId : std::false_type {};
template <class T> struct IsId<Id<T>> : std::true_type {};

std::string join(std::vector<std::string> const& lines); // one line each
std::vector<std::string> split(std::string const& text);

// Empty text, empty ids and empty lists are kept as "nothing there".
template <class T> Cell write(T const& value) {
    if constexpr (IsOptional<T>::value) return value ? write(*value) : Cell{};
    else if constexpr (std::is_enum_v<T>) return std::string(word(value));
    else if constexpr (std::integral<T>) return static_cast<std::int64_t>(value);
    else if constexpr (std::same_as<T, Instant>) return value.micros;
    else if constexpr (std::same_as<T, Minutes>) return static_cast<std::int64_t>(value.of_day);
    else if constexpr (std::same_as<T, Date>) return write_date(value);
    else if constexpr (std::same_as<T, std::vector<std::string>>)
        return value.empty() ? Cell{} : Cell{join(value)};
    else if constexpr (IsId<T>::value) return value.empty() ? Cell{} : Cell{value.text};
    else return value.empty() ? Cell{} : Cell{value};
}

// What a table holds was written by us: anything else in it is a broken database, hence a bug.
template <class T> T read(Cell const& cell) {
    if constexpr (IsOptional<T>::value) {
        if (std::holds_alternative<std::monostate>(cell)) return std::nullopt;
        return read<typename T::value_type>(cell);
    } else if constexpr (std::is_enum_v<T>) {
        auto value = read_word<T>(std::get<std::string>(cell));
        RADSLAG_SURE(value.has_value());
        return *value;
    } else if constexpr (std::integral<T>) return static_cast<T>(std::get<std::int64_t>(cell));
    else if constexpr (std::same_as<T, Instant>) return Instant{std::get<std::int64_t>(cell)};
    else if constexpr (std::same_as<T, Minutes>)
        return Minutes{static_cast<int>(std::get<std::int64_t>(cell))};
    else if constexpr (std::same_as<T, Date>) {
        auto date = read_date(std::get<std::string>(cell));
        RADSLAG_SURE(date.has_value());
        return *date;
    } else {
        auto const* text = std::get_if<std::string>(&cell);
        if constexpr (std::same_as<T, std::vector<std::string>>)
            return text ? split(*text) : std::vector<std::string>{};
        else if constexpr (IsId<T>::value) return T{text ? *text : std::string{}};
        else return text ? *text : std::string{};
    }
}

} // namespace cells

// The column types a table needs: whole numbers are INTEGER, all else TEXT; `required` columns are
// never empty.
struct Column {
    std::string_view name;
    bool integer;
    bool required;
};

template <class R> constexpr std::size_t column_count = std::tuple_size_v<decltype(R::fields)>;

template <class T> constexpr bool is_integer_column() {
    if constexpr (cells::IsOptional<T>::value) return is_integer_column<typename T::value_type>();
    else return std::integral<T> || std::same_as<T, Instant> || std::same_as<T, Minutes>;
}
template <class T> constexpr bool is_required_column() {
    return std::is_enum_v<T> || std::integral<T> || std::same_as<T, Instant> ||
           std::same_as<T, Minutes> || std::same_as<T, Date>;
}

template <class R> std::vector<Column> columns() {
    return std::apply(
        []<class... F>(F const&... f) {
            return std::vector<Column>{Column{
                f.name, is_integer_column<std::remove_cvref_t<decltype(std::declval<R>().*(f.at))>>(),
                is_required_column<std::remove_cvref_t<decltype(std::declval<R>().*(f.at))>>()}...};
        },
        R::fields);
}

template <class R> Cells to_cells(R const& row) {
    return std::apply([&](auto const&... f) { return Cells{cells::write(row.*(f.at))...}; }, R::fields);
}

template <class R> R from_cells(Cells const& all) {
    RADSLAG_SURE(all.size() == column_count<R>);
    R row;
    std::size_t i = 0;
    std::apply(
        [&](auto const&... f) {
            ((row.*(f.at) = cells::read<std::remove_cvref_t<decltype(row.*(f.at))>>(all[i++])), ...);
        },
        R::fields);
    return row;
}

} // namespace radslag
