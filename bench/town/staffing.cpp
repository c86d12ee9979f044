#include "bench/town/staffing.h"

#include <fmt/format.h>

#include "http/http.h"

namespace radslag::bench {
namespace {

constexpr std::string_view first_names[] = {"Karin", "Jonas", "Amira",  "Olle", "Britt", "Nils",
                                            "Mette", "Hans",  "Yasmin", "Lone", "Siv",   "Per"};
constexpr std::string_view last_names[] = {"Sand", "Wiik",  "Haddad", "Strand", "Lund",
                                           "Ek",   "Juul",  "Dam",    "Karim",  "Friis",
                                           "Alm",  "Holst", "Moberg"};

bool looks_after_all(std::uint32_t offices) {
    auto bit = [](process::Office office) { return 1U << unsigned(office); };
    return (offices & (bit(process::Office::manager) | bit(process::Office::administrator))) != 0;
}

} // namespace

Account const& Staffing::account(Worker const& worker, std::size_t block) {
    Seat const seat{worker.offices, worker.nth, looks_after_all(worker.offices) ? 0 : block};
    auto at = accounts_.find(seat);
    if (at != accounts_.end()) return at->second;
    auto const nth = accounts_.size();
    Account account;
    account.staff.id = StaffId::make(random_);
    account.staff.organisation = organisation_;
    account.staff.name = fmt::format("{} {}", first_names[nth % std::size(first_names)],
                                     last_names[nth % std::size(last_names)]);
    account.staff.mail = account.staff.id.text + "@example.org";
    account.staff.offices = worker.offices;
    account.staff.language = "sv";
    account.staff.password_hash = "no password fits"; // their sessions are made here
    account.staff.pledged_at = now_;
    account.token = "session-" + account.staff.id.text;
    account.csrf = "word-" + account.staff.id.text;
    return accounts_.emplace(seat, std::move(account)).first->second;
}

std::vector<Account const*> Staffing::all() const {
    std::vector<Account const*> found;
    for (auto const& [seat, account] : accounts_) found.push_back(&account);
    return found;
}

Account const* Staffing::find(std::string_view staff) const {
    for (auto const& [seat, account] : accounts_)
        if (account.staff.id.text == staff) return &account;
    return nullptr;
}

void Staffing::write(commands::Store& store) const {
    constexpr std::int64_t hour = 3'600 * 1'000'000LL;
    // That somebody is there still is written down once a minute. Not here: it would be among the statements
    // of whoever happens to be asked first after that minute.
    Instant const lately{now_.micros + 6 * hour};
    http::Vault vault(http::Vault::Key{});
    auto wrote = store.write([&](commands::Writer& writer) {
        for (auto const* account : all()) {
            writer.put(account->staff);
            writer.put(commands::Session{vault.hash_code(account->token), account->staff.id,
                                         account->csrf, now_, lately,
                                         Instant{now_.micros + 12 * hour}});
        }
        return true;
    });
    if (!wrote) throw std::runtime_error(wrote.error().logged);
}

} // namespace radslag::bench
