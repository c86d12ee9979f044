#include "process/fields.h"
#include "process/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace radslag::process {
namespace {

bool before(std::shared_ptr<Model const> const& a, std::pair<std::string_view, int> b) {
    return std::pair(std::string_view(a->id), a->version) < b;
}

} // namespace

std::string write_complaint(Complaint const& complaint) {
    return fmt::format("{}:{}:{}: {} {}", complaint.file, complaint.line, complaint.column,
                       complaint.cause, complaint.remedy);
}

Requirement const* Requirements::find(std::string_view id) const {
    auto found =
        std::find_if(all.begin(), all.end(), [&](auto const& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool Library::add(Model model) {
    std::pair<std::string_view, int> key(model.id, model.version);
    auto place = std::lower_bound(models_.begin(), models_.end(), key, before);
    if (place != models_.end() && (*place)->id == model.id && (*place)->version == model.version)
        return false;
    models_.insert(place, std::make_shared<Model const>(std::move(model)));
    return true;
}

std::shared_ptr<Model const> Library::find(std::string_view id, int version) const {
    auto place = std::lower_bound(models_.begin(), models_.end(), std::pair(id, version), before);
    if (place == models_.end() || (*place)->id != id || (*place)->version != version)
        return nullptr;
    return *place;
}

std::shared_ptr<Model const> Library::newest(std::string_view id) const {
    std::shared_ptr<Model const> found;
    for (auto const& model : models_)
        if (model->id == id) found = model;
    return found;
}

tl::expected<Requirements, Complaints> read_requirements(ModelFile const& file) {
    auto tree = read_toml(file);
    if (!tree) return tl::unexpected(Complaints{tree.error()});
    Requirements requirements;
    Reading reading{file.path, {}, nullptr, {}};
    Fields root(reading, *tree, "the file");
    std::set<std::string> seen;
    for (Node const* table : root.tables("requirement")) {
        Fields fields(reading, *table,
                      fmt::format("the requirement number {}", requirements.all.size() + 1));
        Requirement requirement;
        requirement.id = fields.text("id");
        auto strengths = texts_of(words(Strength{}));
        for (auto const& said : fields.known("strength", "a strength", strengths, Must::be_filled))
            requirement.strengths.push_back(*read_word<Strength>(said));
        requirement.statement = fields.text("statement");
        fields.done();
        if (!requirement.id.empty() && !seen.insert(requirement.id).second)
            fields.complain("id",
                            fmt::format("There are two of the id {}.", quoted(requirement.id)),
                            "Keep one of them.");
        requirements.all.push_back(std::move(requirement));
    }
    root.done();
    if (requirements.all.empty() && reading.complaints.empty())
        reading.complain({}, "The file has no [[requirement]].",
                         "Add the statements of the sources.");
    if (!reading.complaints.empty()) return tl::unexpected(std::move(reading.complaints));
    return requirements;
}

namespace {

// Where the models lie: two folders above model.toml.
std::string root_of(std::string folder) {
    for (int up = 0; up < 2 && !folder.empty(); ++up) {
        folder.pop_back();
        auto slash = folder.rfind('/');
        folder.resize(slash == std::string::npos ? 0 : slash + 1);
    }
    return folder;
}

void tell_of_empty(LibraryReading& reading, std::vector<std::string> const& folders) {
    for (auto const& folder : folders) {
        bool held = std::any_of(reading.folders.begin(), reading.folders.end(),
                                [&](std::string const& each) {
                                    return each == folder || each.starts_with(folder + "/");
                                });
        if (held) continue;
        reading.folders.push_back(folder);
        reading.complaints.push_back({folder + "/model.toml", 1, 1, "The folder holds no model.",
                                      "Put a model.toml and its texts there, or take the folder "
                                      "away; docs/grammar.md tells what they say."});
    }
}

} // namespace

LibraryReading read_library(std::vector<ModelFile> const& files,
                            std::vector<std::string> const& folders_of_models) {
    LibraryReading reading;
    bool stated = false;
    std::map<std::string, std::vector<ModelFile>> folders;
    Requirements const* requirements = nullptr;
    auto gather = [&](Complaints const& more) {
        reading.complaints.insert(reading.complaints.end(), more.begin(), more.end());
    };
    for (auto const& file : files) {
        auto slash = file.path.rfind('/');
        auto name = slash == std::string::npos ? file.path : file.path.substr(slash + 1);
        if (name == "requirements.toml") {
            stated = true;
            auto read = read_requirements(file);
            if (!read) {
                gather(read.error());
                continue;
            }
            reading.requirements = std::move(*read);
            requirements = &reading.requirements;
        } else if (name == "model.toml" || name.starts_with("texts.")) {
            folders[file.path.substr(0, file.path.size() - name.size())].push_back(file);
        }
    }
    for (auto const& [folder, held] : folders) {
        reading.folders.push_back(folder.empty() ? folder : folder.substr(0, folder.size() - 1));
        auto model = read_model(held, requirements);
        if (!model) {
            gather(model.error());
            continue;
        }
        auto told = fmt::format("There is another model {} of version {}.", quoted(model->id),
                                model->version);
        if (!reading.library.add(std::move(*model)))
            gather({{folder + "model.toml", 1, 1, told, "Give each its own id or version."}});
    }
    // Without the statements each `source` would be believed unseen.
    if (!stated && !folders.empty())
        gather({{root_of(folders.begin()->first) + "requirements.toml", 1, 1,
                 "There is no requirements.toml: no model's sources can be looked up.",
                 "Put the file with the sources' statements beside the models."}});
    tell_of_empty(reading, folders_of_models);
    return reading;
}

} // namespace radslag::process
