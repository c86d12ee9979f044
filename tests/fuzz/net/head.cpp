// The head of a request as it comes off the wire: request line, target, query, fields, cookies.
#include <algorithm>

#include "fuzz/target.h"
#include "net/head.h"
#include "net/request.h"

namespace radslag::fuzz {
namespace {

net::Limits const limits;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

void told(net::Trouble const& trouble) {
    must(trouble.status >= 400, "a trouble is no success");
    must_have_words(refusal("net." + std::string(trouble.code)));
}

// The head's size, however the bytes arrive; 0: none, or trouble.
std::size_t find(std::string_view bytes, std::size_t step) {
    net::HeadFinder finder(limits);
    std::size_t arrived = 0;
    for (auto piece : pieces(bytes, step)) {
        arrived += piece.size();
        if (auto size = finder.find(bytes.substr(0, arrived))) {
            must(!finder.trouble(), "what was found is in order");
            must(size <= arrived && size <= limits.header, "the head is within its limit");
            return size;
        }
        if (auto trouble = finder.trouble()) {
            told(*trouble);
            return 0;
        }
    }
    must(bytes.size() <= limits.header, "no more is read than the limit");
    return 0;
}

std::string encoded(std::string_view text) {
    std::string out;
    for (char c : text) {
        char hex[4];
        std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned char>(c));
        if (c == '/' || (c >= 'a' && c <= 'z')) out += c;
        else out += hex;
    }
    return out;
}

void check_path(std::string const& path) {
    if (path == "*") return;
    must(path.starts_with('/'), "a path begins with a slash");
    must(is_utf8(path), "a path is UTF-8");
    must(std::ranges::none_of(path, is_control), "a path holds no control characters");
    must(path.find('\\') == path.npos, "a path holds no backslash");
    auto const whole = path + '/';
    must(whole.find("/../") == whole.npos && whole.find("/./") == whole.npos, "a path climbs not");
}

// What was understood, written down and read again, is the same.
void check_again(net::Request const& request) {
    if (request.path == "*") return;
    net::Request again;
    again.method = request.method;
    again.target = encoded(request.path);
    char mark = '?';
    for (auto const& [name, value] : request.query) {
        must(is_utf8(name) && is_utf8(value), "a query is UTF-8");
        must((name + value).find('\0') == std::string::npos, "a query holds no NUL");
        again.target += mark + encoded(name) + '=' + encoded(value);
        mark = '&';
    }
    must(!net::read_target(again), "what was written is read");
    must(again.path == request.path && again.query == request.query, "and says the same");
}

void check_fields(net::Request const& request) {
    must(net::is_token(request.method), "a method is a token");
    for (auto const& [name, value] : request.headers) {
        must(net::is_token(name), "a field's name is a token");
        must(std::ranges::none_of(value, [](char c) { return is_control(c) && c != '\t'; }),
             "a field holds no control characters");
    }
    for (auto const& [name, value] : request.cookies) {
        must(net::is_token(name), "a cookie's name is a token");
        must(value.find(';') == value.npos && net::trimmed(value) == value, "a cookie ends");
    }
    if (net::asks_for_socket(request))
        if (auto trouble = net::check_handshake(request)) told(*trouble);
}

void play(std::string_view bytes) {
    auto const size = find(bytes, bytes.size());
    for (std::size_t step : {1U, 7U, 61U})
        must(find(bytes, step) == size, "the head ends where it ends, however it arrives");
    if (size == 0) return;
    auto const head = net::read_head(bytes.substr(0, size));
    if (head.trouble) return told(*head.trouble);
    must(!(head.chunked && head.length > 0), "one way to tell the body's length");
    must(head.request.target.size() <= limits.target, "the target is within its limit");
    check_path(head.request.path);
    check_fields(head.request);
    check_again(head.request);
}

Texts seeds() {
    std::string const host = "Host: a.example\r\n";
    Texts all{
        "GET /api/cases?mine=true&order=due&limit=20 HTTP/1.1\r\n" + host + "\r\n",
        "POST /api/acts/open_case HTTP/1.1\r\n" + host +
            "Content-Length: 12\r\nContent-Type: application/json\r\nCookie: radslag=abc; "
            "b=\"c\"\r\n"
            "X-CSRF: w\r\nExpect: 100-continue\r\n\r\n{\"id\":\"a\"}",
        "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        "GET http://a.example/b%20c?d=e+f%C3%A5 HTTP/1.1\r\n" + host + "\r\n",
        "OPTIONS * HTTP/1.1\r\n" + host + "Accept-Encoding: br;q=1, gzip;q=0.5\r\n\r\n",
        "GET /live HTTP/1.1\r\n" + host +
            "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        "GET /a%4 HTTP/1.1\r\n" + host + "\r\n",
        "GET /?a=%c&b=% HTTP/1.1\r\n" + host + "\r\n",
        "GET / HTTP/1.0\r\n\r\n",
    };
    // Every operation of the contract.
    auto const contract = file("contract/openapi.yaml");
    for (auto at = contract.find("\n  /api/"); at != std::string::npos;
         at = contract.find("\n  /api/", at + 1))
        all.push_back("GET " + contract.substr(at + 3, contract.find(':', at) - at - 3) +
                      " HTTP/1.1\r\n" + host + "\r\n");
    for (auto const& one : quoted_in("tests/net/malformed_test.cpp"))
        if (one.find("HTTP/1") != std::string::npos) all.push_back(one);
    return all;
}

Texts words() {
    return {"%c ",
            "%&",
            "\r\n",
            "\r\n\r\n",
            "\r\n ",
            "Cookie: ",
            "Content-Length: ",
            "%2e%2e/",
            "%2F",
            "%00",
            "%5C",
            "Transfer-Encoding: chunked",
            "HTTP/1.1",
            "http://",
            "Host: ",
            "Expect: ",
            "Connection: Upgrade",
            "\t",
            "Upgrade: websocket\r\n",
            "\xc3\xa5",
            "?",
            "&=",
            ";"};
}

Joins const joins({"head", play, seeds, words, 10'000});

} // namespace
} // namespace radslag::fuzz
