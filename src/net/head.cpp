#include "net/head.h"

#include "net/request.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>
#include <charconv>
#include <limits>

namespace radslag::net {

namespace {

namespace http = boost::beast::http;

constexpr std::size_t longest_method = 32;

// "HTTP/1.1" with any digits is a version that we may not speak; anything else is no request at
// all.
std::optional<Trouble> check_version(std::string_view line) {
    auto version = line.substr(std::min(line.size(), line.rfind(' ') + 1));
    auto digit = [&](std::size_t i) { return version[i] >= '0' && version[i] <= '9'; };
    if (version.size() != 8 || !version.starts_with("HTTP/") || version[6] != '.' || !digit(5) ||
        !digit(7))
        return Trouble{400, "bad_request"};
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return Trouble{505, "bad_version"};
    return {};
}

Trouble trouble_of(http::error fault) {
    switch (fault) {
    case http::error::bad_method:
    case http::error::bad_version:
        return {400, "bad_request"};
    case http::error::bad_target:
        return {400, "bad_target"};
    case http::error::bad_content_length:
    case http::error::multiple_content_length:
    case http::error::bad_transfer_encoding:
        return {400, "bad_length"};
    default:
        return {400, "bad_header"};
    }
}

std::optional<Trouble> check_host(Head const& head) {
    bool repeated = false;
    auto host = only(head.request, "host", repeated);
    auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (c != '\0' &&
                std::string_view("-._~:[]%!$&'()*+,;=").find(c) != std::string_view::npos);
    };
    if (!host && head.http_1_0) return {};
    if (!host || repeated || host->empty() || !std::ranges::all_of(*host, fits))
        return Trouble{400, "bad_host"};
    return {};
}

std::optional<Trouble> read_length(Head& head) {
    auto bad = Trouble{400, "bad_length"};
    bool repeated = false;
    auto length = only(head.request, "content-length", repeated);
    auto encoding = only(head.request, "transfer-encoding", repeated);
    // Both at once is what Beast refuses, too; it matters too much to lean on that alone.
    if (repeated || (length && encoding) || (encoding && head.http_1_0)) return bad;
    if (encoding) {
        if (!same(*encoding, "chunked")) return Trouble{501, "bad_encoding"};
        head.chunked = true;
    }
    if (length) {
        auto const* end = length->data() + length->size();
        auto [stop, fault] = std::from_chars(length->data(), end, head.length);
        if (fault != std::errc{} || stop != end) return bad;
    }
    return {};
}

std::optional<Trouble> read_expectation(Head& head) {
    auto wish = head.request.header("expect");
    if (!wish || head.http_1_0) return {};
    if (!same(*wish, "100-continue")) return Trouble{417, "bad_expectation"};
    head.expects_continue = true;
    return {};
}

} // namespace

std::size_t HeadFinder::find(std::string_view bytes) {
    // A line ends with CRLF: a bare LF is a line's end to some and part of a value to others.
    for (; seen < bytes.size(); ++seen) {
        if (bytes[seen] != '\n') continue;
        if (seen == 0 || bytes[seen - 1] != '\r') {
            wrong = {400, "bad_request"};
            return 0;
        }
        if (seen >= 3 && bytes.substr(seen - 3, 4) == "\r\n\r\n") break;
    }
    bool whole = seen < bytes.size();
    wrong = check_first_line(bytes);
    if (!wrong && (whole ? seen + 1 : seen) > limits.header) wrong = {431, "headers_too_large"};
    return whole && !wrong ? seen + 1 : 0;
}

std::optional<Trouble> HeadFinder::check_first_line(std::string_view bytes) const {
    auto line_end = bytes.find("\r\n");
    auto line = bytes.substr(0, line_end);
    auto space = line.find(' ');
    auto method = line.substr(0, space);
    bool fits = is_token(method) && method.size() <= longest_method;
    if (!fits) return Trouble{400, "bad_request"};
    if (space == line.npos)
        return line_end == bytes.npos ? std::nullopt : std::optional(Trouble{400, "bad_request"});
    auto rest = line.substr(space + 1);
    if (rest.substr(0, rest.find(' ')).size() > limits.target)
        return Trouble{414, "target_too_long"};
    return line_end == bytes.npos ? std::nullopt : check_version(line);
}

Head read_head(std::string_view bytes) {
    Head head;
    auto refuse = [&](Trouble trouble) {
        head.trouble = trouble;
        return std::move(head);
    };
    // A folded line (RFC 9112, 5.2) is one field to some and two to others.
    if (bytes.find("\r\n ") != bytes.npos || bytes.find("\r\n\t") != bytes.npos)
        return refuse({400, "bad_header"});
    http::request_parser<http::empty_body> parser;
    parser.eager(false);
    parser.header_limit(std::numeric_limits<std::uint32_t>::max()); // HeadFinder has measured it
    parser.body_limit(boost::none);
    boost::beast::error_code fault;
    parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), fault);
    if (fault || !parser.is_header_done())
        return refuse(trouble_of(static_cast<http::error>(fault.value())));

    auto const& message = parser.get();
    auto& request = head.request;
    request.method = message.method_string();
    request.target = message.target();
    for (auto const& field : message) request.headers.emplace(field.name_string(), field.value());
    head.http_1_0 = message.version() == 10;
    head.keep_alive = message.keep_alive();
    head.trouble = check_host(head);
    if (!head.trouble) head.trouble = read_length(head);
    if (!head.trouble) head.trouble = read_target(request);
    if (!head.trouble) head.trouble = read_expectation(head);
    if (!head.trouble) read_cookies(request);
    return head;
}

} // namespace radslag::net
