// `radslag demo`: a house to look at, on this machine alone. Its passwords are published, so it
// must never be anything else.
#include <algorithm>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "server/data_keys.h"
#include "server/parts.h"
#include "storage/storage.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

constexpr auto password = "visa mig runt";
constexpr auto secret = "RADSLAGDEMORADSLAGDEMORADSLAGDEM";
constexpr auto mark = "demo.txt"; // in the data folder of a demo

// Everybody's password, and the six digits of the same authenticator.
Outcome<bool> give_passwords(Installation& house) {
    auto const& world = house.world();
    auto const hash = house.vault().hash_password(password).value();
    return world.store.write([&](commands::Writer& writer) {
        for (auto const& organisation : writer.organisations())
            for (auto staff : writer.staff_of(organisation.id)) {
                if (!staff.password_hash.empty()) continue;
                staff.password_hash = hash;
                staff.totp_secret = house.vault().seal(staff.id, secret, world.random);
                writer.put(staff);
            }
        return true;
    });
}

// Nobody waits for a disk while a town is made: a demo can be made again.
Outcome<std::vector<std::string>> furnish_new(Start const& start, Furnish const& furnish) {
    auto books = read_books(start.config);
    if (!books) return tl::unexpected(books.error());
    auto store = storage::open_sqlite(
        {start.config.database().string(), data_keys(start.config.data_key()), 1, false});
    if (!store) return tl::unexpected(store.error());
    auto reader = (*store)->read();
    if (!reader) return tl::unexpected(reader.error());
    if (!(*reader)->organisations().empty()) return std::vector<std::string>{};
    reader->reset();
    return furnish(**store, *books, start.clock->now());
}

// A folder that is no demo's is left alone, whatever is in it: somebody's data folder, or the
// folder around one.
std::string wrong_with(fs::path const& folder) {
    std::error_code error;
    if (!fs::exists(folder, error)) return {};
    if (fs::exists(folder / "data" / mark, error)) return {};
    if (fs::is_directory(folder, error) && fs::is_empty(folder, error)) return {};
    return folder.string() +
           " is not empty and not a demo's: a demo with published passwords never "
           "runs over real data. Give --folder another one.";
}

Outcome<bool> prepare(Config const& config) {
    std::error_code error;
    fs::create_directories(config.data, error);
    fs::create_directories(config.keys, error);
    if (error) return broken("The folder cannot be made.", config.data + ": " + error.message());
    fs::permissions(config.data, fs::perms::owner_all, error);
    fs::permissions(config.keys, fs::perms::owner_all, error);
    auto const note = fs::path(config.data) / mark;
    if (!fs::exists(config.data_key(), error))
        if (auto made = make_data_key(config.data_key()); !made) return made;
    if (fs::exists(note)) return true;
    for (auto const& file : {config.key_file(), config.checkpoint_key()})
        if (auto made = write_new_file(file, new_key()); !made) return made;
    return write_new_file(note,
                          "This folder belongs to `radslag demo`. Its passwords are published.\n");
}

struct Temporary { // gone when the demo ends
    fs::path folder;
    ~Temporary() {
        std::error_code error;
        if (!folder.empty()) fs::remove_all(folder, error);
    }
};

// With models that nobody here has seen a case can end up elsewhere; the towns are there all the
// same.
void tell_astray(std::vector<std::string> const& astray, std::ostream& err) {
    if (astray.empty()) return;
    err << "Not every case of the demo came where it was to come: " << astray.size()
        << " did not, the first is " << astray.front() << "\n";
}

std::string offices_of(commands::Staff const& staff) {
    std::string all;
    auto const words_of = process::words(process::Office{});
    for (std::size_t i = 0; i < words_of.size(); ++i)
        if (((staff.offices >> i) & 1U) != 0)
            all += (all.empty() ? "" : ", ") + std::string(words_of[i]);
    return all;
}

void tell_accounts(Installation& house, std::ostream& out) {
    auto reader = house.world().store.read();
    if (!reader) return;
    auto organisations = (*reader)->organisations();
    std::ranges::sort(organisations, {}, &commands::Organisation::name);
    for (auto const& organisation : organisations) {
        out << "\n  " << organisation.name << "\n";
        auto all = (*reader)->staff_of(organisation.id);
        std::ranges::sort(all, {}, [](auto const& one) {
            return std::pair(one.offices & ~(one.offices - 1), one.name); // by the first office
        });
        for (auto const& staff : all)
            out << fmt::format("    {:<26} {:<24} {}\n", staff.mail, offices_of(staff), staff.name);
    }
    out << "\n  password        " << password << "\n  authenticator   " << secret
        << "  (in an app, or: radslag code)\n  code right now  "
        << http::six_digits(secret, house.world().clock.now())
        << "            (a new one every 30 seconds; each works once per account)\n";
}

} // namespace

int tell_code(std::string const& of, std::string const& clock_file, std::ostream& out,
              std::ostream& err) {
    // RFC 4648: base32. Sixteen letters, ten bytes, are the least that authenticators give.
    auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'); };
    if (!of.empty() && (of.size() < 16 || !std::ranges::all_of(of, fits))) {
        err << "\"" << of << "\" is no secret of an authenticator: at least 16 capital letters and "
            << "digits 2 to 7, without blanks.\n";
        return 1;
    }
    auto const now = clock_file.empty() ? SystemClock().now() : FileClock(clock_file).now();
    out << http::six_digits(of.empty() ? secret : of, now) << "\n";
    return 0;
}

int demo(DemoOptions const& options, Furnish const& furnish, std::ostream& out, std::ostream& err) {
    hold_signals();
    Temporary temporary;
    fs::path folder = options.folder;
    if (folder.empty()) {
        auto name = (fs::temp_directory_path() / "radslag-demo-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) return fail(err, {"No temporary folder.", name});
        folder = temporary.folder = name;
    } else if (auto wrong = wrong_with(folder); !wrong.empty()) {
        err << wrong << "\n";
        return 1;
    }
    auto config = options.config;
    config.address = "127.0.0.1";
    config.data = (folder / "data").string();
    config.keys = (folder / "keys").string();
    if (config.log.empty()) config.log = (folder / "log.jsonl").string();
    if (auto made = prepare(config); !made) return fail(err, made.error());
    auto start = start_with(config, options.clock_file);
    auto astray = furnish_new(start, furnish);
    if (!astray) return fail(err, astray.error());
    tell_astray(*astray, err);
    auto house = Installation::open(std::move(start));
    if (!house) return fail(err, house.error());
    if (auto gave = give_passwords(**house); !gave) return fail(err, gave.error());
    auto port = (*house)->serve();
    if (!port) return fail(err, port.error());
    out << "Radslag, a demo with invented people, on this machine alone.\n\n  http://127.0.0.1:"
        << *port << "\n";
    tell_accounts(**house, out);
    out << "\n  data            " << folder.string()
        << (options.folder.empty() ? " (gone when you stop)" : "") << "\n\nStop with Ctrl-C.\n"
        << std::flush;
    wait_for_signal();
    (*house)->stop();
    return 0;
}

} // namespace radslag::server
