// Every option stands in one table: reading, the file that `init` writes and its explanations are
// made from it.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "server/parts.h"

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
         "The folder of the database. Belongs to the user that the server runs as.", &Config::data},
        {"storage", "keys",
         "The folder of the keys, outside the data folder and its backups: who finds a backup "
         "shall not\n"
         "find the keys beside it. Without them nobody can sign in, and contact data, safety notes "
         "and\n"
         "files cannot be read: keep a copy in a safe.",
         &Config::keys},
        {"backup", "folder",
         "The folder of the backups, sealed with the key backup.key: on another disk than the "
         "data, or\n"
         "another machine's, and of this installation alone. Empty: no backups are made.",
         &Config::backups},
        {"backup", "every_hours",
         "How many hours lie between one backup and the next, 1 to 168, while the server runs.",
         &Config::backup_hours},
        {"backup", "keep",
         "How many are kept, 1 to 1000: with a new one the oldest goes. With 14 a day apart, what "
         "is\n"
         "erased today is gone from the backups in 14 days.",
         &Config::backups_kept},
        {"checkpoints", "folder",
         "Where signed checkpoints of the trail are written: a folder that is another machine's, "
         "or "
         "from\n"
         "where another machine fetches them. Who keeps them elsewhere can tell with `radslag "
         "audit\n"
         "verify` whether the database was rolled back or rewritten. Empty: none are written.",
         &Config::checkpoints},
        {"checkpoints", "minutes",
         "How many minutes lie between two of them, 1 to 10080 (a week); one more is written at "
         "each\n"
         "stop. Each names every case by its id and a hash: about 130 bytes a case.",
         &Config::minutes},
        {"checkpoints", "mail",
         "Whom each of them is mailed to, too: an address where nobody who looks after this "
         "server can\n"
         "take a letter away again. Needs [mail]. Empty: nobody.",
         &Config::checkpoints_to},
        {"mail", "server",
         "The mail server: \"smtps://mail.example.org:465\", or \"smtp://mail.example.org:587\", "
         "where TLS\n"
         "begins before anything is said. In the open at this machine alone "
         "(\"smtp://localhost:25\").\n"
         "`radslag mail eva@example.org` tries it. Empty: no mail is sent.",
         &Config::mail_server},
        {"mail", "user",
         "Who signs in there; the password is the first line of the file mail.password among the "
         "keys.\n"
         "Empty: nobody signs in.",
         &Config::mail_user},
        {"mail", "from", "The address that letters come from.", &Config::mail_from},
        {"mail", "authorities",
         "The file of the authorities (PEM) whose certificates are believed. Empty: the system's.",
         &Config::mail_authorities},
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

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string in_one_line(std::string text) {
    std::ranges::replace_if(text, is_control, '?');
    return text;
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
        complaints.push_back(
            fmt::format("{}:{}: {}", name_, node.source().begin.line, in_one_line(what)));
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

    // A text for a path or an address: nothing that cannot be seen or typed.
    static std::optional<std::string> text_of(toml::node const& node) {
        auto text = node.value_exact<std::string>();
        return text && std::ranges::none_of(*text, is_control) ? text : std::nullopt;
    }

    void read(Option const& option, toml::node const& node) {
        if (auto const* at = std::get_if<std::string Config::*>(&option.at)) {
            if (auto value = text_of(node)) config_.*(*at) = *value;
            else
                complain(node,
                         fmt::format("\"{}\" is a text in quotes, on one line.", option.name));
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
                auto text = text_of(one);
                fine = fine && text.has_value();
                if (text) into.push_back(*text);
            }
        if (!fine)
            complain(node, fmt::format("\"{}\" is a list of texts: [\"…\", \"…\"].", option.name));
    }

    std::string name_;
    Config& config_;
};

// toml++ takes nested tables apart by recursion, and a key nests as deep as its line has dots.
constexpr std::size_t longest_line = 1000;

// The first line that is longer; 0: none.
std::size_t long_line(std::string_view text) {
    for (std::size_t line = 1; !text.empty(); ++line) {
        auto const size = std::min(text.find('\n'), text.size());
        if (size > longest_line) return line;
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return 0;
}

} // namespace

tl::expected<Config, std::vector<std::string>> read_config(std::string_view text,
                                                           std::string const& name) {
    Config config;
    if (auto const line = long_line(text))
        return tl::unexpected(std::vector{
            fmt::format("{}:{}: The line is longer than {} bytes.", name, line, longest_line)});
    Reading reading(name, config);
    try {
        auto const table = toml::parse(text, name);
        for (auto const& [section, node] : table) reading.section(section.str(), node);
    } catch (toml::parse_error const& error) {
        reading.complaints.push_back(fmt::format("{}:{}: {}", name, error.source().begin.line,
                                                 in_one_line(std::string(error.description()))));
    }
    if (reading.complaints.empty())
        for (auto const& wrong : what_is_wrong(config))
            reading.complaints.push_back(fmt::format("{}: {}", name, wrong));
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
