#pragma once
// What the store keeps about keeping and erasing (docs/retention.md).
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/base.h"

namespace radslag::commands {

// Nothing of the case is erased while it is held.
struct Hold {
    RowId id;
    OrganisationId organisation;
    CaseId of;
    std::int64_t number = 0; // the case's
    std::string ground;      // of the country's table
    std::string reason;
    StaffId put_by;
    Instant put_at;
    std::optional<StaffId> lifted_by;
    std::optional<Instant> lifted_at;
    std::string lifted_why;

    [[nodiscard]] bool holds() const { return !lifted_at; }
};

// One of the two whose word an erasure needs.
struct Release {
    RowId id;
    OrganisationId organisation;
    CaseId of;
    std::int64_t number = 0;
    std::vector<std::string> parts; // process::Kept, what was due then
    StaffId by;
    Instant at;
    std::optional<Instant> withdrawn_at;
    std::optional<StaffId> withdrawn_by;
};

// The proof: stays when the case is gone, and names nobody of it.
struct Erasure {
    RowId id;
    OrganisationId organisation;
    std::int64_t number = 0;
    bool whole = false; // nothing of the case is left
    std::vector<std::string> parts; // "case_papers=rule 2031-12-31"
    std::vector<std::string> rows;  // "paper=12"
    StaffId released_by;
    Instant released_at;
    StaffId erased_by;
    Instant erased_at;
    std::optional<Instant> wiped_at; // nothing: what was erased may still lie in the file
};

// When something of a case is due first, as the rules stood; so that nobody walks all cases.
struct KeptUntil {
    OrganisationId organisation;
    CaseId id;
    std::optional<Date> due_on; // the first day on which something is to be erased
    std::string rules;          // which: process::Retention::print()
    Instant seen;               // the case's last change that was looked at
};

struct ToErase {
    bool whole = false;
    // When not whole: table and id. Without an id: whatever the log holds of rows of that table.
    std::vector<std::pair<std::string, std::string>> rows;
    bool trail = false; // what happenings wrote, all of it
};

// What the store tells of it.
class KeptReader {
public:
    virtual ~KeptReader() = default;
    virtual std::vector<Hold> holds(OrganisationId const& organisation) = 0; // lifted ones too
    // Those that wait for the second word.
    virtual std::vector<Release> releases(OrganisationId const& organisation) = 0;
    // Newest first.
    virtual std::vector<Erasure> erasures(OrganisationId const& organisation,
                                          std::size_t limit) = 0;
    virtual bool is_unwiped() = 0; // something erased may still lie in the file
    virtual std::optional<CaseId> case_numbered(OrganisationId const& organisation,
                                                std::int64_t number) = 0;
    // Cases whose KeptUntil is missing, was made with other rules or before their last change.
    virtual std::vector<std::pair<OrganisationId, CaseId>>
    not_kept_in_mind(std::string const& rules, std::size_t limit) = 0;
    // Cases of which something is due on that day, the longest due first.
    virtual std::vector<CaseId> to_erase(OrganisationId const& organisation, Date today,
                                         std::size_t limit) = 0;
};

class KeptWriter {
public:
    virtual ~KeptWriter() = default;
    virtual void put_hold(Hold const& hold) = 0;       // put once, lifted once
    virtual void put_release(Release const& release) = 0; // given once, withdrawn once
    virtual void put_erasure(Erasure const& erasure) = 0; // once; then once more that it was wiped
    virtual void put_kept_until(KeptUntil const& kept) = 0;
    // Takes rows of a case away, and what any happening wrote that wrote one of them, and what the
    // trail and the log of looks tell of them. How many, by table: "paper=12".
    virtual std::vector<std::string> erase(OrganisationId const& organisation, CaseId const& id,
                                           ToErase const& what) = 0;
};

} // namespace radslag::commands
