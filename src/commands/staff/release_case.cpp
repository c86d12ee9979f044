// The first of two words.
#include "commands/staff/keeping.h"

namespace radslag::commands {
namespace {

std::vector<std::string> due_cases(StaffHere const& here) {
    std::vector<std::string> ids;
    for (auto const& id : here.reader.to_erase(here.organisation.id, here.today, due_at_most))
        ids.push_back(id.text);
    return ids;
}

Result<void> decide(StaffDoing& doing) {
    auto const& here = doing.here;
    CaseId const of{doing.input.about};
    auto const now = kept_now(here, of);
    if (!now || now->due.parts.empty()) return no("retention.not_due");
    if (hold_on(here, of)) return no("retention.held");
    if (release_of(here, of)) return no("retention.released");
    if (now->worked_in(here.staff.id)) return no("retention.worked_in");
    Release release{RowId::make(doing.random),
                    here.organisation.id,
                    of,
                    now->file.conference().number,
                    part_words(now->due),
                    here.staff.id,
                    here.now,
                    {},
                    {}};
    doing.writer.put_release(release);
    doing.done.about = release.id.text;
    return {};
}

} // namespace

StaffAct release_case_act() {
    return {.name = "release_case",
            .room = "retention",
            .about = "case",
            .may = keeps_retention,
            .candidates = due_cases,
            .decide = decide};
}

} // namespace radslag::commands
