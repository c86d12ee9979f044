// Heads of messages: RFC 5322 dates, RFC 2047 words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notify/message.h"

namespace radslag::notify {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

TEST(Message, DatesAsTheRfcWritesThem) {
    EXPECT_EQ(written_date(*read_instant("2026-11-28T04:12:09Z")), "Sat, 28 Nov 2026 04:12:09 +0000");
    EXPECT_EQ(written_date(*read_instant("2028-02-29T23:59:59Z")), "Tue, 29 Feb 2028 23:59:59 +0000");
    EXPECT_EQ(written_date(*read_instant("2027-01-03T00:00:00Z")), "Sun, 03 Jan 2027 00:00:00 +0000");
}

TEST(Message, PlainWordsStayAsTheyAre) {
    EXPECT_EQ(encoded("Radslag: checkpoint 12"), "Radslag: checkpoint 12");
    EXPECT_EQ(encoded(""), "");
}

TEST(Message, OtherWordsAreEncodedInWholeCharacters) {
    EXPECT_EQ(encoded("Rådslag"), "=?UTF-8?B?UsOlZHNsYWc=?=");
    // What only looks encoded does not reach the reader as something else.
    EXPECT_EQ(encoded("=?UTF-8?B?QQ==?="), "=?UTF-8?B?PT9VVEYtOD9CP1FRPT0/PQ==?=");
    std::string arabic;
    for (int i = 0; i < 40; ++i) arabic += "عائلة ";
    auto const folded = encoded(arabic);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < folded.size();) {
        auto const end = std::min(folded.find("\r\n ", at), folded.size());
        lines.push_back(folded.substr(at, end - at));
        at = end + 3;
    }
    EXPECT_GT(lines.size(), 8U);
    for (auto const& line : lines) {
        EXPECT_LE(line.size(), 75U);
        EXPECT_TRUE(line.starts_with("=?UTF-8?B?") && line.ends_with("?=")) << line;
    }
}

TEST(Message, EveryLineEndsTheSameWay) {
    EXPECT_EQ(with_line_ends("a\nb\r\nc\n\n"), "a\r\nb\r\nc\r\n\r\n");
}

TEST(Message, OneLetterHasOneNumber) {
    SeededRandom random(1);
    Letter const letter{"eva@kommun.example", "Hej", "", {}};
    auto const head = head_of(letter, "radslag@kommun.example", Instant{}, random);
    EXPECT_THAT(head, testing::Contains(HasSubstr("@kommun.example>")));
    EXPECT_THAT(head, testing::Contains("Auto-Submitted: auto-generated"));
    EXPECT_THAT(head, Each(Not(HasSubstr("\n"))));
    EXPECT_NE(head, head_of(letter, "radslag@kommun.example", Instant{}, random));
}

TEST(Message, Addresses) {
    for (auto const* good : {"eva@kommun.example", "e.v+a@xn--kommn-kva.example", "a@b", "o'hara@x.example"})
        EXPECT_TRUE(is_mail_address(good)) << good;
    for (auto const* bad : {"", "eva", "@b", "a@", "a@b.", ".a@b", "a..b@c", "a b@c", "a@b\r\nRCPT TO:<x@y>",
                            "a@b>", "<a@b", "a@b@c", "å@b", "a,b@c", "\"a\"@b", "a@[127.0.0.1]"})
        EXPECT_FALSE(is_mail_address(bad)) << bad;
    EXPECT_TRUE(is_mail_address(std::string(64, 'a') + "@b"));
    EXPECT_FALSE(is_mail_address(std::string(65, 'a') + "@b"));
}

TEST(Message, ServersAddresses) {
    for (auto const* good : {"smtp://localhost", "smtps://mail.example:465", "smtp://127.0.0.1:25"})
        EXPECT_TRUE(is_mail_url(good)) << good;
    for (auto const* bad : {"", "mail.example", "http://mail.example", "smtp://", "smtp://a:", "smtp://a:123456",
                            "smtp://a:x", "smtp://a/b", "smtp://u:p@a", "smtp://a b", "file:///etc/passwd"})
        EXPECT_FALSE(is_mail_url(bad)) << bad;
}

} // namespace
} // namespace radslag::notify
