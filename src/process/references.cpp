// The fields that point at something: who, stages, moments, sources.
#include "process/fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace radslag::process {
namespace {

constexpr std::string_view office_mark = "office:";

Ix place_in(std::vector<std::string> const& names, std::string_view name) {
    auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? nowhere : static_cast<Ix>(found - names.begin());
}

void gather(Node const& root, std::string_view table, std::vector<std::string>& into) {
    Node const* list = root.find(table);
    if (list == nullptr || list->kind != Node::Kind::list) return;
    for (auto const& item : list->inside) {
        if (item.kind != Node::Kind::table) continue;
        Node const* id = item.find("id");
        into.push_back(id != nullptr ? id->text : std::string{});
    }
}

} // namespace

Names gather_names(Node const& root) {
    Names names;
    gather(root, "role", names.roles);
    gather(root, "stage", names.stages);
    gather(root, "consent", names.consents);
    gather(root, "meeting", names.meetings);
    gather(root, "stop", names.stops);
    gather(root, "intake", names.intakes);
    if (Node const* plan = root.find("plan")) gather(*plan, "ending", names.endings);
    if (Node const* meetings = root.find("meeting"))
        for (auto const& meeting : meetings->inside) {
            std::vector<std::string> steps;
            gather(meeting, "step", steps);
            Node const* id = meeting.find("id");
            if (id == nullptr) continue;
            for (auto const& step : steps) names.steps.push_back(id->text + "." + step);
        }
    return names;
}

void Fields::read_who(Node const& node, Who& into) {
    std::string_view text = node.text;
    if (auto role = place_in(reading_.names.roles, text); role < role_limit) {
        into.add(role);
        return;
    }
    if (text.starts_with(office_mark))
        if (auto office = read_word<Office>(text.substr(office_mark.size()))) {
            into.add(*office);
            return;
        }
    auto right = reading_.names.roles;
    for (auto office : words(Office{})) right.push_back(std::string(office_mark) += office);
    is_known(node, "a role of this model or an office", right);
}

Who Fields::who(std::string_view key, Must must) {
    Who found;
    for (Node const* item : items(key, must)) read_who(*item, found);
    return found;
}

std::uint32_t Fields::offices(std::string_view key) {
    std::uint32_t found = 0;
    for (Node const* item : items(key, Must::not_be)) {
        if (auto office = read_word<Office>(item->text))
            found |= 1U << static_cast<unsigned>(*office);
        else is_known(*item, "an office", texts_of(words(Office{})));
    }
    return found;
}

Ix Fields::stage(std::string_view key, Ix otherwise, bool must) {
    auto said = name(key, "a stage of this model", reading_.names.stages, must);
    return said.empty() ? otherwise : place_in(reading_.names.stages, said);
}

std::optional<Span> Fields::span(std::string_view key) {
    Node const* node = ask(key);
    constexpr std::string_view right = "a span such as \"5 days\", \"6 weeks\" or \"3 months\"";
    if (node == nullptr || !is_kind(*node, Node::Kind::text, right)) return std::nullopt;
    auto span = read_span(node->text);
    if (!span)
        complain(key, fmt::format("{} is not a span of time.", quoted(node->text)),
                 fmt::format("Write {} here.", right));
    return span;
}

std::optional<Moment> Fields::moment(std::string_view key, bool must) {
    Node const* node = ask(key, must);
    constexpr std::string_view right = "a moment such as \"meeting_end:conference\"";
    if (node == nullptr || !is_kind(*node, Node::Kind::text, right)) return std::nullopt;
    std::string_view text = node->text;
    auto colon = text.find(':');
    auto kind = read_word<MomentKind>(text.substr(0, colon));
    if (!kind || colon == std::string_view::npos) {
        complain(key, fmt::format("{} is not a moment.", quoted(text)),
                 fmt::format("Write {} here, beginning with {}.", right,
                             fmt::join(words(MomentKind{}), ", ")));
        return std::nullopt;
    }
    Moment moment{*kind, std::string(text.substr(colon + 1))};
    auto acts = texts_of(act_names());
    bool meeting = *kind == MomentKind::meeting_day || *kind == MomentKind::meeting_end;
    auto const& known = *kind == MomentKind::act ? acts
                        : meeting                ? reading_.names.meetings
                                                 : reading_.names.stages;
    if (std::find(known.begin(), known.end(), moment.of) == known.end()) {
        complain(key, fmt::format("{} names something that is not there.", quoted(text)),
                 one_of(moment.of, known));
        return std::nullopt;
    }
    return moment;
}

void Fields::check_source(Node const& node) {
    if (node.text == "ours" || reading_.requirements == nullptr) return;
    if (reading_.requirements->find(node.text) != nullptr) return;
    std::vector<std::string> ids;
    for (auto const& requirement : reading_.requirements->all) ids.push_back(requirement.id);
    reading_.complain(
        node.place, fmt::format("{} is not a statement of requirements.toml.", quoted(node.text)),
        ids.size() > 30 ? "Use the id of a statement there, or \"ours\"." : one_of(node.text, ids));
}

// What a source says without exception, a model that rests on it cannot make passable. A rule of
// the model's own ("ours") can be of any strength.
void Fields::check_strength(Rule const& rule) {
    if (reading_.requirements == nullptr || rule.sources.empty()) return;
    auto weakest = Strength::hard;
    for (auto const& source : rule.sources) {
        auto const* statement = reading_.requirements->find(source);
        if (statement == nullptr) return; // ours, or complained of
        for (auto strength : statement->strengths) weakest = std::max(weakest, strength);
    }
    if (rule.strength <= weakest) return;
    complain("strength",
             fmt::format("{} is of the strength {}, but {} {} {}.", called_,
                         radslag::word(rule.strength), fmt::join(rule.sources, ", "),
                         rule.sources.size() == 1 ? "is" : "are", radslag::word(weakest)),
             fmt::format("Write `strength = \"{}\"` or a stronger one, or name as source what this "
                         "rule rests on.",
                         radslag::word(weakest)));
}

Rule Fields::rule(Must source) {
    Rule rule;
    rule.strength = word<Strength>("strength", Strength::hard);
    if (Node const* node = ask("source"); node != nullptr && node->kind == Node::Kind::text) {
        rule.sources = {node->text};
        check_source(*node);
    } else {
        for (Node const* item :
             items("source",
                   source == Must::be_filled && node != nullptr ? Must::be_filled : Must::not_be)) {
            rule.sources.push_back(item->text);
            check_source(*item);
        }
    }
    if (source == Must::be_filled && table_.find("source") == nullptr)
        reading_.complain(table_.place, fmt::format("{} does not tell its source.", called_),
                          "Add `source = …` with the id of a statement in requirements.toml, or "
                          "\"ours\".");
    check_strength(rule);
    bool passed = table_.find("passed_by") != nullptr;
    rule.passed_by = who("passed_by", passed ? Must::be_filled : Must::not_be);
    if (passed && rule.strength != Strength::method)
        complain(
            "passed_by",
            fmt::format("{} has `passed_by` but is not of the strength method.", called_),
            "Add `strength = \"method\"`, or take `passed_by` away: nothing else can be passed.");
    return rule;
}

} // namespace radslag::process
