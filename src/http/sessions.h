#pragma once
// Who is asking: a cookie with 32 random bytes, kept hashed. A session ends after half an hour of
// silence, twelve hours after it began, and at once when its account is locked.
#include "commands/commands.h"
#include "net/net.h"

namespace radslag::http {

inline constexpr std::int64_t session_idle = 30 * 60 * 1'000'000LL;     // µs
inline constexpr std::int64_t session_most = 12 * 3600 * 1'000'000LL;   // µs
inline constexpr std::int64_t session_noted = 60 * 1'000'000LL; // µs: how exactly seen_at is kept

struct SignedIn {
    commands::Session session;
    commands::Staff staff;
};

// `__Host-` asks the browser to hold on to Secure and Path=/ (RFC 6265bis).
std::string_view cookie_name(bool secure);
std::string cookie_of(std::string_view token, bool secure);
std::string no_cookie(bool secure);

struct Begun {
    std::string token; // for the cookie
    commands::Session session;
};
Begun begin_session(StaffId const& staff, Instant now, Random& random);

// Nothing when there is no such session, it is over, or its account is locked or was invited anew.
std::optional<SignedIn> find_session(commands::Reader& reader, std::string const& token_hash,
                                     Instant now);
// True when it is time to write down that the session lives.
bool is_to_be_noted(commands::Session const& session, Instant now);
void note_seen(commands::Store& store, std::string const& token_hash, Instant now);

} // namespace radslag::http
