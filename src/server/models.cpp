#include <algorithm>
#include <filesystem>
#include <ostream>

#include "server/server.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

// Those in which a model should lie, <id>/<version>; of an id without versions, its own.
std::vector<std::string> folders_of_models(fs::path const& models) {
    auto below = [](fs::path const& folder) {
        std::vector<std::string> found;
        std::error_code trouble;
        for (auto const& entry : fs::directory_iterator(folder, trouble))
            if (entry.is_directory(trouble) && !entry.is_symlink(trouble) &&
                !entry.path().filename().string().starts_with('.'))
                found.push_back(entry.path().string());
        std::ranges::sort(found);
        return found;
    };
    std::vector<std::string> folders;
    for (auto const& id : below(models)) {
        auto versions = below(id);
        if (versions.empty()) versions.push_back(id);
        folders.insert(folders.end(), versions.begin(), versions.end());
    }
    return folders;
}

} // namespace

int check_models(std::string const& folder, std::ostream& out) {
    auto files = read_models(folder);
    if (!files) {
        out << files.error().logged << "\n";
        return 1;
    }
    auto const reading = process::read_library(*files, folders_of_models(folder));
    for (auto const& model : reading.folders) {
        auto wrong = std::ranges::count_if(reading.complaints, [&](auto const& complaint) {
            return complaint.file.find(model) != std::string::npos;
        });
        out << model << ": " << (wrong == 0 ? "fine" : std::to_string(wrong) + " to put right")
            << "\n";
    }
    for (auto const& complaint : reading.complaints)
        out << process::write_complaint(complaint) << "\n";
    out << reading.folders.size() << (reading.folders.size() == 1 ? " model" : " models")
        << " checked, " << reading.complaints.size()
        << (reading.complaints.size() == 1 ? " complaint\n" : " complaints\n");
    if (reading.folders.empty()) out << "There is no model in " << folder << ".\n";
    return reading.complaints.empty() && !reading.folders.empty() ? 0 : 1;
}

int explain_model(std::string const& folder, std::string const& id, std::string const& language,
                  std::ostream& out, std::ostream& err) {
    auto files = read_models(folder);
    if (!files) {
        err << files.error().logged << "\n";
        return 1;
    }
    auto const reading = process::read_library(*files);
    auto const model = reading.library.newest(id);
    if (!model) {
        std::vector<std::string> known;
        for (auto const& one : reading.library.all()) known.push_back(one->id);
        auto const meant = nearest(id, known);
        err << "There is no model \"" << id << "\" without mistakes in " << folder << ".\n";
        if (!meant.empty()) err << "Did you mean " << meant << "?\n";
        for (auto const& one : known) err << "  " << one << "\n";
        return 1;
    }
    auto const spoken = language.empty() ? model->home_language : language;
    if (!model->texts.contains(spoken)) {
        err << "The model \"" << id << "\" has no texts in the language \"" << spoken
            << "\". It has:\n";
        for (auto const& [has, texts] : model->texts) err << "  " << has << "\n";
        return 1;
    }
    out << process::explain(*model, spoken);
    return 0;
}

} // namespace radslag::server
