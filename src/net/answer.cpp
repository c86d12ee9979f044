#include "net/answer.h"

#include "net/request.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>
#include <exception>
#include <stdexcept>

namespace radslag::net {

namespace {

std::string_view reason(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status"; // RFC 9112, 4: clients ignore it
    }
}

// RFC 9110, 5.6.7. Not strftime: that would follow the locale.
std::string date(std::time_t now) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm t{};
    gmtime_r(&now, &t);
    auto two = [](int n) { return std::string{char('0' + n / 10), char('0' + n % 10)}; };
    return std::string(days.at(static_cast<std::size_t>(t.tm_wday))) + ", " + two(t.tm_mday) + " " +
           months.at(static_cast<std::size_t>(t.tm_mon)) + " " + std::to_string(t.tm_year + 1900) +
           " " + two(t.tm_hour) + ":" + two(t.tm_min) + ":" + two(t.tm_sec) + " GMT";
}

void add(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

bool ours(std::string_view name) {
    return same(name, "content-length") || same(name, "transfer-encoding") || same(name, "date") ||
           same(name, "connection") || same(name, "keep-alive");
}

std::string start(int status, std::time_t now) {
    std::string head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(std::to_string(status)).append(" ").append(reason(status));
    head.append("\r\n");
    add(head, "Date", date(now));
    return head;
}

} // namespace

Answer compose(Response response, std::string_view method, bool close, bool http_1_0,
               std::time_t now) {
    if (response.status < 200 || response.status > 599)
        throw std::invalid_argument("a status that cannot end an answer");
    Answer answer;
    answer.close = close;
    answer.head = start(response.status, now);
    for (auto const& [name, value] : response.headers) {
        if (!is_token(name) || value.find_first_of(std::string_view("\r\n\0", 3)) != value.npos)
            throw std::invalid_argument("a field that would break the answer");
        if (same(name, "connection") && same(value, "close")) answer.close = true;
        if (!ours(name)) add(answer.head, name, value);
    }
    answer.response = std::move(response);
    auto const& kept = answer.response;
    answer.body = kept.file ? std::string_view(*kept.file) : std::string_view(kept.body);
    bool bodiless = kept.status == 204 || kept.status == 304;
    if (!bodiless) add(answer.head, "Content-Length", std::to_string(answer.body.size()));
    if (bodiless || method == "HEAD") answer.body = {};
    if (answer.close)
        add(answer.head, "Connection", "close");
    else if (http_1_0)
        add(answer.head, "Connection", "keep-alive");
    answer.head.append("\r\n");
    return answer;
}

std::string compose_switch(std::string_view key, std::string_view protocol, std::time_t now) {
    // RFC 6455, 4.2.2: the accept key proves that the server speaks WebSocket; it protects nothing.
    auto salted = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(salted.data(), salted.size(), digest.data(), &size, EVP_sha1(), nullptr);
    std::array<unsigned char, 64> accept{};
    EVP_EncodeBlock(accept.data(), digest.data(), static_cast<int>(size));
    auto head = start(101, now);
    add(head, "Upgrade", "websocket");
    add(head, "Connection", "Upgrade");
    add(head, "Sec-WebSocket-Accept", reinterpret_cast<char const*>(accept.data()));
    if (!protocol.empty()) add(head, "Sec-WebSocket-Protocol", protocol);
    return head.append("\r\n");
}

Response worded(Callbacks const& callbacks, Trouble const& trouble) {
    Response response;
    bool said = false;
    if (callbacks.word) {
        try {
            response = callbacks.word(trouble);
            compose(response, "GET", true, false, 0);
            said = true;
        } catch (...) {
            report_current(callbacks, "word");
        }
    }
    if (!said) {
        response = {};
        response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
        response.body = "{\"code\":\"" + std::string(trouble.code) + "\"}";
    }
    response.status = trouble.status;
    if (trouble.status == 503) response.headers.emplace_back("Retry-After", "1");
    if (trouble.status == 426) {
        response.headers.emplace_back("Upgrade", "websocket");
        response.headers.emplace_back("Sec-WebSocket-Version", "13");
    }
    return response;
}

void report(Callbacks const& callbacks, std::string_view where, std::string_view what) noexcept {
    try {
        if (callbacks.on_bug) callbacks.on_bug(where, what);
    } catch (...) { // the log itself is broken: nobody is left to tell
    }
}

void report_current(Callbacks const& callbacks, std::string_view where) noexcept {
    try {
        throw;
    } catch (std::exception const& e) {
        report(callbacks, where, e.what());
    } catch (...) {
        report(callbacks, where, "an exception that is no std::exception");
    }
}

} // namespace radslag::net
