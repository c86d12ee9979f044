#include "process/mutants.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "process/node.h"

namespace radslag::process::test {
namespace {

using Kind = Node::Kind;
using Texts = std::vector<std::string>;

// What says nothing of the rules: names, where they come from, words, questions of questionnaires.
bool is_no_rule(std::string const& key) {
    static std::set<std::string> const keys{
        "id",       "source",        "grammar", "version",   "country",
        "groups",   "home_language", "minutes", "questions", "questionnaire",
        "purposes", "headings",      "checks",  "ways",      "review_questions",
    };
    return keys.contains(key);
}
// Without them there is no such row, as the reader says of any.
bool is_of_each_row(std::string const& key) {
    static std::set<std::string> const keys{"what", "within", "starts", "ends",     "is",
                                            "way",  "stage",  "from",   "strength", "until"};
    return keys.contains(key);
}
// Who: a list of roles and offices.
bool is_who(std::string const& key) {
    static std::set<std::string> const keys{
        "who",       "by",         "present",   "back",     "incompatible", "moved_by",
        "again_by",  "passed_by",  "agreed_by", "about",    "whom",         "for_whom",
        "members",   "chair",      "required",  "whose",    "written_by"};
    return keys.contains(key);
}
// Who: a list of those who do it themselves, or are kept from it, and hold an account.
bool is_doer(std::string const& key, Node const& table) {
    static std::set<std::string> const keys{"by",        "moved_by", "again_by",   "passed_by",
                                            "agreed_by", "members",  "chair",      "whose",
                                            "written_by", "incompatible"};
    return keys.contains(key) || (key == "who" && table.find("acts") != nullptr);
}
// Words of which another can stand there.
std::map<std::string, Texts> const& other_words() {
    auto texts = [](Words words) { return Texts(words.begin(), words.end()); };
    static std::map<std::string, Texts> const all{
        {"strength", texts(words(Strength{}))},
        {"withdrawn", texts(words(Withdrawn{}))},
        {"lapses", {"never", "meeting_end", "case_end"}},
    };
    return all;
}

// ---- writing it as TOML again

std::string quoted_text(std::string const& text) {
    std::string all = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') all += '\\';
        all += c;
    }
    return all + "\"";
}

std::string inline_of(Node const& node) {
    switch (node.kind) {
    case Kind::text:
        return quoted_text(node.text);
    case Kind::number:
        return std::to_string(node.number);
    case Kind::yes_no:
        return node.yes ? "true" : "false";
    case Kind::list: {
        std::string all = "[";
        for (auto const& one : node.inside) all += "\n" + inline_of(one) + ",";
        return all + "\n]";
    }
    default: {
        std::string all = "{ ";
        for (auto const& one : node.inside)
            all += (all.size() > 2 ? ", " : "") + one.key + " = " + inline_of(one);
        return all + " }";
    }
    }
}

bool is_list_of_tables(Node const& node) {
    return node.kind == Kind::list && !node.inside.empty() &&
           node.inside.front().kind == Kind::table;
}

void write_table(Node const& table, std::string const& path, std::string& out) {
    for (auto const& one : table.inside)
        if (one.kind != Kind::table && (!is_list_of_tables(one) || !path.empty()))
            out += one.key + " = " + inline_of(one) + "\n";
    for (auto const& one : table.inside) {
        auto const below = path.empty() ? one.key : path + "." + one.key;
        if (one.kind == Kind::table) {
            out += "[" + below + "]\n";
            write_table(one, below, out);
        } else if (is_list_of_tables(one) && path.empty()) {
            for (auto const& item : one.inside) {
                out += "[[" + below + "]]\n";
                write_table(item, below, out);
            }
        }
    }
}

// ---- making mutants

class Making {
public:
    explicit Making(Node root) : root_(std::move(root)) {
        if (auto const* roles = root_.find("role"))
            for (auto const& role : roles->inside) {
                auto const* id = role.find("id");
                if (id == nullptr) continue;
                roles_.push_back(id->text);
                if (role.find("offices") != nullptr) staffed_.insert(id->text);
            }
        if (auto const* stages = root_.find("stage"))
            for (auto const& stage : stages->inside)
                if (auto const* id = stage.find("id")) stages_.push_back(id->text);
    }

    std::vector<Mutant> all() {
        visit(root_, "");
        return std::move(mutants_);
    }

private:
    Node root_;
    Texts roles_;
    Texts stages_;
    std::set<std::string> staffed_;
    std::vector<Mutant> mutants_;

    void keep(std::string name) {
        std::string content;
        write_table(root_, "", content);
        mutants_.push_back({std::move(name), std::move(content)});
    }

    template <class Damage> void with(Node& node, std::string name, Damage damage) {
        Node const whole = node;
        damage(node);
        keep(std::move(name));
        node = whole;
    }

    // "may 12 (coordinator: invite)", "step conference.private"
    static std::string called(std::string const& key, Node const& item, std::size_t place,
                              std::string const& around) {
        if (auto const* id = item.find("id"))
            return key + " " +
                   (key == "step" || key == "ending" ? around.substr(around.find(' ') + 1) + "." : "") +
                   id->text;
        auto words = [&](char const* of) -> std::string {
            auto const* list = item.find(of);
            if (list == nullptr) return {};
            if (list->kind != Kind::list) return list->text;
            return list->inside.empty() ? "" : list->inside.front().text;
        };
        auto told = fmt::format("{} {}", key, place + 1);
        if (key == "needs") return fmt::format("{}: need {} ({} {})", around, place + 1, words("what"), words("of"));
        if (key == "may") return told + fmt::format(" ({}: {})", words("who"), words("acts"));
        if (key == "see") return told + fmt::format(" ({}: {})", words("who"), words("what"));
        if (key == "decides") return told + fmt::format(" ({})", words("about"));
        return told;
    }

    void visit(Node& table, std::string const& name) {
        for (std::size_t i = 0; i < table.inside.size(); ++i) {
            auto& one = table.inside[i];
            if (is_no_rule(one.key)) continue;
            if (one.kind == Kind::table) {
                visit(one, one.key);
            } else if (is_list_of_tables(one)) {
                each_table(one, name);
            } else if (one.kind == Kind::list) {
                in_list(one, name, table);
            } else {
                value(table, i, name);
            }
        }
    }

    void each_table(Node& list, std::string const& around) {
        for (std::size_t i = 0; i < list.inside.size(); ++i) {
            auto const name = called(list.key, list.inside[i], i, around);
            with(list, name + " is left out", [&](Node& all) {
                all.inside.erase(all.inside.begin() + static_cast<std::ptrdiff_t>(i));
            });
            visit(list.inside[i], name);
        }
        if (list.key != "step") return;
        for (std::size_t i = 0; i + 1 < list.inside.size(); ++i)
            with(list, called(list.key, list.inside[i], i, around) + " changes place with the next",
                 [&](Node& all) { std::swap(all.inside[i], all.inside[i + 1]); });
    }

    void in_list(Node& list, std::string const& name, Node const& table) {
        auto const at = name.empty() ? list.key : name + ": " + list.key;
        for (std::size_t i = 0; i < list.inside.size(); ++i)
            with(list, at + " - " + list.inside[i].text, [&](Node& all) {
                all.inside.erase(all.inside.begin() + static_cast<std::ptrdiff_t>(i));
            });
        if (list.key == "from" || is_who(list.key)) add_roles(list, at, table);
    }

    // A place in a meeting is given to each who has none; everything else to one more.
    void add_roles(Node& list, std::string const& at, Node const& table) {
        bool const to_each = list.key == "present" || list.key == "back";
        for (auto const& role : roles_) {
            bool const there = std::ranges::any_of(
                list.inside, [&](Node const& one) { return one.text == role; });
            if (there || (is_doer(list.key, table) && !staffed_.contains(role))) continue;
            with(list, at + " + " + role, [&](Node& all) {
                Node more;
                more.kind = Kind::text;
                more.text = role;
                all.inside.push_back(std::move(more));
            });
            if (!to_each) return;
        }
    }

    void left_out(Node& table, std::size_t i, std::string const& at) {
        with(table, at + " is left out", [&](Node& all) {
            all.inside.erase(all.inside.begin() + static_cast<std::ptrdiff_t>(i));
        });
    }

    void value(Node& table, std::size_t i, std::string const& name) {
        auto& one = table.inside[i];
        auto const at = name.empty() ? one.key : name + ": " + one.key;
        if (one.kind == Kind::yes_no) {
            with(one, fmt::format("{} = {}", at, one.yes ? "false" : "true"),
                 [](Node& it) { it.yes = !it.yes; });
            return;
        }
        if (one.kind == Kind::number) {
            // One more of many is no other rule; how many a role needs is asked for by gates.
            bool const of_role = name.starts_with("role ");
            if ((one.number > 2 && one.key != "own_voice_from_age") ||
                (of_role && (one.key == "at_least" || one.number != 1)))
                return;
            for (int by : of_role ? std::vector{1} : std::vector{-1, 1})
                with(one, fmt::format("{} = {}", at, one.number + by),
                     [&](Node& it) { it.number += by; });
            return;
        }
        if (auto const words = other_words().find(one.key); words != other_words().end()) {
            for (auto const& word : words->second)
                if (word != one.text)
                    with(one, at + " = " + word, [&](Node& it) { it.text = word; });
            return;
        }
        // A row holds one stage longer: what it loses, others take from it.
        auto const here = std::find(stages_.begin(), stages_.end(), one.text);
        if (one.key == "from" && here != stages_.begin() && here != stages_.end())
            with(one, at + " = " + *std::prev(here), [&](Node& it) { it.text = *std::prev(here); });
        if (one.key == "until" && here != stages_.end() && std::next(here) != stages_.end())
            with(one, at + " = " + *std::next(here), [&](Node& it) { it.text = *std::next(here); });
        if (one.key == "starts" && table.find("ends") != nullptr)
            with(table, name + ": starts and ends change places", [](Node& all) {
                Node* first = nullptr;
                for (auto& it : all.inside) {
                    if (it.key != "starts" && it.key != "ends") continue;
                    if (first == nullptr) first = &it;
                    else std::swap(first->text, it.text);
                }
            });
        // The last stage leads nowhere, whether it says so or not.
        if (!is_of_each_row(one.key) && !(one.key == "next" && one.text.empty()))
            left_out(table, i, at);
    }
};

// The lines of texts that nothing uses any more.
bool drop_unused(std::vector<ModelFile>& files, Complaints const& complaints) {
    bool any = false;
    for (auto& file : files) {
        if (file.path.find("texts.") == std::string::npos) continue;
        std::set<int> lines;
        for (auto const& complaint : complaints)
            if (complaint.file == file.path && complaint.cause.find("has no use for") != std::string::npos)
                lines.insert(complaint.line);
        if (lines.empty()) continue;
        std::string kept;
        int number = 1;
        for (std::size_t from = 0; from < file.content.size(); ++number) {
            auto const end = std::min(file.content.find('\n', from), file.content.size() - 1) + 1;
            if (!lines.contains(number)) kept += file.content.substr(from, end - from);
            from = end;
        }
        file.content = std::move(kept);
        any = true;
    }
    return any;
}

} // namespace

std::vector<Mutant> mutants_of(ModelFile const& model) {
    auto root = read_toml(model);
    if (!root) return {};
    return Making(std::move(*root)).all();
}

tl::expected<Model, Complaints> read_mutant(std::vector<ModelFile> files, Mutant const& mutant,
                                            Requirements const& requirements) {
    for (auto& file : files)
        if (file.path.ends_with("model.toml")) file.content = mutant.content;
    for (int times = 0; times < 4; ++times) {
        auto read = read_model(files, &requirements);
        if (read || !drop_unused(files, read.error())) return read;
    }
    return read_model(files, &requirements);
}

} // namespace radslag::process::test
