// Letters to a real mail server.
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>

#include "notify/notify.h"
#include "support/certificate.h"
#include "support/mail_server.h"

namespace radslag::notify {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

struct Mail : ::testing::Test {
    fs::path folder = [] {
        auto name = (fs::temp_directory_path() / "radslag-mail-XXXXXX").string();
        return fs::path(mkdtemp(name.data()));
    }();
    SeededRandom random{7};
    Instant now = *read_instant("2026-11-28T04:12:09Z");
    Letter letter{"eva@kommun.example", "Kontrollpunkt åt Eva", "Hej!\n.\nÅt dig.\n", {}};
    MailServer wire{{}, {}, {}, "radslag@kommun.example", {}, false};
    std::optional<test::MailServer> there;

    ~Mail() override { fs::remove_all(folder); }
    std::string at(std::string const& name) { return (folder / name).string(); }

    void begin(std::vector<std::string> wishes = {}, std::string const& scheme = "smtp") {
        there.emplace(folder / "letters", wishes);
        wire.url = scheme + "://localhost:" + there->port();
    }
    void begin_with_tls(std::string const& kind, std::vector<std::string> wishes = {}) {
        test::make_certificate(at("c.pem"), at("c.key"));
        for (auto const& word : std::vector<std::string>{"--tls", kind, "--certificate", at("c.pem"),
                                                         "--key", at("c.key")})
            wishes.push_back(word);
        wire.needs_tls = true;
        wire.authorities = at("c.pem");
        begin(wishes, kind == "smtps" ? "smtps" : "smtp");
    }
    Outcome<Answer> send() { return notify::send(wire, letter, now, random); }
    json::object taken() {
        auto const all = there->letters();
        if (all.size() != 1) throw std::runtime_error("not one letter");
        return json::parse(all.front()).as_object();
    }
    // Refused in these words, and nothing was taken.
    void refused(std::string const& words) {
        auto const sent = send();
        ASSERT_FALSE(sent.has_value());
        EXPECT_EQ(sent.error().told, "The mail server did not take the letter.");
        EXPECT_THAT(sent.error().logged, HasSubstr(words));
        EXPECT_THAT(sent.error().logged, Not(HasSubstr("eva")));
        if (there) EXPECT_THAT(there->letters(), IsEmpty());
    }
};

TEST_F(Mail, ALetterArrivesAsItWasWritten) {
    begin();
    ASSERT_TRUE(send()->has_it);
    auto const got = taken();
    EXPECT_EQ(got.at("from").as_string(), "radslag@kommun.example");
    EXPECT_EQ(got.at("to"), (json::array{"eva@kommun.example"}));
    EXPECT_EQ(got.at("text").as_string(), "Hej!\n.\nÅt dig.\n");
    auto const& head = got.at("head").as_object();
    EXPECT_EQ(head.at("subject").as_string(), "Kontrollpunkt åt Eva");
    EXPECT_EQ(head.at("date").as_string(), "Sat, 28 Nov 2026 04:12:09 +0000");
    EXPECT_EQ(head.at("to").as_string(), "eva@kommun.example");
    EXPECT_EQ(head.at("from").as_string(), "Radslag <radslag@kommun.example>");
}

TEST_F(Mail, WhatIsEnclosedArrivesByteForByte) {
    begin();
    std::string content;
    for (int i = 0; i < 40'000; ++i) content += static_cast<char>("ab\r\n.\t= å"[i % 10]);
    letter.enclosed = {{"checkpoint-000012.txt", content}, {"empty.txt", ""}};
    letter.text = std::string(3000, 'x') + "\nslut\n";
    ASSERT_TRUE(send()->has_it);
    auto const got = taken();
    EXPECT_LE(got.at("longest_line").as_int64(), 998); // RFC 5322, 2.1.1
    EXPECT_EQ(got.at("text").as_string(), letter.text);
    auto const& enclosed = got.at("enclosed").as_object();
    ASSERT_THAT(enclosed, SizeIs(2));
    EXPECT_EQ(enclosed.at("empty.txt").as_string(), "");
    auto const text = std::string(enclosed.at("checkpoint-000012.txt").as_string());
    std::string bytes(content.size() + 3, '\0');
    auto const size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                      reinterpret_cast<unsigned char const*>(text.data()),
                                      static_cast<int>(text.size()));
    ASSERT_GE(size, static_cast<int>(content.size()));
    EXPECT_EQ(bytes.substr(0, content.size()), content);
}

TEST_F(Mail, InTheOpenNothingIsSaidWhereTlsIsNeeded) {
    begin();
    wire.needs_tls = true;
    refused("SSL");
}

TEST_F(Mail, TlsThatBeginsInTheOpen) {
    begin_with_tls("starttls", {"--login", "radslag:sesam"});
    wire.user = "radslag";
    wire.password = "sesam";
    ASSERT_TRUE(send()->has_it);
    EXPECT_TRUE(taken().at("tls").as_bool());
}

TEST_F(Mail, TlsFromTheFirstByte) {
    begin_with_tls("smtps");
    ASSERT_TRUE(send()->has_it);
    EXPECT_TRUE(taken().at("tls").as_bool());
}

TEST_F(Mail, AnUnknownCertificateEndsIt) {
    for (std::string const kind : {"starttls", "smtps"}) {
        begin_with_tls(kind);
        wire.authorities.clear();
        refused("SSL");
    }
}

TEST_F(Mail, AnotherNameEndsIt) {
    begin_with_tls("smtps");
    wire.url = "smtps://127.0.0.1:" + there->port();
    refused("SSL");
}

TEST_F(Mail, AWrongPasswordIsSaid) {
    begin({"--login", "radslag:sesam"});
    wire.user = "radslag";
    wire.password = "fel";
    refused("535");
    EXPECT_THAT(send().error().logged, Not(HasSubstr("fel")));
}

// The next letter may go all the same.
TEST_F(Mail, ALetterThatWillNeverBeTaken) {
    begin({"--refuse"});
    auto const nobody = send();
    ASSERT_TRUE(nobody.has_value()) << nobody.error().logged;
    EXPECT_FALSE(nobody->has_it);
    EXPECT_THAT(nobody->why, HasSubstr("550"));
    EXPECT_THAT(there->letters(), IsEmpty());
    begin({"--largest", "100000"});
    letter.enclosed = {{"large.txt", std::string(200'000, 'a')}};
    auto const large = send();
    ASSERT_TRUE(large.has_value()) << large.error().logged;
    EXPECT_FALSE(large->has_it);
    EXPECT_THAT(large->why, HasSubstr("552"));
    EXPECT_THAT(there->letters(), IsEmpty());
}

TEST_F(Mail, NobodyListens) {
    begin();
    there->stop();
    refused("connect");
}

// Whatever would be a line of its own in the conversation or in the head never reaches it.
TEST_F(Mail, LineBreaksAreNoPartOfAddressesSubjectsAndNames) {
    begin();
    auto const whole = letter;
    auto refuses = [&] {
        EXPECT_THROW(static_cast<void>(send()), Bug);
        letter = whole;
    };
    letter.to = "eva@kommun.example>\r\nRCPT TO:<x@y.example";
    refuses();
    letter.subject = "Hej\r\nBcc: x@y.example";
    refuses();
    letter.enclosed = {{"a\".txt", "x"}};
    refuses();
    EXPECT_THAT(there->letters(), IsEmpty());
    EXPECT_TRUE(send()->has_it);
}

} // namespace
} // namespace radslag::notify
