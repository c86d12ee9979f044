// The files of contract/ are as the program has them.
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "http/http.h"

namespace radslag::contract {
namespace {

namespace fs = std::filesystem;

std::string read(fs::path const& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Contract, TheCommittedFileIsCurrent) {
    EXPECT_TRUE(http::contract() == read(RADSLAG_SOURCE_DIR "/contract/openapi.yaml"))
        << "Make it again: radslag contract > contract/openapi.yaml";
}

// Every code of a refusal in src/, with the facts that it is given beside it.
std::map<std::string, std::set<std::string>> codes_in_source() {
    std::map<std::string, std::set<std::string>> found;
    std::regex const code(R"rx((?:\bno|refusal)\((?:[^()";]*\?\s*)?"([a-z_]+\.[a-z_]+)")rx");
    std::regex const choice(R"rx("([a-z_]+\.[a-z_]+)"\s*:\s*"([a-z_]+\.[a-z_]+)")rx");
    std::regex const fact(R"rx(\.with\(\s*"([a-z_]+)")rx");
    for (auto const& entry : fs::recursive_directory_iterator(RADSLAG_SOURCE_DIR "/src")) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
        auto const text = read(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) {
            auto& facts = found[(*at)[1]];
            auto const from = static_cast<std::size_t>(at->position());
            auto const statement = text.substr(from, text.find(';', from) - from);
            for (std::sregex_iterator f(statement.begin(), statement.end(), fact); f != end; ++f)
                facts.insert((*f)[1]);
            std::smatch other;
            if (std::regex_search(statement, other, choice)) found[other[2]];
        }
    }
    return found;
}

std::set<std::string> placeholders(std::string const& words) {
    std::set<std::string> names;
    std::regex const name(R"rx(\{([a-z_]+)\})rx");
    for (std::sregex_iterator at(words.begin(), words.end(), name), end; at != end; ++at)
        names.insert((*at)[1]);
    return names;
}

// What net/ refuses by itself: listed in its door, above Trouble.
std::set<std::string> codes_of_net() {
    auto const door = read(RADSLAG_SOURCE_DIR "/src/net/net.h");
    auto const from = door.find("Why the server itself answers");
    auto const list = door.substr(from, door.find("struct Trouble", from) - from);
    std::set<std::string> codes;
    std::regex const code(R"rx(\b([a-z]+_[a-z_]+|busy|bug)\b)rx");
    for (std::sregex_iterator at(list.begin(), list.end(), code), end; at != end; ++at)
        codes.insert("net." + std::string((*at)[1]));
    return codes;
}

TEST(Refusals, EveryCodeHasWordsInEveryLanguageAndNoneIsForNothing) {
    auto const file = toml::parse(read(RADSLAG_SOURCE_DIR "/contract/refusals.toml"));
    auto const used = codes_in_source();
    auto const net = codes_of_net();
    EXPECT_GT(used.size(), 80U);
    EXPECT_EQ(net.size(), 15U);
    for (auto const& [code, facts] : used)
        EXPECT_TRUE(file.contains(code)) << code << " has no words";
    for (auto const& code : net) EXPECT_TRUE(file.contains(code)) << code << " has no words";
    for (auto const& [key, languages] : file) {
        std::string const code(key.str());
        EXPECT_TRUE(used.contains(code) || net.contains(code) || code == "house.refused")
            << code << " is used nowhere";
        for (auto const* language : {"sv", "da", "en"})
            EXPECT_FALSE(languages.as_table()->at_path(language).value_or(std::string{}).empty())
                << code << " has no words in " << language;
        EXPECT_EQ(languages.as_table()->size(), 3U) << code;
    }
}

TEST(Refusals, PlaceholdersAreFacts) {
    auto const file = toml::parse(read(RADSLAG_SOURCE_DIR "/contract/refusals.toml"));
    auto const used = codes_in_source();
    for (auto const& [key, languages] : file) {
        auto const at = used.find(std::string(key.str()));
        auto const facts = at == used.end() ? std::set<std::string>{} : at->second;
        std::set<std::set<std::string>> all;
        for (auto const& [language, words] : *languages.as_table()) {
            auto const names = placeholders(words.value_or(std::string{}));
            all.insert(names);
            for (auto const& name : names)
                EXPECT_TRUE(facts.contains(name))
                    << key.str() << " in " << language.str() << ": " << name;
        }
        EXPECT_EQ(all.size(), 1U) << key.str() << ": not the same facts in every language";
    }
}

} // namespace
} // namespace radslag::contract
