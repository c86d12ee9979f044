// bench_load PORT FILE CONNECTIONS COUNT [FROM]: sends the requests of a file, beginning with the
// FROMth and again from the first after the last, over so many connections that stay open, each
// waiting for its answer before it asks again. Tells in JSON how it went.
//
// The file: a line with a number, then so many bytes, the request. Twenty-six noughts stand for an
// act's id and are made into one that was never used before.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <deque>
#include <fstream>
#include <iostream>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

std::string const any_id(26, '0');

struct Asked {
    std::string bytes;
    std::size_t id_at = std::string::npos;
};

std::vector<Asked> read_requests(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("there is no " + path);
    std::vector<Asked> all;
    std::string line;
    while (std::getline(file, line)) {
        Asked one{std::string(std::stoul(line), '\0'), 0};
        file.read(one.bytes.data(), static_cast<std::streamsize>(one.bytes.size()));
        one.id_at = one.bytes.find(any_id);
        all.push_back(std::move(one));
    }
    if (all.empty()) throw std::runtime_error(path + " holds no request");
    return all;
}

class Ids {
public:
    void write(char* to) {
        static constexpr char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
        auto high = chance_(), low = chance_();
        for (int i = 0; i < 26; ++i) {
            auto& from = i < 13 ? high : low;
            to[i] = letters[from & (i % 13 == 0 ? 7 : 31)];
            from >>= 5;
        }
    }

private:
    std::mt19937_64 chance_{std::random_device{}()};
};

struct Wire {
    int socket = -1;
    std::string in;
    std::size_t whole = 0; // bytes of the answer, once its head has come
    Clock::time_point asked;
};

class Load {
public:
    Load(int port, std::vector<Asked> asks, std::size_t count, std::size_t from)
        : port_(port), asks_(std::move(asks)), left_(count), next_(from), epoll_(epoll_create1(0)) {
        times_.reserve(count);
    }

    void run(std::size_t connections) {
        for (std::size_t i = 0; i < std::min(connections, left_); ++i) connect();
        began_ = Clock::now();
        for (auto& wire : wires_) ask(wire);
        epoll_event events[64];
        while (waiting_ > 0) {
            auto const ready = epoll_wait(epoll_, events, 64, 30'000);
            if (ready <= 0) throw std::runtime_error("no answer in 30 seconds");
            for (int i = 0; i < ready; ++i) hear(*static_cast<Wire*>(events[i].data.ptr));
        }
        ended_ = Clock::now();
    }

    void tell() {
        std::ranges::sort(times_);
        auto at = [&](double share) {
            return times_[std::min(times_.size() - 1, std::size_t(double(times_.size()) * share))];
        };
        std::cout << "{\"requests\": " << times_.size() << ", \"refused\": " << refused_
                  << ", \"seconds\": " << std::chrono::duration<double>(ended_ - began_).count()
                  << ", \"bytes\": " << bytes_ << ", \"p50\": " << at(0.5)
                  << ", \"p99\": " << at(0.99) << "}\n";
        if (refused_ > 0) std::cerr << first_refusal_ << "\n";
    }

private:
    void connect() {
        auto& wire = wires_.emplace_back();
        wire.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port_));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(wire.socket, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
            throw std::runtime_error("nobody listens at " + std::to_string(port_));
        int on = 1;
        setsockopt(wire.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &wire;
        epoll_ctl(epoll_, EPOLL_CTL_ADD, wire.socket, &event);
    }

    void ask(Wire& wire) {
        if (left_ == 0) return;
        --left_;
        ++waiting_;
        auto& one = asks_[next_++ % asks_.size()];
        if (one.id_at != std::string::npos) ids_.write(one.bytes.data() + one.id_at);
        wire.asked = Clock::now();
        // Requests are small and the one before is answered: they fit into the socket.
        auto const sent = ::send(wire.socket, one.bytes.data(), one.bytes.size(), MSG_NOSIGNAL);
        if (sent != ssize_t(one.bytes.size())) throw std::runtime_error("it hung up");
    }

    void hear(Wire& wire) {
        static char part[256 * 1024];
        auto const got = ::recv(wire.socket, part, sizeof part, 0);
        if (got <= 0) throw std::runtime_error("it hung up");
        wire.in.append(part, static_cast<std::size_t>(got));
        if (wire.whole == 0) read_head(wire);
        if (wire.whole == 0 || wire.in.size() < wire.whole) return;
        times_.push_back(
            std::chrono::duration<double, std::micro>(Clock::now() - wire.asked).count());
        bytes_ += wire.whole;
        if (!wire.in.starts_with("HTTP/1.1 200")) {
            if (refused_++ == 0) first_refusal_ = wire.in.substr(0, 2000);
        }
        wire.in.clear();
        wire.whole = 0;
        --waiting_;
        ask(wire);
    }

    static void read_head(Wire& wire) {
        auto const end = wire.in.find("\r\n\r\n");
        if (end == std::string::npos) return;
        auto head = wire.in.substr(0, end);
        std::ranges::transform(head, head.begin(), [](unsigned char c) { return std::tolower(c); });
        auto const at = head.find("content-length:");
        if (at == std::string::npos) throw std::runtime_error("an answer without its length");
        wire.whole = end + 4 + std::stoul(head.substr(at + 15));
    }

    int port_;
    std::vector<Asked> asks_;
    std::size_t left_, next_, waiting_ = 0;
    int epoll_;
    std::deque<Wire> wires_;
    Ids ids_;
    std::vector<double> times_; // µs
    std::size_t bytes_ = 0, refused_ = 0;
    std::string first_refusal_;
    Clock::time_point began_, ended_;
};

} // namespace

int main(int count, char** words) {
    if (count < 5) return 2;
    try {
        Load load(std::stoi(words[1]), read_requests(words[2]), std::stoul(words[4]),
                  count > 5 ? std::stoul(words[5]) : 0);
        load.run(std::stoul(words[3]));
        load.tell();
    } catch (std::exception const& error) {
        std::cerr << "bench_load: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
