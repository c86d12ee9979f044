// A whole request at the door, by somebody who is signed in: routing, cookies, queries, the fields
// of acts. Nothing is kept, so each input meets the same house.
#include <cstdlib>
#include <filesystem>

#include <boost/json.hpp>

#include "fuzz/target.h"
#include "http/http.h"
#include "http/sessions.h"
#include "http/totp.h"
#include "net/net.h"
#include "process/process.h"
#include "storage/storage.h"
#include "support/data_keys.h"

namespace radslag::fuzz {
namespace {

namespace fs = std::filesystem;

// Once furnished, what is written is taken back and told as done.
struct Forgetful : commands::Store {
    std::unique_ptr<commands::Store> inner;
    bool forgets = false;

    Outcome<std::unique_ptr<commands::Reader>> read() override { return inner->read(); }
    Outcome<bool> write(std::function<bool(commands::Writer&)> const& work) override {
        bool wished = false;
        auto wrote = inner->write([&](commands::Writer& writer) {
            wished = work(writer);
            return wished && !forgets;
        });
        return wrote ? Outcome<bool>(wished) : wrote;
    }
    bool note(std::vector<commands::Looked>) override { return true; }
    Outcome<bool> write_notes() override { return true; }
    Outcome<bool> wipe() override { return true; }
};

class Folder {
public:
    Folder() {
        path = (fs::temp_directory_path() / "radslag-fuzz-XXXXXX").string();
        must(mkdtemp(path.data()) != nullptr, "a temporary folder");
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    std::string path;
};

constexpr std::string_view token = "t", csrf = "w";

struct TheHouse {
    Folder folder;
    Forgetful store;
    commands::Books books{library()};
    SetClock clock{*read_instant("2026-11-27T08:00:00Z")};
    SeededRandom random{3};
    commands::World world{store, books, clock, random};
    http::Vault vault{http::Vault::Key{}};
    std::optional<http::Desk> desk;
    std::string bug; // what was told of one
    CaseId a_case;

    TheHouse() {
        auto opened = storage::open_sqlite({folder.path + "/a.db", test::data_keys, 2, false});
        must(opened.has_value(), "a store");
        store.inner = std::move(*opened);
        http::Options options;
        options.files = {{"/index.html", "<!doctype html>", {}}, {"/assets/a.js", "1", {}}};
        options.on_bug = [this](auto where, auto what) {
            bug = std::string(where) + ": " + std::string(what);
        };
        desk.emplace(world, vault, std::move(options));
        furnish();
        store.forgets = true;
    }

    static process::Library library() {
        std::vector<process::ModelFile> files;
        auto const models = fs::path(RADSLAG_SOURCE_DIR) / "models";
        for (auto const& entry : fs::recursive_directory_iterator(models))
            if (entry.path().extension() == ".toml") {
                auto path = entry.path().lexically_relative(RADSLAG_SOURCE_DIR).string();
                files.push_back({path, file(path)});
            }
        std::ranges::sort(files, {}, &process::ModelFile::path);
        return std::move(process::read_library(files).library);
    }

    void furnish() {
        commands::Organisation const town{OrganisationId::make(random), "Lillåkers kommun", "SE",
                                          "Europe/Stockholm", "sv"};
        commands::Staff all;
        all.id = StaffId::make(random);
        all.organisation = town.id;
        all.name = "Conny Ek";
        all.mail = "conny@lillaker.example";
        all.language = "sv";
        all.offices = ~std::uint32_t{0};
        all.password_hash = "x";
        all.pledged_at = clock.now();
        commands::Session session{http::fingerprint(token),
                                  all.id,
                                  std::string(csrf),
                                  clock.now(),
                                  clock.now(),
                                  Instant{clock.now().micros + http::session_idle}};
        must(store
                 .write([&](commands::Writer& writer) {
                     writer.put(town);
                     writer.put(all);
                     writer.put(session);
                     return true;
                 })
                 .has_value(),
             "a town");
        commands::Request request;
        request.id = ActId::make(random);
        request.fields["intake"] = std::string("hoor-familjeradslag/offered");
        request.fields["name"] = std::string("Elsa Lind");
        auto done = commands::open_case(world, {all.id, town.id, "sv"}, request);
        must(done.has_value(), done ? "" : "a case: " + done.error().why.front().code);
        a_case = *CaseId::read(done->case_id);
    }
};

TheHouse& house() {
    static TheHouse one;
    return one;
}

// "POST /api/acts/refer?a=b", its fields on lines, an empty line, the body. Bytes that net/ would
// refuse come in as well: this room leans on nothing but the types.
net::Request request_of(std::string_view bytes) {
    auto line = [&] {
        auto const one = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(one.size() + 1, bytes.size()));
        return one;
    };
    net::Request request;
    request.peer = "192.0.2.1";
    auto const first = line();
    auto const space = first.find(' ');
    request.method = first.substr(0, space);
    request.target = space == first.npos ? "/" : first.substr(space + 1);
    auto rest = std::string_view(request.target);
    request.path = rest.substr(0, rest.find('?'));
    if (request.path.empty()) request.path = "/";
    while (rest.find_first_of("?&") != rest.npos) {
        rest.remove_prefix(rest.find_first_of("?&") + 1);
        auto const pair = rest.substr(0, rest.find('&'));
        auto const equals = std::min(pair.find('='), pair.size());
        request.query.emplace(pair.substr(0, equals),
                              pair.substr(std::min(equals + 1, pair.size())));
    }
    request.cookies.emplace("radslag", token);
    request.headers.emplace("X-CSRF", csrf);
    request.headers.emplace("Content-Type", "application/json");
    for (auto one = line(); !one.empty(); one = line()) {
        auto const colon = std::min(one.find(':'), one.size());
        auto const name = std::string(one.substr(0, colon));
        request.headers.erase(name);
        request.headers.emplace(name, one.substr(std::min(colon + 2, one.size())));
    }
    request.body = bytes;
    return request;
}

void check_trouble(net::Response const& response) {
    boost::system::error_code wrong;
    auto const body = boost::json::parse(response.body, wrong);
    must(!wrong && body.is_object(), "an answer is JSON");
    if (response.status < 400) return;
    auto const* code = body.as_object().if_contains("code");
    must(code != nullptr && code->is_string(), "a no has a code");
    must_have_words(refusal(std::string_view(code->as_string())));
}

void play(std::string_view bytes) {
    auto& here = house();
    auto const request = request_of(bytes);
    // A password costs what it is meant to cost.
    if (request.path == "/api/sign-in" || request.path == "/api/accept" ||
        request.path == "/api/acts/change_password")
        return;
    here.bug.clear();
    auto const response = here.desk->answer(request);
    must(here.bug.empty(), here.bug);
    must(response.status >= 200 && response.status < 500, "an answer or a no");
    for (auto const& [name, value] : response.headers)
        must(value.find_first_of("\r\n") == value.npos, "a field is one line");
    bool const api = request.path == "/api" || request.path.starts_with("/api/");
    bool const packed = std::ranges::any_of(
        response.headers, [](auto const& field) { return field.first == "Content-Encoding"; });
    if (api && !response.body.empty() && !packed) check_trouble(response);
}

std::string value_for(commands::view::FieldView const& field) {
    if (field.type == "number") return "1";
    if (field.type == "yes_no") return "true";
    if (field.type == "date") return "\"2026-12-01\"";
    if (field.type == "time") return "\"17:00\"";
    auto const word = field.words.empty() ? std::string("a") : field.words.front();
    bool const list = field.type == "choices" || field.type == "texts" || field.type == "people";
    if (field.type == "texts") return "[\"" + word + "=b\"]";
    return list ? "[\"" + word + "\"]" : '"' + word + '"';
}

Texts seeds() {
    auto const one = "/api/cases/" + house().a_case.text;
    Texts all{"GET /\n\n",
              "GET /assets/a.js\nAccept-Encoding: br, gzip\n\n",
              "GET " + one + "\nAccept-Encoding: gzip\n\n",
              "GET " + one + "/log?cursor=3\n\n",
              "GET /api/cases?mine=true&order=due&limit=20&cursor=7c\nAccept-Language: da\n\n",
              "GET /api/cases?status=running&model=hoor-familjeradslag&late=true\n\n",
              "POST /api/sign-out\nX-CSRF: w\nOrigin: http://a.example\nHost: a.example\n\n"};
    for (auto const* path : {"me", "acts", "models", "desk", "committees", "staff", "restrictions"})
        all.push_back(std::string("GET /api/") + path + "\n\n");
    SeededRandom random(5);
    for (auto const& act : commands::all_acts().acts) {
        std::string fields;
        for (auto const& field : act.fields_)
            fields += (fields.empty() ? "\"" : ",\"") + field.name + "\":" + value_for(field);
        auto const body =
            R"({"id":")" + ActId::make(random).text + R"(","fields":{)" + fields + "}}";
        auto const path = act.room == "staff" ? "/api/acts/" : one + "/acts/";
        all.push_back("POST " + path + act.name + "\n\n" + body);
        all.push_back("POST /api/acts/" + act.name + "\n\n" + body);
    }
    return all;
}
Texts words() {
    return {"\"about\":\"",
            "\"for_whom\":\"",
            "\"told\":\"phone\",",
            "\"base\":0,",
            "?cursor=",
            "&limit=",
            "\\u0000",
            "19900602-2397",
            "050520-9996",
            "2026-02-30",
            "24:00",
            "\"a=b=c\"",
            "[]",
            "null",
            "/../",
            "Sec-Fetch-Site: cross-site\n",
            "Accept-Language: sv\n",
            "\"name\":\""};
}

Joins const joins({"desk", play, seeds, words, 1500});

} // namespace
} // namespace radslag::fuzz
