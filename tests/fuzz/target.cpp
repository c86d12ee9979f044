#include "fuzz/target.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include <toml++/toml.h>

namespace radslag::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<Target>& all() {
    static std::vector<Target> list;
    return list;
}

// The file itself, not http/: most targets need nothing of that room.
std::set<std::string> const& worded() {
    static auto const codes = [] {
        std::set<std::string> found;
        for (auto const& [code, words] : toml::parse(file("contract/refusals.toml")))
            if (words.is_table() && words.as_table()->contains("en")) found.emplace(code.str());
        return found;
    }();
    return codes;
}

} // namespace

Joins::Joins(Target target) {
    auto const after = std::ranges::upper_bound(all(), target.name, {}, &Target::name);
    all().insert(after, target);
}

std::vector<Target> const& targets() { return all(); }

void must(bool holds, std::string_view what) {
    if (!holds) throw Broken{std::string(what)};
}

void must_have_words(Refusal const& why) {
    if (!worded().contains(why.code)) throw Broken{"no words for the refusal " + why.code};
}

std::string file(std::string const& path) {
    std::ifstream in(fs::path(RADSLAG_SOURCE_DIR) / path, std::ios::binary);
    if (!in) throw std::runtime_error("no file " + path);
    return {std::istreambuf_iterator<char>(in), {}};
}

Texts files_below(std::string const& folder, std::string_view ending) {
    std::vector<std::string> paths;
    auto const root = fs::path(RADSLAG_SOURCE_DIR);
    for (auto const& entry : fs::recursive_directory_iterator(root / folder))
        if (entry.is_regular_file() && entry.path().string().ends_with(ending))
            paths.push_back(entry.path().lexically_relative(root).string());
    std::ranges::sort(paths);
    Texts texts;
    for (auto const& path : paths) texts.push_back(file(path));
    return texts;
}

Texts quoted_in(std::string const& path) {
    auto const text = file(path);
    Texts found;
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 1)) {
        auto const end = text.find('"', at + 1);
        if (end == std::string::npos) break;
        auto one = text.substr(at + 1, end - at - 1);
        if (!one.empty() && one.find('\n') == std::string::npos) found.push_back(std::move(one));
        at = end;
    }
    return found;
}

std::vector<std::string_view> pieces(std::string_view bytes, std::size_t size) {
    std::vector<std::string_view> cut;
    for (; !bytes.empty(); bytes.remove_prefix(cut.back().size()))
        cut.push_back(bytes.substr(0, std::max<std::size_t>(size, 1)));
    return cut;
}

} // namespace radslag::fuzz
