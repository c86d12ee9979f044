// The second word; then what is due is gone.
#include <fmt/format.h>

#include "commands/staff/keeping.h"

namespace radslag::commands {
namespace {

Result<void> may_go(StaffHere const& here, Release const& release, KeptNow const& now) {
    if (hold_on(here, release.of)) return no("retention.held");
    if (release.by == here.staff.id) return no("retention.same_person");
    if (now.worked_in(here.staff.id)) return no("retention.worked_in");
    // The first did not see what came since: the case was taken up again, or the rules are others.
    if (now.worked_in(release.by) || part_words(now.due) != release.parts)
        return no("retention.changed");
    return {};
}

ToErase what_goes(retention::Due const& due) {
    ToErase what{due.whole, due.rows, due.trail};
    // What the log holds of rows that were taken back goes along.
    for (auto const& part : due.parts)
        if (part.person.empty())
            for (auto table : retention::tables_of(part.kind)) what.rows.emplace_back(table, "");
    return what;
}

std::vector<std::string> under_which_rules(retention::Due const& due) {
    std::vector<std::string> told;
    for (auto const& part : due.parts)
        told.push_back(fmt::format("{}={} {}", radslag::word(part.kind),
                                   part.terms.front().rule->id, write_date(*part.until)));
    return told;
}

// What stays of a case that is not gone whole: lists and the day of the next erasure are made anew.
void keep_the_rest(StaffDoing& doing, Release release, KeptNow const& before) {
    auto const& here = doing.here;
    release.withdrawn_by = here.staff.id; // it has done its work
    release.withdrawn_at = here.now;
    doing.writer.put_release(release);
    auto const now = kept_now(here, release.of);
    RADSLAG_SURE(now.has_value());
    doing.writer.save(here.organisation.id, release.of, {},
                      glance_of(*before.book, now->file,
                                circumstances(here.reader, here.organisation, here.now)));
    doing.writer.put_kept_until(KeptUntil{here.organisation.id, release.of, now->due.next,
                                          here.retention->print, now->file.counter().changed_at});
}

Result<void> decide(StaffDoing& doing) {
    auto const& here = doing.here;
    auto const release = release_with(here, doing.input.about);
    RADSLAG_SURE(release.has_value());
    auto const now = kept_now(here, release->of);
    if (!now) return no("retention.changed");
    if (auto fine = may_go(here, *release, *now); !fine) return fine;
    Erasure proof{RowId::make(doing.random),
                  here.organisation.id,
                  release->number,
                  now->due.whole,
                  under_which_rules(now->due),
                  {},
                  release->by,
                  release->at,
                  here.staff.id,
                  here.now,
                  {}};
    proof.rows = doing.writer.erase(here.organisation.id, release->of, what_goes(now->due));
    doing.writer.put_erasure(proof);
    if (!now->due.whole) keep_the_rest(doing, *release, *now);
    doing.done.about = proof.id.text;
    return {};
}

} // namespace

StaffAct erase_case_act() {
    return {.name = "erase_case",
            .room = "retention",
            .about = "release",
            .may = keeps_retention,
            .candidates = waiting_releases,
            .decide = decide,
            .erases = true};
}

} // namespace radslag::commands
