// Listening, the threads, and the way down.

#include "net/answer.h"
#include "net/hub.h"
#include "net/wire.h"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <csignal>
#include <mutex>
#include <stdexcept>

namespace radslag::net {

namespace {

/// Threads started meanwhile leave all signals to the program's own.
class NoSignals {
public:
    NoSignals() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
    }
    ~NoSignals() { pthread_sigmask(SIG_SETMASK, &before, nullptr); }
    NoSignals(NoSignals const&) = delete;
    NoSignals& operator=(NoSignals const&) = delete;

private:
    sigset_t before;
};

} // namespace

struct Server::Inner {
    Inner(Options options, Callbacks callbacks)
        : hub(std::move(options), std::move(callbacks)),
          acceptor(hub.io),
          pause(hub.io),
          stop_timer(hub.io) {}

    std::optional<std::string> listen();
    void accept();
    void begin_stop();
    void run();

    Hub hub;
    asio::ip::tcp::acceptor acceptor;
    asio::steady_timer pause;
    asio::steady_timer stop_timer;
    std::uint16_t port = 0;
    std::thread network;

    std::mutex mutex; // over what follows
    std::condition_variable changed;
    enum class Stage { fresh, running, stopping, over } stage = Stage::fresh;
};

std::optional<std::string> Server::Inner::listen() {
    auto const& options = hub.options;
    error_code fault;
    auto failed = [&](std::string_view what) {
        return std::string(what) + " " + options.address + ":" + std::to_string(options.port) +
               ": " + fault.message();
    };
    auto address = asio::ip::make_address(options.address, fault);
    if (fault) return failed("not an address:");
    asio::ip::tcp::endpoint end(address, options.port);
    acceptor.open(end.protocol(), fault);
    if (fault) return failed("cannot open a socket for");
    acceptor.set_option(asio::socket_base::reuse_address(true), fault);
    if (address.is_v6()) acceptor.set_option(asio::ip::v6_only(false), fault);
    acceptor.bind(end, fault);
    if (fault) return failed("cannot take");
    acceptor.listen(asio::socket_base::max_listen_connections, fault);
    if (fault) return failed("cannot listen at");
    port = acceptor.local_endpoint().port();
    return {};
}

void Server::Inner::accept() {
    acceptor.async_accept([this](error_code fault, asio::ip::tcp::socket socket) {
        if (hub.stopping) return;
        if (fault) { // most likely out of descriptors: wait until some are given back
            report(hub.callbacks, "accept", fault.message());
            pause.expires_after(std::chrono::milliseconds(100));
            pause.async_wait([this](error_code aborted) {
                if (!aborted) accept();
            });
            return;
        }
        try {
            if (!hub.is_full()) serve(hub, Wire(std::move(socket), hub.tls));
        } catch (...) { // out of memory, say: the next one may find some
            report_current(hub.callbacks, "accept");
        }
        accept();
    });
}

// On the network thread.
void Server::Inner::begin_stop() {
    hub.stopping = true;
    error_code ignored;
    acceptor.close(ignored);
    pause.cancel();
    hub.on_last = [this] { stop_timer.cancel(); };
    if (hub.members.empty()) return;
    stop_timer.expires_after(hub.options.timeouts.stop);
    stop_timer.async_wait([this](error_code aborted) {
        if (aborted) return;
        hub.cut_short = true;
        for (auto* member : hub.members) member->cut();
    });
    for (auto* member : hub.members) member->leave();
}

void Server::Inner::run() {
    while (true) {
        try {
            hub.io.run(); // until the acceptor and all connections are gone
            return;
        } catch (...) {
            report_current(hub.callbacks, "network");
        }
    }
}

Server::Server(Options options, Callbacks callbacks)
    : inner(std::make_unique<Inner>(std::move(options), std::move(callbacks))) {
    if (!inner->hub.callbacks.handle) throw std::invalid_argument("a server without a handler");
}

Server::~Server() { stop(); }

std::optional<std::string> Server::start() {
    std::lock_guard lock(inner->mutex);
    if (inner->stage != Inner::Stage::fresh) return "a server starts once";
    auto const& options = inner->hub.options;
    if (!options.certificate_file.empty()) {
        std::string fault;
        inner->hub.tls = read_certificate(options.certificate_file, options.key_file, fault);
        if (!inner->hub.tls) return fault;
    }
    if (auto fault = inner->listen()) return fault;
    NoSignals while_starting;
    inner->accept();
    inner->hub.crew.hire(std::max(options.workers, 1u));
    inner->network = std::thread([i = inner.get()] { i->run(); });
    inner->stage = Inner::Stage::running;
    return {};
}

std::uint16_t Server::port() const { return inner->port; }

std::optional<std::string> Server::reload_certificate() {
    auto& hub = inner->hub;
    if (hub.options.certificate_file.empty()) return "this server has no certificate";
    std::string fault;
    auto fresh = read_certificate(hub.options.certificate_file, hub.options.key_file, fault);
    if (!fresh) return fault;
    asio::post(hub.io, [&hub, fresh = std::move(fresh)] { hub.tls = fresh; });
    return {};
}

void Server::stop() {
    {
        std::unique_lock lock(inner->mutex);
        if (inner->stage == Inner::Stage::fresh) inner->stage = Inner::Stage::over;
        if (inner->stage != Inner::Stage::running) {
            lock.unlock();
            return wait();
        }
        inner->stage = Inner::Stage::stopping;
    }
    asio::post(inner->hub.io, [i = inner.get()] { i->begin_stop(); });
    inner->network.join();
    inner->hub.crew.dismiss();
    std::lock_guard lock(inner->mutex);
    inner->stage = Inner::Stage::over;
    inner->changed.notify_all();
}

void Server::wait() {
    std::unique_lock lock(inner->mutex);
    inner->changed.wait(lock, [this] { return inner->stage == Inner::Stage::over; });
}

} // namespace radslag::net
