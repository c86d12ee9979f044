#include "sim/words.h"

#include <algorithm>

#include <toml++/toml.h>

#include "process/process.h"

namespace radslag::sim {
namespace {

std::vector<std::string> parts(std::string const& text, char at) {
    std::vector<std::string> all(1);
    for (char c : text)
        if (c == at) all.emplace_back();
        else all.back() += c;
    return all;
}

std::string text(toml::node_view<toml::node const> node) { return node.value_or(std::string{}); }

Lines lines(toml::node_view<toml::node const> node) {
    Lines all;
    if (auto const* array = node.as_array())
        for (auto const& one : *array) all.push_back(one.value_or(std::string{}));
    return all;
}

// "mormor|old_women|near"
Relatives relatives(toml::node_view<toml::node const> node) {
    Relatives all;
    for (auto const& line : lines(node)) {
        auto said = parts(line, '|');
        RADSLAG_SURE(said.size() == 3);
        all.push_back({said[0], said[1], said[2]});
    }
    return all;
}

Around read_around(toml::node_view<toml::node const> node) {
    return {relatives(node["guardians"]), relatives(node["network"]), relatives(node["support"]),
            relatives(node["professionals"]), relatives(node["others"])};
}

Story read_story(toml::table const& table) {
    toml::node_view<toml::node const> node(table);
    Story story;
    story.life = text(node["life"]);
    story.circle = relatives(node["circle"]);
    story.asked = text(node["asked"]);
    story.plan = text(node["plan"]);
    if (auto const* fields = node["referral"].as_table())
        for (auto const& [name, value] : *fields)
            story.referral.emplace(name.str(), value.value_or(std::string{}));
    story.words = lines(node["words"]);
    story.questions = lines(node["questions"]);
    story.accounts = lines(node["accounts"]);
    story.offers = lines(node["offers"]);
    story.review = lines(node["review"]);
    for (auto const& line : lines(node["actions"])) {
        auto said = parts(line, '|');
        RADSLAG_SURE(said.size() == 2);
        story.actions.push_back({said[0] == "own", said[1]});
    }
    for (auto const& line : lines(node["papers"])) {
        auto said = parts(line, '|');
        RADSLAG_SURE(said.size() == 2);
        story.papers.push_back({said[0], said[1]});
    }
    return story;
}

Tongue read_tongue(std::string_view file) {
    auto const table = toml::parse(words_file(file));
    toml::node_view<toml::node const> node(table);
    Tongue tongue;
    tongue.language = text(node["language"]);
    for (auto const& [name, value] : *node["names"].as_table())
        tongue.names.emplace(name.str(), lines(toml::node_view<toml::node const>(value)));
    for (auto const& [life, value] : *node["calls"].as_table())
        tongue.calls.emplace(life.str(), value.value_or(std::string{}));
    for (auto const& [life, value] : *node["around"].as_table())
        tongue.around.emplace(life.str(), read_around(toml::node_view<toml::node const>(value)));
    for (auto const& one : *node["story"].as_array())
        tongue.stories.push_back(read_story(*one.as_table()));
    for (auto const& [act, value] : *node["say"].as_table()) {
        std::string const name(act.str());
        if (auto const* fields = value.as_table()) {
            for (auto const& [field, said] : *fields)
                tongue.say.emplace(name + "." + std::string(field.str()),
                                   lines(toml::node_view<toml::node const>(said)));
        } else {
            tongue.say.emplace(name, lines(toml::node_view<toml::node const>(value)));
        }
    }
    return tongue;
}

Account read_account(std::string const& line) {
    auto said = parts(line, '|');
    RADSLAG_SURE(said.size() == 3);
    Account account{said[0], said[1], 0};
    for (auto const& word : parts(said[2], ' ')) {
        auto office = read_word<process::Office>(word);
        RADSLAG_SURE(office.has_value());
        account.offices |= 1U << unsigned(*office);
    }
    return account;
}

std::vector<TownWords> read_towns() {
    auto const table = toml::parse(words_file("towns"));
    std::vector<TownWords> towns;
    for (auto const& one : *table["town"].as_array()) {
        toml::node_view<toml::node const> node(one);
        TownWords town{text(node["name"]),
                       text(node["country"]),
                       text(node["zone"]),
                       text(node["language"]),
                       text(node["mail"]),
                       node["every_model"].value_or(false),
                       {}};
        for (auto const& line : lines(node["staff"])) town.staff.push_back(read_account(line));
        towns.push_back(std::move(town));
    }
    return towns;
}

// In the order of the words themselves: the same on every machine.
Weights read_weights(toml::node_view<toml::node const> node) {
    Weights weights;
    for (auto const& [word, weight] : *node.as_table())
        weights.emplace_back(word.str(), weight.value_or(0));
    std::ranges::sort(weights);
    return weights;
}

Extras read_extras(toml::table const& table) {
    Extras extras;
    for (auto const& [act, extra] : table) {
        toml::node_view<toml::node const> said(extra);
        extras.emplace(act.str(), Extra{said["share"].value_or(100), said["chance"].value_or(0),
                                        said["most"].value_or(1)});
    }
    return extras;
}

Habits read_habits() {
    auto const table = toml::parse(words_file("habits"));
    toml::node_view<toml::node const> node(table);
    Habits habits;
    habits.told = read_weights(node["told"]);
    for (auto const& [field, weights] : *node["choose"].as_table())
        habits.choose.emplace(field.str(),
                              read_weights(toml::node_view<toml::node const>(weights)));
    for (auto const& [field, chance] : *node["fills"].as_table())
        habits.fills.emplace(field.str(), chance.value_or(0));
    for (auto const& [name, share] : *node["shares"].as_table())
        habits.shares.emplace(name.str(), share.value_or(0));
    habits.extra = read_extras(*node["extra"].as_table());
    habits.mishaps = read_extras(*node["mishaps"].as_table());
    return habits;
}

Phrasebook read_all() {
    Phrasebook all;
    all.towns = read_towns();
    all.habits = read_habits();
    for (auto language : process::whole_languages)
        all.tongues.emplace(std::string(language), read_tongue(language));
    return all;
}

} // namespace

Lines const* Tongue::said(std::string const& act, std::string const& field,
                          std::string const& choice) const {
    for (auto const& key : {act + "." + field + "." + choice, act + "." + field})
        if (auto at = say.find(key); at != say.end() && !at->second.empty()) return &at->second;
    return nullptr;
}

// A young person has around them whom a child has.
Around const& Tongue::around_at(std::string const& life) const {
    auto at = around.find(life);
    if (at == around.end()) at = around.find("child");
    RADSLAG_SURE(at != around.end());
    return at->second;
}

Tongue const& Phrasebook::tongue(std::string const& language) const {
    auto at = tongues.find(language);
    if (at == tongues.end()) at = tongues.find("en");
    RADSLAG_SURE(at != tongues.end());
    return at->second;
}

Phrasebook const& phrasebook() {
    static Phrasebook const all = read_all();
    return all;
}

} // namespace radslag::sim
