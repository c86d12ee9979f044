#pragma once
// A case file is all the rows of one case, as the tables hold them; a happening is a dated fact
// together with the rows it wrote.
#include <tuple>
#include <variant>
#include <vector>

#include "domain/casepapers/casepapers.h"
#include "domain/circle/circle.h"
#include "domain/conference/conference.h"
#include "domain/consent/consent.h"
#include "domain/evaluation/evaluation.h"
#include "domain/followup/followup.h"
#include "domain/meeting/meeting.h"
#include "domain/people/people.h"
#include "domain/plan/plan.h"
#include "domain/preparation/preparation.h"
#include "domain/referral/referral.h"

namespace radslag::workflow {

// A deadline that runs, or another date on which time itself acts: a consent lapses, a postponed
// case is due. Made from the facts by `deadlines()`; kept as rows so that a tick finds them.
enum class DueKind { deadline, consent, postponed };
inline Words words(DueKind) {
    static constexpr std::string_view all[] = {"deadline", "consent", "postponed"};
    return all;
}
struct Due {
    RowId id;
    std::int64_t changed_in = 0;
    DueKind kind = DueKind::deadline;
    std::string of;              // the model's deadline, or the consent row's id
    std::int64_t round = 1;
    Date started_on;
    Date on;                     // the last day on which it is in time
    std::optional<Date> warn_on;
    std::optional<Date> moved_to; // extended, with a reason
    std::string moved_why;
    std::optional<Instant> moved_at;   // by somebody, with that reason; else because the case rested
    std::optional<PersonId> moved_by;  // nothing: somebody of an office, without a role in the case
    std::optional<Instant> warned_at;
    std::optional<Instant> late_at;
    std::optional<Instant> met_at;

    static constexpr std::string_view table = "due";
    static constexpr auto fields = std::make_tuple(
        field("id", &Due::id), field("changed_in", &Due::changed_in), field("kind", &Due::kind),
        field("of", &Due::of), field("round", &Due::round), field("started_on", &Due::started_on),
        field("on", &Due::on), field("warn_on", &Due::warn_on),
        field("moved_to", &Due::moved_to), field("moved_why", &Due::moved_why),
        field("moved_at", &Due::moved_at), field("moved_by", &Due::moved_by),
        field("warned_at", &Due::warned_at), field("late_at", &Due::late_at),
        field("met_at", &Due::met_at));
};

// Every kind of row a case is made of. Order is the order of the life of a conference; the
// conference row itself comes first.
using Rows = std::tuple<
    std::vector<conference::Conference>, std::vector<conference::Counter>,
    std::vector<conference::StageEntry>,
    std::vector<conference::Waiver>, std::vector<conference::Assignment>,
    std::vector<people::Person>, std::vector<people::Contact>, std::vector<people::Speaks>,
    std::vector<consent::Consent>, std::vector<referral::Referral>,
    std::vector<referral::Description>, std::vector<casepapers::Paper>,
    std::vector<circle::Decision>, std::vector<circle::Invitation>,
    std::vector<circle::SafetyNote>, std::vector<preparation::Question>,
    std::vector<preparation::Agreement>, std::vector<preparation::Purpose>,
    std::vector<preparation::OwnWords>, std::vector<preparation::Prepared>,
    std::vector<meeting::Meeting>, std::vector<meeting::Seat>, std::vector<meeting::Account>,
    std::vector<meeting::Offer>, std::vector<meeting::Absence>, std::vector<plan::Plan>, std::vector<plan::Action>,
    std::vector<plan::Clarification>, std::vector<plan::EndingAnswer>,
    std::vector<followup::Review>, std::vector<followup::Report>,
    std::vector<evaluation::Answers>, std::vector<evaluation::FreeWords>,
    std::vector<evaluation::Followed>, std::vector<Due>>;

template <class> struct RowOf;
template <class... R> struct RowOf<std::tuple<std::vector<R>...>> {
    using type = std::variant<R...>;
};
using Row = RowOf<Rows>::type;

struct CaseFile {
    // Not made anew in every file that copies a case: there are many kinds of rows.
    CaseFile();
    CaseFile(CaseFile const&);
    CaseFile(CaseFile&&) noexcept;
    CaseFile& operator=(CaseFile const&);
    CaseFile& operator=(CaseFile&&) noexcept;
    ~CaseFile();

    Rows rows;

    template <class R> [[nodiscard]] std::vector<R> const& all() const {
        return std::get<std::vector<R>>(rows);
    }
    template <class R> [[nodiscard]] std::vector<R>& all() { return std::get<std::vector<R>>(rows); }
    template <class R, class Id> [[nodiscard]] R const* find(Id const& id) const {
        for (auto const& row : all<R>())
            if (row.id == id) return &row;
        return nullptr;
    }
    [[nodiscard]] conference::Conference const& conference() const {
        RADSLAG_SURE(!all<conference::Conference>().empty());
        return all<conference::Conference>().front();
    }
    [[nodiscard]] conference::Counter counter() const {
        auto const& all = this->all<conference::Counter>();
        return all.empty() ? conference::Counter{conference().id} : all.front();
    }
    // Replaces the row with the same id, or adds it.
    void put(Row const& row);
};

// Some row names this id, its own aside.
bool refers_to(CaseFile const& file, std::string const& id);

// What was, and is now: enough to take an act back and to prove what was written.
struct Change {
    std::string table;
    std::string id;
    std::optional<Cells> before; // nothing: the row is new
    std::optional<Cells> after;  // nothing: the row was taken back
};

// The row is as it was after this change: a case can be told again from its happenings.
void apply(CaseFile& file, Change const& change);

struct Happening {
    std::int64_t seq = 0;      // in its case, from 1
    ActId act;                 // the request that caused it; follow-on happenings share it
    std::string request;       // what it asked for, as a number: another request cannot pass for it
    std::string name;          // the act's name, or a follow-on's: "stage_entered", "case_stopped" …
    Instant at;
    std::optional<StaffId> staff;     // who did it; nothing: time itself
    std::optional<PersonId> by;       // … as this person of the case
    std::optional<PersonId> for_whom; // A12: on whose behalf
    std::optional<consent::Told> told;
    std::optional<Date> told_on;
    std::string about;         // the row it is about, if any
    std::string why;
    std::string detail;        // a stage, step, consent, role … of the model; never free text
    std::optional<std::int64_t> taken_back_by; // a later happening that took it back
    std::vector<Change> changes;
};

} // namespace radslag::workflow
