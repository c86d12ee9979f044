#pragma once
// A model to damage, with its scenes; and what notices the damage.
#include "process/mutants.h"
#include "scenes/playing.h"

namespace radslag::mutation {

struct Subject {
    std::string id; // "hoor-familjeradslag"
    std::vector<process::ModelFile> files;
    std::vector<scenes::Scene> scenes; // those in which such a case is
    std::shared_ptr<process::Model const> whole;
    process::Library others; // those that live beside it
    mutable std::vector<std::string> not_concerned; // promises that it makes none of (get_ready)
    mutable std::string table, rules; // who may do and see what; what is asked (get_ready)
    [[nodiscard]] process::ModelFile const& model_file() const;
};
// Ours.
std::vector<Subject> const& subjects();
void get_ready(Subject const& subject); // before it is judged: what the whole one promises
process::Requirements const& requirements();

// Who noticed: "check", "table" (of rights), "scenes", "prover", "rules" (their table), asked in this
// order: of what is no right, its table is asked when nothing that lives the model noticed. "equal": a
// damaged right that leaves the table as it was, so nobody may or sees anything else anywhere (another row
// gives it, or its steps are in no other stage). Nobody: it survived.
struct Noticed {
    std::vector<std::string> by;
    std::optional<std::size_t> scene;
};
struct Asking {
    std::vector<std::size_t> const& order; // of the scenes
    bool everybody = false; // else nobody is asked any more once somebody has noticed
};
Noticed judge(Subject const& subject, process::test::Mutant const& mutant, Asking const& asking);
// Asks the scenes too: true when one of them noticed.
bool ask_scenes(std::vector<scenes::Scene> const& scenes, Asking const& asking,
                std::function<commands::Books const&(scenes::Scene const&)> const& books,
                Noticed& noticed);

} // namespace radslag::mutation
