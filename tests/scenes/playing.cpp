#include "scenes/playing.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "scenes/strangers.h"

namespace radslag::scenes {
namespace {

namespace fs = std::filesystem;

std::string read_whole(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<process::ModelFile> files_below(fs::path const& root) {
    std::vector<process::ModelFile> files;
    for (auto const& entry : fs::recursive_directory_iterator(root))
        if (entry.path().extension() == ".toml")
            files.push_back({fs::relative(entry.path(), root).string(), read_whole(entry.path())});
    return files;
}

std::unique_ptr<commands::Books> read_books(std::vector<process::ModelFile> files) {
    auto read = process::read_library(files);
    if (!read.complaints.empty())
        throw Wrong({read.complaints.front().file, read.complaints.front().line},
                    process::write_complaint(read.complaints.front()));
    return std::make_unique<commands::Books>(std::move(read.library));
}

fs::path const source = RADSLAG_SOURCE_DIR;

} // namespace

std::vector<fs::path> scene_files() {
    std::vector<fs::path> files;
    for (auto const* root : {"models", "tests/scenes"})
        for (auto const& entry : fs::recursive_directory_iterator(source / root))
            if (entry.path().extension() == ".scene") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

commands::Books const& books_for(Scene const& scene) {
    bool const is_strange = scene.place.file.find("/strangers/") != std::string::npos;
    if (is_strange) {
        static auto const strange = [] {
            auto files = stranger_files();
            files.push_back(
                {"requirements.toml", read_whole(source / "models" / "requirements.toml")});
            return read_books(std::move(files));
        }();
        return *strange;
    }
    static auto const ours = read_books(files_below(source / "models"));
    return *ours;
}

void play(Scene const& scene, commands::Books const& books, Afterwards const& afterwards) {
    bool const asks = std::any_of(scene.lines.begin(), scene.lines.end(),
                                  [](Line const& l) { return l.kind == Kind::then; });
    if (!asks) throw Wrong(scene.place, "a scene without Then cannot fail");
    Town town(books);
    Line const* last = nullptr;
    for (auto const& line : scene.lines) {
        last = &line;
        if (line.kind == Kind::given) town.given(line, scene.folder);
        else if (line.kind == Kind::when) town.when(line);
        else town.then(line);
    }
    town.settle(last);
    town.verify_trail();
    if (afterwards) afterwards(town);
}

} // namespace radslag::scenes
