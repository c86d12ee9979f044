// What no configuration may say, and where its files lie.
#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <fmt/format.h>

#include "notify/notify.h"
#include "server/parts.h"

namespace radslag::server {
namespace {

bool is_address(std::string const& text) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
           inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

void check_places(Config const& config, auto const& say) {
    if (!is_address(config.address))
        say(fmt::format("\"address\" is an address like 127.0.0.1 or ::, not \"{}\".",
                        config.address));
    else if (!is_this_machine(config.address) && !config.secure())
        say(fmt::format("The address {} is for all, and without TLS everybody on the way can read "
                        "along. Give \"certificate\" and \"key\"; or, when a proxy in front does "
                        "the TLS, \"origin\" as browsers call it (https://…), and let nobody else "
                        "reach the address; or listen at 127.0.0.1.",
                        config.address));
    for (auto const& proxy : config.proxies)
        if (!is_address(proxy))
            say(fmt::format("\"proxies\" holds \"{}\", which is no address like 127.0.0.1.",
                            proxy));
}

bool lies_in(std::filesystem::path const& inner, std::filesystem::path const& outer) {
    auto normal = [](std::filesystem::path const& path) {
        return (path / "").lexically_normal(); // with or without a slash at the end
    };
    auto const way = normal(inner).lexically_relative(normal(outer));
    return !way.empty() && *way.begin() != "..";
}

void check_backups(Config const& config, auto const& say) {
    if (config.backup_hours < 1 || config.backup_hours > 168) say("\"every_hours\" is 1 to 168.");
    if (config.backups_kept < 1 || config.backups_kept > 1000) say("\"keep\" is 1 to 1000.");
    if (config.backups.empty()) return;
    if (lies_in(config.backups, config.data))
        say("The \"folder\" of the backups lies inside \"data\": they would be lost together. Put "
            "it on another disk.");
    if (lies_in(config.keys, config.backups))
        say("\"keys\" lies inside the \"folder\" of the backups: who finds one would find its key. "
            "Put them elsewhere.");
}

void check_mail(Config const& config, auto const& say) {
    if (!config.mail_server.empty() && !notify::is_mail_url(config.mail_server))
        say("\"server\" of [mail] is like smtps://mail.example.org:465 or smtp://localhost:25.");
    if (!config.mail_server.empty() && !notify::is_mail_address(config.mail_from))
        say("\"from\" of [mail] is the address that letters come from, like "
            "radslag@example.org.");
    if (config.checkpoints_to.empty()) return;
    if (!notify::is_mail_address(config.checkpoints_to))
        say("\"mail\" of [checkpoints] is one address, like eva@example.org.");
    if (config.mail_server.empty())
        say("Checkpoints are to be mailed, and [mail] names no \"server\".");
}

} // namespace

std::vector<std::string> what_is_wrong(Config const& config) {
    std::vector<std::string> all;
    auto say = [&](std::string const& what) { all.push_back(what); };
    if (config.port < 1 || config.port > 65535) say("\"port\" is 1 to 65535.");
    if (config.workers < 1 || config.workers > 64) say("\"workers\" is 1 to 64.");
    if (config.certificate.empty() != config.key.empty())
        say("\"certificate\" and \"key\" go together: give both or none.");
    if (!config.origin.empty() &&
        ((!config.origin.starts_with("https://") && !config.origin.starts_with("http://")) ||
         config.origin.find_first_of("/ ?#", 8) != std::string::npos || config.origin.size() < 9))
        say("\"origin\" is like https://conferences.example.org, without a slash at the end.");
    if (config.minutes < 1 || config.minutes > 10080) say("\"minutes\" is 1 to 10080.");
    if (!config.checkpoints.empty() && lies_in(config.checkpoints, config.data))
        say("The folder of the checkpoints lies inside \"data\": who bends the one bends the "
            "other. "
            "Put it elsewhere.");
    check_places(config, say);
    if (lies_in(config.keys, config.data))
        say("\"keys\" lies inside \"data\": the keys would be in the same backup. Put them "
            "elsewhere.");
    check_backups(config, say);
    check_mail(config, say);
    return all;
}

bool is_this_machine(std::string const& address) {
    in6_addr six{};
    if (inet_pton(AF_INET6, address.c_str(), &six) == 1) {
        if (IN6_IS_ADDR_V4MAPPED(&six)) return six.s6_addr[12] == 127;
        return IN6_IS_ADDR_LOOPBACK(&six);
    }
    return address.starts_with("127.");
}

std::filesystem::path Config::database() const {
    return std::filesystem::path(data) / "radslag.db";
}
std::filesystem::path Config::key_file() const {
    return std::filesystem::path(keys) / "authenticators.key";
}
std::filesystem::path Config::checkpoint_key() const {
    return std::filesystem::path(keys) / "checkpoints.key";
}

std::filesystem::path Config::data_key() const { return std::filesystem::path(keys) / "data.key"; }

std::filesystem::path Config::backup_key() const {
    return std::filesystem::path(keys) / "backup.key";
}
std::filesystem::path Config::mail_password() const {
    return std::filesystem::path(keys) / "mail.password";
}
std::filesystem::path Config::letters() const { return std::filesystem::path(data) / "letters"; }

} // namespace radslag::server
