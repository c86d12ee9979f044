#include "storage/cursor.h"

#include <charconv>

#include <fmt/format.h>

#include "storage/cases.h"

namespace radslag::storage {
namespace {

using Order = commands::ListFilter::Order;

constexpr std::size_t longest = 256;

std::string to_hex(std::string_view bytes) {
    std::string text;
    for (auto byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return text;
}

std::optional<std::string> from_hex(std::string_view text) {
    if (text.size() % 2 != 0 || text.size() > longest) return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        unsigned byte = 0;
        auto const* end = text.data() + i + 2;
        auto read = std::from_chars(text.data() + i, end, byte, 16);
        if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

std::optional<Cell> read_key(Order order, std::string_view text) {
    if (order == Order::due) {
        if (text != never && !read_date(text)) return std::nullopt;
        return Cell{std::string(text)};
    }
    std::int64_t micros = 0;
    auto const* end = text.data() + text.size();
    auto read = std::from_chars(text.data(), end, micros);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return Cell{micros};
}

std::string_view letter(Order order) { return order == Order::due ? "d" : "c"; }

} // namespace

std::string write_cursor(Order order, Cursor const& cursor) {
    auto key = order == Order::due ? std::get<std::string>(cursor.key)
                                   : std::to_string(std::get<std::int64_t>(cursor.key));
    return to_hex(fmt::format("{}|{}|{}", letter(order), key, cursor.case_id));
}

std::optional<Cursor> read_cursor(Order order, std::string_view text) {
    auto bytes = from_hex(text);
    if (!bytes) return std::nullopt;
    std::string_view rest = *bytes;
    auto first = rest.find('|');
    auto second = first == std::string_view::npos ? first : rest.find('|', first + 1);
    if (second == std::string_view::npos || rest.substr(0, first) != letter(order))
        return std::nullopt;
    auto key = read_key(order, rest.substr(first + 1, second - first - 1));
    auto case_id = rest.substr(second + 1);
    if (!key || !is_utf8(case_id)) return std::nullopt;
    return Cursor{*key, std::string(case_id)};
}

} // namespace radslag::storage
