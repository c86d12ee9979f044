#pragma once
// Until when each part of a case is kept, by which rules, and which rows go then. Pure: what the
// rules say stands in process::Retention, what they mean in docs/retention.md.
#include "workflow/workflow.h"

namespace radslag::retention {

using process::Kept;

// What starts the clocks. Nothing: that has not come.
struct Life {
    std::optional<Date> last_entry, case_end, meeting_end, named;
    std::vector<std::optional<Date>> births; // of each main person; nothing: not known
};

enum class State { until, forever, not_begun, unknown, no_rule };
inline Words words(State) {
    static constexpr std::string_view all[] = {"until", "forever", "not_begun", "unknown",
                                               "no_rule"};
    return all;
}

struct Term { // what one rule says
    process::RetentionRule const* rule = nullptr;
    State state = State::until;
    std::optional<Date> start, until;
};

struct Keeping {
    Kept kind = Kept::frame;
    PersonId person; // where each is kept by themselves
    State state = State::no_rule;
    std::optional<Date> until;   // the last day on which it is kept
    std::optional<Date> gone_by; // the last day on which it may still be there
    Date law_of{};               // the day whose rules decide
    bool later_law = false;      // rules that are not in force yet decide
    std::vector<Term> terms;     // those rules, the longest first
    std::vector<Term> awaited;   // what is proposed would say

    [[nodiscard]] bool is_due(Date today) const { return state == State::until && *until < today; }
    [[nodiscard]] bool is_verified() const;
};

// By the rules in force on the first day, from `today` on, on which they let go of it.
Keeping keeping(process::RetentionTable const& table, Kept kind, Life const& life, Date today);

// ---- a case
// ----------------------------------------------------------------------------------------

struct Case {
    workflow::RuleBook const& book;
    workflow::CaseFile const& file;
    std::vector<workflow::Happening> const& happenings; // with what they wrote
    std::string const& zone;
    Date today;
};

Life life_of(Case const& c);
// Each part of which there is a row; those who were never contacted one by one.
std::vector<Keeping> keepings(process::RetentionTable const& table, Case const& c);

struct Due {
    std::vector<Keeping> parts;
    bool whole = false; // nothing of the case stays
    std::vector<std::pair<std::string, std::string>> rows; // table and id
    bool trail = false;
    std::optional<Date> next; // the first day on which something is, or was, to be erased
};
// What can go on `c.today`: what is due, and no part that is kept longer leans on it.
Due due(std::vector<Keeping> const& keepings, Case const& c);

bool worked_in(Case const& c, StaffId const& staff);

// Which part of a case a table's row belongs to; of persons it depends on who they are.
std::vector<std::string_view> tables_of(Kept kind);

// ---- in words
// --------------------------------------------------------------------------------------

struct Reason {
    std::string text, source;
    bool verified = false;
};
struct Explained {
    std::string text; // all of it, with its sources, and where a lawyer must confirm it
    std::vector<Reason> reasons;
};
Explained explain(process::Retention const& rules, Keeping const& keeping,
                  std::string_view language);
// A rule as a table shows it: "last entry + 5 years; …".
std::string in_words(process::Retention const& rules, process::RetentionRule const& rule,
                     std::string_view language);
std::string in_words(process::Retention const& rules, Date date, std::string_view language);
std::string name_of(process::InLanguages const& name, std::string_view language);

} // namespace radslag::retention
