#include <iostream>

#include "program/words.h"
#include "server/server.h"

namespace radslag::program {
namespace {

struct Models {
    std::string folder = models_folder();
    std::string model, language;
};

int check(Models& said) { return server::check_models(said.folder, std::cout); }

int explain(Models& said) {
    return server::explain_model(said.folder, said.model, said.language, std::cout, std::cerr);
}

} // namespace

void add_models(Words const& words) {
    auto said = std::make_shared<Models>();
    auto* models = words.app.add_subcommand("models", "Process models")->require_subcommand(1);
    models->add_option("--models", said->folder, "Folder of the process models")
        ->capture_default_str();
    auto add = [&](std::string const& name, std::string const& help, int (*act)(Models&)) {
        auto* subcommand = models->add_subcommand(name, help)->fallthrough();
        words.when(subcommand, said, act);
        return subcommand;
    };
    add("check", "Check every model; exit 1 on any mistake", check);
    auto* explaining = add("explain", "Who may see and do what, and when", explain);
    explaining->add_option("id", said->model, "The model")->required();
    explaining->add_option("--language", said->language, "sv, da, en; else the model's own");
}

} // namespace radslag::program
