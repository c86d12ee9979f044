#pragma once
// Chance is a parameter: real in server/, seeded in tests and in sim/.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace radslag {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// Same seed, same bytes (splitmix64). For tests, demo data and simulation, never for secrets.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;
    std::uint64_t next();
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : next() % limit; }

private:
    std::uint64_t state_;
};

inline constexpr std::size_t id_length = 26;
std::string random_id_text(Random& random);
bool is_id_text(std::string_view text);

} // namespace radslag
