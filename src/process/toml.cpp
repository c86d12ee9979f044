#include "process/node.h"

#include <toml++/toml.h>

#include <algorithm>

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
    try {
        return to_node(toml::parse(file.content, std::string_view(file.path)));
    } catch (toml::parse_error const& error) {
        std::string why(error.description());
        bool encoding = why.find("utf-8") != std::string::npos;
        return complain(to_place(error.source()), "This is not valid TOML: " + why + ".",
                        encoding ? "Save the file with the encoding UTF-8."
                                 : "Correct the line as https://toml.io describes.");
    }
}

} // namespace radslag::process
