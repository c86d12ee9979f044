// An installation: made, served, looked after.
#include <filesystem>
#include <iostream>

#include "http/http.h"
#include "program/words.h"
#include "server/server.h"

namespace radslag::program {
namespace {

using server::Config;

struct Serving {
    std::string config_file = "/etc/radslag/radslag.toml";
    std::string clock_file, secret;
    Config config;
    server::Newcomer newcomer;
};

void add_config(CLI::App* app, Serving& said) {
    app->add_option("--config", said.config_file, "The configuration file")->capture_default_str();
}

void add_newcomer(CLI::App* app, server::Newcomer& who) {
    app->add_option("--organisation", who.organisation, "Name of the municipality");
    app->add_option("--country", who.country, "SE or DK");
    app->add_option("--zone", who.zone, "Time zone (Europe/Stockholm or Europe/Copenhagen)");
    app->add_option("--language", who.language, "Language of the house: sv, da or en");
    app->add_option("--name", who.name, "Name of the first administrator");
    app->add_option("--mail", who.mail, "Mail address of the first administrator");
}

void add_places_of_init(CLI::App* init, Config& config) {
    add_places(init, config, 1);
    init->add_option("--data", config.data, "Folder of the database")->capture_default_str();
    init->add_option("--keys", config.keys, "Folder of the keys, outside the data folder")
        ->capture_default_str();
    init->add_option("--backups", config.backups,
                     "Folder of the backups, on another disk; else none are made");
    init->add_option("--address", config.address, "Address to listen at")->capture_default_str();
    init->add_option("--certificate", config.certificate, "TLS certificate (PEM)");
    init->add_option("--key", config.key, "TLS private key (PEM)");
    init->add_option("--origin", config.origin,
                     "What browsers call it, when a proxy in front does the TLS (https://…)");
}

int serve(Serving& said) { return server::serve(said.config_file, said.clock_file, std::cerr); }

int init(Serving& said) {
    auto& config = said.config;
    for (auto* path : {&config.models, &config.web, &config.data, &config.keys, &config.backups,
                       &config.certificate, &config.key})
        if (!path->empty()) *path = std::filesystem::absolute(*path).lexically_normal().string();
    return server::init(said.config_file, config, said.newcomer, std::cin, std::cout, std::cerr);
}

int add_organisation(Serving& said) {
    return server::add_organisation(said.config_file, said.newcomer, std::cin, std::cout,
                                    std::cerr);
}

int tell_code(Serving& said) {
    return server::tell_code(said.secret, said.clock_file, std::cout, std::cerr);
}

int tell_contract(Serving&) {
    std::cout << http::contract();
    return 0;
}

} // namespace

void add_places(CLI::App* app, Config& config, int least_port) {
    config.models = models_folder();
    config.web = web_folder();
    app->add_option("--models", config.models, "Folder of the process models")
        ->capture_default_str();
    app->add_option("--web", config.web, "Folder of the browser side")->capture_default_str();
    app->add_option("--port", config.port,
                    least_port == 0 ? "Port to listen at; 0 takes a free one, for tests"
                                    : "Port to listen at")
        ->capture_default_str()
        ->check(CLI::Range(least_port, 65535));
}

void add_serving(Words const& words) {
    auto said = std::make_shared<Serving>();
    auto add = [&](std::string const& name, std::string const& help, int (*act)(Serving&)) {
        auto* subcommand = words.app.add_subcommand(name, help);
        words.when(subcommand, said, act);
        return subcommand;
    };
    auto* serving = add("serve", "Serve an installation", serve);
    add_config(serving, *said);
    add_clock(serving, said->clock_file);
    auto* making = add("init",
                       "Make an installation: folders, key, configuration, database, the "
                       "first administrator",
                       init);
    add_config(making, *said);
    add_newcomer(making, said->newcomer);
    add_places_of_init(making, said->config);
    auto* organisation =
        add("organisation", "Add an organisation and its administrator", add_organisation);
    add_config(organisation, *said);
    add_newcomer(organisation, said->newcomer);
    add("contract", "Print contract/openapi.yaml", tell_contract);
    auto* code = add("code", "Six digits of an authenticator, now", tell_code);
    code->add_option("secret", said->secret, "Its secret; else the demo's");
    add_clock(code, said->clock_file);
}

} // namespace radslag::program
