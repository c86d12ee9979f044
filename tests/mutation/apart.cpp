#include "mutation/apart.h"

#include <csignal>
#include <cstdio>
#include <map>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace radslag::mutation {
namespace {

constexpr unsigned longest = 300; // seconds of processor time would be fairer; these are seconds

// What tests print is of no use here; only the answer goes to the pipe.
[[noreturn]] void child(int pipe, std::function<std::string(std::size_t)> const& judge,
                        std::size_t job) {
    if (std::freopen("/dev/null", "w", stdout) == nullptr) _exit(1);
    if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(1);
    alarm(longest);
    std::string const told = judge(job) + "\n";
    for (std::size_t at = 0; at < told.size();) {
        auto const wrote = write(pipe, told.data() + at, told.size() - at);
        if (wrote <= 0) _exit(1);
        at += static_cast<std::size_t>(wrote);
    }
    _exit(0);
}

// Answers are short: a pipe holds one, so it is read when its writer has ended.
std::string answer(int pipe, int status) {
    std::string told;
    char some[4096];
    for (ssize_t got = 0; (got = read(pipe, some, sizeof some)) > 0;)
        told.append(some, static_cast<std::size_t>(got));
    close(pipe);
    if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGALRM ? "endless" : "crash";
    if (told.empty()) return "crash";
    told.pop_back();
    return told;
}

} // namespace

void apart(std::size_t jobs, std::size_t at_once,
           std::function<std::string(std::size_t)> const& judge,
           std::function<void(std::size_t, std::string const&)> const& done) {
    struct Running {
        std::size_t job = 0;
        int pipe = 0;
    };
    std::map<pid_t, Running> running;
    for (std::size_t next = 0; next < jobs || !running.empty();) {
        if (next < jobs && running.size() < at_once) {
            int ends[2];
            if (pipe(ends) != 0) throw std::runtime_error("no pipe");
            std::fflush(stdout);
            auto const pid = fork();
            if (pid < 0) throw std::runtime_error("no process");
            if (pid == 0) {
                close(ends[0]);
                child(ends[1], judge, next);
            }
            close(ends[1]);
            running[pid] = {next++, ends[0]};
            continue;
        }
        int status = 0;
        auto const pid = wait(&status);
        auto const one = running.extract(pid);
        if (one.empty()) continue;
        done(one.mapped().job, answer(one.mapped().pipe, status));
    }
}

} // namespace radslag::mutation
