#pragma once
// Every small damage to a model's rules, made from its file: what stands there is left out, turned
// round or given to somebody else. Generated, so that no rule is forgotten.
#include "process/process.h"

namespace radslag::process::test {

struct Mutant {
    std::string name;    // "step conference.private: present + coordinator"
    std::string content; // of model.toml
};
std::vector<Mutant> mutants_of(ModelFile const& model);

// The model's files with another model.toml; words that it has no use for are left out of the texts.
// Nothing, and what was complained of, when it cannot be read.
tl::expected<Model, Complaints> read_mutant(std::vector<ModelFile> files, Mutant const& mutant,
                                            Requirements const& requirements);

} // namespace radslag::process::test
