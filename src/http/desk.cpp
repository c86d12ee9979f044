// From a request to an answer: who is asking, is it from our own page, which operation, and what
// every answer carries.
#include <algorithm>
#include <chrono>

#include "http/house.h"
#include "http/totp.h"

namespace radslag::http {
namespace {

constexpr std::size_t body_most = 256 * 1024;

bool changes(net::Request const& request) {
    return request.method != "GET" && request.method != "HEAD";
}

bool is_json(net::Request const& request) {
    auto type = lower_ascii(request.header("Content-Type").value_or(""));
    type.erase(std::min(type.find(';'), type.size()));
    type.erase(type.find_last_not_of(' ') + 1);
    return type == "application/json";
}

// What changes something is signed with a word that only our own page has read (X-CSRF).
std::optional<net::Response> not_from_here(Asking const& asking) {
    if (!changes(asking.request)) return {};
    if (auto why = foreign(asking)) return asking.refuse(403, *why);
    bool const empty = asking.request.body.empty();
    if (!empty && !is_json(asking.request)) return asking.refuse(400, refusal("body.not_json"));
    if (!asking.who) return {};
    auto const word = asking.request.header("X-CSRF").value_or("");
    if (same(word, asking.who->session.csrf)) return {};
    return asking.refuse(403, refusal("session.word"));
}

bool is_of_case(Asking const& asking) {
    return asking.operation->path.starts_with("/api/cases/{id}");
}

// What can change while an answer is made, seen at one moment: who asks, and for a case the version
// of everybody's access to it.
struct Seen {
    std::optional<SignedIn> who;
    std::optional<std::int64_t> access;
};

Seen look_who(Asking const& asking, std::string const& token_hash) {
    Seen seen;
    auto reader = reached(asking.house.world.store.read());
    seen.who = find_session(*reader, token_hash, asking.now);
    if (!is_of_case(asking) || changes(asking.request)) return seen;
    if (auto id = CaseId::read(asking.path.front())) seen.access = reader->access(*id);
    return seen;
}

std::optional<std::int64_t> find_who(Asking& asking) {
    auto token = asking.request.cookie(cookie_name(asking.house.options.secure));
    if (!token) return {};
    auto seen = look_who(asking, fingerprint(*token));
    asking.who = std::move(seen.who);
    if (asking.who &&
        chosen_language(asking.request.header("Accept-Language").value_or("")).empty())
        asking.language = asking.who->staff.language;
    return seen.access;
}

// A right that is withdrawn while the answer is made is gone before it is told: what is read is
// read again until nobody's access to the case changed meanwhile. A session that ended, or an
// account that was locked, gets nothing.
net::Response answer_of(Asking& asking, std::optional<std::int64_t> access) {
    if (changes(asking.request) || !asking.who) return asking.operation->handler(asking);
    for (int tries = 0; tries < 3; ++tries) {
        auto response = asking.operation->handler(asking);
        auto const now = look_who(asking, asking.who->session.token_hash);
        if (!now.who) return asking.refuse(401, refusal("session.none"));
        if (now.access == access) return response;
        access = now.access;
    }
    return asking.refuse(503, refusal("house.busy"));
}

// What is long enough to be worth it, and holds no secret that is worth a guess: the word against
// forged requests (Me), an authenticator's secret (Enrolment), an invitation's code (Done). Packed
// beside words that somebody else can choose, the length of an answer would tell of them (BREACH).
// The texts of a case open no door; who could put words beside them and weigh the answers is in the
// case, and no foreign page can ask in the reader's name (SameSite=Strict, Sec-Fetch-Site).
constexpr std::string_view never_packed[] = {"Me", "Enrolment", "Done"};
constexpr std::size_t worth_packing = 1400; // bytes: about what travels in one piece

void pack(Asking const& asking, net::Response& response) {
    if (response.status != 200 || changes(asking.request) ||
        std::ranges::find(never_packed, asking.operation->answer) != std::end(never_packed))
        return;
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (response.body.size() < worth_packing || !net::takes(asking.request, "gzip")) return;
    response.body = net::gzip(response.body);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

net::Response operate(Asking& asking) {
    auto& house = asking.house;
    auto found = find_operation(asking.request.method, asking.request.path);
    if (found.operation == nullptr) {
        if (found.allowed.empty()) return asking.refuse(404, refusal("path.not_there"));
        auto response = asking.refuse(405, refusal("path.method").with("methods", found.allowed));
        response.headers.emplace_back("Allow", found.allowed);
        return response;
    }
    asking.operation = found.operation;
    asking.path = std::move(found.path);
    std::optional<std::int64_t> access;
    if (!asking.operation->open) {
        access = find_who(asking);
        if (!asking.who) return asking.refuse(401, refusal("session.none"));
    }
    if (auto no = not_from_here(asking)) return std::move(*no);
    if (auto why = wrong_query(asking)) return asking.refuse(400, *why);
    if (asking.who && is_to_be_noted(asking.who->session, asking.now))
        note_seen(house.world.store, asking.who->session.token_hash, asking.now);
    auto response = answer_of(asking, access);
    pack(asking, response);
    return response;
}

net::Response file(Asking& asking) {
    if (changes(asking.request)) {
        auto response = asking.refuse(405, refusal("path.method").with("methods", "GET, HEAD"));
        response.headers.emplace_back("Allow", "GET, HEAD");
        return response;
    }
    if (auto response = asking.house.site.answer(asking.request)) return std::move(*response);
    return asking.refuse(404, refusal("path.not_there"));
}

} // namespace

House::House(commands::World const& w, Vault& v, Options o)
    : world(w),
      vault(v),
      options(std::move(o)),
      words(refusals_toml()),
      site(std::move(options.files)),
      by_account({5, 30, 15 * 60}, 20'000),
      by_address({100, 30, 15 * 60}, 20'000) {}

std::string address_of(House const& house, net::Request const& request) {
    auto const& known = house.options.proxies;
    if (std::ranges::find(known, request.peer) == known.end()) return request.peer;
    auto said = std::string(request.header("X-Forwarded-For").value_or(""));
    said.erase(0, said.rfind(',') + 1);
    said.erase(0, said.find_first_not_of(' '));
    return said.empty() ? request.peer : said;
}

std::optional<Refusal> foreign(Asking const& asking) {
    auto const& request = asking.request;
    auto const& options = asking.house.options;
    if (auto site = request.header("Sec-Fetch-Site"); site && *site != "same-origin")
        return refusal("origin.foreign");
    auto origin = request.header("Origin");
    if (!origin) return {};
    auto const ours = !options.origin.empty()
                          ? options.origin
                          : (options.secure ? "https://" : "http://") +
                                std::string(request.header("Host").value_or(""));
    if (*origin != ours) return refusal("origin.foreign");
    return {};
}

struct Desk::Inner {
    House house;
    Inner(commands::World const& world, Vault& vault, Options options)
        : house(world, vault, std::move(options)) {}
};

Desk::Desk(commands::World const& world, Vault& vault, Options options)
    : inner_(std::make_unique<Inner>(world, vault, std::move(options))) {}
Desk::~Desk() = default;

net::Response Desk::answer(net::Request const& request) {
    auto& house = inner_->house;
    auto const began = std::chrono::steady_clock::now();
    Done done;
    done.number = ++house.requests;
    if (house.options.before) house.options.before();
    bool const api = request.path == "/api" || request.path.starts_with("/api/");
    Asking asking{.house = house, .request = request, .now = house.world.clock.now()};
    auto said = chosen_language(request.header("Accept-Language").value_or(""));
    if (!said.empty()) asking.language = said;
    net::Response response;
    try {
        response = api ? operate(asking) : file(asking);
    } catch (Bug const& bug) {
        if (house.options.on_bug) house.options.on_bug(bug.where, "bug");
        response = asking.refuse(500, refusal("house.bug"));
    } catch (std::runtime_error const& error) { // the world's: a disk that fails while it is read
        if (house.options.on_fault) house.options.on_fault("http", error.what());
        response = asking.refuse(503, refusal("world.fault"));
    } catch (std::exception const& error) {
        if (house.options.on_bug) house.options.on_bug("http", error.what());
        response = asking.refuse(500, refusal("house.bug"));
    }
    add_headers(response, house.options.secure, api);
    done.operation = asking.operation != nullptr ? asking.operation->id : api ? "" : "file";
    done.status = response.status;
    done.micros = std::chrono::duration_cast<std::chrono::microseconds>(
                      std::chrono::steady_clock::now() - began)
                      .count();
    if (house.options.on_done) house.options.on_done(done);
    return response;
}

net::Callbacks Desk::callbacks() {
    net::Callbacks all;
    auto* house = &inner_->house;
    all.handle = [this](net::Request const& request) { return answer(request); };
    all.body_limit = [](std::string_view, std::string_view) { return body_most; };
    // net/ refuses before the language is known: in that of the house's words for all, English.
    all.word = [house](net::Trouble const& trouble) {
        auto why = refusal("net." + std::string(trouble.code));
        auto response = told(trouble.status, why, house->words, "en");
        add_headers(response, house->options.secure, true);
        return response;
    };
    all.on_bug = [house](std::string_view where, std::string_view what) {
        if (house->options.on_bug) house->options.on_bug(where, what);
    };
    return all;
}

} // namespace radslag::http
