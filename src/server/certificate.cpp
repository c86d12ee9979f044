// The files of TLS, looked at before anything is made or anybody is told that the server listens.
#include <openssl/err.h>
#include <openssl/ssl.h>

#include "server/parts.h"

namespace radslag::server {
namespace {

using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

// A server has nobody at a terminal who could be asked.
int no_phrase(char*, int, int, void* asked) {
    *static_cast<bool*>(asked) = true;
    return -1;
}

std::string why() {
    std::string text;
    while (auto code = ERR_get_error()) {
        std::array<char, 256> line{};
        ERR_error_string_n(code, line.data(), line.size());
        text.append(text.empty() ? "" : "; ").append(line.data());
    }
    return text;
}

auto wrong(std::string const& file, std::string const& what) {
    ERR_clear_error();
    return broken("TLS cannot be served.", file + " " + what);
}

} // namespace

Outcome<bool> check_certificate(Config const& config) {
    if (config.certificate.empty()) return true;
    for (auto const& file : {config.certificate, config.key})
        if (auto read = read_file(file); !read) return tl::unexpected(read.error());
    ERR_clear_error();
    Context context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    RADSLAG_SURE(context != nullptr);
    bool asked = false;
    SSL_CTX_set_default_passwd_cb(context.get(), no_phrase);
    SSL_CTX_set_default_passwd_cb_userdata(context.get(), &asked);
    if (SSL_CTX_use_certificate_chain_file(context.get(), config.certificate.c_str()) != 1)
        return wrong(config.certificate, "is no certificate in PEM: " + why());
    bool const read = SSL_CTX_use_PrivateKey_file(context.get(), config.key.c_str(),
                                                  SSL_FILETYPE_PEM) == 1;
    if (asked)
        return wrong(config.key, "asks for a pass phrase. Make one without: "
                                 "openssl pkey -in with-phrase.pem -out key.pem");
    if (read && SSL_CTX_check_private_key(context.get()) == 1) return true;
    auto const reason = why();
    bool const stranger = reason.find("mismatch") != std::string::npos;
    return wrong(config.key, stranger ? "belongs to another certificate than " + config.certificate
                                      : "is no private key in PEM: " + reason);
}

} // namespace radslag::server
