#include "base/random.h"

#include <array>

namespace radslag {
namespace {
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
}

std::uint64_t SeededRandom::next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

void SeededRandom::fill(std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(next() >> 32U);
}

std::string random_id_text(Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    std::string text;
    text.reserve(id_length);
    unsigned held = 0;
    unsigned bits = 0;
    for (auto byte : bytes) {
        held = (held << 8U) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += alphabet[(held >> bits) & 31U];
        }
    }
    text += alphabet[(held << (5 - bits)) & 31U];
    return text;
}

bool is_id_text(std::string_view text) {
    return text.size() == id_length &&
           text.find_first_not_of(alphabet) == std::string_view::npos;
}

} // namespace radslag
