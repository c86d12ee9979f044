// `radslag demo`: a house to look at, on this machine alone. Its passwords are published, so it
// must never be anything else.
#include <algorithm>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "server/demo.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

constexpr auto password = "visa mig runt";
constexpr auto secret = "RADSLAGDEMORADSLAGDEMORADSLAGDEM";
constexpr auto mark = "demo.txt"; // in the data folder of a demo

struct Account {
    std::string_view name, mail;
    process::Office office;
};
struct Town {
    std::string_view name, country, zone, language;
    std::vector<Account> accounts;
};

std::vector<Town> const& towns() {
    using enum process::Office;
    static std::vector<Town> const all{{"Lillåkers kommun",
                                        "SE",
                                        "Europe/Stockholm",
                                        "sv",
                                        {{"Siv Almgren", "siv@lillaker.example", administrator},
                                         {"Maj Forsell", "maj@lillaker.example", manager},
                                         {"Karin Öhman", "karin@lillaker.example", coordinator},
                                         {"Jonas Wiik", "jonas@lillaker.example", coordinator},
                                         {"Amira Haddad", "amira@lillaker.example", case_worker},
                                         {"Olle Strand", "olle@lillaker.example", case_worker},
                                         {"Britt Lund", "britt@lillaker.example", committee},
                                         {"Nils Ek", "nils@lillaker.example", employee}}},
                                       {"Nørreby Kommune",
                                        "DK",
                                        "Europe/Copenhagen",
                                        "da",
                                        {{"Bente Krogh", "bente@norreby.example", administrator},
                                         {"Per Holst", "per@norreby.example", manager},
                                         {"Mette Juul", "mette@norreby.example", coordinator},
                                         {"Anders Bæk", "anders@norreby.example", coordinator},
                                         {"Yasmin Karim", "yasmin@norreby.example", case_worker},
                                         {"Lone Friis", "lone@norreby.example", committee},
                                         {"Hans Dam", "hans@norreby.example", employee}}}};
    return all;
}

// All leaders sit on the committee where there is one (PN5).
std::uint32_t offices_of(Account const& account) {
    auto bit = [](process::Office office) { return 1U << unsigned(office); };
    auto bits = bit(account.office);
    if (account.office == process::Office::coordinator) bits |= bit(process::Office::committee);
    return bits;
}

commands::Staff make_staff(Installation& house, OrganisationId const& organisation,
                           Town const& town, Account const& account, std::string const& hash) {
    auto const& world = house.world();
    commands::Staff staff;
    staff.id = StaffId::make(world.random);
    staff.organisation = organisation;
    staff.name = account.name;
    staff.mail = account.mail;
    staff.offices = offices_of(account);
    staff.language = town.language;
    staff.password_hash = hash;
    staff.totp_secret = house.vault().seal(staff.id, secret, world.random);
    staff.pledged_at = world.clock.now();
    return staff;
}

// Nothing when they are there: a demo that was begun before.
Outcome<std::vector<DemoAccount>> make_towns(Installation& house) {
    auto const& world = house.world();
    auto const hash = house.vault().hash_password(password).value();
    std::vector<DemoAccount> made;
    auto wrote = world.store.write([&](commands::Writer& writer) {
        if (!writer.organisations().empty()) return false;
        for (auto const& town : towns()) {
            auto const id = OrganisationId::make(world.random);
            writer.put(commands::Organisation{id, std::string(town.name), std::string(town.country),
                                              std::string(town.zone), std::string(town.language)});
            for (auto const& account : town.accounts) {
                auto const staff = make_staff(house, id, town, account, hash);
                writer.put(staff);
                made.push_back(
                    {staff.id, id, std::string(town.country), staff.mail, staff.language});
            }
        }
        return true;
    });
    if (!wrote) return tl::unexpected(wrote.error());
    return made;
}

// A folder that is no demo's is left alone, whatever is in it: somebody's data folder, or the folder
// around one.
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
    if (fs::exists(note)) return true;
    std::string key(std::tuple_size_v<http::Vault::Key>, '\0');
    SystemRandom().fill({reinterpret_cast<std::uint8_t*>(key.data()), key.size()});
    if (auto made = write_new_file(config.key_file(), key); !made) return made;
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

int fail(std::ostream& err, Fault const& fault) {
    err << fault.told << " " << fault.logged << "\n";
    return 1;
}

// With other models than those it was written for the story cannot be played; the towns are there.
void tell_refused(std::vector<std::string> const& refused, std::ostream& err) {
    if (refused.empty()) return;
    err << "The demo's cases are not all there: the models in use refuse " << refused.size()
        << " of their acts, the first is " << refused.front() << "\n";
}

} // namespace

void tell_accounts(Installation& house, std::ostream& out) {
    for (auto const& town : towns()) {
        out << "\n  " << town.name << "\n";
        for (auto const& account : town.accounts)
            out << fmt::format("    {:<26} {:<14} {}\n", account.mail, word(account.office),
                               account.name);
    }
    out << "\n  password        " << password << "\n  authenticator   " << secret
        << "  (in an app, or: radslag code)\n  code right now  "
        << http::six_digits(secret, house.world().clock.now())
        << "            (a new one every 30 seconds; each works once per account)\n";
}

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

int demo(DemoOptions const& options, std::ostream& out, std::ostream& err) {
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
    auto house = Installation::open(start_with(config, options.clock_file));
    if (!house) return fail(err, house.error());
    auto fresh = make_towns(**house);
    if (!fresh) return fail(err, fresh.error());
    if (!fresh->empty()) tell_refused(furnish(**house, *fresh), err);
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
