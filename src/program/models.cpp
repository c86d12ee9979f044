#include <iostream>

#include "program/words.h"
#include "proof/proof.h"
#include "server/server.h"

namespace radslag::program {
namespace {

struct Models {
    std::string folder = models_folder();
    std::string model, language, database, data_key;
};

int check(Models& said) { return server::check_models(said.folder, std::cout); }

int explain(Models& said) {
    return server::explain_model(said.folder, said.model, said.language, std::cout, std::cerr);
}

// Only what can be read whole is worth proving.
int with_library(Models const& said, std::function<int(process::Library const&)> const& act) {
    auto const files = server::read_models(said.folder);
    if (!files) {
        std::cerr << files.error().logged << "\n";
        return 1;
    }
    auto const reading = process::read_library(*files);
    for (auto const& complaint : reading.complaints)
        std::cerr << process::write_complaint(complaint) << "\n";
    auto const done = act(reading.library);
    return reading.complaints.empty() ? done : 1;
}

int prove(Models& said) {
    return with_library(said, [](auto const& library) { return proof::prove(library, std::cout); });
}

int follow(Models& said) {
    return with_library(said, [&](auto const& library) {
        return proof::follow(library, {said.database, server::data_keys(said.data_key), 1}, std::cout);
    });
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
    add("prove", "Prove what is promised of every model in every state; exit 1 when it is not so",
        prove);
    auto* following = add(
        "follow", "Compare all that happened in a database with what was proved; exit 1 at any step "
                  "that was not", follow);
    following->add_option("database", said->database, "The file")->required();
    following->add_option("--data-key", said->data_key, "The keys of the data")->required();
    auto* explaining = add("explain", "Who may see and do what, and when", explain);
    explaining->add_option("id", said->model, "The model")->required();
    explaining->add_option("--language", said->language, "sv, da, en; else the model's own");
}

} // namespace radslag::program
