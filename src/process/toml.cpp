#include "process/node.h"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include <utf8.h>

namespace radslag::process {
namespace {

Place to_place(toml::source_region const& region) {
    if (region.begin.line == 0) return {};
    return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Node to_node(toml::node const& from);

void fill_table(Node& node, toml::table const& table) {
    for (auto const& [key, value] : table) {
        Node child = to_node(value);
        child.key = key.str();
        child.key_place = to_place(key.source());
        node.inside.push_back(std::move(child));
    }
    auto before = [](Node const& a, Node const& b) {
        return std::pair(a.key_place.line, a.key_place.column) <
               std::pair(b.key_place.line, b.key_place.column);
    };
    std::stable_sort(node.inside.begin(), node.inside.end(), before);
}

Node to_node(toml::node const& from) {
    Node node;
    node.place = to_place(from.source());
    if (auto const* table = from.as_table()) {
        fill_table(node, *table);
    } else if (auto const* list = from.as_array()) {
        node.kind = Node::Kind::list;
        for (auto const& item : *list) node.inside.push_back(to_node(item));
    } else if (auto const* text = from.as_string()) {
        node.kind = Node::Kind::text;
        node.text = text->get();
    } else if (auto const* number = from.as_integer()) {
        node.kind = Node::Kind::number;
        node.number = number->get();
    } else if (auto const* flag = from.as_boolean()) {
        node.kind = Node::Kind::yes_no;
        node.yes = flag->get();
    } else {
        node.kind = Node::Kind::other;
    }
    return node;
}

// A model has a few thousand lines at most.
constexpr std::size_t size_limit = 1'000'000;

constexpr std::size_t line_length_limit = 4'000;

int long_line(std::string_view text) { // 0: none
    int line = 1;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != '\n') continue;
        if (i - start > line_length_limit) return line;
        start = i + 1;
        ++line;
    }
    return 0;
}

// Where a text is no longer UTF-8; nothing: nowhere.
std::optional<Place> foreign_place(std::string_view text) {
    auto wrong = utf8::find_invalid(text.begin(), text.end());
    if (wrong == text.end()) return std::nullopt;
    auto before = text.substr(0, static_cast<std::size_t>(wrong - text.begin()));
    auto line = std::count(before.begin(), before.end(), '\n') + 1;
    auto column = code_points(before.substr(before.rfind('\n') + 1)) + 1;
    return Place{static_cast<int>(line), static_cast<int>(column)};
}

std::string in_one_line(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return text;
}

} // namespace

tl::expected<Node, Complaint> read_toml(ModelFile const& file) {
    auto complain = [&](Place place, std::string cause, std::string remedy) {
        return tl::unexpected(
            Complaint{file.path, place.line, place.column, std::move(cause), std::move(remedy)});
    };
    if (file.content.size() > size_limit)
        return complain({}, "The file is larger than a megabyte.",
                        "Keep a model's file below 1,000,000 bytes.");
    // Keys nest as deep as a line has dots, and toml++ takes nested tables apart by recursion.
    if (int line = long_line(file.content); line != 0)
        return complain({line, 1}, "The line is longer than 4,000 bytes.", "Break the line.");
    if (auto place = foreign_place(file.content))
        return complain(*place, "This is not valid TOML: it is not written in UTF-8.",
                        "Save the file with the encoding UTF-8.");
    try {
        return to_node(toml::parse(file.content, std::string_view(file.path)));
    } catch (toml::parse_error const& error) {
        auto why = in_one_line(std::string(error.description()));
        return complain(to_place(error.source()), "This is not valid TOML: " + why + ".",
                        "Correct the line as https://toml.io describes.");
    }
}

} // namespace radslag::process
