#include "process/texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include <utf8.h>

namespace radslag::process {
namespace {

struct Said {
    std::string words;
    Place place;
    Place key_place;
};
using SaidByKey = std::map<std::string, Said>;

// Characters that leave nothing to be seen: spaces of all widths, joiners, fillers, marks of
// direction and of variants. A text of nothing else is empty to whoever reads it.
bool is_unseen(char32_t c) {
    constexpr std::array<std::pair<char32_t, char32_t>, 17> unseen{{{0x00, 0x20},
                                                                    {0xa0, 0xa0},
                                                                    {0xad, 0xad},
                                                                    {0x34f, 0x34f},
                                                                    {0x61c, 0x61c},
                                                                    {0x115f, 0x1160},
                                                                    {0x1680, 0x1680},
                                                                    {0x17b4, 0x17b5},
                                                                    {0x180b, 0x180f},
                                                                    {0x2000, 0x200f},
                                                                    {0x2028, 0x202f},
                                                                    {0x205f, 0x206f},
                                                                    {0x2800, 0x2800},
                                                                    {0x3000, 0x3000},
                                                                    {0x3164, 0x3164},
                                                                    {0xfe00, 0xfe0f},
                                                                    {0xfeff, 0xfeff}}};
    if (c == 0xffa0) return true;
    return std::any_of(unseen.begin(), unseen.end(),
                       [&](auto const& each) { return c >= each.first && c <= each.second; });
}

bool shows_nothing(std::string const& text) {
    auto at = text.begin();
    while (at != text.end())
        if (!is_unseen(utf8::next(at, text.end()))) return false;
    return true;
}

// A key may be written "conference.private" in quotes or conference.private without.
void flatten(Reading& reading, Node const& node, std::string const& key, SaidByKey& into) {
    if (node.kind == Node::Kind::table) {
        for (auto const& child : node.inside)
            flatten(reading, child, key.empty() ? child.key : key + "." + child.key, into);
        return;
    }
    if (node.kind != Node::Kind::text) {
        reading.complain(node.place,
                         fmt::format("The words for {} are {}.", quoted(key), kind_name(node)),
                         "Write a text in quotes.");
        return;
    }
    auto clean = read_text(node.text, key);
    if (!clean)
        reading.complain(
            node.place,
            fmt::format("The words for {} hold control characters or are too long.", quoted(key)),
            "Write plain text of at most 10,000 characters.");
    else if (shows_nothing(*clean))
        reading.complain(node.place, fmt::format("The words for {} are empty.", quoted(key)),
                         "Write what people shall read there.");
    if (!into.emplace(key, Said{clean ? *clean : std::string{}, node.place, node.key_place}).second)
        reading.complain(node.place, fmt::format("There are two texts for {}.", quoted(key)),
                         "Keep one of them.");
}

// `need.` and `statement.` keys are free to be there or not, but then in every language.
std::vector<std::string> free_keys_of(Model const& model) {
    std::vector<std::string> keys;
    auto add = [&](std::vector<Need> const& needs) {
        for (auto const& need : needs) keys.push_back("need." + need.id);
    };
    for (auto const& stage : model.stages) add(stage.needs);
    for (auto const& meeting : model.meetings) {
        add(meeting.needs);
        for (auto const& step : meeting.steps) add(step.needs);
    }
    for (auto const& placed : rules_of(model))
        for (auto const& source : placed.rule->sources) {
            auto key = "statement." + source;
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
        }
    return keys;
}

bool has(std::vector<std::string> const& keys, std::string const& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void complain_missing(Reading& reading, Node const& root, std::string const& key) {
    auto dot = key.find('.');
    auto table = key.substr(0, dot);
    auto name = key.substr(dot + 1);
    if (name.find('.') != std::string::npos) name = "\"" + name + "\"";
    reading.complain(deepest(root, table).place,
                     fmt::format("There are no words for {}.", quoted(key)),
                     fmt::format("Add `{} = \"…\"` under [{}].", name, table));
}

} // namespace

std::vector<std::string> text_keys(Model const& model) {
    std::vector<std::string> keys{"model.name", "model.summary"};
    auto add = [&](std::string const& kind, std::string const& key) {
        keys.push_back(kind + "." + key);
    };
    auto add_all = [&](std::string const& kind, auto const& things) {
        for (auto const& thing : things) add(kind, thing.id);
    };
    auto add_under = [&](std::string const& kind, std::string const& id, auto const& ids) {
        for (auto const& each : ids) add(kind, id + "." + each);
    };
    for (auto const& group : model.groups) add("group", group);
    add_all("role", model.roles);
    add_all("roles", model.roles);
    add_all("stage", model.stages);
    add_all("stage_now", model.stages);
    for (auto const& stage : model.stages) {
        if (!stage.moved_by.empty()) add("move_on", stage.id);
        if (stage.again != nowhere) add("go_round", stage.id);
    }
    add_all("meeting", model.meetings);
    for (auto const& meeting : model.meetings) {
        for (auto const& step : meeting.steps) {
            add("step", meeting.id + "." + step.id);
            add("step_about", meeting.id + "." + step.id);
        }
        add_under("review", meeting.id, meeting.review_questions);
    }
    add_all("consent", model.consents);
    add_all("intake", model.intakes);
    for (auto const& intake : model.intakes) {
        add_under("field", intake.id, intake.fields);
        add_under("confirm", intake.id, intake.confirms);
    }
    add_all("axis", model.criteria);
    for (auto const& axis : model.criteria) add_under("criterion", axis.id, axis.of);
    if (model.preparation)
        for (auto const& check : model.preparation->checks) add("check", check);
    if (model.questions)
        for (auto const& purpose : model.questions->purposes) add("purpose", purpose);
    if (model.plan) {
        for (auto const& heading : model.plan->headings) add("heading", heading);
        add_all("ending", model.plan->endings);
    }
    add_all("deadline", model.deadlines);
    add_all("questionnaire", model.questionnaires);
    for (auto const& questionnaire : model.questionnaires)
        for (auto const& question : questionnaire.questions)
            add("ask", questionnaire.id + "." + question.id);
    add_all("stop", model.stops);
    return keys;
}

Complaints read_texts(std::vector<TextFile> const& files, std::string const& folder, Model& model) {
    Complaints complaints;
    auto keys = text_keys(model);
    auto free_keys = free_keys_of(model);
    std::vector<SaidByKey> said;
    for (auto const& file : files) {
        Reading reading{file.file, {}, nullptr, {}};
        flatten(reading, file.root, "", said.emplace_back());
        complaints.insert(complaints.end(), reading.complaints.begin(), reading.complaints.end());
    }
    auto wanted = keys;
    for (auto const& key : free_keys)
        for (auto const& words : said)
            if (words.contains(key) && !has(wanted, key)) wanted.push_back(key);
    auto known = keys;
    known.insert(known.end(), free_keys.begin(), free_keys.end());
    for (std::size_t i = 0; i < files.size(); ++i) {
        Reading reading{files[i].file, {}, nullptr, {}};
        for (auto const& key : wanted)
            if (!said[i].contains(key)) complain_missing(reading, files[i].root, key);
        for (auto const& [key, words] : said[i]) {
            if (!has(known, key)) {
                auto near = nearest(key, known);
                reading.complain(words.key_place,
                                 fmt::format("The model has no use for {}.", quoted(key)),
                                 near.empty() ? std::string("Take the line away.")
                                              : fmt::format("Did you mean {}?", quoted(near)));
            }
            model.texts[files[i].language][key] = words.words;
        }
        complaints.insert(complaints.end(), reading.complaints.begin(), reading.complaints.end());
    }
    for (auto language : whole_languages)
        if (std::none_of(files.begin(), files.end(),
                         [&](TextFile const& file) { return file.language == language; }))
            complaints.push_back(
                {fmt::format("{}texts.{}.toml", folder, language), 1, 1,
                 fmt::format("The model has no texts in the language {}.", language),
                 "Add this file with the same keys as the other languages."});
    return complaints;
}

} // namespace radslag::process
