#include "server/log.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace radslag::server {
namespace {

// What goes into a line is the program's own words; quotes in them would still break it.
std::string plain(std::string_view text) {
    std::string out;
    for (char c : text)
        out += c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return out;
}

} // namespace

Log::Log(std::string const& file) {
    std::shared_ptr<spdlog::sinks::sink> sink;
    if (file.empty()) sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    else sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
    logger_ = std::make_shared<spdlog::logger>("radslag", std::move(sink));
    logger_->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l",%v})",
                         spdlog::pattern_time_type::utc);
    logger_->flush_on(spdlog::level::info);
}

void Log::done(http::Done const& done) {
    logger_->info(R"("event":"request","number":{},"operation":"{}","status":{},"micros":{})",
                  done.number, done.operation, done.status, done.micros);
}
void Log::bug(std::string_view where, std::string_view what) {
    logger_->error(R"("event":"bug","where":"{}","what":"{}")", plain(where), plain(what));
}
void Log::fault(std::string_view where, std::string_view what) {
    logger_->error(R"("event":"fault","where":"{}","what":"{}")", plain(where), plain(what));
}
void Log::backed_up(std::int64_t cases, std::size_t expired) {
    logger_->info(R"("event":"backup","cases":{},"expired":{})", cases, expired);
}
void Log::ticked(std::size_t cases) { logger_->info(R"("event":"tick","cases":{})", cases); }
void Log::started(std::uint16_t port, std::size_t models) {
    logger_->info(R"("event":"start","port":{},"models":{})", port, models);
}
void Log::mailed() { logger_->info(R"("event":"mail")"); }
void Log::wrote_checkpoint() { logger_->info(R"("event":"checkpoint")"); }
void Log::stopped() { logger_->info(R"("event":"stop")"); }

} // namespace radslag::server
