// Signing in and out, and accepting an invitation. Whoever is wrong about anything gets the same
// answer at the same cost: which accounts there are is told to nobody.
#include <algorithm>
#include <exception>

#include "http/body.h"
#include "http/house.h"
#include "http/totp.h"

namespace radslag::http {
namespace {

using commands::No;
using commands::Staff;
using Texts = std::map<std::string, std::string>;

// Counts a try against the account and the address until it turns out right.
class Try {
public:
    Try(Asking const& asking, std::string account)
        : house_(asking.house),
          account_(std::move(account)),
          address_(address_of(asking.house, asking.request)) {
        wait_ = house_.by_address.begin(address_, asking.now);
        if (wait_) return;
        wait_ = house_.by_account.begin(account_, asking.now);
        if (wait_) house_.by_address.forgive_one(address_);
    }
    // What the world failed at was nobody's wrong try.
    ~Try() {
        if (std::uncaught_exceptions() > 0) was_not_looked_at();
    }
    Try(Try const&) = delete;
    Try& operator=(Try const&) = delete;
    [[nodiscard]] std::optional<net::Response> wait(Asking const& asking) const {
        if (!wait_) return {};
        auto response = asking.refuse(
            429, refusal("sign_in.wait").with("minutes", std::to_string((*wait_ + 59) / 60)));
        response.headers.emplace_back("Retry-After", std::to_string(*wait_));
        return response;
    }
    void was_right() {
        house_.by_account.forgive_all(account_);
        house_.by_address.forgive_one(address_);
    }
    void was_not_looked_at() {
        house_.by_account.forgive_one(account_);
        house_.by_address.forgive_one(address_);
    }

private:
    House& house_;
    std::string account_, address_;
    std::optional<std::int64_t> wait_;
};

std::string mail_of(Texts const& texts) {
    auto line = read_line(texts.at("mail"), "mail");
    return line ? lower_ascii(*line) : std::string{};
}

// Who works for two organisations has an account in each, under one mail.
std::vector<Staff> accounts(Asking const& asking, std::string const& mail) {
    return reached(asking.house.world.store.read())->staff_with_mail(mail);
}

struct Coming {
    std::optional<Staff> staff;
    std::int64_t step = 0;
};
// The account whose authenticator gave this code; its password alone is then compared, so that
// every try costs the same, however many accounts there are.
Coming find_by_code(Asking const& asking, std::string const& mail, std::string const& code) {
    for (auto& staff : accounts(asking, mail)) {
        if (staff.totp_secret.empty()) continue;
        auto secret = asking.house.vault.unseal(staff.id, staff.totp_secret);
        if (!secret) continue;
        if (auto step = step_of(*secret, code, asking.now, staff.totp_used))
            return {std::move(staff), *step};
    }
    return {};
}

// Looked at again where it is written: locked, changed or signed in with this code in the meantime.
std::optional<Begun> begin(Asking const& asking, Staff const& seen, std::int64_t step) {
    std::optional<Begun> begun;
    auto const old = asking.request.cookie(cookie_name(asking.house.options.secure));
    auto wrote = reached(asking.house.world.store.write([&](commands::Writer& writer) {
        auto staff = writer.staff(seen.id);
        if (!staff || staff->locked_at || staff->password_hash != seen.password_hash ||
            staff->totp_secret != seen.totp_secret || step <= staff->totp_used)
            return false;
        staff->totp_used = step;
        staff->invite_hash.clear();
        staff->invite_until.reset();
        writer.put(*staff);
        writer.end_sessions_until(asking.now);
        if (old) writer.end_session(fingerprint(*old));
        begun = begin_session(staff->id, asking.now, asking.house.world.random);
        writer.put(begun->session);
        return true;
    }));
    if (!wrote) return {};
    return begun;
}

} // namespace

net::Response sign_in(Asking& asking) {
    auto texts = read_texts(asking.request.body, {"mail", "password", "code"});
    if (!texts) return asking.refuse(No{No::Kind::form, std::move(texts.error()), {}});
    auto const mail = mail_of(*texts);
    Try attempt(asking, mail);
    if (auto wait = attempt.wait(asking)) return std::move(*wait);
    auto [staff, step] = find_by_code(asking, mail, texts->at("code"));
    auto const password = read_line(texts->at("password"), "password", commands::password_most);
    auto fits = asking.house.vault.fits(password.value_or(""), staff ? staff->password_hash : "");
    if (!fits) {
        attempt.was_not_looked_at();
        return asking.refuse(429, refusal("house.busy"));
    }
    std::optional<Begun> begun;
    if (*fits && staff && !staff->locked_at) begun = begin(asking, *staff, step);
    if (!begun) return asking.refuse(401, refusal("sign_in.wrong"));
    attempt.was_right();
    asking.who = SignedIn{begun->session, *staff};
    auto response =
        asking.tell(commands::look_at_me(asking.house.world, asking.caller(), begun->session.csrf));
    response.headers.emplace_back("Set-Cookie",
                                  cookie_of(begun->token, asking.house.options.secure));
    return response;
}

net::Response accept_invitation(Asking& asking) {
    auto texts = read_texts(asking.request.body, {"mail", "invitation", "password"});
    if (!texts) return asking.refuse(No{No::Kind::form, std::move(texts.error()), {}});
    auto password = commands::read_password(texts->at("password"), "password");
    if (!password) return asking.refuse(400, password.error());
    auto const mail = mail_of(*texts);
    Try attempt(asking, mail);
    if (auto wait = attempt.wait(asking)) return std::move(*wait);
    auto& vault = asking.house.vault;
    auto const code = vault.hash_code(commands::plain_code(texts->at("invitation")));
    auto invited = [&](std::vector<Staff> const& all) -> std::optional<Staff> {
        auto at = std::ranges::find_if(all, [&](Staff const& staff) {
            return !staff.locked_at && same(staff.invite_hash, code) && staff.invite_until &&
                   asking.now < *staff.invite_until;
        });
        return at == all.end() ? std::nullopt : std::optional(*at);
    };
    if (!invited(accounts(asking, mail)))
        return asking.refuse(400, refusal("invitation.wrong", "invitation"));
    auto hash = vault.hash_password(*password);
    if (!hash) {
        attempt.was_not_looked_at();
        return asking.refuse(429, refusal("house.busy"));
    }
    auto const secret = Vault::new_secret(asking.house.world.random);
    std::string organisation;
    auto wrote = asking.house.world.store.write([&](commands::Writer& writer) {
        auto staff = invited(writer.staff_with_mail(mail));
        if (!staff) return false;
        staff->password_hash = *hash;
        staff->totp_secret = vault.seal(staff->id, secret, asking.house.world.random);
        staff->totp_used = 0;
        writer.put(*staff);
        organisation = writer.organisation(staff->organisation).value().name;
        return true;
    });
    if (!wrote || !*wrote) return asking.refuse(503, refusal("world.fault"));
    attempt.was_right();
    return told(commands::view::Enrolment{secret, enrolment_uri(organisation, mail, secret)});
}

net::Response sign_out(Asking& asking) {
    auto wrote = asking.house.world.store.write([&](commands::Writer& writer) {
        writer.end_session(asking.who->session.token_hash);
        return true;
    });
    if (!wrote) return asking.refuse(503, refusal("world.fault"));
    net::Response response;
    response.status = 204;
    response.headers.emplace_back("Set-Cookie", no_cookie(asking.house.options.secure));
    return response;
}

} // namespace radslag::http
