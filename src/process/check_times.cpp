#include "process/checker.h"

#include <algorithm>

namespace radslag::process {
namespace {

int about_days(Span span) { return span.months * 30 + span.days; }

// When a moment can come, counted along the journey: each stage is entered, lasts, and is left.
struct When {
    int first = -1;
    int last = -1;
};

bool holds_meeting(Checker const& check, Ix stage) {
    auto const& all = check.model.meetings;
    return std::any_of(all.begin(), all.end(),
                       [&](Meeting const& meeting) { return meeting.stage == stage; });
}

bool is_of_meeting(std::string_view act) { return act == "open_meeting" || act == "end_meeting"; }

When when_done(Checker const& check, std::string const& act) {
    When when;
    for (Ix stage = 0; stage < check.model.stages.size(); ++stage) {
        if (!check.reachable(stage) || !check.may_anyone(act, check.within({stage}))) continue;
        if (is_of_meeting(act) && !holds_meeting(check, stage)) continue;
        if (when.first < 0) when.first = stage * 3;
        when.last = stage * 3 + 2;
    }
    return when;
}

When when(Checker const& check, Moment const& moment) {
    int at = -1;
    switch (moment.kind) {
    case MomentKind::act:
        return when_done(check, moment.of);
    case MomentKind::stage_entered:
        at = check.model.stage(moment.of) * 3;
        break;
    case MomentKind::meeting_day:
    case MomentKind::meeting_end:
        at = check.model.meeting(moment.of)->stage * 3 + 1;
        break;
    case MomentKind::stage_left:
        at = check.model.stage(moment.of) * 3 + 2;
        break;
    }
    return {at, at};
}

// Acts that come once and in an order, whatever the model: a referral is taken first and answered
// last, a meeting opened before it ends.
int turn_of(std::string_view act) {
    if (act == "take_referral" || act == "open_meeting") return 1;
    if (act == "pass_to_committee" || act == "decide_referral") return 2;
    return act == "answer_referrer" || act == "end_meeting" ? 3 : 0;
}

bool wrong_turn(Checker const& check, Moment const& starts, Moment const& ends, Ix stage) {
    if (starts.kind != MomentKind::act || ends.kind != MomentKind::act) return false;
    if (is_of_meeting(starts.of) != is_of_meeting(ends.of)) return false;
    auto const& all = check.model.meetings;
    auto meetings = std::count_if(all.begin(), all.end(),
                                  [&](Meeting const& meeting) { return meeting.stage == stage; });
    if (is_of_meeting(starts.of) && meetings > 1) return false;
    return turn_of(ends.of) != 0 && turn_of(starts.of) > turn_of(ends.of);
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
    Who blind;
    each_role(deadline.whose, [&](Ix role) {
        auto const& one = check.model.roles[role];
        if (one.offices == 0 && can_be_named(one)) blind.add(role);
    });
    if (!blind.empty())
        check.complain(at + ".whose",
                       fmt::format("{} is shown to {}, who have no desk.", called,
                                   check.names(blind)),
                       "Name roles that staff are assigned to, or offices.");
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
    auto from = when(check, deadline.starts);
    auto to = when(check, deadline.ends);
    bool acts = deadline.starts.kind == MomentKind::act || deadline.ends.kind == MomentKind::act;
    bool same_day = deadline.starts.kind == MomentKind::meeting_day &&
                    deadline.ends.kind == MomentKind::meeting_end && from.first == to.last;
    bool before = acts ? to.last < from.first : to.last <= from.first && !same_day;
    if (happen && to.last / 3 == from.first / 3)
        before |= wrong_turn(check, deadline.starts, deadline.ends, static_cast<Ix>(to.last / 3));
    bool backwards = happen && before && !comes_again(check, to.last);
    if (backwards)
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
