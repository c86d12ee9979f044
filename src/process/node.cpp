#include "process/node.h"

#include <charconv>

namespace radslag::process {

Node const* Node::find(std::string_view name) const {
    if (kind != Kind::table) return nullptr;
    for (auto const& child : inside)
        if (child.key == name) return &child;
    return nullptr;
}

std::string_view kind_name(Node const& node) {
    switch (node.kind) {
    case Node::Kind::table:
        return "a table";
    case Node::Kind::list:
        return "a list";
    case Node::Kind::text:
        return "a text";
    case Node::Kind::number:
        return "a whole number";
    case Node::Kind::yes_no:
        return "true or false";
    case Node::Kind::other:
        return "a decimal number or a date";
    }
    return "";
}

Node const& deepest(Node const& root, std::string_view way) {
    Node const* at = &root;
    while (!way.empty()) {
        auto dot = way.find('.');
        auto part = way.substr(0, dot);
        way = dot == std::string_view::npos ? std::string_view{} : way.substr(dot + 1);
        Node const* next = nullptr;
        if (at->kind == Node::Kind::list) {
            std::size_t number = 0;
            std::from_chars(part.data(), part.data() + part.size(), number);
            if (number < at->inside.size()) next = &at->inside[number];
        } else {
            next = at->find(part);
        }
        if (next == nullptr) break;
        at = next;
    }
    return *at;
}

} // namespace radslag::process
