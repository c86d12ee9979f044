#include <csignal>
#include <ostream>

#include "server/parts.h"
#include "server/server.h"

namespace radslag::server {

// Blocked before any thread begins, so that all of them leave the signals to the one that waits.
void hold_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void wait_for_signal() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    int signal = 0;
    sigwait(&set, &signal);
}

Outcome<Config> load_config(std::string const& file) {
    auto text = read_file(file);
    if (!text)
        return broken("There is no configuration.",
                      text.error().logged + "; `radslag init` makes one, --config names another");
    auto config = read_config(*text, file);
    if (config) return *config;
    std::string all;
    for (auto const& one : config.error()) all += (all.empty() ? "" : "\n") + one;
    return broken("The configuration has mistakes.", all);
}

Start start_with(Config config, std::string const& clock_file) {
    Start start{std::move(config)};
    if (clock_file.empty()) return start;
    start.clock = std::make_shared<FileClock>(clock_file);
    start.moved_clock = true;
    return start;
}

int refuse(std::ostream& err, std::string const& why) {
    err << why << "\n";
    return 1;
}
int fail(std::ostream& err, Fault const& fault) {
    return refuse(err, fault.told + " " + fault.logged);
}

int serve(std::string const& config_file, std::string const& clock_file, std::ostream& err) {
    hold_signals();
    auto config = load_config(config_file);
    if (!config) return refuse(err, config.error().logged);
    auto installation = Installation::open(start_with(*config, clock_file));
    if (!installation) return fail(err, installation.error());
    auto port = (*installation)->serve();
    if (!port) return fail(err, port.error());
    if (config->backups.empty())
        err << "No backups are made: [backup] folder is empty in " << config_file << ".\n";
    wait_for_signal();
    (*installation)->stop();
    return 0;
}

} // namespace radslag::server
