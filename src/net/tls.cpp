#include "net/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <string_view>

namespace radslag::net {

namespace {

std::string why() {
    std::string text;
    while (auto code = ERR_get_error()) {
        char line[256];
        ERR_error_string_n(code, line, sizeof line);
        text.append(text.empty() ? "" : "; ").append(line);
    }
    return text;
}

// RFC 7301: a client that offers protocols and not ours is told so, not served by surprise.
int choose_protocol(SSL*, unsigned char const** out, unsigned char* out_size,
                    unsigned char const* offered, unsigned offered_size, void*) {
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, out_size, ours, sizeof ours - 1, offered, offered_size) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

TlsContext read_certificate(std::string const& certificate_file, std::string const& key_file,
                            std::string& fault) {
    ERR_clear_error();
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    auto* c = context.get();
    static constexpr unsigned char session_context[] = "radslag";
    bool made = c && SSL_CTX_set_min_proto_version(c, TLS1_2_VERSION) == 1 &&
                // Forward secrecy and authenticated encryption only.
                SSL_CTX_set_cipher_list(c, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
                SSL_CTX_set_session_id_context(c, session_context, sizeof session_context - 1) == 1;
    if (!made) {
        fault = "TLS cannot be set up: " + why();
        return nullptr;
    }
    SSL_CTX_set_options(c, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                               SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    // Moving buffers: a write that is tried again may come from another address with the same
    // bytes.
    SSL_CTX_set_mode(c, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                            SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_read_ahead(c, 1);
    SSL_CTX_set_alpn_select_cb(c, choose_protocol, nullptr);
    if (SSL_CTX_use_certificate_chain_file(c, certificate_file.c_str()) != 1) {
        fault = "the certificate " + certificate_file + " cannot be used: " + why();
        return nullptr;
    }
    if (SSL_CTX_use_PrivateKey_file(c, key_file.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(c) != 1) {
        fault = "the key " + key_file + " cannot be used with the certificate: " + why();
        return nullptr;
    }
    return context;
}

} // namespace radslag::net
