#include <filesystem>
#include <iostream>

#include "base/base.h"
#include "program/program.h"
#include "program/words.h"
#include "server/server.h"

namespace radslag::program {
namespace {

constexpr auto version = "0.1.0";

int begin(int count, char const* const* arguments) {
    CLI::App app{
        "Radslag carries family group conferences and network meetings from first contact to "
        "follow-up.\n\nTo look around:          radslag demo\nTo begin for real:       radslag "
        "init, then radslag serve\nWhat a subcommand takes: radslag init --help\n"};
    app.name("radslag");
    app.set_version_flag("--version", std::string("radslag ") + version);
    app.require_subcommand(1);
    Deed deed;
    Words const words{app, deed};
    add_serving(words);
    add_backup(words);
    add_demo(words);
    add_models(words);
    add_simulate(words);
    add_audit(words);
    add_keys(words);
    add_mail(words);
    CLI11_PARSE(app, count, arguments);
    return deed();
}

} // namespace

void add_clock([[maybe_unused]] CLI::App* app, [[maybe_unused]] std::string& file) {
#ifdef RADSLAG_TEST_CLOCK
    app->add_option("--clock", file, "For tests: a file with the instant that it is now");
#endif
}

std::string folder_here_or(std::string const& here, std::string const& installed) {
    std::error_code error;
    return std::filesystem::is_directory(here, error) ? here : installed;
}

std::string models_folder() { return folder_here_or("models", server::Config{}.models); }
std::string retention_folder() {
    return folder_here_or("retention", server::Config{}.retention);
}
std::string web_folder() { return folder_here_or("build/web", server::Config{}.web); }

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

} // namespace radslag::program
