#include "http/totp.h"

#include <array>
#include <cstdlib>

#include <liboath/oath.h>

#include "http/http.h"

namespace radslag::http {
namespace {

constexpr std::int64_t step_micros = 30'000'000;

std::string digits_of(std::string const& secret, std::int64_t step) {
    char* bytes = nullptr;
    std::size_t size = 0;
    RADSLAG_SURE(oath_base32_decode(secret.data(), secret.size(), &bytes, &size) == OATH_OK);
    std::array<char, 7> digits{};
    auto done = oath_hotp_generate(bytes, size, static_cast<std::uint64_t>(step), 6, false,
                                   OATH_HOTP_DYNAMIC_TRUNCATION, digits.data());
    std::free(bytes); // liboath allocates with malloc
    RADSLAG_SURE(done == OATH_OK);
    return digits.data();
}

std::string escaped(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    static constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@";
    std::string out;
    for (char c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos) out += c;
        else ((out += '%') += hex[byte >> 4U]) += hex[byte & 15U];
    }
    return out;
}

} // namespace

std::string six_digits(std::string const& secret, Instant at) {
    return digits_of(secret, at.micros / step_micros);
}

// All three are compared, whichever fits.
std::optional<std::int64_t> step_of(std::string const& secret, std::string_view code, Instant now,
                                    std::int64_t used) {
    std::optional<std::int64_t> found;
    auto const here = now.micros / step_micros;
    for (auto step = here - 1; step <= here + 1; ++step)
        if (same(digits_of(secret, step), code) && step > used && !found) found = step;
    return found;
}

std::string Vault::new_secret(Random& random) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::array<std::uint8_t, 32> chance{};
    random.fill(chance);
    std::string secret;
    for (auto byte : chance) secret += letters[byte & 31U];
    return secret;
}

std::string enrolment_uri(std::string_view organisation, std::string_view mail,
                          std::string_view secret) {
    auto const issuer = escaped("Radslag " + std::string(organisation));
    return "otpauth://totp/" + issuer + ':' + escaped(mail) + "?secret=" + std::string(secret) +
           "&issuer=" + issuer;
}

} // namespace radslag::http
