// Codes of an authenticator, sealed secrets out of the database, cookies' words.
#include "fuzz/target.h"
#include "http/sessions.h"
#include "http/totp.h"

#include "http/http.h"

namespace radslag::fuzz {
namespace {

void play(std::string_view bytes) {
    static http::Vault const vault{http::Vault::Key{1, 2, 3}};
    static SeededRandom random(7);
    auto const text = std::string(bytes);
    StaffId const one{"0123456789abcdefghjkmnpqrs"}, other{"0123456789abcdefghjkmnpqrt"};
    must(!vault.unseal(one, text), "nobody can make a seal up");
    auto const sealed = vault.seal(one, text, random);
    must(vault.unseal(one, sealed) == text, "sealed and unsealed it is the same");
    must(!vault.unseal(other, sealed), "a seal is of one account");
    auto const now = *read_instant("2026-11-27T12:00:00Z");
    auto const secret = std::string("RADSLAGTESTRADSLAGTESTRADSLAGTES");
    auto const code = http::six_digits(secret, now);
    must(http::step_of(secret, bytes, now, 0).has_value() ==
             (bytes == code ||
              bytes == http::six_digits(secret, Instant{now.micros + 30'000'000}) ||
              bytes == http::six_digits(secret, Instant{now.micros - 30'000'000})),
         "only the code of now, one step off, opens");
    must(http::fingerprint(bytes).size() == 64, "a fingerprint");
    auto const uri = http::enrolment_uri(bytes, bytes, secret);
    must(uri.find_first_of(" \"<>\r\n") == uri.npos, "an address holds no blanks or marks");
}

Texts seeds() {
    auto const now = *read_instant("2026-11-27T12:00:00Z");
    SeededRandom random(9);
    return {http::six_digits("RADSLAGTESTRADSLAGTESTRADSLAGTES", now), "123456",
            http::random_word(random, 32), http::random_word(random, 80) + "=="};
}

Joins const joins({"secret", play, seeds, nullptr, 2000});

} // namespace
} // namespace radslag::fuzz
