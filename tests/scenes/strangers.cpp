#include "scenes/strangers.h"

#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "scenes/town.h"

namespace radslag::scenes {
namespace {

namespace fs = std::filesystem;

std::string read_whole(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// "There are no words for `step.talk.all`."
std::set<std::string> keys_without_words(std::vector<process::ModelFile> const& files) {
    std::set<std::string> keys;
    auto read = process::read_model(files);
    if (read) return keys;
    std::string_view const begins = "There are no words for `";
    for (auto const& complaint : read.error())
        if (complaint.cause.starts_with(begins))
            keys.insert(complaint.cause.substr(
                begins.size(), complaint.cause.find('`', begins.size()) - begins.size()));
    return keys;
}

std::string texts_of(std::set<std::string> const& keys) {
    std::map<std::string, std::string> tables;
    for (auto const& key : keys) {
        auto const dot = key.find('.');
        auto const name = key.substr(dot + 1);
        tables[key.substr(0, dot)] +=
            "\"" + name + "\" = \"" + key.substr(0, dot) + " " + name + "\"\n";
    }
    std::string text;
    for (auto const& [table, lines] : tables) text += "[" + table + "]\n" + lines;
    return text;
}

void lay_out(fs::path const& from, fs::path const& to) {
    for (auto const& entry : fs::recursive_directory_iterator(from)) {
        if (entry.path().filename() != "model.toml") continue;
        auto const folder = to / fs::relative(entry.path().parent_path(), from);
        fs::create_directories(folder);
        fs::copy(entry.path(), folder / "model.toml");
        // Each language asks for its words once the file is there.
        process::ModelFile const model{"model.toml", read_whole(entry.path())};
        std::vector<process::ModelFile> files{model};
        for (auto language : process::whole_languages)
            files.push_back({"texts." + std::string(language) + ".toml", "[model]\n"});
        auto const texts = texts_of(keys_without_words(files));
        for (auto language : process::whole_languages)
            std::ofstream(folder / ("texts." + std::string(language) + ".toml")) << texts;
    }
}

} // namespace

std::vector<process::ModelFile> stranger_files() {
    Folder temporary;
    auto const root = fs::path(temporary.file()).parent_path();
    lay_out(fs::path(RADSLAG_SOURCE_DIR) / "tests/scenes/strangers", root);
    std::vector<process::ModelFile> files;
    for (auto const& entry : fs::recursive_directory_iterator(root))
        if (entry.path().extension() == ".toml")
            files.push_back({fs::relative(entry.path(), root).string(), read_whole(entry.path())});
    return files;
}

} // namespace radslag::scenes
