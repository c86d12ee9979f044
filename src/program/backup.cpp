// What was lost, and how it comes back.
#include <iostream>

#include "program/words.h"
#include "server/server.h"

namespace radslag::program {
namespace {

struct Said {
    server::Restoring restoring{"/etc/radslag/radslag.toml", {}, {}, {}, {}};
    bool new_key = false;
};

int back_up(Said& said) {
    return server::back_up(said.restoring.config_file, said.new_key, std::cout, std::cerr);
}

int restore(Said& said) { return server::restore(said.restoring, std::cout, std::cerr); }

} // namespace

void add_backup(Words const& words) {
    auto said = std::make_shared<Said>();
    auto add = [&](std::string const& name, std::string const& help, int (*act)(Said&)) {
        auto* subcommand = words.app.add_subcommand(name, help);
        words.when(subcommand, said, act);
        subcommand->add_option("--config", said->restoring.config_file, "The configuration file")
            ->capture_default_str();
        return subcommand;
    };
    auto* backing = add("backup", "Make a backup now, beside a server that serves", back_up);
    backing->add_flag("--new-key", said->new_key,
                      "Make the backups' key first; where there is one, nothing is done");
    auto* restoring = add("restore", "Bring a backup back, where no database is", restore);
    restoring->add_option("backup", said->restoring.backup, "The backup's file")->required();
    restoring->add_option("--to", said->restoring.to,
                          "The database file to make; else the configuration's");
    restoring->add_option(
        "--data-key", said->restoring.data_key,
        "The keys of the data; else the configuration's, or data.key beside --key");
    restoring->add_option("--key", said->restoring.key,
                          "The backups' key; else the configuration's");
}

} // namespace radslag::program
