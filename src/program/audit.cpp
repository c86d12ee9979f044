// The trail: is everything as it was written?
#include <iostream>

#include "program/words.h"

namespace radslag::program {
namespace {

int verify(server::Audit& said) { return server::audit_verify(said, std::cout, std::cerr); }
int key(server::Audit& said) { return server::audit_key(said, std::cout, std::cerr); }

} // namespace

void add_audit(Words const& words) {
    auto said = std::make_shared<server::Audit>();
    said->config_file = "/etc/radslag/radslag.toml";
    auto* audit = words.app.add_subcommand("audit", "The trail of everything that was written")
                      ->require_subcommand(1);
    audit->add_option("--config", said->config_file, "The configuration file")
        ->capture_default_str();
    auto add = [&](std::string const& name, std::string const& help, int (*act)(server::Audit&)) {
        auto* subcommand = audit->add_subcommand(name, help)->fallthrough();
        words.when(subcommand, said, act);
        return subcommand;
    };
    auto* verifying = add("verify",
                          "Compare the database with its trail; exit 1 when a row was changed, "
                          "removed, put in or moved",
                          verify);
    verifying->add_option("--database", said->database, "Another database file: a backup, say");
    verifying->add_option("--checkpoints", said->checkpoints,
                          "Checkpoints that were kept elsewhere: files, or folders of them");
    verifying->add_option("--key", said->key,
                          "The public key of the checkpoints, where the secret one is not");
    verifying->add_option("--data-key", said->data_key,
                          "The keys of the data, where they are not the configuration's");
    add("key",
        "Print the public key of the checkpoints; make the secret one where there is none yet",
        key);
}

} // namespace radslag::program
