#pragma once
// Process models: what one says (model.h), the words it may use (vocabulary.h), reading one
// strictly and checking that a case could be carried through it. Reads no files: the caller hands
// in their names and contents. How to write a model: docs/grammar.md.
#include "process/brings.h"
#include "process/model.h"
#include "process/retention.h"
#include "process/vocabulary.h"

#include <tl/expected.hpp>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace radslag::process {

// The languages every model has texts in; others may be added and must then be whole too.
inline constexpr std::array<std::string_view, 3> whole_languages{"sv", "da", "en"};

struct ModelFile {
    std::string path; // as it shall stand in complaints: "models/example/1/model.toml"
    std::string content;
};

// One mistake: where it is, what is wrong and what would be right, each in one sentence of English.
struct Complaint {
    std::string file;
    int line = 1;
    int column = 1; // in characters, from 1
    std::string cause;
    std::string remedy;
    bool operator==(Complaint const&) const = default;
};
using Complaints = std::vector<Complaint>; // by file, line and column
// "model.toml:12:3: cause remedy"
std::string write_complaint(Complaint const& complaint);

struct Requirement {
    std::string id; // "A6", "GN2b"
    std::vector<Strength> strengths; // A6 is hard for some and method for others
    std::string statement;
};

struct Requirements {
    std::vector<Requirement> all; // in file order
    [[nodiscard]] Requirement const* find(std::string_view id) const;
};
tl::expected<Requirements, Complaints> read_requirements(ModelFile const& file);

// Reads the files of one model's folder: model.toml and texts.<language>.toml; README.md and scenes
// are passed over. Gathers every complaint about names, types and texts; when there is none, every
// complaint about the form (roles nobody can fill, gates that can never open …). Where a path ends
// in <id>/<version>/model.toml, folder and file must agree. With `requirements`, each `source` must
// be one of them (or "ours"). Throws nothing, whatever the bytes.
tl::expected<Model, Complaints> read_model(std::vector<ModelFile> const& files,
                                           Requirements const* requirements = nullptr);

// Reads a folder of retention rules: a table for each country (<country>.toml) and the words to
// explain a date with (texts.<language>.toml). Gathers every complaint.
tl::expected<Retention, Complaints> read_retention(std::vector<ModelFile> const& files);

// The models an installation runs. Loaded once, then only read: may be shared between threads.
class Library {
public:
    // False, and nothing added, when there is one with this id and version.
    bool add(Model model);
    [[nodiscard]] std::shared_ptr<Model const> find(std::string_view id, int version) const;
    [[nodiscard]] std::shared_ptr<Model const> newest(std::string_view id) const;
    [[nodiscard]] std::vector<std::shared_ptr<Model const>> const& all() const { return models_; }

private:
    std::vector<std::shared_ptr<Model const>> models_; // by id and version
};

struct LibraryReading {
    Library library; // the models without complaint
    Requirements requirements;
    std::vector<std::string> folders; // of all models that were read, good or bad
    Complaints complaints; // empty: everything can be used
};
// Reads a whole models folder: requirements.toml, which must be there, and <id>/<version>/….
// `folders`: those that should each hold a model, as they stand in the files' paths.
LibraryReading read_library(std::vector<ModelFile> const& files,
                            std::vector<std::string> const& folders = {});

// Tables for people: the journey with its gates, who is present in each step and who comes back,
// who may do and see what in which stage, consents, deadlines, endings. The model's words in
// `language`, the software's in English.
std::string explain(Model const& model, std::string_view language);

} // namespace radslag::process
