// TLS, with certificates made for the occasion.

#include "net/rig.h"
#include "support/certificate.h"

#include <filesystem>
#include <fstream>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

namespace radslag::net {

namespace {

using test::make_certificate;

/// What a handshake with these wishes comes to.
struct Handshake {
    bool good = false;
    std::string protocol; // ALPN
    long serial = 0;
    int fault = 0;
};

struct Wishes {
    int most = TLS1_3_VERSION;
    char const* ciphers = nullptr;
    std::string protocols = {}; // ALPN, each with its length before it
};

Handshake shake(std::uint16_t port, Wishes const& wishes) {
    ERR_clear_error();
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()),
                                                              SSL_CTX_free);
    SSL_CTX_set_security_level(context.get(), 0); // the server is to say no, not this client
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), wishes.most);
    if (wishes.ciphers) SSL_CTX_set_cipher_list(context.get(), wishes.ciphers);
    std::unique_ptr<SSL, decltype(&SSL_free)> ssl(SSL_new(context.get()), SSL_free);
    if (!wishes.protocols.empty())
        SSL_set_alpn_protos(ssl.get(),
                            reinterpret_cast<unsigned char const*>(wishes.protocols.data()),
                            static_cast<unsigned>(wishes.protocols.size()));
    int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    timeval limit{.tv_sec = test::patience.count(), .tv_usec = 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address);
    SSL_set_fd(ssl.get(), descriptor);
    Handshake result;
    result.good = SSL_connect(ssl.get()) == 1;
    if (result.good) {
        unsigned char const* chosen = nullptr;
        unsigned size = 0;
        SSL_get0_alpn_selected(ssl.get(), &chosen, &size);
        result.protocol.assign(chosen, chosen + size);
        auto* certificate = SSL_get0_peer_certificate(ssl.get());
        result.serial = ASN1_INTEGER_get(X509_get0_serialNumber(certificate));
    } else {
        result.fault = ERR_GET_REASON(ERR_get_error());
    }
    ::close(descriptor);
    return result;
}

} // namespace

class Secure : public Rig {
protected:
    Secure() : folder(make_folder()) {
        options.certificate_file = folder / "certificate.pem";
        options.key_file = folder / "key.pem";
        make_certificate(options.certificate_file, options.key_file, 1);
    }
    ~Secure() override {
        server.reset();
        std::filesystem::remove_all(folder);
    }

    static std::filesystem::path make_folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "radslag-tls-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }

    std::shared_ptr<Guest> guest;
    std::filesystem::path const folder;
};

TEST_F(Secure, RequestsAndAnswers) {
    bool secure = false;
    callbacks.handle = [&](Request const& request) {
        secure = request.secure;
        return Response{200, {}, request.body, nullptr};
    };
    HttpClient client(start(), true);
    EXPECT_EQ(client.post("/", "hello").body, "hello");
    EXPECT_EQ(client.post("/", "again").body, "again");
    EXPECT_EQ(client.connections(), 1);
    EXPECT_TRUE(secure);
}

TEST_F(Secure, LargeBothWays) {
    options.limits.body = 10'000'000;
    std::string large;
    for (int i = 0; large.size() < 5'000'000; ++i) large += std::to_string(i) + ",";
    auto file = std::make_shared<std::string>(large);
    callbacks.handle = [&](Request const& request) {
        Response response;
        if (request.body == large) response.file = file;
        return response;
    };
    HttpClient client(start(), true);
    EXPECT_EQ(client.post("/", large).body, large);
    EXPECT_EQ(client.post("/", large).body, large);
}

TEST_F(Secure, PipelinedInOneRecord) {
    start();
    Socket socket(server->port(), true);
    std::string all;
    for (int i = 0; i < 20; ++i)
        all += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    socket.write(all);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(read_reply(socket).body, "GET /" + std::to_string(i) + " []");
}

TEST_F(Secure, EndsWithACloseNotify) {
    start();
    Socket socket(server->port(), true);
    socket.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(read_reply(socket).status, 200);
    EXPECT_TRUE(socket.ends());
    EXPECT_TRUE(socket.ended_cleanly());
}

TEST_F(Secure, Guests) {
    callbacks.accept = [&](Request const&) {
        Acceptance acceptance;
        acceptance.on_open = [&](std::shared_ptr<Guest> opened) { guest = opened; };
        acceptance.on_message = [&](std::string_view message, Kind kind) {
            guest->send(std::make_shared<std::string>(message), kind);
        };
        return acceptance;
    };
    WebSocket socket(start(), "/", {}, true); // gone before the server, which waits for it
    for (std::size_t size : {0u, 10u, 1000u, 60'000u}) {
        socket.send(std::string(size, 'x'));
        EXPECT_EQ(socket.read_text(), std::string(size, 'x'));
    }
    socket.leave();
    EXPECT_EQ(socket.read_close(), 1000);
    EXPECT_TRUE(socket.raw().ends());
    EXPECT_TRUE(socket.raw().ended_cleanly());
}

TEST_F(Secure, NoOldVersionsAndNoWeakCiphers) {
    auto port = start();
    EXPECT_TRUE(shake(port, {}).good);
    EXPECT_TRUE(shake(port, {.most = TLS1_2_VERSION}).good);
    auto old = shake(port, {.most = TLS1_1_VERSION});
    EXPECT_FALSE(old.good);
    EXPECT_EQ(old.fault, SSL_R_TLSV1_ALERT_PROTOCOL_VERSION);
    EXPECT_TRUE(
        shake(port, {.most = TLS1_2_VERSION, .ciphers = "ECDHE-ECDSA-AES128-GCM-SHA256"}).good);
    EXPECT_FALSE(shake(port, {.most = TLS1_2_VERSION, .ciphers = "ECDHE-ECDSA-AES128-SHA"}).good);
}

TEST_F(Secure, SpeaksHttp11Only) {
    auto port = start();
    EXPECT_EQ(shake(port, {.protocols = "\x02h2\x08http/1.1"}).protocol, "http/1.1");
    auto strange = shake(port, {.protocols = "\x02h2"});
    EXPECT_FALSE(strange.good);
    EXPECT_EQ(strange.fault, SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL);
}

TEST_F(Secure, PlainHttpIsClosedCleanly) {
    auto port = start();
    Socket plain(port);
    plain.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(plain.read_to_end().find("HTTP"), std::string::npos);
    EXPECT_TRUE(plain.ended_cleanly());
    EXPECT_EQ(HttpClient(port, true).get("/").status, 200);
}

TEST_F(Secure, ASilentHandshakeIsCut) {
    options.timeouts = {1h, 1h, 1h, 1h, 1h, 1h, 1h};
    options.timeouts.header = 100ms;
    Socket silent(start());
    EXPECT_TRUE(silent.ends());
}

TEST_F(Secure, ABrokenRecordEndsTheConnection) {
    start();
    Socket socket(server->port(), true);
    socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(read_reply(socket).status, 200);
    socket.write_under_tls("this is no record of any kind");
    EXPECT_TRUE(socket.ends());
    EXPECT_EQ(HttpClient(server->port(), true).get("/").status, 200);
}

TEST_F(Secure, ANewCertificateWithoutARestart) {
    auto port = start();
    HttpClient before(port, true);
    EXPECT_EQ(before.get("/").status, 200);
    EXPECT_EQ(shake(port, {}).serial, 1);
    make_certificate(options.certificate_file, options.key_file, 2);
    EXPECT_FALSE(server->reload_certificate());
    EXPECT_EQ(shake(port, {}).serial, 2);
    EXPECT_EQ(before.get("/").status, 200);
    EXPECT_EQ(before.connections(), 1);
    std::ofstream(options.certificate_file) << "rubbish";
    auto fault = server->reload_certificate();
    ASSERT_TRUE(fault);
    EXPECT_NE(fault->find(options.certificate_file), std::string::npos) << *fault;
    EXPECT_EQ(shake(port, {}).serial, 2);
}

TEST_F(Secure, SaysWhyItCannotStart) {
    auto fault_with = [&](std::string const& certificate_file, std::string const& key_file) {
        options.certificate_file = certificate_file;
        options.key_file = key_file;
        Server other(options, callbacks);
        return other.start().value_or("no fault");
    };
    auto certificate = options.certificate_file;
    auto key = options.key_file;
    auto absent = (folder / "absent.pem").string();
    EXPECT_NE(fault_with(absent, key).find(absent), std::string::npos);
    EXPECT_NE(fault_with(certificate, absent).find(absent), std::string::npos);
    auto other_key = (folder / "other.pem").string();
    make_certificate(folder / "unused.pem", other_key, 3);
    EXPECT_NE(fault_with(certificate, other_key).find(other_key), std::string::npos);
    EXPECT_EQ(fault_with(certificate, key), "no fault");
}

} // namespace radslag::net
