// The words of `radslag`: subcommands, options and their help.
#include <iostream>

#include <CLI/CLI.hpp>

#include "server/parts.h"

namespace radslag::server {
namespace {

constexpr auto version = "0.1.0";

struct Words {
    std::string config_file = "/etc/radslag/radslag.toml";
    std::string clock_file;
    Config config;
    Newcomer newcomer;
    DemoOptions demo;
    std::string models, model, language, secret;
};

void add_config(CLI::App* app, Words& words) {
    app->add_option("--config", words.config_file, "The configuration file")->capture_default_str();
}

// Moving the clock is for tests: what is installed does not know the word.
void add_clock([[maybe_unused]] CLI::App* app, [[maybe_unused]] std::string& file) {
#ifdef RADSLAG_TEST_CLOCK
    app->add_option("--clock", file, "For tests: a file with the instant that it is now");
#endif
}

void add_newcomer(CLI::App* app, Newcomer& who) {
    app->add_option("--organisation", who.organisation, "Name of the municipality");
    app->add_option("--country", who.country, "SE or DK");
    app->add_option("--zone", who.zone, "Time zone (Europe/Stockholm or Europe/Copenhagen)");
    app->add_option("--language", who.language, "Language of the house: sv, da or en");
    app->add_option("--name", who.name, "Name of the first administrator");
    app->add_option("--mail", who.mail, "Mail address of the first administrator");
}

void add_places(CLI::App* app, Config& config, int least_port) {
    app->add_option("--models", config.models, "Folder of the process models")
        ->capture_default_str();
    app->add_option("--web", config.web, "Folder of the browser side")->capture_default_str();
    app->add_option("--port", config.port,
                    least_port == 0 ? "Port to listen at; 0 takes a free one, for tests"
                                    : "Port to listen at")
        ->capture_default_str()
        ->check(CLI::Range(least_port, 65535));
}

CLI::App* add_init(CLI::App& app, Words& words) {
    auto* init = app.add_subcommand("init", "Make an installation: folders, key, configuration, "
                                            "database, the first administrator");
    add_config(init, words);
    add_newcomer(init, words.newcomer);
    add_places(init, words.config, 1);
    init->add_option("--data", words.config.data, "Folder of the database")->capture_default_str();
    init->add_option("--keys", words.config.keys, "Folder of the keys, outside the data folder")
        ->capture_default_str();
    init->add_option("--address", words.config.address, "Address to listen at")
        ->capture_default_str();
    init->add_option("--certificate", words.config.certificate, "TLS certificate (PEM)");
    init->add_option("--key", words.config.key, "TLS private key (PEM)");
    init->add_option("--origin", words.config.origin, "What browsers call it, when a proxy in front does the TLS (https://…)");
    return init;
}

CLI::App* add_demo(CLI::App& app, Words& words) {
    auto* demo = app.add_subcommand("demo", "Look around: invented people, on this machine alone, "
                                            "with published passwords");
    demo->add_option("--folder", words.demo.folder,
                     "Keep the demo here; else it is gone at the end");
    add_places(demo, words.demo.config, 0);
    add_clock(demo, words.demo.clock_file);
    return demo;
}

int begin(int count, char const* const* arguments) {
    CLI::App app{
        "Radslag carries family group conferences and network meetings from first contact to "
        "follow-up.\n\nTo look around:          radslag demo\nTo begin for real:       radslag "
        "init, then radslag serve\nWhat a subcommand takes: radslag init --help\n"};
    app.name("radslag");
    app.set_version_flag("--version", std::string("radslag ") + version);
    app.require_subcommand(1);
    Words words;
    words.config.models = words.demo.config.models = words.models =
        folder_here_or("models", Config{}.models);
    words.config.web = words.demo.config.web = folder_here_or("build/web", Config{}.web);

    auto* serve_ = app.add_subcommand("serve", "Serve an installation");
    add_config(serve_, words);
    add_clock(serve_, words.clock_file);
    auto* demo_ = add_demo(app, words);
    auto* init_ = add_init(app, words);
    auto* organisation =
        app.add_subcommand("organisation", "Add an organisation and its administrator");
    add_config(organisation, words);
    add_newcomer(organisation, words.newcomer);
    auto* models = app.add_subcommand("models", "Process models")->require_subcommand(1);
    models->add_option("--models", words.models, "Folder of the process models")
        ->capture_default_str();
    auto* check =
        models->add_subcommand("check", "Check every model; exit 1 on any mistake")->fallthrough();
    auto* explain =
        models->add_subcommand("explain", "Who may see and do what, and when")->fallthrough();
    explain->add_option("id", words.model, "The model")->required();
    explain->add_option("--language", words.language, "sv, da, en; else the model's own");
    auto* contract = app.add_subcommand("contract", "Print contract/openapi.yaml");
    auto* code = app.add_subcommand("code", "Six digits of an authenticator, now");
    code->add_option("secret", words.secret, "Its secret; else the demo's");
    add_clock(code, words.clock_file);

    CLI11_PARSE(app, count, arguments);
    auto absolute = [](std::string& path) {
        if (!path.empty()) path = std::filesystem::absolute(path).lexically_normal().string();
    };
    if (*serve_) return serve(words.config_file, words.clock_file, std::cerr);
    if (*demo_) return demo(words.demo, std::cout, std::cerr);
    if (*init_) {
        for (auto* path : {&words.config.models, &words.config.web, &words.config.data,
                           &words.config.keys, &words.config.certificate, &words.config.key})
            absolute(*path);
        return init(words.config_file, words.config, words.newcomer, std::cin, std::cout,
                    std::cerr);
    }
    if (*organisation)
        return add_organisation(words.config_file, words.newcomer, std::cin, std::cout, std::cerr);
    if (*check) return check_models(words.models, std::cout);
    if (*explain)
        return explain_model(words.models, words.model, words.language, std::cout, std::cerr);
    if (*code) return tell_code(words.secret, words.clock_file, std::cout, std::cerr);
    if (*contract) std::cout << http::contract();
    return 0;
}

} // namespace

std::string folder_here_or(std::string const& here, std::string const& installed) {
    std::error_code error;
    return std::filesystem::is_directory(here, error) ? here : installed;
}

int run(int count, char const* const* arguments) {
    try {
        return begin(count, arguments);
    } catch (Bug const& bug) {
        std::cerr << "radslag stops: a mistake in the program (" << bug.where << ").\n";
    } catch (std::exception const& error) {
        std::cerr << "radslag stops: " << error.what() << "\n";
    }
    return 1;
}

} // namespace radslag::server
