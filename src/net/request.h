#pragma once
// What a request's words mean, without sockets: target, fields, cookies.

#include "net/net.h"

namespace radslag::net {

bool same(std::string_view a, std::string_view b) noexcept; // but for the case of ASCII letters
bool is_token(std::string_view text) noexcept;              // RFC 9110, 5.6.2
std::string_view trimmed(std::string_view text) noexcept;   // without spaces and tabs at the ends
/// Is it one of a comma-separated list, in any field of that name?
bool lists(Request const& request, std::string_view field, std::string_view word);

/// The one value of a field that may stand only once; sets repeated when it stands more often.
std::optional<std::string_view> only(Request const& request, std::string_view field,
                                     bool& repeated);

/// Fills path and query from the target. RFC 9112, 3.2: origin, absolute and asterisk form.
std::optional<Trouble> read_target(Request& request);
void read_cookies(Request& request);

/// A WebSocket handshake as RFC 6455, 4.2.1 wants it; the trouble when it is a broken one.
bool asks_for_socket(Request const& request);
std::optional<Trouble> check_handshake(Request const& request);

} // namespace radslag::net
