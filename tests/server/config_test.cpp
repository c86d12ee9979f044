#include <fstream>

#include <gmock/gmock.h>

#include "server/server.h"

namespace radslag::server {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> complaints(std::string const& text) {
    auto read = read_config(text, "radslag.toml");
    return read ? std::vector<std::string>{} : read.error();
}

TEST(Config, WhatIsWrittenReadsTheSame) {
    Config config;
    config.address = "::";
    config.port = 443;
    config.certificate = "/etc/a \"b\"\\c.pem";
    config.key = "/etc/key.pem";
    config.origin = "https://samrad.example";
    config.proxies = {"127.0.0.1", "::1"};
    config.log = "x.log";
    config.backups = "/mnt/b";
    config.backup_hours = 12;
    config.backups_kept = 60;
    auto read = read_config(write_config(config), "x");
    ASSERT_TRUE(read.has_value()) << read.error().front();
    EXPECT_EQ(*read, config);
}

TEST(Config, TheExampleIsWhatInitWrites) {
    std::ifstream file(RADSLAG_SOURCE_DIR "/packaging/radslag.toml");
    std::string const example{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(example, write_config({}));
}

TEST(Config, WhatIsLeftOutIsAsUsual) { EXPECT_EQ(read_config("", "x").value(), Config{}); }

TEST(Config, AnUnknownOptionIsAnErrorWithAHint) {
    EXPECT_THAT(
        complaints("[listen]\nadress = 1\n"),
        ElementsAre("radslag.toml:2: There is no option \"adress\". Did you mean \"address\"?"));
    EXPECT_THAT(
        complaints("[storge]\ndata = \"x\"\n"),
        ElementsAre(HasSubstr("There is no section \"storge\". Did you mean \"storage\"?")));
}

TEST(Config, EveryMistakeIsToldWithItsLine) {
    EXPECT_THAT(complaints("[listen]\nport = \"80\"\naddress = 7\n[public]\nproxies = [1]\n"),
                ::testing::UnorderedElementsAre(
                    "radslag.toml:2: \"port\" is a whole number.",
                    "radslag.toml:3: \"address\" is a text in quotes, on one line.",
                    "radslag.toml:5: \"proxies\" is a list of texts: [\"…\", \"…\"]."));
    EXPECT_THAT(complaints("[listen\n"), ElementsAre(HasSubstr("radslag.toml:1")));
}

// `init` writes what was read, and a complaint is one line of a log.
TEST(Config, ControlCharactersStandNowhere) {
    for (auto const* text : {R"("/b\n/c")", R"("\u0000")", "'''a\nb'''"})
        EXPECT_THAT(complaints(std::string("[storage]\nkeys = ") + text + "\n"),
                    ElementsAre(HasSubstr("\"keys\" is a text in quotes, on one line.")))
            << text;
    EXPECT_THAT(complaints("[public]\nproxies = [\"::1\\n\"]\n"),
                ElementsAre(HasSubstr("proxies")));
    EXPECT_THAT(complaints("\"a\\nb\" = 1\n"), ElementsAre(HasSubstr("no section \"a?b\"")));
}

TEST(Config, AKeyOfAHundredThousandPartsIsRefused) {
    std::string deep = "a";
    for (int i = 0; i < 100'000; ++i) deep += ".a";
    EXPECT_THAT(complaints("\n" + deep + " = 1\n"),
                ElementsAre("radslag.toml:2: The line is longer than 1000 bytes."));
}

TEST(Config, WhatCannotBeIsRefused) {
    EXPECT_THAT(complaints("[listen]\nport = 70000\n"), ElementsAre(HasSubstr("port")));
    EXPECT_THAT(complaints("[listen]\nport = 0\n"), ElementsAre(HasSubstr("1 to 65535")));
    EXPECT_THAT(complaints("[listen]\naddress = \"localhost\"\n"),
                ElementsAre(HasSubstr("\"localhost\"")));
    EXPECT_THAT(complaints("[public]\nproxies = [\"127.0.0.1\", \"nonsense\"]\n"),
                ElementsAre(HasSubstr("\"nonsense\"")));
    EXPECT_THAT(complaints("[public]\norigin = \"https://\"\n"), ElementsAre(HasSubstr("origin")));
    EXPECT_THAT(complaints("[public]\norigin = \"https://a b\"\n"),
                ElementsAre(HasSubstr("origin")));
    EXPECT_THAT(complaints("[listen]\ncertificate = \"a\"\n"),
                ElementsAre(HasSubstr("both or none")));
    EXPECT_THAT(complaints("[public]\norigin = \"samrad.example\"\n"),
                ElementsAre(HasSubstr("origin")));
    EXPECT_THAT(complaints("[public]\norigin = \"https://a.example/\"\n"),
                ElementsAre(HasSubstr("slash")));
    EXPECT_THAT(complaints("[work]\nworkers = 0\n"), ElementsAre(HasSubstr("workers")));
    EXPECT_THAT(complaints("[storage]\ndata = \"/d\"\nkeys = \"/d/k\"\n"),
                ElementsAre(HasSubstr("same backup")));
    EXPECT_THAT(complaints("[storage]\ndata = \"/d/\"\nkeys = \"/d/../d/k\"\n"),
                ElementsAre(HasSubstr("same backup")));
    EXPECT_THAT(complaints("[storage]\ndata = \"/d\"\nkeys = \"/d/\"\n"),
                ElementsAre(HasSubstr("same backup")));
    EXPECT_THAT(complaints("[storage]\ndata = \"/d\"\nkeys = \"/d-keys\"\n"), ElementsAre());
}

TEST(Config, BackupsLieApartFromTheDataAndTheKeysApartFromTheBackups) {
    auto backups = [](std::string const& options) {
        return complaints("[storage]\ndata = \"/d\"\nkeys = \"/k\"\n[backup]\n" + options);
    };
    EXPECT_THAT(backups("folder = \"/d/backups\"\n"), ElementsAre(HasSubstr("lost together")));
    EXPECT_THAT(backups("folder = \"/\"\n"), ElementsAre(HasSubstr("would find its key")));
    EXPECT_THAT(backups("every_hours = 0\n"), ElementsAre(HasSubstr("1 to 168")));
    EXPECT_THAT(backups("every_hours = 169\n"), ElementsAre(HasSubstr("1 to 168")));
    EXPECT_THAT(backups("keep = 0\n"), ElementsAre(HasSubstr("1 to 1000")));
    EXPECT_THAT(backups("folder = \"/b\"\nevery_hours = 24\nkeep = 7\n"), ElementsAre());
}

TEST(Config, MailGoesFromAnAddressToAnAddress) {
    auto mail = [](std::string const& options) { return complaints("[mail]\n" + options); };
    auto const whole = std::string("server = \"smtps://mail.example:465\"\nfrom = \"r@x.example\"\n");
    EXPECT_THAT(mail(whole), ElementsAre());
    EXPECT_THAT(mail("server = \"mail.example\"\nfrom = \"r@x.example\"\n"),
                ElementsAre(HasSubstr("smtps://mail.example.org:465")));
    EXPECT_THAT(mail("server = \"smtp://localhost\"\n"), ElementsAre(HasSubstr("letters come from")));
    EXPECT_THAT(mail(whole + "[checkpoints]\nmail = \"eva@x.example\"\n"), ElementsAre());
    EXPECT_THAT(mail(whole + "[checkpoints]\nmail = \"eva\"\n"),
                ElementsAre(HasSubstr("one address")));
    EXPECT_THAT(complaints("[checkpoints]\nmail = \"eva@x.example\"\n"),
                ElementsAre(HasSubstr("names no \"server\"")));
}

// Passwords go over the wire: what others can reach has TLS, here or in front.
TEST(Config, WithoutTlsOnlyThisMachineIsServed) {
    auto listens = [](std::string const& address, std::string const& more = {}) {
        return complaints("[listen]\naddress = \"" + address + "\"\n" + more);
    };
    for (auto const* address : {"127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1"}) {
        EXPECT_TRUE(is_this_machine(address)) << address;
        EXPECT_THAT(listens(address), ElementsAre()) << address;
    }
    for (auto const* address : {"0.0.0.0", "::", "192.0.2.7", "2001:db8::1", "::ffff:192.0.2.7"}) {
        EXPECT_FALSE(is_this_machine(address)) << address;
        EXPECT_THAT(listens(address),
                    ElementsAre(::testing::AllOf(HasSubstr(address), HasSubstr("certificate"),
                                                 HasSubstr("origin"), HasSubstr("127.0.0.1"))));
        EXPECT_THAT(listens(address, "certificate = \"c\"\nkey = \"k\"\n"), ElementsAre());
        EXPECT_THAT(listens(address, "[public]\norigin = \"https://a.example\"\n"), ElementsAre());
        EXPECT_THAT(listens(address, "[public]\norigin = \"http://a.example\"\n"),
                    ElementsAre(HasSubstr("without TLS")));
    }
}

TEST(Pulse, BeatsWhenTheClockHasGoneOnOrBack) {
    Pulse pulse(60);
    EXPECT_TRUE(pulse.is_due(Instant{1000}));
    EXPECT_FALSE(pulse.is_due(Instant{1000}));
    EXPECT_FALSE(pulse.is_due(Instant{1059}));
    EXPECT_TRUE(pulse.is_due(Instant{1060}));
    EXPECT_TRUE(pulse.is_due(Instant{5}));
    EXPECT_FALSE(pulse.is_due(Instant{6}));
}

} // namespace
} // namespace radslag::server
