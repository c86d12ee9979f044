#pragma once
// The browser side, from memory: files with a fingerprint, and index.html for every path of the
// app.
#include "http/http.h"

namespace radslag::http {

class Site {
public:
    explicit Site(std::vector<File> files);
    // Nothing when there is no such file and the path is not one of the app's.
    [[nodiscard]] std::optional<net::Response> answer(net::Request const& request) const;

private:
    struct Page {
        std::string type, tag;
        bool forever = false; // its name changes with its content
        std::shared_ptr<std::string const> bytes, brotli, gzip;
    };
    [[nodiscard]] Page const* find(std::string_view path) const;
    std::map<std::string, Page, std::less<>> pages_;
};

} // namespace radslag::http
