#pragma once
// The words of a model in its languages: each key is there in each language, and none without a
// use.
#include "process/fields.h"

namespace radslag::process {

struct TextFile {
    std::string file;
    std::string language;
    Node root;
};

// Reads the texts into the model and complains of what is missing, empty or unused.
Complaints read_texts(std::vector<TextFile> const& files, std::string const& folder, Model& model);

// The keys that must be there: "role.coordinator".
std::vector<std::string> text_keys(Model const& model);

} // namespace radslag::process
