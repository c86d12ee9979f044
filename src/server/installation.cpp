// Store, models, http and net put together, and the thread that lets time act.
#include <condition_variable>
#include <mutex>
#include <thread>

#include <fmt/format.h>
#include <spdlog/common.h>

#include "net/net.h"
#include "server/backups.h"
#include "server/checkpoints.h"
#include "server/post.h"
#include "server/data_keys.h"
#include "server/log.h"
#include "server/parts.h"
#include "server/telling_store.h"
#include "storage/storage.h"

namespace radslag::server {
namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::chrono::seconds glance_at_clock{1};
constexpr long seconds_for_the_last = 10; // letter: who stops a server waits for it

Outcome<http::Vault::Key> read_key(Config const& config) {
    auto content = read_file(config.key_file());
    if (!content)
        return broken("The key is missing.",
                      content.error().logged + "; `radslag init` makes it, a copy is in your safe");
    http::Vault::Key key{};
    if (content->size() != key.size())
        return broken("The key is damaged.", fmt::format("{} is not {} bytes long",
                                                         config.key_file().string(), key.size()));
    std::copy(content->begin(), content->end(), key.begin());
    return key;
}

net::Options net_options(Config const& config) {
    net::Options options;
    options.address = config.address;
    options.port = static_cast<std::uint16_t>(config.port);
    options.certificate_file = config.certificate;
    options.key_file = config.key;
    options.workers = static_cast<unsigned>(config.workers);
    return options;
}

} // namespace

Outcome<commands::Books> read_books(Config const& config) {
    auto files = read_models(config.models);
    if (!files) return tl::unexpected(files.error());
    auto reading = process::read_library(*files);
    if (!reading.complaints.empty())
        return broken("A process model has mistakes.",
                      process::write_complaint(reading.complaints.front()) +
                          " (radslag models check tells all of them)");
    if (reading.library.all().empty())
        return broken("There are no process models.", config.models + " holds no model");
    return commands::Books(std::move(reading.library));
}

Outcome<process::Retention> read_rules(Config const& config) {
    auto files = read_models(config.retention);
    if (!files) return tl::unexpected(files.error());
    auto rules = process::read_retention(*files);
    if (!rules)
        return broken("A rule for how long what is kept has mistakes.",
                      process::write_complaint(rules.error().front()));
    return std::move(*rules);
}

struct Installation::Inner {
    Start start;
    Log log;
    TellingStore store;
    std::unique_ptr<Checkpoints> checkpoints;
    Post post;
    commands::Books books;
    process::Retention rules;
    SystemRandom random;
    commands::World world;
    http::Vault vault;
    Pulse pulse{minute};
    std::unique_ptr<http::Desk> desk;
    std::unique_ptr<net::Server> server;
    std::mutex mutex;
    std::condition_variable stopping;
    bool stopped = false;
    std::thread ticker, keeper;
    std::stop_source ending; // of a backup or a letter under way
    Instant no_backup_before;

    Inner(Start s, std::unique_ptr<storage::Database> st, std::unique_ptr<Checkpoints> c,
          Post p, commands::Books b, process::Retention r, http::Vault::Key const& key)
        : start(std::move(s)),
          log(start.config.log),
          store(std::move(st), log),
          checkpoints(std::move(c)),
          post(std::move(p)),
          books(std::move(b)),
          rules(std::move(r)),
          world{store, books, *start.clock, random, &rules},
          vault(key) {}

    // By a thread that must live on.
    template <class Do> void look_after(std::string_view what, Do act) {
        try {
            act();
        } catch (Bug const& bug) {
            log.bug(what, bug.where);
        } catch (std::exception const& error) {
            log.bug(what, error.what());
        }
    }

    void tick() {
        look_after("tick", [&] {
            auto touched = commands::tick(world);
            if (!touched) log.fault("tick", touched.error().why.front().code);
            else if (*touched > 0) log.ticked(*touched);
            if (auto kept = commands::keep_retention(world); !kept)
                log.fault("retention", kept.error().why.front().code);
        });
    }

    // One that fails is tried again in an hour.
    void back_up_if_due() {
        auto const now = start.clock->now();
        if (now < no_backup_before || !is_backup_due(start.config, now)) return;
        no_backup_before = Instant{now.micros + 60 * minute};
        auto made = make_backup(start.config, now, ending.get_token());
        if (made) log.backed_up(made->holding.cases(), made->expired);
        else log.fault("backup", made.error().told + " " + made.error().logged);
    }

    void tick_if_due() {
        if (pulse.is_due(start.clock->now())) tick();
    }

    template <class Do> void again_and_again(Do act) {
        std::unique_lock lock(mutex);
        while (!stopping.wait_for(lock, glance_at_clock, [this] { return stopped; })) {
            lock.unlock();
            act();
            lock.lock();
        }
    }
};

Installation::Installation(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Installation::~Installation() { stop(); }

Outcome<std::unique_ptr<Installation>> Installation::open(Start start) {
    auto key = read_key(start.config);
    if (!key) return tl::unexpected(key.error());
    auto books = read_books(start.config);
    if (!books) return tl::unexpected(books.error());
    auto rules = read_rules(start.config);
    if (!rules) return tl::unexpected(rules.error());
    auto store =
        storage::open_sqlite({start.config.database().string(), data_keys(start.config.data_key()),
                              static_cast<int>(start.config.workers)});
    if (!store) return tl::unexpected(store.error());
    auto post = Post::open(start.config);
    if (!post) return tl::unexpected(post.error());
    auto checkpoints = Checkpoints::open(start.config, **store, start.clock->now());
    if (!checkpoints) return tl::unexpected(checkpoints.error());
    auto const log = start.config.log;
    try {
        auto inner =
            std::make_unique<Inner>(std::move(start), std::move(*store), std::move(*checkpoints),
                                    std::move(*post), std::move(*books), std::move(*rules), *key);
        return std::unique_ptr<Installation>(new Installation(std::move(inner)));
    } catch (spdlog::spdlog_ex const& error) {
        return broken("The log cannot be written.", log + ": " + error.what());
    }
}

commands::World const& Installation::world() const { return inner_->world; }
http::Vault& Installation::vault() { return inner_->vault; }
void Installation::tick() { inner_->tick(); }
void Installation::back_up_if_due() { inner_->back_up_if_due(); }

Outcome<std::uint16_t> Installation::serve() {
    auto& in = *inner_;
    if (auto fine = check_certificate(in.start.config); !fine) return tl::unexpected(fine.error());
    if (auto fine = check_backups(in.start.config); !fine) return tl::unexpected(fine.error());
    auto files = read_web(in.start.config.web);
    if (!files) return tl::unexpected(files.error());
    http::Options options;
    options.secure = in.start.config.secure();
    options.origin = in.start.config.origin;
    options.proxies = in.start.config.proxies;
    options.files = std::move(*files);
    options.on_done = [&in](http::Done const& done) { in.log.done(done); };
    options.on_bug = [&in](std::string_view where, std::string_view what) {
        in.log.bug(where, what);
    };
    options.on_fault = [&in](std::string_view where, std::string_view what) {
        in.log.fault(where, what);
    };
    if (in.start.moved_clock) options.before = [&in] { in.tick_if_due(); };
    in.desk = std::make_unique<http::Desk>(in.world, in.vault, std::move(options));
    in.server = std::make_unique<net::Server>(net_options(in.start.config), in.desk->callbacks());
    in.tick_if_due();
    if (auto trouble = in.server->start()) return broken("The server cannot listen.", *trouble);
    in.ticker = std::thread([&in] { in.again_and_again([&in] { in.tick_if_due(); }); });
    in.keeper = std::thread([&in] {
        in.again_and_again([&in] {
            in.look_after("checkpoint",
                          [&in] { in.checkpoints->write_if_due(in.start.clock->now(), in.log); });
            in.look_after("mail", [&in] {
                in.post.send_waiting(in.start.clock->now(), in.log, {600, in.ending.get_token()});
            });
            in.look_after("backup", [&in] { in.back_up_if_due(); });
        });
    });
    in.log.started(in.server->port(), in.books.all().size());
    return in.server->port();
}

void Installation::stop() {
    {
        std::lock_guard lock(inner_->mutex);
        if (inner_->stopped) return;
        inner_->stopped = true;
    }
    inner_->stopping.notify_all();
    inner_->ending.request_stop();
    for (auto* thread : {&inner_->ticker, &inner_->keeper})
        if (thread->joinable()) thread->join();
    if (inner_->server) {
        inner_->server->stop();
        static_cast<void>(inner_->store.write_notes()); // what fails is in the log
        inner_->checkpoints->write(inner_->start.clock->now(), inner_->log);
        inner_->post.send_waiting(inner_->start.clock->now(), inner_->log, {seconds_for_the_last, {}});
        inner_->log.stopped();
    }
}

} // namespace radslag::server
