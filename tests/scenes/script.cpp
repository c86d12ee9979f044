#include "scenes/script.h"

#include <array>
#include <fstream>
#include <optional>

namespace radslag::scenes {
namespace {

constexpr std::array<std::pair<std::string_view, Kind>, 3> keywords{
    std::pair{std::string_view("Given "), Kind::given},
    {"When ", Kind::when},
    {"Then ", Kind::then}};

struct Raw {
    int number;
    std::string text;
};

// A line that begins with no word of ours goes on with the one before.
bool begins(std::string const& line) {
    for (std::string_view word :
         {"Scene:", "shows ", "refuses ", "Given ", "When ", "Then ", "And "})
        if (line.starts_with(word)) return true;
    return false;
}

std::vector<Raw> read_lines(std::filesystem::path const& path) {
    std::ifstream file(path);
    if (!file) throw Wrong({path.string(), 0}, "there is no such file");
    std::vector<Raw> lines;
    std::string text;
    for (int number = 1; std::getline(file, text); ++number) {
        auto line = trim(text);
        if (line.empty() || line.starts_with('#')) continue;
        if (begins(line)) lines.push_back({number, std::move(line)});
        else if (lines.empty()) throw Wrong({path.string(), number}, "a line without a beginning");
        else lines.back().text += " " + line;
    }
    return lines;
}

Line read_line(Place place, std::string const& text, std::optional<Kind> before) {
    if (text.starts_with("And ")) {
        if (!before) throw Wrong(place, "And, but nothing came before");
        return {place, *before, trim(text.substr(4))};
    }
    for (auto const& [word, kind] : keywords)
        if (text.starts_with(word)) return {place, kind, trim(text.substr(word.size()))};
    throw Wrong(place, "begins with none of Given, When, Then, And");
}

} // namespace

std::string trim(std::string_view text) {
    auto from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\r") - from + 1));
}

std::string unquoted(std::string const& text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"'
               ? text.substr(1, text.size() - 2)
               : text;
}

std::vector<std::string> split(std::string_view text, std::string_view at) {
    std::vector<std::string> parts;
    while (true) {
        auto cut = text.find(at);
        parts.push_back(trim(text.substr(0, cut)));
        if (cut == std::string_view::npos) return parts;
        text.remove_prefix(cut + at.size());
    }
}

bool fits(std::string_view pattern, std::string_view text, std::vector<std::string>& stars) {
    auto star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, star))) return false;
    pattern.remove_prefix(star + 1);
    text.remove_prefix(star);
    auto const next = pattern.substr(0, pattern.find('*'));
    for (std::size_t end = 1; end <= text.size(); ++end) {
        auto rest = text.substr(end);
        if (pattern.empty() ? !rest.empty() : !rest.starts_with(next)) continue;
        auto const had = stars.size();
        stars.push_back(trim(text.substr(0, end)));
        if (fits(pattern, rest, stars)) return true;
        stars.resize(had);
    }
    return false;
}

std::vector<Line> read_path(std::filesystem::path const& file) {
    std::vector<Line> lines;
    std::optional<Kind> before;
    for (auto const& raw : read_lines(file)) {
        lines.push_back(read_line({file.string(), raw.number}, raw.text, before));
        before = lines.back().kind;
    }
    return lines;
}

std::vector<Scene> read_scenes(std::filesystem::path const& file) {
    std::vector<Scene> scenes;
    std::optional<Kind> before;
    for (auto const& raw : read_lines(file)) {
        Place const place{file.string(), raw.number};
        if (raw.text.starts_with("Scene:")) {
            scenes.push_back({place, trim(raw.text.substr(6)), file.parent_path(), {}});
            before.reset();
            continue;
        }
        if (scenes.empty()) throw Wrong(place, "stands before the first Scene:");
        // Which statements it shows is read by conformance.py.
        if (raw.text.starts_with("shows ") || raw.text.starts_with("refuses ")) continue;
        scenes.back().lines.push_back(read_line(place, raw.text, before));
        before = scenes.back().lines.back().kind;
    }
    return scenes;
}

} // namespace radslag::scenes
