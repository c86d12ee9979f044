#include "proof/models.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace radslag::proof::test {
namespace {

std::vector<Model> models_of(std::string const& place) {
    std::vector<Model> all;
    scenes::Scene like;
    like.place.file = place;
    for (auto const* book : scenes::books_for(like).all())
        all.push_back(std::make_shared<process::Model const>(book->model()));
    return all;
}

} // namespace

std::vector<Model> const& all_models() {
    static auto const all = [] {
        auto models = models_of("models");
        for (auto const& model : models_of("/strangers/")) models.push_back(model);
        return models;
    }();
    return all;
}

std::vector<process::ModelFile> model_files() {
    std::vector<process::ModelFile> all;
    auto const root = std::filesystem::path(RADSLAG_SOURCE_DIR) / "models";
    for (auto const& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().filename() != "model.toml") continue;
        std::ifstream file(entry.path());
        all.push_back({entry.path().string(), {std::istreambuf_iterator<char>(file), {}}});
    }
    return all;
}

Model model(std::string const& id) {
    for (auto const& one : all_models())
        if (one->id == id) return one;
    throw std::runtime_error("no such model: " + id);
}

Promise const& promise(Report const& report, std::string const& id) {
    auto const at = std::find_if(report.promises.begin(), report.promises.end(),
                                 [&](Promise const& p) { return p.id == id; });
    if (at == report.promises.end()) throw std::runtime_error("no such promise: " + id);
    return *at;
}

std::string play(std::string const& text, Model const& model) {
    scenes::Folder const folder;
    auto const path = folder.file() + ".scene";
    std::ofstream(path) << text;
    process::Library library;
    library.add(*model);
    commands::Books const books(std::move(library));
    try {
        for (auto const& scene : scenes::read_scenes(path)) scenes::play(scene, books);
    } catch (scenes::Wrong const& wrong) {
        return "line " + std::to_string(wrong.place.line) + ": " + wrong.what();
    }
    return {};
}

} // namespace radslag::proof::test
