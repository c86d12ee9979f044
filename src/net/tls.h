#pragma once
// The server's side of TLS 1.2 and 1.3, HTTP/1.1 only.

#include <openssl/types.h>

#include <memory>
#include <optional>
#include <string>

namespace radslag::net {

using TlsContext = std::shared_ptr<SSL_CTX>;

/// The context, or null with the fault in words.
TlsContext read_certificate(std::string const& certificate_file, std::string const& key_file,
                            std::string& fault);

} // namespace radslag::net
