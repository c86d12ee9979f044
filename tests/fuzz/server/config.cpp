// The configuration's file.
#include <algorithm>

#include "fuzz/target.h"
#include "server/server.h"

namespace radslag::fuzz {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

void play(std::string_view bytes) {
    auto const config = server::read_config(bytes, "radslag.toml");
    if (!config) {
        must(!config.error().empty(), "a no is told why");
        for (auto const& one : config.error()) {
            must(one.starts_with("radslag.toml:"), "a complaint says where");
            must(std::ranges::none_of(one, is_control), "in one line");
        }
        return;
    }
    must(config->port >= 1 && config->port <= 65535, "a port");
    must(config->workers >= 1 && config->workers <= 64, "a number of workers");
    must(config->certificate.empty() == config->key.empty(), "both or none");
    must(server::is_this_machine(config->address) || config->secure(), "to all only with TLS");
    auto const again = server::read_config(server::write_config(*config), "again");
    must(again && *again == *config, "written and read it is the same");
}

Texts seeds() {
    return {file("packaging/radslag.toml"), server::write_config({}),
            "[listen]\naddress = \"::\"\nport = 443\ncertificate = \"/c.pem\"\nkey = \"/k.pem\"\n",
            "[public]\norigin = \"https://a.example\"\nproxies = [\"127.0.0.1\", \"::1\"]\n",
            "[storage]\ndata = '/a'\nkeys = \"/b\\n\\u0001\"\n[work]\nworkers = 4\n"};
}
Texts words() {
    return {"[listen]\n", "address = ", "\"::ffff:127.0.0.1\"",
            "\"127.\"",   "0x50",       "\\n",
            "\\u0000",    "\"\"\"",     "origin = \"https://",
            "data = ",    "keys = ",    "[[",
            "a.b = ",     "[\"",        "../",
            "inf"};
}

Joins const joins({"config", play, seeds, words, 1500});

} // namespace
} // namespace radslag::fuzz
