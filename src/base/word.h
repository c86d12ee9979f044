#pragma once
// Enumerations have words: what files, tables and the wire call their values, in the same order.
// An enumeration `E` tells them by a function `words(E)` beside it:
//
//     enum class Way { visit, phone };
//     inline Words words(Way) { static constexpr std::string_view all[] = {"visit", "phone"}; return all; }
#include <optional>
#include <span>
#include <string_view>

namespace radslag {

using Words = std::span<std::string_view const>;

template <class E> std::string_view word(E value) {
    return words(value)[static_cast<std::size_t>(value)];
}

template <class E> std::optional<E> read_word(std::string_view text) {
    auto all = words(E{});
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i] == text) return static_cast<E>(i);
    return std::nullopt;
}

} // namespace radslag
