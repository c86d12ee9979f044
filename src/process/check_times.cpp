#include "process/checker.h"

namespace radslag::process {
namespace {

int about_days(Span span) { return span.months * 30 + span.days; }

// Where on the journey a moment lies: twice the stage, plus one when it is left; acts lie anywhere.
int position(Checker const& check, Moment const& moment) {
    switch (moment.kind) {
    case MomentKind::act:
        return -1;
    case MomentKind::stage_entered:
        return check.model.stage(moment.of) * 3;
    case MomentKind::meeting_day:
    case MomentKind::meeting_end:
        return check.model.meeting(moment.of)->stage * 3 + 1;
    case MomentKind::stage_left:
        return check.model.stage(moment.of) * 3 + 2;
    }
    return -1;
}

// A round that takes up both makes an earlier moment come after a later one.
bool comes_again(Checker const& check, int position) {
    auto stage = static_cast<Ix>(position / 3);
    for (Ix i = 0; i < check.model.stages.size(); ++i) {
        Ix again = check.model.stages[i].again;
        if (again != nowhere && again <= stage && stage <= i) return true;
    }
    return false;
}

void check_deadline(Checker& check, std::size_t place) {
    auto const& deadline = check.model.deadlines[place];
    auto at = fmt::format("deadline.{}", place);
    auto called = "The deadline " + quoted(deadline.id);
    bool happen = true;
    for (auto const* key : {"starts", "ends"}) {
        auto const& moment = std::string_view(key) == "starts" ? deadline.starts : deadline.ends;
        if (check.happens(moment)) continue;
        happen = false;
        check.complain(at + "." + key,
                       fmt::format("{} {} with `{}:{}`, which never happens.", called, key,
                                   word(moment.kind), moment.of),
                       "Name an act that somebody may do, or a stage or meeting that is reached.");
    }
    int from = position(check, deadline.starts);
    int to = position(check, deadline.ends);
    bool backwards = from >= 0 && to >= 0 && to <= from && !comes_again(check, to) &&
                     !(deadline.starts.kind == MomentKind::meeting_day &&
                       deadline.ends.kind == MomentKind::meeting_end && from == to);
    if (happen && backwards)
        check.complain(at + ".ends", called + " ends before it starts.",
                       "Name a moment in `ends` that comes after the one in `starts`.");
    if (deadline.acute_within && about_days(*deadline.acute_within) > about_days(deadline.within))
        check.complain(at + ".acute_within", called + " gives acute cases more time than others.",
                       "Let `acute_within` be shorter than `within`.");
    if (deadline.warn && about_days(*deadline.warn) >= about_days(deadline.within))
        check.complain(at + ".warn", called + " warns before it has started.",
                       "Let `warn` be shorter than `within`.");
}

} // namespace

void check_times(Checker& check) {
    for (std::size_t i = 0; i < check.model.deadlines.size(); ++i) check_deadline(check, i);
}

} // namespace radslag::process
