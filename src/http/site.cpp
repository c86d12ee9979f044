#include "http/site.h"

#include <algorithm>

#include "http/totp.h"

namespace radslag::http {
namespace {

constexpr std::pair<std::string_view, std::string_view> types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"}};

std::string_view type_of(std::string_view path) {
    for (auto const& [end, type] : types)
        if (path.ends_with(end)) return type;
    return "application/octet-stream";
}

bool has_ending(std::string_view path) {
    return path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
}

// Takes brotli, and does not say that it weighs nothing.
bool takes_brotli(net::Request const& request) {
    auto accepted = lower_ascii(request.header("Accept-Encoding").value_or(""));
    auto at = accepted.find("br");
    if (at == std::string::npos) return false;
    auto rest = accepted.substr(at + 2, accepted.find(',', at) - at - 2);
    return rest.empty() || (rest.starts_with(";q=") && rest != ";q=0" && rest != ";q=0.0");
}

} // namespace

Site::Site(std::vector<File> files) {
    for (auto& file : files) {
        Page page;
        page.type = type_of(file.path);
        page.tag = '"' + fingerprint(file.bytes).substr(0, 32) + '"';
        page.forever = file.path.starts_with("/assets/");
        page.bytes = std::make_shared<std::string const>(std::move(file.bytes));
        if (!file.brotli.empty())
            page.brotli = std::make_shared<std::string const>(std::move(file.brotli));
        pages_.emplace(file.path, std::move(page));
    }
}

Site::Page const* Site::find(std::string_view path) const {
    auto at = pages_.find(path);
    if (at == pages_.end() && !has_ending(path)) at = pages_.find("/index.html");
    return at == pages_.end() ? nullptr : &at->second;
}

std::optional<net::Response> Site::answer(net::Request const& request) const {
    auto const* page = find(request.path);
    if (page == nullptr) return {};
    net::Response response;
    bool const packed = page->brotli && takes_brotli(request);
    // Two ways of packing are two representations (RFC 9110 §8.8.3).
    auto tag = page->tag;
    if (packed) tag.insert(tag.size() - 1, "-br");
    response.headers = {
        {"Content-Type", page->type},
        {"ETag", tag},
        {"Vary", "Accept-Encoding"},
        {"Cache-Control", page->forever ? "public, max-age=31536000, immutable" : "no-cache"}};
    if (packed) response.headers.emplace_back("Content-Encoding", "br");
    auto known = request.header("If-None-Match").value_or("");
    if (known.find(tag) != std::string_view::npos || known == "*") response.status = 304;
    else response.file = packed ? page->brotli : page->bytes;
    return response;
}

} // namespace radslag::http
