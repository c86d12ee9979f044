#include "bench/town/asking.h"

#include <algorithm>

#include "bench/town/sealed.h"
#include "storage/storage.h"

namespace radslag::bench {
namespace {

namespace fs = std::filesystem;

class Now final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        auto since = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
    }
};

// Everything works as ever, but nothing that is written stays, unless it is to.
class Forgetful final : public commands::Store {
public:
    explicit Forgetful(commands::Store& store) : store_(store) {}
    Outcome<std::unique_ptr<commands::Reader>> read() override { return store_.read(); }
    Outcome<bool> write(std::function<bool(commands::Writer&)> const& work) override {
        bool kept = false;
        auto wrote = store_.write([&](commands::Writer& writer) {
            kept = work(writer);
            return kept && keeps;
        });
        if (!wrote) return wrote;
        return kept;
    }
    // Written down later, by a thread of its own: no statements of whoever looks.
    bool note(std::vector<commands::Looked> /*looks*/) override { return true; }
    Outcome<bool> write_notes() override { return store_.write_notes(); }
    Outcome<bool> wipe() override { return store_.wipe(); }

    bool keeps = false;

private:
    commands::Store& store_;
};

std::unique_ptr<commands::Store> open(fs::path const& database) {
    auto const folder = database.parent_path().parent_path();
    auto store = storage::open_sqlite({database.string(), [=] { return keys_of(folder); }, 1});
    if (!store) throw std::runtime_error(store.error().logged);
    return std::move(*store);
}

net::Request request_of(Ask const& ask) {
    net::Request request;
    request.method = ask.method;
    request.target = ask.target;
    auto const cut = std::min(ask.target.find('?'), ask.target.size());
    request.path = ask.target.substr(0, cut);
    auto rest = std::string_view(ask.target).substr(std::min(cut + 1, ask.target.size()));
    while (!rest.empty()) {
        auto const pair = rest.substr(0, rest.find('&'));
        auto const equals = pair.find('=');
        request.query.emplace(pair.substr(0, equals), pair.substr(equals + 1));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    }
    request.headers = {{"Host", "127.0.0.1"}, {"Accept-Language", "sv"}};
    request.cookies = {{"radslag", ask.who->token}};
    if (!ask.body.empty()) {
        request.headers.emplace("Content-Type", "application/json");
        request.headers.emplace("X-CSRF", ask.who->csrf);
        request.body = ask.body;
    }
    request.peer = "127.0.0.1";
    return request;
}

} // namespace

struct Front::Inner {
    Inner(fs::path const& database, commands::Books const& books)
        : store(open(database)),
          forgetful(*store),
          world{forgetful, books, now, random},
          vault(http::Vault::Key{}),
          desk(world, vault, {}) {}

    std::unique_ptr<commands::Store> store;
    Forgetful forgetful;
    Now now;
    SeededRandom random{1};
    commands::World world;
    http::Vault vault;
    http::Desk desk;
};

Front::Front(fs::path const& database, commands::Books const& books)
    : inner_(std::make_unique<Inner>(database, books)) {}
Front::~Front() = default;

Answered Front::answer(Ask const& ask) {
    auto const request = request_of(ask);
    take_what_ran();
    auto response = inner_->desk.answer(request);
    return {std::move(response), take_what_ran()};
}

net::Response Front::act(Ask const& ask) {
    inner_->forgetful.keeps = true;
    auto response = inner_->desk.answer(request_of(ask));
    inner_->forgetful.keeps = false;
    return response;
}

} // namespace radslag::bench
