#include "server/post.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "server/parts.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t ten_minutes = 600'000'000; // µs

std::string host_of(std::string const& url) {
    auto const from = url.find("://") + 3;
    return url.substr(from, url.find(':', from) - from);
}

// In the languages of those who may read it.
notify::Letter with_checkpoint(std::string const& to, std::string const& name, std::string content) {
    return {to,
            "Radslag: " + name,
            "Bifogat: en undertecknad kontrollpunkt från Radslag. Spara den där ingen som sköter servern "
            "kan ändra den. Med den syns det om något skrivs om eller tas bort i efterhand.\n\n"
            "Vedlagt: et underskrevet kontrolpunkt fra Radslag. Gem det, hvor ingen, der passer serveren, "
            "kan ændre det. Med det ses det, hvis noget skrives om eller fjernes bagefter.\n\n"
            "Enclosed: a signed checkpoint of Radslag. Keep it where nobody who looks after the server can "
            "change it. It shows whether anything is rewritten or taken away afterwards.\n\n"
            "radslag audit verify --checkpoints …\n",
            {{name, std::move(content)}}};
}

std::vector<fs::path> letters_in(fs::path const& folder) {
    std::vector<fs::path> all;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".txt") all.push_back(entry.path());
    std::ranges::sort(all);
    return all;
}

} // namespace

Outcome<notify::MailServer> read_mail_server(Config const& config) {
    auto const host = host_of(config.mail_server);
    notify::MailServer server{config.mail_server,      config.mail_user,
                              {},                      config.mail_from,
                              config.mail_authorities, host != "localhost" && !is_this_machine(host)};
    if (server.user.empty()) return server;
    auto password = read_file(config.mail_password());
    if (!password)
        return broken("The password of the mail server is missing.", password.error().logged);
    if (auto owned = is_for_its_owner_only(config.mail_password(), "The password of the mail server"); !owned)
        return tl::unexpected(owned.error());
    server.password = password->substr(0, password->find_first_of("\r\n"));
    return server;
}

Outcome<Post> Post::open(Config const& config) {
    Post post;
    if (config.checkpoints_to.empty()) return post;
    auto server = read_mail_server(config);
    if (!server) return tl::unexpected(server.error());
    std::error_code error;
    fs::create_directory(config.letters(), error);
    fs::permissions(config.letters(), fs::perms::owner_all, error);
    if (error) return broken("There is no folder for letters.", config.letters().string());
    post.server_ = std::move(*server);
    post.to_ = config.checkpoints_to;
    post.waiting_ = config.letters();
    return post;
}

void Post::send_waiting(Instant now, Log& log, notify::Patience const& patience) {
    if (to_.empty() || (not_before_ && now < *not_before_)) return;
    Instant const later{now.micros + ten_minutes};
    for (auto const& path : letters_in(waiting_)) {
        if (auto const refused = refused_.find(path); refused != refused_.end() && now < refused->second)
            continue;
        auto sent = give(path, now, patience);
        if (!sent) {
            log.fault("mail", sent.error().told + " " + sent.error().logged);
            not_before_ = later;
            return;
        }
        if (!sent->has_it) {
            log.fault("mail", path.filename().string() + " is refused: " + sent->why);
            refused_[path] = later;
            continue;
        }
        log.mailed();
        refused_.erase(path);
        std::error_code error;
        fs::remove(path, error);
    }
}

Outcome<notify::Answer> Post::give(fs::path const& path, Instant now,
                                   notify::Patience const& patience) const {
    auto content = read_file(path);
    if (!content) return tl::unexpected(content.error());
    SystemRandom random;
    return notify::send(server_, with_checkpoint(to_, path.filename().string(), std::move(*content)), now,
                        random, patience);
}

int try_mail(std::string const& config_file, std::string const& to, std::ostream& out,
             std::ostream& err) {
    auto config = load_config(config_file);
    if (!config) return refuse(err, config.error().logged);
    if (config->mail_server.empty())
        return refuse(err, "No mail is sent: \"server\" of [mail] is empty in " + config_file + ".");
    if (!notify::is_mail_address(to)) return refuse(err, to + " is no address like eva@example.org.");
    auto server = read_mail_server(*config);
    if (!server) return fail(err, server.error());
    SystemRandom random;
    notify::Letter const trial{to, "Radslag",
                               "Hej! Det här är ett prov.\nHej! Dette er en prøve.\n"
                               "Hello! This is a trial.\n",
                               {}};
    auto sent = notify::send(*server, trial, SystemClock().now(), random);
    if (!sent) return fail(err, sent.error());
    if (!sent->has_it) return refuse(err, "The mail server refuses the letter. " + sent->why);
    out << config->mail_server << " has taken a letter to " << to << ".\n";
    return 0;
}

} // namespace radslag::server
