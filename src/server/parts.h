#pragma once
// Shared by the subcommands.
#include "server/server.h"

namespace radslag::server {

void hold_signals();    // before the first thread
void wait_for_signal(); // SIGTERM or SIGINT
Outcome<Config> load_config(std::string const& file);
std::vector<std::string> what_is_wrong(Config const& config); // a sentence each
int refuse(std::ostream& err, std::string const& why); // 1
int fail(std::ostream& err, Fault const& fault);
// A fault when the group or others have any right to it; `what` it is begins the sentence.
Outcome<bool> is_for_its_owner_only(std::filesystem::path const& file, std::string const& what);
Start start_with(Config config, std::string const& clock_file);
std::string new_key(); // 32 bytes of chance, for a key file
Outcome<commands::Books> read_books(Config const& config);
Outcome<process::Retention> read_rules(Config const& config);
// The certificate and its key are there, belong together and ask for no pass phrase.
Outcome<bool> check_certificate(Config const& config);

} // namespace radslag::server
