#pragma once
// Small secrets: fingerprints, comparing without telling by the time taken, random words, and the
// digits of an authenticator (RFC 6238: SHA-1, 30 seconds, six digits).
#include <optional>
#include <string>
#include <string_view>

#include "base/base.h"

namespace radslag::http {

std::string fingerprint(std::string_view text); // BLAKE2b-256, hexadecimal
bool same(std::string_view a, std::string_view b);
std::string random_word(Random& random, std::size_t bytes); // base64url

// The time step of the code, if it is one of now or one step off, and newer than `used`: a code
// works once.
std::optional<std::int64_t> step_of(std::string const& secret, std::string_view code, Instant now,
                                    std::int64_t used);
// What an authenticator app reads from a picture: otpauth://…
std::string enrolment_uri(std::string_view organisation, std::string_view mail,
                          std::string_view secret);

} // namespace radslag::http
