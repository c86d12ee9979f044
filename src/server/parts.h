#pragma once
// Shared by the subcommands.
#include "server/server.h"

namespace radslag::server {

void hold_signals();    // before the first thread
void wait_for_signal(); // SIGTERM or SIGINT
Outcome<Config> load_config(std::string const& file);
Start start_with(Config config, std::string const& clock_file);
void tell_accounts(Installation& house, std::ostream& out); // of a demo
int tell_code(std::string const& secret, std::string const& clock_file, std::ostream& out,
              std::ostream& err);
Outcome<commands::Books> read_books(Config const& config);
// The certificate and its key are there, belong together and ask for no pass phrase.
Outcome<bool> check_certificate(Config const& config);
// Where something of this program lies: beside us in a checkout, else where it is installed.
std::string folder_here_or(std::string const& here, std::string const& installed);

} // namespace radslag::server
