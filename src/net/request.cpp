#include "net/request.h"

#include "base/base.h"

#include <algorithm>

namespace radslag::net {

namespace {

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int hex(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    c = lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::optional<std::string> decode(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size()) return {};
            int high = hex(text[i + 1]);
            int low = hex(text[i + 2]);
            if (high < 0 || low < 0) return {};
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    if (!is_utf8(out)) return {};
    return out;
}

template <class Take> void split(std::string_view text, char mark, Take take) {
    while (true) {
        auto end = text.find(mark);
        take(text.substr(0, end));
        if (end == text.npos) return;
        text.remove_prefix(end + 1);
    }
}

// An encoded slash decodes to one more separator than the raw path has.
std::optional<std::string> decode_path(std::string_view raw) {
    auto path = decode(raw, false);
    if (!path || std::ranges::any_of(*path, is_control)) return {};
    if (path->find('\\') != path->npos) return {};
    if (std::ranges::count(*path, '/') != std::ranges::count(raw, '/')) return {};
    bool climbs = false;
    split(*path, '/', [&](std::string_view part) { climbs |= part == "." || part == ".."; });
    if (climbs) return {};
    return path;
}

// "http://host/path" becomes "/path", when the host is the one that the field names.
std::optional<std::string_view> strip_origin(Request const& request, std::string_view target) {
    auto mark = target.find("://");
    auto scheme = target.substr(0, mark);
    if (mark == target.npos || !(same(scheme, "http") || same(scheme, "https"))) return {};
    target.remove_prefix(mark + 3);
    auto end = target.find_first_of("/?");
    if (!same(target.substr(0, end), request.header("host").value_or(""))) return {};
    return end == target.npos ? std::string_view("/") : target.substr(end);
}

bool read_query(Request& request, std::string_view raw) {
    bool good = true;
    split(raw, '&', [&](std::string_view pair) {
        if (pair.empty()) return;
        auto equals = pair.find('=');
        auto name = decode(pair.substr(0, equals), true);
        auto value = decode(equals == pair.npos ? "" : pair.substr(equals + 1), true);
        if (!name || !value || name->find('\0') != name->npos || value->find('\0') != value->npos)
            good = false;
        else request.query.emplace(std::move(*name), std::move(*value));
    });
    return good;
}

template <class Map>
std::optional<std::string_view> first_in(Map const& map, std::string_view name) {
    auto found = map.lower_bound(name);
    if (found == map.end() || map.key_comp()(name, found->first)) return {};
    return found->second;
}

} // namespace

bool NoCase::operator()(std::string_view a, std::string_view b) const noexcept {
    return std::ranges::lexicographical_compare(a, b, {}, lower, lower);
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    return first_in(headers, name);
}
std::optional<std::string_view> Request::cookie(std::string_view name) const {
    return first_in(cookies, name);
}
std::optional<std::string_view> Request::parameter(std::string_view name) const {
    return first_in(query, name);
}

bool same(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool is_token(std::string_view text) noexcept {
    auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
               (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
    };
    return !text.empty() && std::ranges::all_of(text, fits);
}

std::string_view trimmed(std::string_view text) noexcept {
    auto start = text.find_first_not_of(" \t");
    if (start == text.npos) return {};
    return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

bool lists(Request const& request, std::string_view field, std::string_view word) {
    bool found = false;
    auto [first, last] = request.headers.equal_range(field);
    for (auto it = first; it != last; ++it)
        split(it->second, ',', [&](std::string_view part) { found |= same(trimmed(part), word); });
    return found;
}

std::optional<std::string_view> only(Request const& request, std::string_view field,
                                     bool& repeated) {
    auto [first, last] = request.headers.equal_range(field);
    if (first == last) return {};
    repeated = repeated || std::next(first) != last;
    return first->second;
}

std::optional<Trouble> read_target(Request& request) {
    auto bad = Trouble{400, "bad_target"};
    std::string_view target = request.target;
    auto outside = [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c < 0 || c == 0x7f;
    };
    if (std::ranges::any_of(target, outside) || target.find('#') != target.npos) return bad;
    if (target == "*") {
        if (request.method != "OPTIONS") return bad;
        request.path = "*";
        return {};
    }
    if (!target.starts_with('/')) {
        auto stripped = strip_origin(request, target);
        if (!stripped) return bad;
        target = *stripped;
    }
    auto mark = target.find('?');
    auto path = mark == 0 ? std::optional<std::string>("/") : decode_path(target.substr(0, mark));
    if (!path) return bad;
    request.path = std::move(*path);
    if (mark != target.npos && !read_query(request, target.substr(mark + 1))) return bad;
    return {};
}

void read_cookies(Request& request) {
    auto [first, last] = request.headers.equal_range("cookie");
    for (auto it = first; it != last; ++it)
        split(it->second, ';', [&](std::string_view pair) {
            auto equals = pair.find('=');
            if (equals == pair.npos) return;
            auto name = trimmed(pair.substr(0, equals));
            if (is_token(name)) request.cookies.emplace(name, trimmed(pair.substr(equals + 1)));
        });
}

bool asks_for_socket(Request const& request) {
    return lists(request, "upgrade", "websocket") && lists(request, "connection", "upgrade");
}

std::optional<Trouble> check_handshake(Request const& request) {
    bool repeated = false;
    auto key = only(request, "sec-websocket-key", repeated);
    auto version = only(request, "sec-websocket-version", repeated);
    if (version && version != "13") return Trouble{426, "bad_upgrade"};
    // 16 bytes in base64: 22 characters and "==".
    bool fits = key && key->size() == 24 && key->ends_with("==") &&
                std::ranges::all_of(key->substr(0, 22), [](char c) {
                    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
                           c == '+' || c == '/';
                });
    if (request.method != "GET" || !version || !fits || repeated || !request.body.empty())
        return Trouble{400, "bad_upgrade"};
    return {};
}

} // namespace radslag::net
