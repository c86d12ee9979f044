#pragma once
// The ports: what commands need of the world. storage/ implements Store over SQLite (and later
// PostgreSQL). Everything here is synchronous and called on worker threads.
#include <functional>
#include <map>
#include <memory>

#include "base/base.h"
#include "commands/kept.h"
#include "process/process.h"
#include "workflow/workflow.h"

namespace radslag::commands {

// ---- the organisation and its staff -------------------------------------------------------------

struct Organisation {
    OrganisationId id;
    std::string name;
    std::string country;  // "SE", "DK"
    std::string zone;     // IANA: "Europe/Stockholm"
    std::string language; // of the house
};

struct Staff {
    StaffId id;
    OrganisationId organisation;
    std::string name;
    std::string mail;          // what they sign in with, lower case; unique in the organisation
    std::uint32_t offices = 0; // bit per process::Office
    std::string language;
    std::string password_hash; // argon2id; empty: not set yet (invited)
    std::string totp_secret;   // base32; empty: not enrolled
    std::int64_t totp_used = 0; // the last time step that was accepted: a code works once
    std::string invite_hash;   // of the one-time code handed over with the invitation
    std::optional<Instant> invite_until;
    std::optional<Instant> locked_at;
    std::optional<Instant> pledged_at; // A1: the secrecy pledge
    std::vector<std::string> training; // PN12: "2026-03-01 training|supervision words"
    std::int64_t version = 0;
};

struct Session {
    std::string token_hash;
    StaffId staff;
    std::string csrf;
    Instant began_at;
    Instant seen_at;
    Instant until;
};

struct CommitteeDay { // a day on which the committee of a model meets
    RowId id;
    OrganisationId organisation;
    std::string model;
    Date day;
    std::optional<Instant> cancelled_at;
};

// What is asked of every meeting for a time, and how many may be in one room (GN9). A dated fact: it
// is ended by another act, and a change is a new one instead of it.
struct Restriction {
    struct Words {
        std::string language;
        std::string name;
        std::string text;
    };
    RowId id;
    OrganisationId organisation;
    Date from;
    std::optional<Date> until; // the last day
    std::optional<std::int64_t> room_at_most; // leaders counted
    std::vector<Words> words; // one for each language that it is told in
    StaffId put_by;
    Instant put_at;
    std::optional<RowId> instead_of; // the one that it changes
    std::optional<Date> ended_on; // the first day on which it is no longer in force
    std::optional<StaffId> ended_by;
    std::string ended_why;
    std::int64_t version = 1;

    // From that day on; it may be before it begins, and then it never is.
    [[nodiscard]] bool is_over(Date day) const {
        return (until && *until < day) || (ended_on && *ended_on <= day);
    }
    [[nodiscard]] bool in_force(Date day) const { return from <= day && !is_over(day); }
};

// An act about no case, done: a request sent twice acts once, and who did what to which account stays.
struct HouseAct {
    ActId id;
    std::string request; // as workflow::Happening::request; empty where it holds a password
    OrganisationId organisation;
    std::string name;
    StaffId by;
    Instant at;
    std::string about; // the account, committee day or restriction that it made or changed
    std::int64_t version = 0;
};

// ---- what lists need of a case, kept beside it in the same transaction -----------------------------

struct Duty { // somebody's assignments in a case that hold
    StaffId staff;
    std::vector<std::string> roles; // of the model
    std::vector<std::string> open;  // of these: pledge and impartiality are there (A1)
};

struct Glance {
    CaseId id;
    OrganisationId organisation;
    std::int64_t number = 0;
    std::string name;            // told only to who may see people; else the number is shown
    std::string model;
    std::int64_t model_version = 1;
    std::string stage;
    std::int64_t round = 1;
    conference::Status status = conference::Status::running;
    bool acute = false;
    std::optional<Date> due_on;  // the nearest running deadline
    std::string due;             // of the model
    std::optional<Date> meets_on;
    Instant changed_at;
    std::uint64_t turn = 0;      // the model's roles whose turn it is
    std::vector<Duty> duties;    // for saving; lists tell the reader's own (GlanceRow)
};

struct GlanceRow {
    Glance glance;
    Duty mine; // of the asking staff member; without roles when they hold none
};

struct ListFilter {
    std::optional<StaffId> mine;      // only cases with an open assignment of theirs
    std::string model;
    std::string stage;
    std::string status;               // empty: live ones
    bool late = false;                // due before `today`
    std::optional<Date> today;
    std::string cursor;               // opaque: where the last page ended
    std::size_t limit = 50;           // 1 to 100
    enum class Order { changed, due } order = Order::changed;
};
struct ListPage {
    std::vector<GlanceRow> rows;
    std::string next; // empty: the last page
    bool strange = false; // the cursor is none of ours, or of another order
};

struct RuleCount { // a rule of a model's version, over the cases in which it was asked
    std::string model;
    std::int64_t model_version = 1;
    std::string rule;
    evaluation::Counts cases;
};

struct DueCase {
    OrganisationId organisation;
    CaseId id;
};

// ---- the log of looks: who was shown what of whom ---------------------------------------------------

struct Looked { // looks of one hour that showed the same are one
    OrganisationId organisation;
    StaffId staff;
    std::string look;                // "look_at_case"
    CaseId of;                       // empty: not about one case
    std::vector<std::string> matters; // of the case that were open in it
    std::vector<PersonId> persons;   // of the case who were told of by name
    Instant at;                      // the first time
    Instant until;                   // the last
    std::int64_t times = 1;
};
struct LookFilter {
    StaffId staff;           // empty: everybody's
    CaseId of;               // empty: at all cases, and at none
    std::string cursor;      // opaque: where the last page ended
    std::size_t limit = 50;
};
struct LookPage {
    std::vector<Looked> rows; // newest first
    std::string next;         // empty: the last page
    bool strange = false;     // the cursor is none of ours
};

// ---- files ---------------------------------------------------------------------------------------

enum class FileType { pdf, png, jpeg, webp, text }; // what a file may be; text is UTF-8
inline Words words(FileType) {
    static constexpr std::string_view all[] = {"application/pdf", "image/png", "image/jpeg",
                                               "image/webp", "text/plain"};
    return all;
}
inline constexpr std::size_t file_limit = 20'000'000; // bytes
inline constexpr std::size_t file_name_limit = 120;   // code points

struct KeptFile { // belongs to a case; never changed, only erased
    RowId id;
    OrganisationId organisation;
    CaseId of;
    std::string name; // for people: no path, nothing that cannot be seen
    FileType type = FileType::text;
    std::int64_t size = 0; // bytes
    Instant kept_at;
    std::string stored_as, key; // the store's own: never shown
};

// What a browser sends is checked and sealed on the disk before the transaction that keeps it
// begins: nobody else waits meanwhile. It is there for good with Writer::put, and else forgotten.
class Files {
public:
    virtual ~Files() = default;
    // `type` as the browser declares it. Codes: file.empty, file.too_large, file.type (none of the
    // types, or one that could act by itself), file.not_what_it_says, file.name.
    virtual Outcome<Result<KeptFile>> bring(OrganisationId const& organisation, CaseId const& of,
                                            std::string_view name, std::string_view type,
                                            std::string_view bytes, Instant now) = 0;
    // One that was brought and is not put after all.
    virtual void drop(KeptFile const& file) = 0;
    // The whole of it, as it was brought. A Fault: changed, another one in its place, gone.
    virtual Outcome<std::string> open(KeptFile const& file) = 0;
};

// ---- the store -----------------------------------------------------------------------------------

// Reading: one consistent view for as long as it lives; used by one thread.
class Reader : public KeptReader {
public:
    virtual std::vector<Organisation> organisations() = 0;
    virtual std::optional<Organisation> organisation(OrganisationId const& id) = 0;
    virtual std::optional<Staff> staff(StaffId const& id) = 0;
    // Of all organisations: only for signing in, which tells nobody how many there are.
    virtual std::vector<Staff> staff_with_mail(std::string const& mail) = 0;
    virtual std::vector<Staff> staff_of(OrganisationId const& id) = 0;
    virtual std::optional<Session> session(std::string const& token_hash) = 0;
    virtual std::vector<CommitteeDay> committee_days(OrganisationId const& id) = 0;
    // All there have been, by the day from which they are in force.
    virtual std::vector<Restriction> restrictions(OrganisationId const& id) = 0;
    virtual std::optional<HouseAct> house_act(OrganisationId const& organisation,
                                              ActId const& act) = 0;
    // Nothing when there is no such case in this organisation: the two are told alike.
    virtual std::optional<workflow::CaseFile> case_file(OrganisationId const& organisation,
                                                        CaseId const& id) = 0;
    // The case's access version (conference::Counter); nothing when there is no such case.
    virtual std::optional<std::int64_t> access(CaseId const& id) = 0;
    virtual std::vector<workflow::Happening> happenings(CaseId const& id, std::int64_t after_seq,
                                                        std::size_t limit, bool with_changes) = 0;
    virtual std::int64_t last_seq(CaseId const& id) = 0;
    // The happenings of an act done before, for a request sent twice.
    virtual std::vector<workflow::Happening> act(OrganisationId const& organisation,
                                                 ActId const& act) = 0;
    virtual ListPage list(OrganisationId const& organisation, StaffId const& asking,
                          ListFilter const& filter) = 0;
    // What became of rules in this year until that day (evaluation::Followed): each case counts once
    // for a rule, with the worst.
    virtual std::vector<RuleCount> rule_counts(OrganisationId const& organisation, int year,
                                               Date until) = 0;
    // Cases in which time acts on or before `today`, nearest first.
    virtual std::vector<DueCase> due(Date today, std::size_t limit) = 0;
    virtual LookPage looks(OrganisationId const& organisation, LookFilter const& filter) = 0;
    // In the order in which they came.
    virtual std::vector<KeptFile> files(OrganisationId const& organisation, CaseId const& id) = 0;
};

// Writing: one transaction; a refusal or an exception leaves nothing behind.
class Writer : public Reader, public KeptWriter {
public:
    virtual void put(Organisation const& organisation) = 0;
    virtual void put(Staff const& staff) = 0;
    virtual void put(Session const& session) = 0;
    virtual void end_session(std::string const& token_hash) = 0;
    virtual void end_sessions_of(StaffId const& staff, std::string const& but_token_hash) = 0;
    virtual void end_sessions_until(Instant now) = 0; // those that are over by themselves
    virtual void put(CommitteeDay const& day) = 0;
    virtual void put(Restriction const& restriction) = 0;
    virtual void put(HouseAct const& act) = 0; // once for each id
    virtual std::int64_t next_case_number(OrganisationId const& organisation) = 0;
    virtual void put(KeptFile const& file) = 0; // once; its case is there
    // With the commit its bytes are gone, too.
    virtual void erase_file(KeptFile const& file) = 0;
    // Writes the rows of the happenings' changes, the happenings themselves and the glance.
    virtual void save(OrganisationId const& organisation, CaseId const& id,
                      std::vector<workflow::Happening> const& happenings, Glance const& glance) = 0;
};

class Store {
public:
    virtual ~Store() = default;
    virtual Outcome<std::unique_ptr<Reader>> read() = 0;
    // Runs `work` on the one writer, alone; returns when it is on disk. `work` returns false to
    // leave nothing behind. Must not be called from inside `work`.
    virtual Outcome<bool> write(std::function<bool(Writer&)> const& work) = 0;
    // Notes what is about to be shown; nobody waits for the disk. False: it cannot be kept, and then
    // it must not be shown.
    [[nodiscard]] virtual bool note(std::vector<Looked> looks) = 0;
    // Returns when everything that was noted until now is on disk.
    virtual Outcome<bool> write_notes() = 0;
    // Leaves nothing of what was erased in any file. False: not now, somebody still reads what was.
    virtual Outcome<bool> wipe() = 0;
};

} // namespace radslag::commands
