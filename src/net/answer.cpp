#include "net/answer.h"

#include "net/request.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <exception>
#include <stdexcept>

namespace radslag::net {

namespace {

struct Name {
    int status;
    std::string_view words;
};

constexpr std::array names{
    Name{200, "OK"},
    Name{201, "Created"},
    Name{202, "Accepted"},
    Name{204, "No Content"},
    Name{206, "Partial Content"},
    Name{301, "Moved Permanently"},
    Name{302, "Found"},
    Name{303, "See Other"},
    Name{304, "Not Modified"},
    Name{307, "Temporary Redirect"},
    Name{308, "Permanent Redirect"},
    Name{400, "Bad Request"},
    Name{401, "Unauthorized"},
    Name{403, "Forbidden"},
    Name{404, "Not Found"},
    Name{405, "Method Not Allowed"},
    Name{406, "Not Acceptable"},
    Name{409, "Conflict"},
    Name{410, "Gone"},
    Name{411, "Length Required"},
    Name{412, "Precondition Failed"},
    Name{413, "Content Too Large"},
    Name{414, "URI Too Long"},
    Name{415, "Unsupported Media Type"},
    Name{416, "Range Not Satisfiable"},
    Name{417, "Expectation Failed"},
    Name{422, "Unprocessable Content"},
    Name{426, "Upgrade Required"},
    Name{428, "Precondition Required"},
    Name{429, "Too Many Requests"},
    Name{431, "Request Header Fields Too Large"},
    Name{500, "Internal Server Error"},
    Name{501, "Not Implemented"},
    Name{503, "Service Unavailable"},
    Name{505, "HTTP Version Not Supported"},
};

// RFC 9112, 4: clients ignore the words, so those without a name here lose nothing.
std::string_view reason(int status) {
    auto const* found = std::ranges::find(names, status, &Name::status);
    return found == names.end() ? "Status" : found->words;
}

// RFC 9110, 5.6.7. Not strftime: that would follow the locale.
std::string date() {
    auto now = std::time(nullptr);
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

std::string start(int status) {
    std::string head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(std::to_string(status)).append(" ").append(reason(status));
    head.append("\r\n");
    add(head, "Date", date());
    return head;
}

} // namespace

std::string_view Answer::body() const {
    if (bodiless) return {};
    return response.file ? *response.file : response.body;
}

Answer compose(Response response, Asked const& asked) {
    if (response.status < 200 || response.status > 599)
        throw std::invalid_argument("a status that cannot end an answer");
    Answer answer;
    answer.close = asked.close;
    answer.head = start(response.status);
    for (auto const& [name, value] : response.headers) {
        if (!is_token(name) || value.find_first_of(std::string_view("\r\n\0", 3)) != value.npos)
            throw std::invalid_argument("a field that would break the answer");
        if (same(name, "connection") && same(value, "close")) answer.close = true;
        if (!ours(name)) add(answer.head, name, value);
    }
    answer.response = std::move(response);
    auto const& kept = answer.response;
    bool lengthless = kept.status == 204 || kept.status == 304;
    if (!lengthless) add(answer.head, "Content-Length", std::to_string(answer.body().size()));
    answer.bodiless = lengthless || asked.method == "HEAD";
    if (answer.close) add(answer.head, "Connection", "close");
    else if (asked.http_1_0) add(answer.head, "Connection", "keep-alive");
    answer.head.append("\r\n");
    return answer;
}

Answer compose_or_report(Callbacks const& callbacks, Response response, Asked asked,
                         std::string_view where) {
    try {
        return compose(std::move(response), asked);
    } catch (...) {
        report_current(callbacks, where);
        asked.close = true;
        return compose(worded(callbacks, {500, "bug"}), asked);
    }
}

std::string compose_switch(std::string_view key, std::string_view protocol) {
    // RFC 6455, 4.2.2: the accept key proves that the server speaks WebSocket; it protects nothing.
    auto salted = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(salted.data(), salted.size(), digest.data(), &size, EVP_sha1(), nullptr);
    std::array<unsigned char, 64> accept{};
    EVP_EncodeBlock(accept.data(), digest.data(), static_cast<int>(size));
    auto head = start(101);
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
            compose(response, {"GET"});
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
