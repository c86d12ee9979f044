#pragma once
// A TOML file as a tree that knows where everything stands. Hides toml++, which toml.cpp alone
// includes.
#include "process/process.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace radslag::process {

struct Place {
    int line = 1;
    int column = 1;
};

struct Node {
    enum class Kind { table, list, text, number, yes_no, other };
    Kind kind = Kind::table;
    Place place;
    std::string key; // what it is called in the table around it
    Place key_place;
    std::string text;
    std::int64_t number = 0;
    bool yes = false;
    std::vector<Node> inside; // a table's values in file order, a list's items

    [[nodiscard]] Node const* find(std::string_view name) const;
};

tl::expected<Node, Complaint> read_toml(ModelFile const& file);

// "a table", "a text" …: what stands there, for complaints.
std::string_view kind_name(Node const& node);

// The deepest node on the way that exists: "stage.2.needs.0.of". Lists count from 0.
Node const& deepest(Node const& root, std::string_view way);

} // namespace radslag::process
