#pragma once
// A real mail server beside a test (mail_server.py), stopped by its process id.
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace radslag::test {

class MailServer {
public:
    // Its folder, and what else mail_server.py understands.
    MailServer(std::filesystem::path folder, std::vector<std::string> const& wishes);
    ~MailServer() { stop(); }
    MailServer(MailServer const&) = delete;
    MailServer& operator=(MailServer const&) = delete;

    void stop();
    [[nodiscard]] std::string const& port() const { return port_; }
    // What it took, in order: JSON texts.
    [[nodiscard]] std::vector<std::string> letters() const;

private:
    std::filesystem::path folder_;
    std::string port_;
    pid_t pid_ = -1;
};

} // namespace radslag::test
