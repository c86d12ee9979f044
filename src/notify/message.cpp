#include "notify/message.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <sodium.h>

namespace radslag::notify {
namespace {

// An encoded word has 75 characters at most: 12 for its marks, and four for each three bytes.
constexpr std::size_t bytes_in_word = 45;
constexpr std::size_t plain_line = 60;

bool is_plain(char c) { return c >= ' ' && c <= '~'; }
bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // its zero
    return text;
}

// As much of it as fits into one word, whole characters only.
std::string_view next_word(std::string_view text) {
    if (text.size() <= bytes_in_word) return text;
    auto end = bytes_in_word;
    while (end > 0 && continues(text[end])) --end;
    return text.substr(0, end > 0 ? end : bytes_in_word);
}

} // namespace

std::string encoded(std::string_view text) {
    bool const looks_encoded = text.find("=?") != std::string_view::npos;
    if (text.size() <= plain_line && !looks_encoded && std::ranges::all_of(text, is_plain))
        return std::string(text);
    std::string all;
    while (!text.empty()) {
        auto const word = next_word(text);
        all += fmt::format("{}=?UTF-8?B?{}?=", all.empty() ? "" : "\r\n ", base64(word));
        text.remove_prefix(word.size());
    }
    return all;
}

std::string written_date(Instant now) {
    static constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const date = date_in("UTC", now);
    auto const seconds = now.micros / 1'000'000 % 86'400;
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000",
                       days.at(iso_week(date).day - 1), unsigned(date.day()),
                       months.at(unsigned(date.month()) - 1), int(date.year()), seconds / 3600,
                       seconds / 60 % 60, seconds % 60);
}

std::vector<std::string> head_of(Letter const& letter, std::string const& from, Instant now,
                                 Random& random) {
    auto const domain = from.substr(from.find('@') + 1);
    return {
        fmt::format("Date: {}", written_date(now)),
        fmt::format("From: Radslag <{}>", from),
        fmt::format("To: <{}>", letter.to),
        fmt::format("Subject: {}", encoded(letter.subject)),
        fmt::format("Message-ID: <{}@{}>", random_id_text(random), domain),
        "Auto-Submitted: auto-generated", // RFC 3834: nobody's absence note answers it
    };
}

std::string with_line_ends(std::string_view text) {
    std::string all;
    for (char c : text) {
        if (c == '\n' && !all.ends_with('\r')) all += '\r';
        all += c;
    }
    return all;
}

} // namespace radslag::notify
