#pragma once
// Our models, strangers', and ours with something planted in them that must be found.
#include "proof/proof.h"
#include "scenes/playing.h"

namespace radslag::proof::test {

using Model = std::shared_ptr<process::Model const>;

std::vector<Model> const& all_models(); // strangers' too
std::vector<process::ModelFile> model_files(); // model.toml of ours
Model model(std::string const& id);
template <class Plant> Model planted(std::string const& id, Plant plant) {
    auto copy = *model(id);
    plant(copy);
    return std::make_shared<process::Model const>(std::move(copy));
}
Promise const& promise(Report const& report, std::string const& id);
// Plays a scene's text in a town where this model is the only one; what was wrong, or nothing.
std::string play(std::string const& text, Model const& model);

} // namespace radslag::proof::test
