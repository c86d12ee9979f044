#pragma once
// What is done about no case: the accounts of an organisation, one's own account, committee days,
// what is asked of every meeting for a time, what is kept and erased.
// Declared like the acts of a case and performed as they do: permit → load → decide → save → tell,
// once for each act id.
#include "commands/act.h"
#include "commands/commands.h"

namespace radslag::commands {

// Passwords and one-time codes. http/ implements it; slow where it has to be.
class Secrets {
public:
    virtual ~Secrets() = default;
    // Nothing when too many wait for theirs already.
    virtual std::optional<std::string> hash_password(std::string const& password) = 0;
    virtual std::optional<bool> fits(std::string const& password, std::string const& hash) = 0;
    virtual std::string hash_code(std::string_view code) = 0; // quick: the code is long and random
};

inline constexpr std::size_t password_least = 12; // code points
inline constexpr std::size_t password_most = 200;
inline constexpr int invitation_days = 7; // how long a one-time code can be used

// One line, as typed, of a fair length. Code password.short with the fact "least".
Result<std::string> read_password(std::string_view text, std::string_view field);
// Lower case, with something on each side of an @. Code field.mail.
Result<std::string> read_mail(std::string_view text, std::string_view field);
// The same code however it was typed: without dashes and spaces, 0 for o, 1 for i and l.
std::string plain_code(std::string_view typed);

struct OneTimeCode {
    std::string told; // "4hk2n-…", shown once
    std::string hash;
};
OneTimeCode new_code(Random& random, Secrets& secrets);

// Who does it, and where.
struct StaffHere {
    Staff const& staff;
    Organisation const& organisation;
    Books const& books;
    std::string_view language;
    Instant now;
    Date today;
    Reader& reader;
    process::Retention const* retention = nullptr;

    [[nodiscard]] bool has(process::Office office) const {
        return ((staff.offices >> unsigned(office)) & 1U) != 0;
    }
};

struct StaffDoing {
    StaffHere const& here;
    Input const& input;
    Writer& writer;
    Random& random;
    Secrets& secrets;
    std::string const& session; // of the doer; it stays when the others end
    std::string const& new_password; // its hash, where the act takes one
    view::Done done;

    // The account that the act is about; it was among the candidates, so it is there.
    [[nodiscard]] Staff about() const;
    // Saves the account with its next version.
    void keep(Staff staff);
};

struct StaffAct {
    std::string_view name;
    std::string_view room; // staff | self | committee | restriction | retention
    std::string_view about = {}; // staff | committee_day | restriction | hold | case | release
    std::vector<FieldSpec> fields = {};
    bool based_on = false;
    bool (*may)(StaffHere const&) = nullptr;
    // Rows it can be done to now; for acts with `about`.
    std::vector<std::string> (*candidates)(StaffHere const&) = nullptr;
    // What can be chosen in a field of type choice that has no fixed words.
    Options (*options)(StaffHere const&, std::string_view field) = nullptr;
    std::vector<view::Filled> (*filled)(StaffHere const&, std::string const& about) = nullptr;
    std::int64_t (*version)(StaffHere const&, std::string const& about) = nullptr; // when based_on
    // Slow work on passwords, before the one writer is asked for: the new hash. `fault`: too busy.
    Answer<std::string> (*prepare)(Staff const&, Input const&, Secrets&) = nullptr;
    Result<void> (*decide)(StaffDoing&) = nullptr;
    bool erases = false; // afterwards the store's files are wiped
};

std::vector<StaffAct> const& staff_acts();
StaffAct const* find_staff_act(std::string_view name);
view::ActView declaration(StaffAct const& act);
// What may be done now by this one, of a room.
std::vector<view::Can> staff_can(StaffHere const& here, std::string_view room);

// A restriction as it is told in a language: in the reader's, else the house's own.
Restriction::Words const& words_for(Restriction const& restriction, std::string_view language,
                                    Organisation const& organisation);
view::RestrictionView restriction_view(Restriction const& restriction, std::string_view language,
                                       Organisation const& organisation, Date today);

// Everything a staff command needs beside the world.
struct Means {
    Secrets& secrets;
    std::string session; // token hash of the doer's session
};
Answer<view::Done> perform_staff(World const& world, Means const& means, Caller const& caller,
                                 std::string_view act, Request const& request);
Answer<view::StaffList> look_at_staff(World const& world, Caller const& caller);
Answer<view::Restrictions> look_at_restrictions(World const& world, Caller const& caller);
// What is due to be erased, what waits for the second word, what is held, what is gone.
Answer<view::Retention> look_at_retention(World const& world, Caller const& caller);
// Keeps in mind when something is due of cases that changed, or after other rules came; wipes what
// could not be wiped before. How many cases were looked at.
Answer<std::size_t> keep_retention(World const& world);
Answer<view::Me> look_at_me(World const& world, Caller const& caller, std::string const& csrf);

} // namespace radslag::commands
