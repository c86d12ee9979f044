// `radslag init` and `radslag organisation`: an installation and who looks after it.
#include <algorithm>
#include <iostream>

#include "server/backups.h"
#include "server/data_keys.h"
#include "server/parts.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t day = 24 * 3'600'000'000LL;

std::string ask(std::string const& question, std::string const& usual, std::istream& in,
                std::ostream& out) {
    out << question << (usual.empty() ? "" : " [" + usual + "]") << ": " << std::flush;
    std::string line;
    std::getline(in, line);
    auto read = read_line(line, "");
    return read && !read->empty() ? *read : usual;
}

void ask_for_the_rest(Newcomer& who, std::istream& in, std::ostream& out) {
    auto fill = [&](std::string& value, std::string const& question, std::string const& usual) {
        if (value.empty()) value = ask(question, usual, in, out);
    };
    fill(who.organisation, "Name of the municipality or organisation", "");
    fill(who.country, "Country (SE or DK)", "SE");
    bool const danish = who.country == "DK";
    if (who.zone.empty()) who.zone = danish ? "Europe/Copenhagen" : "Europe/Stockholm";
    if (who.language.empty()) who.language = danish ? "da" : "sv";
    fill(who.name, "Your name (you become the administrator)", "");
    fill(who.mail, "Your mail address (you sign in with it)", "");
}

std::string wrong_with(Newcomer const& who) {
    if (who.organisation.empty()) return "The organisation needs a name (--organisation).";
    if (who.country != "SE" && who.country != "DK") return "The country is SE or DK (--country).";
    if (!is_zone(who.zone))
        return "There is no time zone " + who.zone + " (--zone Europe/Stockholm).";
    if (who.language != "sv" && who.language != "da" && who.language != "en")
        return "The language is sv, da or en (--language).";
    if (who.name.empty()) return "The administrator needs a name (--name).";
    if (!commands::read_mail(who.mail, "mail"))
        return "\"" + who.mail + "\" is no mail address (--mail name@example.org).";
    return {};
}

// What was made, and is gone again unless all of it succeeds.
class Made {
public:
    Made() = default;
    Made(Made const&) = delete;
    Made& operator=(Made const&) = delete;
    ~Made() {
        std::error_code error;
        for (auto at = paths_.rbegin(); !keep_ && at != paths_.rend(); ++at) fs::remove(*at, error);
    }
    void keep() { keep_ = true; }

    // Every folder on the way that was not there.
    Outcome<bool> folder(fs::path const& folder) {
        std::error_code error;
        std::vector<fs::path> missing;
        for (auto at = folder; !at.empty() && !fs::exists(at, error); at = at.parent_path())
            missing.push_back(at);
        for (auto at = missing.rbegin(); at != missing.rend(); ++at) {
            if (!fs::create_directory(*at, error) && error)
                return broken("A folder cannot be made.", at->string() + ": " + error.message());
            paths_.push_back(*at);
        }
        if (!fs::is_directory(folder, error))
            return broken("A folder cannot be made.", folder.string() + " is no folder");
        return true;
    }
    Outcome<bool> file(fs::path const& file, std::string_view content) {
        auto made = write_new_file(file, content);
        if (made) paths_.push_back(file);
        return made;
    }
    // Made by somebody else on the way; it was not there before.
    void expect(fs::path const& file) {
        std::error_code error;
        if (!file.empty() && !fs::exists(file, error)) paths_.push_back(file);
    }

private:
    std::vector<fs::path> paths_;
    bool keep_ = false;
};

// What is there belongs to somebody: a second key beside it would lock everybody out.
std::string wrong_with(std::string const& config_file, Config const& config) {
    std::error_code error;
    auto const another = "One more organisation in it: radslag organisation --config ";
    if (fs::exists(config_file, error))
        return config_file + " is there already. " + another + config_file;
    if (fs::exists(config.database(), error))
        return config.data + " holds an installation already. " + another +
               "with its configuration; a new installation wants another --data.";
    for (auto const& key : {config.key_file(), config.backup_key(), config.data_key()})
        if (fs::exists(key, error))
            return key.string() +
                   " is the key of an installation already: a new one wants another --keys.";
    return {};
}

// Everything that the server will need, before anything is made.
Outcome<bool> check_parts(Config const& config) {
    if (auto fine = check_certificate(config); !fine) return fine;
    if (auto books = read_books(config); !books) return tl::unexpected(books.error());
    if (auto rules = read_rules(config); !rules) return tl::unexpected(rules.error());
    auto web = read_web(config.web);
    if (!web) return tl::unexpected(web.error());
    if (std::ranges::none_of(*web, [](auto const& file) { return file.path == "/index.html"; }))
        return broken("There is no browser side.",
                      config.web + " holds no index.html; script/build makes build/web");
    return true;
}

Outcome<bool> make_files(Made& made, std::string const& config_file, Config const& config) {
    if (auto done = made.folder(fs::absolute(config_file).parent_path()); !done) return done;
    for (auto const& path : {config.data, config.keys, config.backups}) {
        if (path.empty()) continue;
        if (auto done = made.folder((fs::path(path) / "").parent_path()); !done) return done;
        std::error_code error;
        fs::permissions(path, fs::perms::owner_all, error);
    }
    for (auto const& file : {config.key_file(), config.checkpoint_key()})
        if (auto done = made.file(file, new_key()); !done) return done;
    made.expect(config.data_key());
    if (auto done = make_data_key(config.data_key()); !done) return done;
    made.expect(config.backup_key());
    if (auto done = make_backup_key(config); !done) return done;
    for (auto const* end : {"-files", "", "-wal", "-shm"})
        made.expect(config.database().string() + end);
    made.expect(config.log);
    return made.file(config_file, write_config(config));
}

int make_organisation(Config const& config, Newcomer const& who, std::ostream& out,
                      std::ostream& err) {
    auto installation = Installation::open({config});
    if (!installation) return fail(err, installation.error());
    auto const& world = (*installation)->world();
    auto const code = commands::new_code(world.random, (*installation)->vault());
    auto const mail = *commands::read_mail(who.mail, "mail");
    auto wrote = world.store.write([&](commands::Writer& writer) {
        auto const organisation = OrganisationId::make(world.random);
        writer.put(commands::Organisation{organisation, who.organisation, who.country, who.zone,
                                          who.language});
        commands::Staff staff;
        staff.id = StaffId::make(world.random);
        staff.organisation = organisation;
        staff.name = who.name;
        staff.mail = mail;
        staff.offices = 1U << unsigned(process::Office::administrator);
        staff.language = who.language;
        staff.invite_hash = code.hash;
        staff.invite_until = Instant{world.clock.now().micros + commands::invitation_days * day};
        writer.put(staff);
        return true;
    });
    if (!wrote) return fail(err, wrote.error());
    out << "\n"
        << who.organisation << " is there. The administrator's invitation:\n\n"
        << "    mail   " << mail << "\n    code   " << code.told << "\n\n"
        << "The code works for " << commands::invitation_days
        << " days, once. Start the server, open it in a browser, choose \"I have an\n"
           "invitation\", and have an authenticator app at hand.\n";
    return 0;
}

} // namespace

int init(std::string const& config_file, Config const& config, Newcomer newcomer, std::istream& in,
         std::ostream& out, std::ostream& err) {
    // Read as it will be read, so that what is wrong is said before anything is made.
    auto checked = read_config(write_config(config), config_file);
    if (!checked) return refuse(err, checked.error().front());
    if (auto wrong = wrong_with(config_file, config); !wrong.empty()) return refuse(err, wrong);
    if (auto fine = check_parts(config); !fine) return fail(err, fine.error());
    ask_for_the_rest(newcomer, in, out);
    if (auto wrong = wrong_with(newcomer); !wrong.empty()) return refuse(err, wrong);
    Made made;
    if (auto done = make_files(made, config_file, config); !done) return fail(err, done.error());
    if (auto code = make_organisation(config, newcomer, out, err); code != 0) return code;
    made.keep();
    out << "\nStart it:   radslag serve --config " << config_file << "\nKeep a copy of "
        << config.keys << " in a safe: without " << config.key_file().filename().string()
        << " nobody can sign in,\nwithout " << config.data_key().filename().string()
        << " contact data, safety notes and files cannot be read,\nwithout "
        << config.backup_key().filename().string() << " no backup can be read.\n";
    if (config.backups.empty())
        out << "There are no backups yet: name a folder on another disk under [backup] in "
            << config_file << ".\n";
    return 0;
}

int add_organisation(std::string const& config_file, Newcomer newcomer, std::istream& in,
                     std::ostream& out, std::ostream& err) {
    auto config = load_config(config_file);
    if (!config) return refuse(err, config.error().logged);
    ask_for_the_rest(newcomer, in, out);
    if (auto wrong = wrong_with(newcomer); !wrong.empty()) return refuse(err, wrong);
    return make_organisation(*config, newcomer, out, err);
}

} // namespace radslag::server
