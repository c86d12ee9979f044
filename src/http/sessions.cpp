#include "http/sessions.h"

#include "http/totp.h"

namespace radslag::http {

using commands::Session;

std::string_view cookie_name(bool secure) { return secure ? "__Host-radslag" : "radslag"; }

std::string cookie_of(std::string_view token, bool secure) {
    auto cookie = std::string(cookie_name(secure)) + '=' + std::string(token);
    return cookie + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
}

std::string no_cookie(bool secure) { return cookie_of("", secure) + "; Max-Age=0"; }

Begun begin_session(StaffId const& staff, Instant now, Random& random) {
    Begun begun;
    begun.token = random_word(random, 32);
    begun.session = {fingerprint(begun.token),          staff, random_word(random, 32), now, now,
                     Instant{now.micros + session_idle}};
    return begun;
}

std::optional<SignedIn> find_session(commands::Reader& reader, std::string const& token_hash,
                                     Instant now) {
    auto session = reader.session(token_hash);
    if (!session || now >= session->until || now < session->began_at) return {};
    auto staff = reader.staff(session->staff);
    if (!staff || staff->locked_at || staff->password_hash.empty()) return {};
    return SignedIn{std::move(*session), std::move(*staff)};
}

bool is_to_be_noted(Session const& session, Instant now) {
    return now.micros - session.seen_at.micros >= session_noted;
}

// Read again where it is written: a session that has ended does not come back.
void note_seen(commands::Store& store, std::string const& token_hash, Instant now) {
    auto wrote = store.write([&](commands::Writer& writer) {
        auto session = writer.session(token_hash);
        if (!session || !is_to_be_noted(*session, now) || now >= session->until) return false;
        session->seen_at = now;
        session->until =
            Instant{std::min(now.micros + session_idle, session->began_at.micros + session_most)};
        writer.put(*session);
        return true;
    });
    static_cast<void>(wrote); // the session lives a minute shorter, no harm
}

} // namespace radslag::http
