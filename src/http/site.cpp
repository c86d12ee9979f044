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

std::shared_ptr<std::string const> shared(std::string bytes) {
    return bytes.empty() ? nullptr : std::make_shared<std::string const>(std::move(bytes));
}

} // namespace

Site::Site(std::vector<File> files) {
    for (auto& file : files) {
        Page page;
        page.type = type_of(file.path);
        page.tag = '"' + fingerprint(file.bytes).substr(0, 32) + '"';
        page.forever = file.path.starts_with("/assets/");
        page.bytes = std::make_shared<std::string const>(std::move(file.bytes));
        page.brotli = shared(std::move(file.brotli));
        page.gzip = shared(std::move(file.gzip));
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
    // The smaller first.
    std::string_view coding;
    if (page->brotli && net::takes(request, "br")) coding = "br";
    else if (page->gzip && net::takes(request, "gzip")) coding = "gzip";
    // Two ways of packing are two representations (RFC 9110 §8.8.3).
    auto tag = page->tag;
    if (!coding.empty()) tag.insert(tag.size() - 1, "-" + std::string(coding));
    response.headers = {
        {"Content-Type", page->type},
        {"ETag", tag},
        {"Vary", "Accept-Encoding"},
        {"Cache-Control", page->forever ? "public, max-age=31536000, immutable" : "no-cache"}};
    if (!coding.empty()) response.headers.emplace_back("Content-Encoding", coding);
    auto known = request.header("If-None-Match").value_or("");
    if (known.find(tag) != std::string_view::npos || known == "*") response.status = 304;
    else
        response.file = coding == "br" ? page->brotli : coding == "gzip" ? page->gzip : page->bytes;
    return response;
}

} // namespace radslag::http
