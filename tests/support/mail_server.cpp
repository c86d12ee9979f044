#include "support/mail_server.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace radslag::test {

MailServer::MailServer(std::filesystem::path folder, std::vector<std::string> const& wishes)
    : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    // Debian's Python: aiosmtpd is one of its packages, and another may come first in the path.
    std::vector<std::string> words{"/usr/bin/python3", "-B",
                                   RADSLAG_SOURCE_DIR "/tests/support/mail_server.py",
                                   folder_.string()};
    words.insert(words.end(), wishes.begin(), wishes.end());
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    int const failed =
        posix_spawn(&pid_, words.front().c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failed == 0)
        for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) port_ += c;
    close(ends[0]);
    if (port_.empty()) throw std::runtime_error("mail_server.py did not start");
}

void MailServer::stop() {
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

std::vector<std::string> MailServer::letters() const {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(folder_))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> all;
    for (auto const& path : files) {
        std::ifstream file(path);
        all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return all;
}

} // namespace radslag::test
