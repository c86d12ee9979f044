// Every option stands in one table: reading, the file that `init` writes and its explanations are
// made from it.
#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <toml++/toml.h>

#include "server/server.h"

namespace radslag::server {
namespace {

using At =
    std::variant<std::string Config::*, std::int64_t Config::*, std::vector<std::string> Config::*>;

struct Option {
    std::string_view section, name, about;
    At at;
};

std::vector<Option> const& options() {
    static std::vector<Option> const all{
        {"listen", "address",
         "The address to listen at: 127.0.0.1 for this machine alone (and a proxy on it), 0.0.0.0 "
         "or ::\n"
         "for all. An address, not a name. For all only with TLS: `certificate` and `key`, or an\n"
         "`origin` with https.",
         &Config::address},
        {"listen", "port", "The port, 1 to 65535. Below 1024 the system unit has the right to it.",
         &Config::port},
        {"listen", "certificate",
         "TLS served directly: the file of the certificate in PEM, the server's own first, then "
         "the\n"
         "chain. Empty: no TLS here; then let a proxy in front do it, and say so with `origin`.",
         &Config::certificate},
        {"listen", "key", "The file of the certificate's private key in PEM.", &Config::key},
        {"public", "origin",
         "What browsers call this server: \"https://conferences.example.org\", without a slash at "
         "the end.\n"
         "With https it says that a proxy in front does the TLS: the sign-in cookie is then given "
         "over\n"
         "TLS only, and nobody but the proxy should reach the address above. Empty: what the "
         "browser\n"
         "says (Host).",
         &Config::origin},
        {"public", "proxies",
         "The addresses of proxies in front, e.g. [\"127.0.0.1\"]. Only their X-Forwarded-For is "
         "believed\n"
         "when wrong sign-ins are counted per address.",
         &Config::proxies},
        {"storage", "data",
         "The folder of the database. Belongs to the user that the server runs as, and into the "
         "backup.",
         &Config::data},
        {"storage", "keys",
         "The folder of the keys, outside the data folder and its backups: who finds a backup "
         "shall not\n"
         "find the keys beside it. Without them nobody can sign in: keep a copy in a safe.",
         &Config::keys},
        {"files", "models",
         "The folder of the process models. All of them are checked at the start.",
         &Config::models},
        {"files", "retention",
         "The folder of the rules for how long what is kept. Read at the start.",
         &Config::retention},
        {"files", "web", "The folder of the browser side.", &Config::web},
        {"work", "workers", "How many requests are worked on at the same time, 1 to 64.",
         &Config::workers},
        {"log", "file",
         "Where the log goes: JSON, one line for each request, without names, texts or addresses.\n"
         "Empty: standard error (the journal, under systemd).",
         &Config::log},
    };
    return all;
}

std::string shown(Config const& config, At const& at) {
    auto quoted = [](std::string const& text) {
        std::string out = "\"";
        for (char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
        return out + '"';
    };
    if (auto const* text = std::get_if<std::string Config::*>(&at)) return quoted(config.*(*text));
    if (auto const* number = std::get_if<std::int64_t Config::*>(&at))
        return std::to_string(config.*(*number));
    std::string out = "[";
    for (auto const& one : config.*std::get<std::vector<std::string> Config::*>(at))
        out += (out.size() > 1 ? ", " : "") + quoted(one);
    return out + ']';
}

class Reading {
public:
    Reading(std::string name, Config& config) : name_(std::move(name)), config_(config) {}
    std::vector<std::string> complaints;

    void section(std::string_view name, toml::node const& node) {
        auto const* table = node.as_table();
        std::vector<std::string> sections;
        for (auto const& option : options()) sections.emplace_back(option.section);
        if (table == nullptr || std::ranges::find(sections, name) == sections.end())
            return complain(node, unknown("section", name, sections));
        for (auto const& [key, value] : *table) one(name, key.str(), value);
    }

    void complain(toml::node const& node, std::string const& what) {
        complaints.push_back(fmt::format("{}:{}: {}", name_, node.source().begin.line, what));
    }

private:
    static std::string unknown(std::string_view what, std::string_view name,
                               std::vector<std::string> const& known) {
        auto meant = nearest(name, known);
        auto hint = meant.empty() ? std::string{} : fmt::format(" Did you mean \"{}\"?", meant);
        return fmt::format("There is no {} \"{}\".{}", what, name, hint);
    }

    void one(std::string_view section, std::string_view name, toml::node const& node) {
        std::vector<std::string> names;
        for (auto const& option : options()) {
            if (option.section != section) continue;
            if (option.name == name) return read(option, node);
            names.emplace_back(option.name);
        }
        complain(node, unknown("option", name, names));
    }

    void read(Option const& option, toml::node const& node) {
        if (auto const* at = std::get_if<std::string Config::*>(&option.at)) {
            if (auto value = node.value_exact<std::string>()) config_.*(*at) = *value;
            else complain(node, fmt::format("\"{}\" is a text in quotes.", option.name));
        } else if (auto const* number = std::get_if<std::int64_t Config::*>(&option.at)) {
            if (auto value = node.value_exact<std::int64_t>()) config_.*(*number) = *value;
            else complain(node, fmt::format("\"{}\" is a whole number.", option.name));
        } else {
            list(option, node);
        }
    }

    void list(Option const& option, toml::node const& node) {
        auto& into = config_.*std::get<std::vector<std::string> Config::*>(option.at);
        into.clear();
        auto const* array = node.as_array();
        bool fine = array != nullptr;
        if (fine)
            for (auto const& one : *array) {
                auto text = one.value_exact<std::string>();
                fine = fine && text.has_value();
                if (text) into.push_back(*text);
            }
        if (!fine)
            complain(node, fmt::format("\"{}\" is a list of texts: [\"…\", \"…\"].", option.name));
    }

    std::string name_;
    Config& config_;
};

bool is_address(std::string const& text) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
           inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

void check_places(Config const& config, std::string const& name, std::vector<std::string>& all) {
    auto say = [&](std::string const& what) { all.push_back(name + ": " + what); };
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
            say(fmt::format("\"proxies\" holds \"{}\", which is no address like 127.0.0.1.", proxy));
}

bool lies_in(std::filesystem::path const& inner, std::filesystem::path const& outer) {
    auto normal = [](std::filesystem::path const& path) {
        return (path / "").lexically_normal(); // with or without a slash at the end
    };
    auto const way = normal(inner).lexically_relative(normal(outer));
    return !way.empty() && *way.begin() != "..";
}

void check(Config const& config, std::string const& name, std::vector<std::string>& all) {
    auto say = [&](std::string const& what) { all.push_back(name + ": " + what); };
    if (config.port < 1 || config.port > 65535) say("\"port\" is 1 to 65535.");
    if (config.workers < 1 || config.workers > 64) say("\"workers\" is 1 to 64.");
    if (config.certificate.empty() != config.key.empty())
        say("\"certificate\" and \"key\" go together: give both or none.");
    if (!config.origin.empty() &&
        ((!config.origin.starts_with("https://") && !config.origin.starts_with("http://")) ||
         config.origin.find_first_of("/ ?#", 8) != std::string::npos || config.origin.size() < 9))
        say("\"origin\" is like https://conferences.example.org, without a slash at the end.");
    check_places(config, name, all);
    if (lies_in(config.keys, config.data))
        say("\"keys\" lies inside \"data\": the keys would be in the same backup. Put them "
            "elsewhere.");
}

} // namespace

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

tl::expected<Config, std::vector<std::string>> read_config(std::string_view text,
                                                           std::string const& name) {
    Config config;
    Reading reading(name, config);
    try {
        auto const table = toml::parse(text, name);
        for (auto const& [section, node] : table) reading.section(section.str(), node);
    } catch (toml::parse_error const& error) {
        reading.complaints.push_back(
            fmt::format("{}:{}: {}", name, error.source().begin.line, error.description()));
    }
    if (reading.complaints.empty()) check(config, name, reading.complaints);
    if (!reading.complaints.empty()) return tl::unexpected(std::move(reading.complaints));
    return config;
}

std::string write_config(Config const& config) {
    std::string out =
        "# Radslag: everything that can be set, with what it is set to when left out or as\n"
        "# `radslag init` was told. Start the server again after a change.\n";
    std::string_view section;
    for (auto const& option : options()) {
        if (option.section != section) out += fmt::format("\n[{}]\n", option.section);
        section = option.section;
        std::string_view about = option.about;
        while (!about.empty()) {
            auto const line = about.substr(0, about.find('\n'));
            about.remove_prefix(std::min(line.size() + 1, about.size()));
            out += fmt::format("# {}\n", line);
        }
        out += fmt::format("{} = {}\n", option.name, shown(config, option.at));
    }
    return out;
}

} // namespace radslag::server
