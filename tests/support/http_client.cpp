#include "support/http_client.h"

#include <openssl/ssl.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace radslag::test {

struct Socket::State {
    int descriptor = -1;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context{nullptr, SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> ssl{nullptr, SSL_free};
    std::string received;
    bool clean = false;

    ~State() {
        ssl.reset();
        if (descriptor >= 0) ::close(descriptor);
    }

    long send(std::string_view bytes) {
        if (!ssl) return ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        return SSL_write(ssl.get(), bytes.data(), static_cast<int>(bytes.size()));
    }
};

Socket::Socket(std::uint16_t port, bool tls, std::string_view host)
    : state(std::make_unique<State>()) {
    state->descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    timeval limit{.tv_sec = patience.count(), .tv_usec = 0};
    ::setsockopt(state->descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(state->descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    int yes = 1;
    ::setsockopt(state->descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::inet_pton(AF_INET, std::string(host).c_str(), &address.sin_addr);
    if (::connect(state->descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("nobody listens");
    if (!tls) return;
    state->context.reset(SSL_CTX_new(TLS_client_method()));
    state->ssl.reset(SSL_new(state->context.get()));
    SSL_set_fd(state->ssl.get(), state->descriptor);
    if (SSL_connect(state->ssl.get()) != 1) throw std::runtime_error("no TLS with this server");
}

Socket::Socket(Socket&&) noexcept = default;
Socket& Socket::operator=(Socket&&) noexcept = default;
Socket::~Socket() = default;

bool Socket::try_write(std::string_view bytes) {
    while (!bytes.empty()) {
        auto sent = state->send(bytes);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Socket::write(std::string_view bytes) {
    if (!try_write(bytes)) throw std::runtime_error("the server takes no more");
}

void Socket::write_under_tls(std::string_view bytes) {
    if (::send(state->descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0)
        throw std::runtime_error("the server takes no more");
}

void Socket::end_writing() { ::shutdown(state->descriptor, SHUT_WR); }

bool Socket::fill() {
    char part[16 * 1024];
    errno = 0;
    auto got = state->ssl ? SSL_read(state->ssl.get(), part, sizeof part)
                          : ::recv(state->descriptor, part, sizeof part, 0);
    if (got > 0) {
        state->received.append(part, static_cast<std::size_t>(got));
        return true;
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        throw std::runtime_error("the server says nothing");
    state->clean =
        state->ssl ? SSL_get_error(state->ssl.get(), static_cast<int>(got)) == SSL_ERROR_ZERO_RETURN
                   : got == 0;
    return false;
}

std::string Socket::read_until(std::string_view mark) {
    while (true) {
        if (auto at = state->received.find(mark); at != std::string::npos)
            return read_exactly(at + mark.size());
        if (!fill()) throw std::runtime_error("ended early, after: " + state->received);
    }
}

std::string Socket::read_exactly(std::size_t size) {
    while (state->received.size() < size)
        if (!fill()) throw std::runtime_error("ended early, after: " + state->received);
    auto out = state->received.substr(0, size);
    state->received.erase(0, size);
    return out;
}

std::string Socket::read_to_end() {
    while (fill()) {
    }
    return std::exchange(state->received, {});
}

bool Socket::ends() { return state->received.empty() && !fill(); }

bool Socket::readable(std::chrono::milliseconds time) {
    if (!state->received.empty() || (state->ssl && SSL_pending(state->ssl.get()) > 0)) return true;
    pollfd what{.fd = state->descriptor, .events = POLLIN, .revents = 0};
    return ::poll(&what, 1, static_cast<int>(time.count())) > 0;
}

bool Socket::ended_cleanly() const { return state->clean; }

std::string Reply::header(std::string const& name) const {
    auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

Reply read_reply(Socket& socket, bool head_only) {
    Reply reply;
    auto head = socket.read_until("\r\n\r\n");
    if (!head.starts_with("HTTP/1.1 ")) throw std::runtime_error("no answer: " + head);
    std::from_chars(head.data() + 9, head.data() + 12, reply.status);
    if (reply.status / 100 == 1 && reply.status != 101) return read_reply(socket, head_only);
    std::size_t at = head.find("\r\n") + 2;
    while (at + 2 < head.size()) {
        auto end = head.find("\r\n", at);
        auto colon = head.find(':', at);
        auto name = head.substr(at, colon - at);
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
        auto value = head.substr(colon + 1, end - colon - 1);
        value.erase(0, value.find_first_not_of(' '));
        reply.headers.emplace(name, value);
        at = end + 2;
    }
    auto length = reply.header("content-length");
    if (!head_only && !length.empty()) reply.body = socket.read_exactly(std::stoul(length));
    return reply;
}

HttpClient::HttpClient(std::uint16_t p, bool t) : port(p), tls(t) {}

Reply HttpClient::send(std::string_view method, std::string_view target, std::string_view body,
                       Fields const& fields) {
    if (!socket) {
        socket.emplace(port, tls);
        ++connected;
    }
    std::string out;
    out.append(method).append(" ").append(target).append(" HTTP/1.1\r\n");
    out.append("Host: 127.0.0.1:" + std::to_string(port) + "\r\n");
    for (auto const& [name, value] : fields) out.append(name + ": " + value + "\r\n");
    std::string jar;
    for (auto const& [name, value] : cookies)
        jar.append(jar.empty() ? "" : "; ").append(name + "=" + value);
    if (!jar.empty()) out.append("Cookie: " + jar + "\r\n");
    if (!body.empty() || (method != "GET" && method != "HEAD"))
        out.append("Content-Length: " + std::to_string(body.size()) + "\r\n");
    out.append("\r\n").append(body);
    socket->try_write(out); // a refusal may come before all is sent
    auto reply = read_reply(*socket, method == "HEAD");
    if (reply.header("connection") == "close") socket.reset();
    take_cookies(reply);
    return reply;
}

Reply HttpClient::post(std::string_view target, std::string_view json, Fields fields) {
    fields.emplace_back("Content-Type", "application/json");
    return send("POST", target, json, fields);
}

// Max-Age=0 and an empty value both mean: forget it.
void HttpClient::take_cookies(Reply const& reply) {
    auto [first, last] = reply.headers.equal_range("set-cookie");
    for (auto it = first; it != last; ++it) {
        auto pair = it->second.substr(0, it->second.find(';'));
        auto equals = pair.find('=');
        auto name = pair.substr(0, equals);
        auto value = equals == std::string::npos ? std::string() : pair.substr(equals + 1);
        if (value.empty() || it->second.find("Max-Age=0") != std::string::npos) cookies.erase(name);
        else cookies[name] = value;
    }
}

} // namespace radslag::test
