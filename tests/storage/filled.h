#pragma once
// Rows of every kind, filled by the types of their fields: a new kind is covered unasked.
#include "storage/rows.h"
#include "storage/support.h"

namespace radslag::storage {

enum class Fill { full, empty, other };

inline std::string odd_text(std::uint64_t n) {
    static char const* const texts[] = {"O'Brien said \"ja\"; DROP TABLE person; --",
                                        "فاطمة الزهراء\nrad två",
                                        "Þórdís 👩‍👩‍👧 %s $1 ?1 :a @b",
                                        "\\ \" ' ` [ ] { }, null", "  spaces around  "};
    return texts[n % 5] + std::to_string(n);
}

template <class T> void fill(T& value, Fill how, SeededRandom& random) {
    auto n = random.next();
    if constexpr (cells::IsOptional<T>::value) {
        if (how == Fill::empty) value.reset();
        else fill(value.emplace(), how, random);
    } else if constexpr (std::is_enum_v<T>) value = static_cast<T>(n % words(T{}).size());
    else if constexpr (std::same_as<T, bool>) value = n % 2 == 0;
    else if constexpr (std::integral<T>)
        value = how == Fill::full ? std::numeric_limits<T>::max() : static_cast<T>(-5);
    else if constexpr (std::same_as<T, Instant>)
        value.micros = how == Fill::empty ? 0 : static_cast<std::int64_t>(n >> 1);
    else if constexpr (std::same_as<T, Minutes>) value.of_day = static_cast<int>(n % 1440);
    else if constexpr (std::same_as<T, Date>)
        value = how == Fill::full ? *read_date("2028-02-29") : *read_date("1850-01-01");
    else if constexpr (std::same_as<T, std::vector<std::string>>) {
        if (how != Fill::empty) value = {"en's", "två=2", "ثلاثة", "", "sist"};
        std::erase(value, "");
    } else if constexpr (cells::IsId<T>::value) {
        if (how != Fill::empty) value = T::make(random);
    } else if (how != Fill::empty) value = odd_text(n);
}

template <class R> R filled(Fill how, SeededRandom& random, Case const& c) {
    R row;
    std::apply([&](auto const&... f) { (fill(row.*(f.at), how, random), ...); }, R::fields);
    row.id = decltype(row.id)::make(random);
    if constexpr (std::same_as<R, conference::Conference>) {
        row.id = c.id;
        row.organisation = c.glance.organisation;
    }
    return row;
}

// Calls `what` with an empty row of each kind.
template <class What> void for_each_kind(What what) {
    std::apply([&]<class... R>(std::vector<R> const&...) { (what(R{}), ...); }, workflow::Rows{});
}

} // namespace radslag::storage
