// What the staff acts share: who may, which accounts there are, one-time codes.
#include <algorithm>

#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

constexpr std::string_view spoken[] = {"sv", "da", "en"};
constexpr std::int64_t day_micros = 24 * 3'600'000'000LL;

} // namespace

Words const languages = spoken;

bool is_administrator(StaffHere const& here) { return here.has(process::Office::administrator); }
bool is_anybody(StaffHere const&) { return true; }
bool keeps_committee_days(StaffHere const& here) {
    return here.has(process::Office::manager) || here.has(process::Office::committee);
}

std::vector<std::string> accounts(StaffHere const& here,
                                  bool (*keep)(StaffHere const&, Staff const&)) {
    std::vector<std::string> ids;
    for (auto const& staff : here.reader.staff_of(here.organisation.id))
        if (keep(here, staff)) ids.push_back(staff.id.text);
    return ids;
}

std::vector<std::string> all_accounts(StaffHere const& here) {
    return accounts(here, [](StaffHere const&, Staff const&) { return true; });
}

std::int64_t version_of_account(StaffHere const& here, std::string const& about) {
    auto staff = here.reader.staff(StaffId{about});
    return staff ? staff->version : 0;
}

std::vector<view::Filled> filled_account(StaffHere const& here, std::string const& about) {
    auto staff = here.reader.staff(StaffId{about});
    if (!staff) return {};
    return {{"name", {staff->name}}, {"offices", office_words(staff->offices)}};
}

std::vector<std::string> office_words(std::uint32_t offices) {
    std::vector<std::string> told;
    auto all = words(process::Office{});
    for (std::size_t i = 0; i < all.size(); ++i)
        if (((offices >> i) & 1U) != 0) told.emplace_back(all[i]);
    return told;
}

std::uint32_t office_bits(std::vector<std::string> const& words) {
    std::uint32_t bits = 0;
    for (auto const& one : words)
        if (auto office = read_word<process::Office>(one)) bits |= 1U << unsigned(*office);
    return bits;
}

bool somebody_else_administers(StaffHere const& here, StaffId const& but) {
    auto all = here.reader.staff_of(here.organisation.id);
    return std::any_of(all.begin(), all.end(), [&](Staff const& staff) {
        return staff.id != but && state_of(staff) == "active" &&
               ((staff.offices >> unsigned(process::Office::administrator)) & 1U) != 0;
    });
}

OneTimeCode new_code(Random& random, Secrets& secrets) {
    auto const letters = random_id_text(random).substr(0, 20);
    OneTimeCode code{{}, secrets.hash_code(letters)};
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (i != 0 && i % 5 == 0) code.told += '-';
        code.told += letters[i];
    }
    return code;
}

std::string new_invitation(StaffDoing& doing, Staff& staff) {
    auto code = new_code(doing.random, doing.secrets);
    staff.invite_hash = code.hash;
    staff.invite_until = Instant{doing.here.now.micros + invitation_days * day_micros};
    staff.password_hash.clear();
    staff.totp_secret.clear();
    doing.writer.end_sessions_of(staff.id, "");
    return code.told;
}

std::string state_of(Staff const& staff) {
    if (staff.locked_at) return "locked";
    return staff.invite_hash.empty() ? "active" : "invited";
}

view::StaffView view_of(Staff const& staff) {
    return {staff.id.text,   staff.name,
            staff.mail,      office_words(staff.offices),
            state_of(staff), staff.pledged_at.has_value(),
            staff.training,  staff.version};
}

Staff StaffDoing::about() const {
    auto staff = here.reader.staff(StaffId{input.about});
    RADSLAG_SURE(staff.has_value() && staff->organisation == here.organisation.id);
    return *staff;
}

void StaffDoing::keep(Staff staff) {
    ++staff.version;
    done.about = staff.id.text;
    done.version = staff.version;
    writer.put(staff);
}

Result<std::string> read_password(std::string_view text, std::string_view field) {
    auto line = read_line(text, field, password_most);
    if (!line) return line;
    if (code_points(*line) < password_least)
        return no(refusal("password.short", field).with("least", std::to_string(password_least)));
    return line;
}

Result<std::string> read_mail(std::string_view text, std::string_view field) {
    auto line = read_line(text, field);
    if (!line) return line;
    auto const mail = lower_ascii(*line);
    auto const at = mail.find('@');
    bool const fine = at != std::string::npos && at > 0 && at + 1 < mail.size() &&
                      mail.find('@', at + 1) == std::string::npos &&
                      mail.find_first_of(" ,;<>\"") == std::string::npos;
    if (!fine) return no("field.mail", field);
    return mail;
}

std::string plain_code(std::string_view typed) {
    std::string plain;
    for (char c : lower_ascii(typed)) {
        if (c == '-' || c == ' ') continue;
        plain += c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
    }
    return plain;
}

} // namespace radslag::commands
