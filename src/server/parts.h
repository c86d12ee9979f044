#pragma once
// Shared by the subcommands.
#include "server/server.h"

namespace radslag::server {

void hold_signals();    // before the first thread
void wait_for_signal(); // SIGTERM or SIGINT
Outcome<Config> load_config(std::string const& file);
Start start_with(Config config, std::string const& clock_file);
std::string new_key(); // 32 bytes of chance, for a key file
Outcome<commands::Books> read_books(Config const& config);
// The certificate and its key are there, belong together and ask for no pass phrase.
Outcome<bool> check_certificate(Config const& config);

} // namespace radslag::server
