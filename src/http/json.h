#pragma once
// Writes a view from its list of fields, straight into a string.
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "commands/commands.h"

namespace radslag::http {

template <class T>
concept View = requires {
    T::schema;
    T::fields;
};
template <class T> struct IsVector : std::false_type {};
template <class T> struct IsVector<std::vector<T>> : std::true_type {};

namespace json {

void text(std::string& out, std::string_view value);

inline void number(std::string& out, std::int64_t value) {
    char digits[20];
    auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

// `,"name":` of a view's field, `{"name":` of the first one; made by the compiler.
template <class T, std::size_t I> consteval auto make_key() {
    constexpr std::string_view name = std::get<I>(T::fields).name;
    std::array<char, name.size() + 4> key{I == 0 ? '{' : ',', '"'};
    std::copy(name.begin(), name.end(), key.begin() + 2);
    key[name.size() + 2] = '"';
    key[name.size() + 3] = ':';
    return key;
}
template <class T, std::size_t I> inline constexpr auto key = make_key<T, I>();

template <class T> void write(std::string& out, T const& value) {
    if constexpr (View<T>) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((out.append(key<T, I>.data(), key<T, I>.size()),
              write(out, value.*(std::get<I>(T::fields).at))),
             ...);
        }(std::make_index_sequence<std::tuple_size_v<decltype(T::fields)>>{});
        out += '}';
    } else if constexpr (cells::IsOptional<T>::value) {
        if (value) write(out, *value);
        else out += "null";
    } else if constexpr (IsVector<T>::value) {
        out += '[';
        bool first = true;
        for (auto const& one : value) {
            if (!first) out += ',';
            first = false;
            write(out, one);
        }
        out += ']';
    } else if constexpr (std::same_as<T, bool>) out += value ? "true" : "false";
    else if constexpr (std::integral<T>) number(out, static_cast<std::int64_t>(value));
    else if constexpr (std::same_as<T, Instant>) text(out, write_instant(value));
    else if constexpr (std::same_as<T, Date>) text(out, write_date(value));
    else text(out, value);
}

} // namespace json

template <View T> std::string to_json(T const& view) {
    std::string out;
    out.reserve(8192);
    json::write(out, view);
    return out;
}

} // namespace radslag::http
