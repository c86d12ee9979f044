// The keys of the data.
#include <iostream>

#include "program/words.h"
#include "server/server.h"

namespace radslag::program {
namespace {

struct Said {
    std::string config_file = "/etc/radslag/radslag.toml";
};

int list(Said& said) { return server::tell_keys(said.config_file, std::cout, std::cerr); }
int make(Said& said) { return server::make_key(said.config_file, std::cout, std::cerr); }
int rotate(Said& said) { return server::rotate_keys(said.config_file, std::cout, std::cerr); }
int forget(Said& said) { return server::forget_keys(said.config_file, std::cout, std::cerr); }

} // namespace

void add_keys(Words const& words) {
    auto said = std::make_shared<Said>();
    auto* keys = words.app
                     .add_subcommand("keys", "The keys that contact data, safety notes and files "
                                             "are sealed with")
                     ->require_subcommand(1);
    keys->add_option("--config", said->config_file, "The configuration file")
        ->capture_default_str();
    auto add = [&](std::string const& name, std::string const& help, int (*act)(Said&)) {
        words.when(keys->add_subcommand(name, help)->fallthrough(), said, act);
    };
    add("list", "Which keys are in use, and for how much", list);
    add("make", "Make the first one, for an installation that had none", make);
    add("rotate", "Make a new one and seal everything anew with it, beside a server that serves",
        rotate);
    add("forget", "Take the older ones away that neither the database nor a backup needs", forget);
}

} // namespace radslag::program
