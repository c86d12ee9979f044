#pragma once
// A model to damage, with its scenes; and what notices the damage.
#include "mutation/mutants.h"
#include "scenes/playing.h"

namespace radslag::mutation {

struct Subject {
    std::string id; // "hoor-familjeradslag"
    std::vector<process::ModelFile> files;
    std::vector<scenes::Scene> scenes; // those in which such a case is
    std::shared_ptr<process::Model const> whole;
    process::Library others; // those that live beside it
    mutable std::vector<std::string> not_concerned; // promises that it makes none of (get_ready)
    mutable std::string table;                      // who may do and see what (get_ready)
    [[nodiscard]] process::ModelFile const& model_file() const;
};
// Ours, then strangers'.
std::vector<Subject> const& subjects();
void get_ready(Subject const& subject); // before it is judged: what the whole one promises
process::Requirements const& requirements();

// Who noticed: "check", "prover", "table", "scenes"; nobody: it survived. `order`: of the scenes, those
// that notice most first; what noticed comes to the front.
struct Noticed {
    std::vector<std::string> by;
    std::optional<std::size_t> scene;
};
Noticed judge(Subject const& subject, process::test::Mutant const& mutant,
              std::vector<std::size_t> const& order);

} // namespace radslag::mutation
