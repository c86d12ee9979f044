#include "process/check.h"
#include "process/read.h"
#include "process/texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace radslag::process {
namespace {

constexpr int grammar_version = 1;

std::string_view name_of(std::string_view path) {
    auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string folder_of(std::string_view path) {
    return std::string(path.substr(0, path.size() - name_of(path).size()));
}

bool is_model_id(std::string_view text) {
    std::string joined(text);
    std::replace(joined.begin(), joined.end(), '-', '_');
    return joined.size() <= 40 && is_word_id(joined);
}

// "texts.sv.toml" → "sv"; empty when it is no such name.
std::string language_of(std::string_view name) {
    constexpr std::string_view before = "texts.";
    constexpr std::string_view after = ".toml";
    if (!name.starts_with(before) || !name.ends_with(after) ||
        name.size() < before.size() + after.size())
        return {};
    auto language = name.substr(before.size(), name.size() - before.size() - after.size());
    bool good =
        (language.size() == 2 || language.size() == 3) &&
        std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return good ? std::string(language) : std::string{};
}

void read_head(Reading& reading, Fields& root, Model& model) {
    root.ask("grammar", true);
    root.number("grammar", grammar_version, grammar_version, grammar_version);
    model.id = root.text("id");
    if (!model.id.empty() && !is_model_id(model.id))
        root.complain("id", quoted(model.id) + " cannot be a model's id.",
                      "Use lower-case letters, digits and single hyphens, a letter first.");
    root.ask("version", true);
    model.version = root.number("version", 1, 1, 9999);
    model.country = root.name("country", "a country whose calendar is known", {"SE", "DK"}, true);
    model.home_language = root.name("home_language", "a language that every model has",
                                    {whole_languages.begin(), whole_languages.end()}, true);
    model.groups = root.ids("groups", Must::be_filled);
    for (auto const* list : {"role", "intake", "stage"})
        if (root.table().find(list) == nullptr)
            reading.complain({}, fmt::format("The model has no [[{}]].", list),
                             "Add at least one; docs/grammar.md tells what it says.");
}

void compare_with_folder(Fields& root, std::string const& file, Model const& model) {
    auto folder = folder_of(file);
    if (folder.empty()) return;
    folder.pop_back();
    auto version = std::string(name_of(folder));
    auto id = std::string(name_of(folder_of(folder).substr(0, folder.size() - version.size() - 1)));
    if (id.empty()) return;
    if (model.id != id)
        root.complain(
            "id",
            fmt::format("The folder is called {}, the model {}.", quoted(id), quoted(model.id)),
            "Give both the same name.");
    if (std::to_string(model.version) != version)
        root.complain("version",
                      fmt::format("The folder is called {}, the version is {}.", quoted(version),
                                  model.version),
                      "Give both the same number.");
}

void sort(Complaints& complaints) {
    auto key = [](Complaint const& c) {
        return std::tie(c.file, c.line, c.column, c.cause, c.remedy);
    };
    std::sort(complaints.begin(), complaints.end(),
              [&](auto const& a, auto const& b) { return key(a) < key(b); });
    complaints.erase(std::unique(complaints.begin(), complaints.end()), complaints.end());
}

struct Folder {
    ModelFile const* model = nullptr;
    std::vector<TextFile> texts;
    Complaints complaints;
};

Folder sort_files(std::vector<ModelFile> const& files) {
    Folder folder;
    for (auto const& file : files) {
        auto name = name_of(file.path);
        if (name == "model.toml") {
            if (folder.model != nullptr)
                folder.complaints.push_back({file.path, 1, 1, "There are two files model.toml.",
                                             "Hand in the files of one model at a time."});
            folder.model = &file;
        } else if (auto language = language_of(name); !language.empty()) {
            auto root = read_toml(file);
            if (root) folder.texts.push_back({file.path, language, std::move(*root)});
            else folder.complaints.push_back(root.error());
        } else if (name.ends_with(".toml")) {
            folder.complaints.push_back(
                {file.path, 1, 1, fmt::format("{} is not a file of a model.", quoted(name)),
                 one_of(name, {"model.toml", "texts.sv.toml", "texts.da.toml", "texts.en.toml"})});
        }
    }
    return folder;
}

} // namespace

tl::expected<Model, Complaints> read_model(std::vector<ModelFile> const& files,
                                           Requirements const* requirements) {
    auto folder = sort_files(files);
    auto refuse = [&] {
        sort(folder.complaints);
        return tl::unexpected(std::move(folder.complaints));
    };
    if (folder.model == nullptr) {
        auto where = files.empty() ? std::string{} : folder_of(files.front().path);
        folder.complaints.push_back({where + "model.toml", 1, 1, "The model has no model.toml.",
                                     "Add this file; docs/grammar.md tells what it says."});
        return refuse();
    }
    auto tree = read_toml(*folder.model);
    if (!tree) {
        folder.complaints.push_back(tree.error());
        return refuse();
    }
    Model model;
    Reading reading{folder.model->path, gather_names(*tree), requirements, {}};
    Fields root(reading, *tree, "the model");
    read_head(reading, root, model);
    read_who(reading, root, model);
    read_intake(reading, root, model);
    read_journey(reading, root, model);
    read_meetings(reading, root, model);
    read_work(reading, root, model);
    read_rights(reading, root, model);
    root.done();
    compare_with_folder(root, folder.model->path, model);
    bool clean = reading.complaints.empty();
    auto gather = [&](Complaints const& more) {
        folder.complaints.insert(folder.complaints.end(), more.begin(), more.end());
    };
    gather(reading.complaints);
    bool texts_readable = folder.complaints.size() == reading.complaints.size();
    // A half-read model would make every check complain of what was complained of already.
    if (requirements != nullptr) model.unasked = unasked_statements(model, *requirements);
    if (clean) gather(check_form(model, *tree, folder.model->path));
    if (clean && texts_readable)
        gather(read_texts(folder.texts, folder_of(folder.model->path), model));
    if (!folder.complaints.empty()) return refuse();
    return model;
}

} // namespace radslag::process
