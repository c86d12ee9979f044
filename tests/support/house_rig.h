#pragma once
// A house with two organisations on a free port, with a clock that the test moves.
#include <filesystem>
#include <fstream>
#include <mutex>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "http/http.h"
#include "net/net.h"
#include "process/process.h"
#include "storage/storage.h"
#include "support/data_keys.h"
#include "support/http_client.h"

namespace radslag::http {

namespace json_ = boost::json;
using test::HttpClient;
using test::Reply;

class LockedRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override {
        std::lock_guard lock(mutex_);
        random_.fill(bytes);
    }

private:
    std::mutex mutex_;
    SeededRandom random_{20261122};
};

class LockedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return Instant{at_.load()}; }
    void set(Instant at) { at_ = at.micros; }
    void add_seconds(std::int64_t seconds) { at_ += seconds * 1'000'000; }

private:
    std::atomic<std::int64_t> at_ = read_instant("2026-11-23T08:00:00Z")->micros;
};

inline std::vector<process::ModelFile> files_in(std::string const& folder) {
    namespace fs = std::filesystem;
    std::vector<process::ModelFile> files;
    for (auto const& entry : fs::recursive_directory_iterator(std::string(RADSLAG_SOURCE_DIR) + folder))
        if (entry.is_regular_file()) {
            std::ifstream in(entry.path());
            files.push_back({entry.path().string(), {std::istreambuf_iterator<char>(in), {}}});
        }
    std::ranges::sort(files, {}, &process::ModelFile::path);
    return files;
}
inline std::vector<process::ModelFile> model_files() { return files_in("/models"); }

inline constexpr auto password = "ord efter ord";
inline constexpr auto totp_secret = "RADSLAGTESTRADSLAGTESTRADSLAGTES";

// A store that lets the test act between one reading and the next.
struct WatchedStore : commands::Store {
    std::unique_ptr<commands::Store> inner;
    std::atomic<int> reads_until = 0; // the reading before which `meanwhile` is done; 0: never
    std::function<void()> meanwhile;
    std::atomic<bool> full = false; // no look can be noted

    explicit WatchedStore(std::unique_ptr<commands::Store> of) : inner(std::move(of)) {}
    Outcome<std::unique_ptr<commands::Reader>> read() override {
        if (reads_until > 0 && --reads_until == 0) meanwhile();
        return inner->read();
    }
    Outcome<bool> write(std::function<bool(commands::Writer&)> const& work) override {
        return inner->write(work);
    }
    bool note(std::vector<commands::Looked> looks) override {
        return !full && inner->note(std::move(looks));
    }
    Outcome<bool> write_notes() override { return inner->write_notes(); }
    Outcome<bool> wipe() override { return inner->wipe(); }
};

struct TestHouse {
    std::filesystem::path folder;
    std::unique_ptr<WatchedStore> store;
    commands::Books books;
    process::Retention rules;
    LockedClock clock;
    LockedRandom random;
    commands::World world;
    Vault vault;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<net::Server> server;
    std::string hash;
    OrganisationId organisation, other;

    explicit TestHouse(Options options = {}, net::Options listen = {})
        : folder(make_folder()),
          store(std::make_unique<WatchedStore>(open(folder))),
          books(read_books()),
          rules(read_rules()),
          world{*store, books, clock, random, &rules},
          vault(Vault::Key{}),
          hash(*vault.hash_password(password)) {
        organisation = add_organisation("Lillåkers kommun", "SE", "Europe/Stockholm", "sv");
        other = add_organisation("Nørreby Kommune", "DK", "Europe/Copenhagen", "da");
        if (options.files.empty()) options.files = {{"/index.html", "<!doctype html>", {}}};
        desk = std::make_unique<Desk>(world, vault, std::move(options));
        listen.workers = 4;
        server = std::make_unique<net::Server>(listen, desk->callbacks());
        if (auto trouble = server->start()) throw std::runtime_error(*trouble);
    }
    ~TestHouse() {
        server->stop();
        server.reset();
        desk.reset();
        store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    static std::filesystem::path make_folder() {
        auto name = (std::filesystem::temp_directory_path() / "radslag-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        return name;
    }
    static std::unique_ptr<commands::Store> open(std::filesystem::path const& folder) {
        auto store = storage::open_sqlite({(folder / "radslag.db").string(), test::data_keys, 4});
        if (!store) throw std::runtime_error(store.error().logged);
        return std::move(*store);
    }
    static commands::Books read_books() {
        auto reading = process::read_library(model_files());
        if (!reading.complaints.empty())
            throw std::runtime_error(process::write_complaint(reading.complaints.front()));
        return commands::Books(std::move(reading.library));
    }

    static process::Retention read_rules() {
        auto rules = process::read_retention(files_in("/retention"));
        if (!rules) throw std::runtime_error(process::write_complaint(rules.error().front()));
        return std::move(*rules);
    }

    void write(std::function<void(commands::Writer&)> const& work) {
        auto wrote = store->write([&](commands::Writer& writer) {
            work(writer);
            return true;
        });
        if (!wrote) throw std::runtime_error(wrote.error().logged);
    }
    OrganisationId add_organisation(std::string name, std::string country, std::string zone,
                                    std::string language) {
        commands::Organisation made{OrganisationId::make(random), std::move(name),
                                    std::move(country), std::move(zone), std::move(language)};
        write([&](auto& writer) { writer.put(made); });
        return made.id;
    }
    commands::Staff add_staff(std::string mail, std::initializer_list<process::Office> offices,
                              std::optional<OrganisationId> in = {}) {
        commands::Staff staff;
        staff.id = StaffId::make(random);
        staff.organisation = in.value_or(organisation);
        staff.name = "Namn på " + mail;
        staff.mail = std::move(mail);
        staff.language = "sv";
        for (auto office : offices) staff.offices |= 1U << unsigned(office);
        staff.password_hash = hash;
        staff.totp_secret = vault.seal(staff.id, totp_secret, random);
        staff.pledged_at = clock.now();
        write([&](auto& writer) { writer.put(staff); });
        return staff;
    }
    std::string staff_id(std::string const& mail) {
        return (*store->read())->staff_with_mail(mail).at(0).id.text;
    }
    commands::Staff staff(StaffId const& id) { return *(*store->read())->staff(id); }
    [[nodiscard]] std::string code() const { return six_digits(totp_secret, clock.now()); }
    std::string act_id() { return ActId::make(random).text; }
};

inline json_::object parsed(Reply const& reply) {
    auto value = json_::parse(reply.body);
    return value.as_object();
}
inline std::string code_of(Reply const& reply) {
    auto object = parsed(reply);
    return std::string(object.at("code").as_string());
}

// Somebody with a browser.
struct Browser {
    TestHouse& house;
    HttpClient client;
    std::string csrf;

    explicit Browser(TestHouse& h) : house(h), client(h.server->port()) {}

    Reply sign_in(std::string const& mail, std::string const& word, std::string const& code) {
        json_::object body{{"mail", mail}, {"password", word}, {"code", code}};
        auto reply =
            client.post("/api/sign-in", json_::serialize(body), {{"Accept-Language", "en"}});
        if (reply.status == 200) csrf = std::string(parsed(reply).at("csrf").as_string());
        return reply;
    }
    // A code works once, so the next one is waited for.
    Reply sign_in(std::string const& mail) {
        house.clock.add_seconds(30);
        return sign_in(mail, password, house.code());
    }
    Reply get(std::string const& path) { return client.get(path, {{"Accept-Language", "en"}}); }
    Reply post(std::string const& path, std::string const& body) {
        return client.post(path, body, {{"Accept-Language", "en"}, {"X-CSRF", csrf}});
    }
    Reply act(std::string const& name, json_::object fields, json_::object rest = {}) {
        rest["id"] = house.act_id();
        rest["fields"] = std::move(fields);
        return post("/api/acts/" + name, json_::serialize(rest));
    }
};

} // namespace radslag::http
