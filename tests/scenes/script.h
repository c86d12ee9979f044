#pragma once
// Reads scenes: given/when/then in plain text (docs/scenes.md).
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace radslag::scenes {

struct Place {
    std::string file;
    int line = 0;
};

// A scene that cannot be read, or does not hold.
struct Wrong : std::runtime_error {
    Wrong(Place at, std::string const& what) : std::runtime_error(what), place(std::move(at)) {}
    Place place;
};

enum class Kind { given, when, then };
struct Line {
    Place place;
    Kind kind = Kind::given;
    std::string text; // without the keyword
};

struct Scene {
    Place place;
    std::string title;
    std::filesystem::path folder; // where its paths are looked for
    std::vector<Line> lines;
};

std::vector<Scene> read_scenes(std::filesystem::path const& file);
// A *.path: lines that several scenes begin with.
std::vector<Line> read_path(std::filesystem::path const& file);

// "the deadline * is due on *" against a text: the stars' words, or nothing. A star takes as little
// as it can.
bool fits(std::string_view pattern, std::string_view text, std::vector<std::string>& stars);

std::string trim(std::string_view text);
std::string unquoted(std::string const& text); // without the quotation marks around it
std::vector<std::string> split(std::string_view text, std::string_view at);

} // namespace radslag::scenes
