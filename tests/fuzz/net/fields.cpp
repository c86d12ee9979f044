// What fields of a request say beyond their grammar: codings; and the packing of answers.
#include "fuzz/target.h"
#include "net/request.h"
#include "support/gunzip.h"

namespace radslag::fuzz {
namespace {

void play(std::string_view bytes) {
    net::Request request;
    request.headers.emplace("Accept-Encoding", bytes);
    request.headers.emplace("Connection", bytes);
    request.headers.emplace("Upgrade", "websocket");
    request.headers.emplace("Cookie", bytes);
    bool const some = net::takes(request, "gzip") || net::takes(request, "br");
    must(!some || lower_ascii(bytes).find_first_of("gb*") != std::string::npos, "named, or any");
    if (net::lists(request, "connection", "upgrade"))
        must(lower_ascii(bytes).find("upgrade") != std::string::npos, "named");
    net::read_cookies(request);
    for (auto const& [name, value] : request.cookies) {
        must(net::is_token(name) && net::trimmed(value) == value, "a cookie's name is a token");
        must(bytes.find(name) != bytes.npos && bytes.find(value) != bytes.npos, "as it was sent");
    }
    must(test::gunzip(net::gzip(bytes)) == bytes, "packed and unpacked it is the same");
}

Texts seeds() {
    return {"gzip, deflate, br;q=0.9", "*;q=0", "identity; q=1, gzip;q=0.000, *",
            "keep-alive, Upgrade", "radslag=abc; a=\"b\"; __Host-radslag=x=y"};
}
Texts words() { return {"gzip", "q=", ";", ",", "*", "0.0", "=", "upgrade", "\t"}; }

Joins const joins({"fields", play, seeds, words, 4000});

} // namespace
} // namespace radslag::fuzz
