#include <chrono>
#include <fstream>

#include <sodium.h>

#include "server/parts.h"

namespace radslag::server {

Instant SystemClock::now() const {
    auto since = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

Instant FileClock::now() const {
    std::ifstream file(file_);
    std::string line;
    std::getline(file, line);
    auto instant = read_instant(line);
    if (!instant) throw std::runtime_error("the clock's file holds no instant");
    return *instant;
}

SystemRandom::SystemRandom() { RADSLAG_SURE(sodium_init() >= 0); }
void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
}

std::string new_key() {
    std::string key(32, '\0');
    SystemRandom().fill({reinterpret_cast<std::uint8_t*>(key.data()), key.size()});
    return key;
}

bool Pulse::is_due(Instant now) {
    std::lock_guard lock(mutex_);
    if (last_ && now >= *last_ && now.micros - last_->micros < every_) return false;
    last_ = now;
    return true;
}

void Pulse::beat(Instant now) {
    std::lock_guard lock(mutex_);
    last_ = now;
}

} // namespace radslag::server
