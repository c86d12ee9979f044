// Does mail work?
#include <iostream>

#include "program/words.h"

namespace radslag::program {
namespace {

struct Trial {
    std::string config_file = "/etc/radslag/radslag.toml";
    std::string to;
};
int try_it(Trial& said) {
    return server::try_mail(said.config_file, said.to, std::cout, std::cerr);
}

} // namespace

void add_mail(Words const& words) {
    auto said = std::make_shared<Trial>();
    auto* mail = words.app.add_subcommand("mail", "Send a letter, to see whether mail works");
    mail->add_option("--config", said->config_file, "The configuration file")
        ->capture_default_str();
    mail->add_option("to", said->to, "The address it goes to")->required();
    words.when(mail, said, try_it);
}

} // namespace radslag::program
