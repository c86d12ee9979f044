#include <cctype>

#include "domain/referral/referral.h"

namespace radslag::referral {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

// Digits that belong together, as people write them: 050599-9996, 070-123 45 67, +45 12 34 56 78.
std::string number_at(std::string_view text, std::size_t& i) {
    std::string found;
    std::size_t count = 0;
    std::size_t end = i;
    for (std::size_t j = i; j < text.size(); ++j) {
        char c = text[j];
        if (is_digit(c)) {
            found += c;
            ++count;
            end = j + 1;
        } else if ((c == ' ' || c == '-' || c == '+' || c == '/' || c == '(' || c == ')' || c == '.') &&
                   j + 1 < text.size() && (is_digit(text[j + 1]) || text[j + 1] == ' ' || text[j + 1] == '(')) {
            found += c;
        } else break;
    }
    i = end > i ? end : i + 1;
    return count >= 7 ? found : std::string{};
}

// A date is no identity by itself: 2026-05-01, 1.5.2026.
bool is_date_like(std::string const& found) {
    if (read_date(std::string_view(found).substr(0, 10)) && found.size() <= 10) return true;
    std::size_t dots = 0;
    for (char c : found) dots += c == '.' || c == '/' ? 1 : 0;
    return dots == 2 && found.size() <= 10;
}

std::string find_number(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        bool starts = is_digit(text[i]) || (text[i] == '+' && i + 1 < text.size() && is_digit(text[i + 1]));
        if (!starts || (i > 0 && is_letter(text[i - 1]))) {
            ++i;
            continue;
        }
        auto found = number_at(text, i);
        if (!found.empty() && !is_date_like(found)) return found;
    }
    return {};
}

std::string find_mail(std::string_view text) {
    auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 >= text.size()) return {};
    auto stops = [](char c) { return c == ' ' || c == '\n' || c == ',' || c == ';' || c == '<' || c == '>'; };
    std::size_t from = at;
    while (from > 0 && !stops(text[from - 1])) --from;
    std::size_t to = at;
    while (to < text.size() && !stops(text[to])) ++to;
    return std::string(text.substr(from, to - from));
}

// Street names of the Nordic countries end in few ways; a number follows.
std::string find_address(std::string_view text) {
    static constexpr std::string_view ends[] = {
        "gatan", "gata",  "vägen", "väg",  "gränd", "stigen", "torget", "allén", "backen", "gade",
        "vej",   "vejen", "allé",  "stræde", "torv", "plads", "parken", "street", "road"};
    auto lowered = lower_ascii(text);
    for (auto end : ends) {
        for (auto at = lowered.find(end); at != std::string::npos; at = lowered.find(end, at + 1)) {
            auto after = at + end.size();
            if (after + 1 >= lowered.size() || lowered[after] != ' ' || !is_digit(lowered[after + 1])) continue;
            auto from = text.rfind(' ', at);
            from = from == std::string_view::npos ? 0 : from + 1;
            auto to = after + 1;
            while (to < text.size() && is_digit(text[to])) ++to;
            return std::string(text.substr(from, to - from));
        }
    }
    return {};
}

} // namespace

Result<std::string> read_anonymous(std::string_view text, std::string_view field) {
    auto read = read_text(text, field);
    if (!read) return read;
    for (auto const& found : {find_number(*read), find_mail(*read), find_address(*read)})
        if (!found.empty()) return no(refusal("referral.identifies", field).with("found", found));
    return read;
}

std::vector<std::string> looks_like_names(std::string_view text) {
    std::vector<std::string> names;
    bool starts_sentence = true;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i])) {
            if (text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == '\n' || text[i] == ':')
                starts_sentence = true;
            ++i;
            continue;
        }
        auto from = i;
        while (i < text.size() && (is_letter(text[i]) || text[i] == '\'' || text[i] == '-')) ++i;
        auto word = text.substr(from, i - from);
        bool capital = word[0] >= 'A' && word[0] <= 'Z';
        // Å, Ä, Ö, Æ, Ø in UTF-8
        if (word.size() > 1 && word[0] == '\xc3' && static_cast<unsigned char>(word[1]) < 0x9f) capital = true;
        bool all_capitals = word.size() > 1 && lower_ascii(word.substr(1)) != word.substr(1);
        if (capital && !starts_sentence && !all_capitals && code_points(word) > 1)
            names.emplace_back(word);
        starts_sentence = false;
    }
    return names;
}

} // namespace radslag::referral
