#pragma once
// The log: JSON, one line each, nothing about people: no names, bodies, queries or addresses.
#include <memory>
#include <string>

#include "http/http.h"

namespace spdlog {
class logger;
}

namespace radslag::server {

class Log {
public:
    explicit Log(std::string const& file); // empty: standard error
    void done(http::Done const& done);
    void bug(std::string_view where, std::string_view what);
    void fault(std::string_view where, std::string_view what);
    void backed_up(std::int64_t cases, std::size_t expired);
    void ticked(std::size_t cases);
    void started(std::uint16_t port, std::size_t models);
    void wrote_checkpoint();
    void mailed();
    void stopped();

private:
    std::shared_ptr<spdlog::logger> logger_;
};

} // namespace radslag::server
