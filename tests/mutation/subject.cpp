#include "mutation/subject.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "proof/access.h"
#include "proof/rules.h"

namespace radslag::mutation {
namespace {

namespace fs = std::filesystem;
using process::Model;
using process::ModelFile;

fs::path const source = RADSLAG_SOURCE_DIR;

std::string read_whole(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// By the folder of a model: "hoor-familjeradslag/1".
std::map<std::string, std::vector<ModelFile>> by_folder(std::vector<ModelFile> const& files) {
    std::map<std::string, std::vector<ModelFile>> all;
    for (auto const& file : files)
        if (auto const folder = fs::path(file.path).parent_path(); !folder.empty())
            all[folder.string()].push_back(file);
    return all;
}

std::vector<ModelFile> our_files() {
    std::vector<ModelFile> files;
    for (auto const& entry : fs::recursive_directory_iterator(source / "models"))
        if (entry.path().extension() == ".toml")
            files.push_back({fs::relative(entry.path(), source / "models").string(),
                             read_whole(entry.path())});
    return files;
}

bool is_about(scenes::Scene const& scene, std::string const& id) {
    if (scene.place.file.find("/" + id + "/") != std::string::npos) return true;
    return std::any_of(scene.lines.begin(), scene.lines.end(), [&](scenes::Line const& line) {
        return line.text.find(id) != std::string::npos;
    });
}

void add_subjects(std::vector<Subject>& all, std::vector<ModelFile> const& files) {
    std::vector<std::shared_ptr<Model const>> read;
    auto const first = all.size();
    for (auto const& [folder, own] : by_folder(files)) {
        auto model = process::read_model(own, &requirements());
        if (!model) throw std::runtime_error(process::write_complaint(model.error().front()));
        Subject subject;
        subject.id = model->id;
        subject.files = own;
        subject.whole = std::make_shared<Model const>(std::move(*model));
        all.push_back(std::move(subject));
    }
    for (auto i = first; i < all.size(); ++i)
        for (auto j = first; j < all.size(); ++j)
            if (i != j) all[i].others.add(*all[j].whole);
}

std::vector<Subject> read_subjects() {
    std::vector<Subject> all;
    add_subjects(all, our_files());
    for (auto const& file : scenes::scene_files())
        for (auto const& scene : scenes::read_scenes(file))
            for (auto& subject : all)
                if (is_about(scene, subject.id)) subject.scenes.push_back(scene);
    return all;
}

bool holds(scenes::Scene const& scene, commands::Books const& books) {
    try {
        scenes::play(scene, books);
    } catch (std::exception const&) {
        return false;
    } catch (Bug const&) {
        return false;
    }
    return true;
}

std::vector<std::string> not_concerned(proof::Report const& report) {
    std::vector<std::string> all;
    for (auto const& promise : report.promises)
        if (!promise.not_concerned.empty()) all.push_back(promise.id);
    return all;
}

// A promise that is broken, or one that is no longer made.
bool is_noticed_by_prover(Subject const& subject, std::shared_ptr<Model const> const& model) {
    auto const report = proof::prove(model, false);
    return !report.holds() || not_concerned(report) != subject.not_concerned;
}

} // namespace

ModelFile const& Subject::model_file() const {
    return *std::find_if(files.begin(), files.end(),
                         [](ModelFile const& f) { return f.path.ends_with("model.toml"); });
}

process::Requirements const& requirements() {
    static auto const all = [] {
        auto read = process::read_requirements(
            {"requirements.toml", read_whole(source / "models" / "requirements.toml")});
        if (!read) throw std::runtime_error("requirements.toml");
        return *read;
    }();
    return all;
}

std::vector<Subject> const& subjects() {
    static auto const all = read_subjects();
    return all;
}

void get_ready(Subject const& subject) {
    if (!subject.table.empty()) return;
    subject.table = proof::test::access_table(subject.whole);
    subject.rules = proof::test::rules_table(*subject.whole);
    subject.not_concerned = not_concerned(proof::prove(subject.whole, false));
}

bool ask_scenes(std::vector<scenes::Scene> const& scenes, Asking const& asking,
                std::function<commands::Books const&(scenes::Scene const&)> const& books,
                Noticed& noticed) {
    for (auto number : asking.order)
        if (!holds(scenes[number], books(scenes[number]))) {
            noticed.by.emplace_back("scenes");
            noticed.scene = number;
            return true;
        }
    return false;
}

Noticed judge(Subject const& subject, process::test::Mutant const& mutant, Asking const& asking) {
    auto read = process::test::read_mutant(subject.files, mutant, requirements());
    if (!read) return {{"check"}, {}};
    auto const model = std::make_shared<Model const>(std::move(*read));
    Noticed noticed;
    bool const of_right = mutant.name.starts_with("may ") || mutant.name.starts_with("see ");
    if (proof::test::access_table(model) != subject.table) noticed.by.emplace_back("table");
    else if (of_right && !asking.everybody) return {{"equal"}, {}};
    if (!noticed.by.empty() && !asking.everybody) return noticed;
    auto library = subject.others;
    library.add(*model);
    commands::Books const books(std::move(library));
    bool const seen = ask_scenes(
        subject.scenes, asking, [&](auto const&) -> auto const& { return books; }, noticed);
    if (seen && !asking.everybody) return noticed;
    if (is_noticed_by_prover(subject, model)) noticed.by.emplace_back("prover");
    if (!noticed.by.empty() && !asking.everybody) return noticed;
    if (proof::test::rules_table(*model) != subject.rules) noticed.by.emplace_back("rules");
    return noticed;
}

} // namespace radslag::mutation
