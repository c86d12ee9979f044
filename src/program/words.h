#pragma once
// A file for each group of subcommands puts their words into the program, and says what is done
// when they are said. Nothing is done while words are still being read.
#include <functional>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "server/server.h"

namespace radslag::program {

using Deed = std::function<int()>;

struct Words {
    CLI::App& app;
    Deed& deed; // what was asked for

    // `said` holds what its options were given; it lives as long as the words do.
    template <class Said>
    void when(CLI::App* subcommand, std::shared_ptr<Said> said, int (*act)(Said&)) const {
        subcommand->callback([&deed = deed, said = std::move(said), act] {
            deed = [said, act] { return act(*said); };
        });
    }
};

void add_serving(Words const& words);
void add_backup(Words const& words);
void add_demo(Words const& words);
void add_models(Words const& words);
void add_simulate(Words const& words);
void add_audit(Words const& words);
void add_keys(Words const& words);
void add_mail(Words const& words);

// Folders of models and browser side, and the port.
void add_places(CLI::App* app, server::Config& config, int least_port);
// Moving the clock is for tests: what is installed does not know the word.
void add_clock(CLI::App* app, std::string& file);
// Where something of this program lies: beside us in a checkout, else where it is installed.
std::string folder_here_or(std::string const& here, std::string const& installed);
std::string models_folder();
std::string retention_folder();
std::string web_folder();

} // namespace radslag::program
