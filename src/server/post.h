#pragma once
// Letters that wait for the mail server: files in data/letters, gone when it has them. What could not be
// sent is sent later, also after a restart.
#include <map>

#include "notify/notify.h"
#include "server/log.h"
#include "server/server.h"

namespace radslag::server {

// With the password; a fault where it cannot be read.
Outcome<notify::MailServer> read_mail_server(Config const& config);

class Post {
public:
    // Nothing is sent where the configuration names nobody to write to.
    static Outcome<Post> open(Config const& config);
    // Each of them, the oldest first. What the server refuses is tried again after ten minutes, and so are
    // all when it is not there; the log says so.
    void send_waiting(Instant now, Log& log, notify::Patience const& patience = {});

private:
    Post() = default;
    [[nodiscard]] Outcome<notify::Answer> give(std::filesystem::path const& path, Instant now,
                                               notify::Patience const& patience) const;

    notify::MailServer server_;
    std::string to_; // empty: nobody
    std::filesystem::path waiting_;
    std::optional<Instant> not_before_;
    std::map<std::filesystem::path, Instant> refused_; // until when they wait
};

} // namespace radslag::server
