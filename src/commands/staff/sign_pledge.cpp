#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

bool has_not_signed(StaffHere const& here) { return !here.staff.pledged_at; }

std::vector<CaseId> live_cases(StaffHere const& here, Reader& reader) {
    std::vector<CaseId> found;
    ListFilter filter;
    filter.mine = here.staff.id;
    filter.limit = 100;
    do {
        auto page = reader.list(here.organisation.id, here.staff.id, filter);
        for (auto const& row : page.rows) found.push_back(row.glance.id);
        filter.cursor = page.next;
    } while (!filter.cursor.empty());
    return found;
}

// An assignment that waited for the pledge is open from now on.
void carry_to(StaffDoing& doing, Staff const& staff, CaseId const& id) {
    auto const& here = doing.here;
    auto file = doing.writer.case_file(here.organisation.id, id);
    auto const* book = file ? here.books.find(file->conference().model,
                                              file->conference().model_version)
                            : nullptr;
    if (book == nullptr) return;
    workflow::Draft draft(*book, *file, here.now,
                          circumstances(doing.writer, here.organisation, here.now), doing.random,
                          doing.writer.last_seq(id));
    for (auto assignment : file->all<conference::Assignment>()) {
        if (assignment.staff != staff.id || !assignment.holds() || assignment.pledged_at) continue;
        auto& happening = draft.happen("sign_pledge");
        happening.staff = staff.id;
        happening.by = assignment.person;
        happening.about = assignment.person.text;
        assignment.pledged_at = staff.pledged_at;
        draft.put(std::move(assignment));
    }
    if (draft.happenings().empty()) return;
    workflow::follow(draft);
    auto const act = ActId::make(doing.random);
    for (auto& happening : draft.happenings()) happening.act = act;
    doing.writer.save(here.organisation.id, id, draft.happenings(),
                      glance_of(*book, draft.file(), draft.around()));
}

// A1: nobody signs for somebody else, so it is about no row but one's own account.
Result<void> decide(StaffDoing& doing) {
    auto staff = doing.here.staff;
    staff.pledged_at = doing.here.now;
    doing.keep(staff);
    for (auto const& id : live_cases(doing.here, doing.writer)) carry_to(doing, staff, id);
    return {};
}

} // namespace

StaffAct sign_pledge_act() {
    return {.name = "sign_pledge", .room = "self", .may = has_not_signed, .decide = decide};
}

} // namespace radslag::commands
