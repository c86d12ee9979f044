#include "http/words.h"

#include <algorithm>

#include <toml++/toml.h>

namespace radslag::http {

RefusalWords::RefusalWords(std::string_view text) {
    auto table = toml::parse(text);
    for (auto const& [code, texts] : table) {
        RADSLAG_SURE(texts.is_table());
        for (auto const& [language, words] : *texts.as_table())
            words_[std::string(code.str())].emplace(language.str(), words.value_or(std::string{}));
    }
    RADSLAG_SURE(words_.contains("house.refused"));
}

std::string RefusalWords::tell(Refusal const& why, std::string_view language) const {
    auto code = words_.find(why.code);
    if (code == words_.end()) code = words_.find("house.refused");
    auto words = code->second.find(language);
    if (words == code->second.end()) words = code->second.find("en");
    RADSLAG_SURE(words != code->second.end());
    auto told = words->second;
    for (auto const& [name, value] : why.facts) {
        auto const mark = '{' + name + '}';
        for (auto at = told.find(mark); at != std::string::npos;
             at = told.find(mark, at + value.size()))
            told.replace(at, mark.size(), value);
    }
    return told;
}

std::vector<std::string> RefusalWords::codes() const {
    std::vector<std::string> all;
    for (auto const& [code, words] : words_) all.push_back(code);
    return all;
}

// The order of the header counts; browsers send it by weight.
std::string chosen_language(std::string_view accept_language) {
    while (!accept_language.empty()) {
        auto const one = accept_language.substr(0, accept_language.find(','));
        accept_language.remove_prefix(std::min(one.size() + 1, accept_language.size()));
        auto const start = one.find_first_not_of(" \t");
        if (start == std::string_view::npos) continue;
        auto const tag = lower_ascii(one.substr(start, one.find_first_of("-;", start) - start));
        if (tag == "sv" || tag == "da" || tag == "en") return tag;
    }
    return {};
}

} // namespace radslag::http
