#include "process/fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace radslag::process {

std::string quoted(std::string_view text) {
    std::string out = "`";
    for (char c : text.substr(0, 80)) out += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    return out + "`";
}

std::string sentence(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

bool is_word_id(std::string_view text) {
    if (text.empty() || text.size() > 40 || text.front() < 'a' || text.front() > 'z') return false;
    char before = 'a';
    for (char c : text) {
        bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!word && (c != '_' || before == '_')) return false;
        before = c;
    }
    return before != '_';
}

std::string one_of(std::string_view wrong, std::vector<std::string> const& right) {
    if (auto near = nearest(wrong, right); !near.empty())
        return fmt::format("Did you mean {}?", quoted(near));
    if (right.empty()) return "The model has none: leave it out, or add what it should name.";
    if (right.size() > 30)
        return "Use one of the words in docs/grammar.md and src/process/vocabulary.cpp.";
    return fmt::format("Use one of: {}.", fmt::join(right, ", "));
}

Fields::Fields(Reading& reading, Node const& table, std::string called)
    : reading_(reading), table_(table), called_(std::move(called)) {}

Node const* Fields::ask(std::string_view key, bool must) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
    Node const* found = table_.find(key);
    if (found == nullptr && must)
        reading_.complain(table_.place, fmt::format("{} has no `{}`.", called_, key),
                          fmt::format("Add `{} = …`; {} tells what it says.", key, reading_.guide));
    return found;
}

Place Fields::place(std::string_view key) const {
    Node const* found = table_.find(key);
    return found == nullptr ? table_.place : found->place;
}

void Fields::complain(std::string_view key, std::string cause, std::string remedy) {
    reading_.complain(place(key), std::move(cause), std::move(remedy));
}

bool Fields::is_kind(Node const& node, Node::Kind kind, std::string_view right) {
    if (node.kind == kind) return true;
    reading_.complain(node.place,
                      fmt::format("{}{} of {} is {}.", node.key.empty() ? "An item in a list" : "",
                                  node.key.empty() ? "" : quoted(node.key), called_,
                                  kind_name(node)),
                      fmt::format("Write {} here.", right));
    return false;
}

std::string Fields::id() {
    Node const* node = ask("id", true);
    if (node == nullptr || !is_kind(*node, Node::Kind::text, "a name in quotes")) return {};
    if (!is_word_id(node->text))
        reading_.complain(
            node->place, fmt::format("{} cannot be an id.", quoted(node->text)),
            "Use at most 40 lower-case letters, digits and single _, a letter first.");
    return node->text;
}

std::string Fields::text(std::string_view key, Must must) {
    Node const* node = ask(key, must != Must::not_be);
    if (node == nullptr || !is_kind(*node, Node::Kind::text, "a text in quotes")) return {};
    if (must == Must::be_filled && node->text.empty())
        complain(key, fmt::format("`{}` of {} is empty.", key, called_), "Write what it says.");
    return node->text;
}

int Fields::number(std::string_view key, int otherwise, int least, int most) {
    Node const* node = ask(key);
    auto right = fmt::format("a whole number from {} to {}", least, most);
    if (node == nullptr || !is_kind(*node, Node::Kind::number, right)) return otherwise;
    if (node->number < least || node->number > most) {
        complain(key, fmt::format("`{}` of {} is {}.", key, called_, node->number),
                 fmt::format("Write {} here.", right));
        return otherwise;
    }
    return static_cast<int>(node->number);
}

bool Fields::flag(std::string_view key, bool otherwise) {
    Node const* node = ask(key);
    if (node == nullptr || !is_kind(*node, Node::Kind::yes_no, "true or false, without quotes,"))
        return otherwise;
    return node->yes;
}

std::vector<Node const*> Fields::items(std::string_view key, Must must) {
    Node const* node = ask(key, must != Must::not_be);
    std::vector<Node const*> found;
    if (node == nullptr || !is_kind(*node, Node::Kind::list, "a list in [ ]")) return found;
    if (node->inside.empty() && must == Must::be_filled)
        complain(key, fmt::format("`{}` of {} is an empty list.", key, called_),
                 "Name at least one.");
    std::set<std::string> seen;
    for (auto const& item : node->inside) {
        if (!is_kind(item, Node::Kind::text, "a name in quotes")) continue;
        if (!seen.insert(item.text).second)
            reading_.complain(
                item.place,
                fmt::format("{} stands twice in `{}` of {}.", quoted(item.text), key, called_),
                "Keep it once.");
        else found.push_back(&item);
    }
    return found;
}

std::vector<std::string> Fields::ids(std::string_view key, Must must) {
    std::vector<std::string> found;
    for (Node const* item : items(key, must)) {
        if (!is_word_id(item->text))
            reading_.complain(item->place, fmt::format("{} cannot be an id.", quoted(item->text)),
                              "Use at most 40 lower-case letters, digits and single _, a letter "
                              "first.");
        found.push_back(item->text);
    }
    return found;
}

std::vector<std::string> texts_of(std::span<std::string_view const> words) {
    return {words.begin(), words.end()};
}

std::vector<std::string> Fields::known(std::string_view key, std::string_view what,
                                       std::vector<std::string> const& right, Must must) {
    std::vector<std::string> found;
    for (Node const* item : items(key, must))
        if (is_known(*item, what, right)) found.push_back(item->text);
    return found;
}

bool Fields::is_known(Node const& node, std::string_view what,
                      std::vector<std::string> const& right) {
    if (std::find(right.begin(), right.end(), node.text) != right.end()) return true;
    reading_.complain(node.place, fmt::format("{} is not {}.", quoted(node.text), what),
                      one_of(node.text, right));
    return false;
}

std::string Fields::name(std::string_view key, std::string_view what,
                         std::vector<std::string> const& right, bool must) {
    Node const* node = ask(key, must);
    if (node == nullptr || !is_kind(*node, Node::Kind::text, "a name in quotes")) return {};
    auto said =
        what == "a word" ? fmt::format("a word that `{}` can have", key) : std::string(what);
    return is_known(*node, said, right) ? node->text : std::string{};
}

std::vector<Node const*> Fields::tables(std::string_view key) {
    std::vector<Node const*> found;
    Node const* node = ask(key);
    if (node == nullptr || !is_kind(*node, Node::Kind::list, "a list of tables")) return found;
    for (auto const& item : node->inside)
        if (is_kind(item, Node::Kind::table, "a table in { } or [[ ]]")) found.push_back(&item);
    return found;
}

void Fields::done() {
    for (auto const& child : table_.inside) {
        if (std::find(asked_.begin(), asked_.end(), child.key) != asked_.end()) continue;
        reading_.complain(child.key_place,
                          fmt::format("{} has no key {}.", called_, quoted(child.key)),
                          one_of(child.key, asked_));
    }
}

} // namespace radslag::process
