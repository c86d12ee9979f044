#pragma once
// Writes a view from its list of fields, straight into a string.
#include <charconv>
#include <string>

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

template <class T> void write(std::string& out, T const& value) {
    if constexpr (View<T>) {
        char before = '{';
        std::apply(
            [&](auto const&... field) {
                ((out += before, before = ',', out += '"', out += field.name,
                  out += "\":", write(out, value.*(field.at))),
                 ...);
            },
            T::fields);
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
    out.reserve(1024);
    json::write(out, view);
    return out;
}

} // namespace radslag::http
