// The body of a request, counted or in chunks.
#include <fmt/format.h>

#include "fuzz/target.h"
#include "net/body.h"

namespace radslag::fuzz {
namespace {

constexpr std::size_t limit = 1000;

struct Read {
    std::string body;
    std::size_t used = 0;
    bool done = false;
    std::string trouble;
    bool operator==(Read const&) const = default;
};

Read read(std::string_view bytes, std::optional<std::uint64_t> length, std::size_t step) {
    net::BodyReader reader(length, limit);
    Read all;
    auto look = [&] {
        all.done = reader.done();
        if (auto trouble = reader.trouble()) all.trouble = trouble->code;
    };
    look();
    for (auto piece : pieces(bytes, step)) {
        if (all.done || !all.trouble.empty()) break;
        auto const used = reader.take(piece, all.body);
        must(used <= piece.size(), "no more is used than there is");
        all.used += used;
        look();
        must(used == piece.size() || all.done || !all.trouble.empty(), "all is used until the end");
    }
    must(all.body.size() <= limit, "the body is within its limit");
    if (!all.trouble.empty()) must_have_words(refusal("net." + all.trouble));
    return all;
}

void play_one(std::string_view bytes, std::optional<std::uint64_t> length) {
    auto const whole = read(bytes, length, bytes.size());
    for (std::size_t step : {1U, 3U, 50U}) {
        auto const cut = read(bytes, length, step);
        must(cut.body == whole.body && cut.done == whole.done && cut.trouble == whole.trouble,
             "the same body, however it arrives");
        if (whole.done) must(cut.used == whole.used, "the body ends where it ends");
    }
    if (!whole.done) return;
    if (length) return must(whole.body == bytes.substr(0, *length), "the bytes themselves");
    auto const chunk =
        whole.body.empty() ? "" : fmt::format("{:x}\r\n{}\r\n", whole.body.size(), whole.body);
    auto const again = read(chunk + "0\r\n\r\n", {}, 5);
    must(again.done && again.body == whole.body, "written in one chunk it is the same");
}

void play(std::string_view bytes) {
    play_one(bytes, {});
    // A length that the first two bytes tell, to either side of the limit.
    if (bytes.size() < 2) return;
    auto const length =
        static_cast<unsigned char>(bytes[0]) * 8U + static_cast<unsigned char>(bytes[1]);
    play_one(bytes.substr(2), length);
}

Texts seeds() {
    return {"3\r\nabc\r\n0\r\n\r\n",
            "A;name=\"value\"\r\n0123456789\r\n1\r\nx\r\n0\r\nTrailer: a\r\n\r\nGET /",
            "3E8\r\n" + std::string(1000, 'a') + "\r\n0\r\n\r\n", "000000000000000f\r\n",
            std::string("\0\5abcdefgh", 10)};
}
Texts words() {
    return {"\r\n", "0\r\n\r\n", "FFFFFFFFFFFFFFFF", "fffffffffffffff\r\n", ";", "1\r\na\r\n"};
}

Joins const joins({"body", play, seeds, words, 5000});

} // namespace
} // namespace radslag::fuzz
