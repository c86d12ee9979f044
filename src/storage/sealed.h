#pragma once
// Which columns are sealed, and how the rows of their tables are found. Where people live and how
// they are reached, where they will be on which day, what frightens them, what they need; and what
// would let somebody guess it: the number made of a request, and the salt of a row's hash (a
// telephone number is guessed from a hash in seconds). Names stay readable, and nothing that is
// searched, sorted or joined by can stand here.
#include <algorithm>
#include <array>
#include <string_view>

namespace radslag::storage {

struct SealedColumn {
    std::string_view table, column;
};

inline constexpr std::array sealed_columns{
    SealedColumn{"conference", "acute_why"},
    SealedColumn{"person", "broken_contact"},
    SealedColumn{"person", "taken_off_why"},
    SealedColumn{"contact", "phone"},
    SealedColumn{"contact", "mail"},
    SealedColumn{"contact", "address"},
    SealedColumn{"contact", "number"},
    SealedColumn{"speaks", "shut_out_why"},
    SealedColumn{"decision", "why"},
    SealedColumn{"invitation", "answer_note"},
    SealedColumn{"safety_note", "about"},
    SealedColumn{"safety_note", "keep_apart_from"},
    SealedColumn{"safety_note", "text"},
    SealedColumn{"prepared", "needs"},
    SealedColumn{"meeting", "place"},
    SealedColumn{"meeting", "link"},
    SealedColumn{"meeting", "paused_why"},
    SealedColumn{"absence", "text"},
    SealedColumn{"happening", "request"},
    SealedColumn{"happening", "why"},
    SealedColumn{"happening_change", "before"},
    SealedColumn{"happening_change", "after"},
    SealedColumn{"file", "name"},
    SealedColumn{"file", "key"},
    SealedColumn{"trail_told", "salt"},
};

constexpr bool is_sealed(std::string_view table, std::string_view column) {
    return std::ranges::any_of(sealed_columns, [&](SealedColumn const& one) {
        return one.table == table && one.column == column;
    });
}
constexpr bool has_sealed(std::string_view table) {
    return std::ranges::any_of(sealed_columns,
                               [&](SealedColumn const& one) { return one.table == table; });
}

// How a table's rows are walked, as SQL: where each belongs, and its id in the trail. Tables that
// are not told of here are those of a case's own rows.
struct SealedTable {
    std::string_view table, organisation, of, id;
    std::string_view key; // the primary key
};
inline constexpr std::array other_tables{
    SealedTable{"happening", "organisation_id", "case_id", "CAST(seq AS TEXT)", "case_id, seq"},
    SealedTable{"happening_change", "organisation_id", "case_id", "seq || '.' || n",
                "case_id, seq, n"},
    SealedTable{"trail_told", "''", "chain", "''", "chain, n"},
};
constexpr SealedTable walk_of(std::string_view table) {
    for (auto const& one : other_tables)
        if (one.table == table) return one;
    return {table, "organisation_id", "case_id", "id", "case_id, id"};
}

} // namespace radslag::storage
