#pragma once
// Shared by the acts on what is kept and erased; private to the room.
#include "commands/staff/private.h"
#include "retention/retention.h"

namespace radslag::commands {

// A case as the rules see it now.
struct KeptNow {
    workflow::CaseFile file;
    std::vector<workflow::Happening> happenings;
    workflow::RuleBook const* book = nullptr;
    std::string zone;
    Date today;
    std::vector<retention::Keeping> keepings;
    retention::Due due;

    [[nodiscard]] retention::Case as_case() const { return {*book, file, happenings, zone, today}; }
    [[nodiscard]] bool worked_in(StaffId const& staff) const {
        return retention::worked_in(as_case(), staff);
    }
};
// Nothing: no such case, no rules for this country, or a model that is not here.
std::optional<KeptNow> kept_now(Reader& reader, Books const& books, process::Retention const* rules,
                                Organisation const& organisation, CaseId const& id, Date today);
std::optional<KeptNow> kept_now(StaffHere const& here, CaseId const& id);

bool keeps_retention(StaffHere const& here); // manager or administrator
process::RetentionTable const* rules_of(StaffHere const& here);
std::optional<Hold> hold_on(StaffHere const& here, CaseId const& id);
std::optional<Release> release_of(StaffHere const& here, CaseId const& id);
std::optional<Release> release_with(StaffHere const& here, std::string const& id);
std::vector<std::string> part_words(retention::Due const& due); // as a release keeps them
std::vector<std::string> waiting_releases(StaffHere const& here);
std::string retention_label(StaffHere const& here, std::string_view about, std::string const& id);

inline constexpr std::size_t due_at_most = 100; // cases in the list

void wipe_and_mark(World const& world);

} // namespace radslag::commands
