#include "workflow/due.h"

#include <algorithm>

#include "workflow/fidelity.h"

namespace radslag::workflow {
namespace {

using process::Deadline;
using process::MomentKind;

Due const* open_due(CaseFile const& file, DueKind kind, std::string const& of) {
    for (auto const& due : file.all<Due>())
        if (due.kind == kind && due.of == of && !due.met_at) return &due;
    return nullptr;
}

Span span_of(Draft const& draft, Deadline const& rule) {
    bool const acute = draft.file().conference().acute_at.has_value();
    return acute && rule.acute_within ? *rule.acute_within : rule.within;
}

void date_it(Due& due, Deadline const& rule, Span span) {
    due.on = add(due.started_on, span);
    due.warn_on.reset();
    if (rule.warn && subtract(due.on, *rule.warn) > due.started_on)
        due.warn_on = subtract(due.on, *rule.warn);
}

void start(Draft& draft, Deadline const& rule) {
    auto const* planned = rule.starts.kind == MomentKind::meeting_day
                              ? meeting::current(draft.file().all<meeting::Meeting>())
                              : nullptr;
    start_due(draft, rule, planned == nullptr ? draft.today() : planned->day);
}

template <class Which> void meet(Draft& draft, Which which) {
    auto dues = draft.file().all<Due>();
    for (auto& due : dues)
        if (!due.met_at && which(due)) {
            due.met_at = draft.now();
            draft.put(due);
        }
}

bool is_late(Draft const& draft, Due const& due) { return draft.today() > last_day(due); }

// The case ended with what the deadline asked for.
bool is_met_here(Draft const& draft, Deadline const& rule) {
    auto const& all = draft.happenings();
    return std::any_of(all.begin(), all.end(),
                       [&](Happening const& h) { return is_moment(rule.ends, h); });
}

// Whether a deadline of the method was kept, when its time is over.
void keep_or_not(Draft& draft, Deadline const& rule, Due const& due) {
    if (rule.rule.strength != process::Strength::method) return;
    auto const outcome = is_late(draft, due) ? evaluation::Outcome::late
                         : due.moved_at      ? evaluation::Outcome::passed
                                             : evaluation::Outcome::kept;
    write_followed(draft, "deadline." + rule.id, due.round, outcome);
}

void keep_one(Draft& draft, DueKind kind, std::string const& of, Date on) {
    Due due;
    if (auto const* had = open_due(draft.file(), kind, of)) due = *had;
    else due.id = draft.fresh<RowId>();
    due.kind = kind;
    due.of = of;
    due.round = draft.file().conference().round;
    due.started_on = draft.today();
    due.on = on;
    draft.put(due);
}

void keep_consents(Draft& draft) {
    auto consents = draft.file().all<consent::Consent>();
    for (auto const& c : consents) {
        auto const* due = open_due(draft.file(), DueKind::consent, c.id.text);
        if (c.stands() && c.lapses_on && due == nullptr)
            keep_one(draft, DueKind::consent, c.id.text, *c.lapses_on);
        if (!c.stands() && due != nullptr)
            meet(draft, [&](Due const& d) { return d.kind == DueKind::consent && d.of == c.id.text; });
    }
}

void make_acute(Draft& draft) {
    auto dues = draft.file().all<Due>();
    for (auto& due : dues)
        for (auto const& rule : draft.book().model().deadlines)
            if (due.kind == DueKind::deadline && due.of == rule.id && !due.met_at && rule.acute_within) {
                date_it(due, rule, *rule.acute_within);
                draft.put(due);
            }
}

// A postponed case rests, and so do its deadlines: they come as much later.
void move_all(Draft& draft, int days, std::string const& why) {
    if (days == 0) return;
    for (auto due : std::vector(draft.file().all<Due>())) {
        if (due.met_at || due.kind != DueKind::deadline) continue;
        due.moved_to = add_days(last_day(due), days);
        if (!due.moved_at) due.moved_why = why;
        if (due.warn_on) due.warn_on = add_days(*due.warn_on, days);
        if (*due.moved_to >= draft.today()) due.late_at.reset();
        if (!due.late_at && (!due.warn_on || *due.warn_on > draft.today())) due.warned_at.reset();
        draft.put(std::move(due));
    }
}

// How many days were left of a time that was cut short.
int days_left(Draft const& draft, Happening const& taken_up) {
    for (auto const& change : taken_up.changes)
        if (change.table == conference::Conference::table && change.before)
            if (auto until = from_cells<conference::Conference>(*change.before).postponed_until)
                return std::max(0, static_cast<int>(days_between(draft.today(), *until)));
    return 0;
}

Happening& by_time(Draft& draft, std::string name, Due const& due) {
    auto& h = draft.happen(std::move(name));
    h.detail = due.of;
    h.about = due.id.text;
    return h;
}

void tick_deadline(Draft& draft, Due due) {
    bool const late = draft.today() > last_day(due);
    if (late && !due.late_at) {
        by_time(draft, "deadline_late", due);
        due.late_at = draft.now();
        if (!due.warned_at) due.warned_at = draft.now();
        draft.put(due);
    } else if (!late && due.warn_on && !due.warned_at && draft.today() >= *due.warn_on) {
        by_time(draft, "deadline_warned", due);
        due.warned_at = draft.now();
        draft.put(due);
    }
}

void tick_consent(Draft& draft, Due due) {
    auto const* found = draft.file().find<consent::Consent>(RowId{due.of});
    if (found == nullptr || draft.today() < due.on) return;
    consent::Consent lapsed = *found;
    auto& h = by_time(draft, "consent_lapsed", due);
    h.detail = lapsed.consent;
    h.about = lapsed.person.text;
    lapsed.lapsed_at = draft.now();
    draft.put(lapsed);
}

void tick_postponed(Draft& draft, Due const& due) {
    if (draft.today() < due.on) return;
    auto running = conference::take_up_again(draft.file().conference(), draft.now());
    if (!running) return;
    by_time(draft, "taken_up_again", due).detail.clear();
    draft.put(*running);
}

} // namespace

bool is_moment(process::Moment const& moment, std::string_view name, std::string_view detail) {
    switch (moment.kind) {
    case MomentKind::act: return name == moment.of;
    case MomentKind::stage_entered: return name == "stage_entered" && detail == moment.of;
    case MomentKind::stage_left: return name == "stage_left" && detail == moment.of;
    case MomentKind::meeting_end: return name == "meeting_held" && detail == moment.of;
    case MomentKind::meeting_day: return name == "plan_meeting" && detail == moment.of;
    }
    return false;
}

bool is_moment(process::Moment const& moment, Happening const& h) {
    return is_moment(moment, h.name, h.detail);
}

void start_due(Draft& draft, Deadline const& rule, Date on) {
    Due due;
    if (auto const* had = open_due(draft.file(), DueKind::deadline, rule.id)) {
        if (rule.starts.kind != MomentKind::meeting_day) return;
        due = *had;
    } else due.id = draft.fresh<RowId>();
    due.of = rule.id;
    due.round = draft.file().conference().round;
    due.started_on = on;
    date_it(due, rule, span_of(draft, rule));
    draft.put(due);
}

void keep_dues(Draft& draft, std::size_t i) {
    Happening const h = draft.happenings()[i];
    if (!draft.file().conference().is_live()) { // what lapses with the end begins no clock either
        for (auto const& rule : draft.book().model().deadlines)
            if (auto const* due = open_due(draft.file(), DueKind::deadline, rule.id))
                if (is_met_here(draft, rule) || is_late(draft, *due)) keep_or_not(draft, rule, *due);
        meet(draft, [](Due const&) { return true; });
        return;
    }
    for (auto const& rule : draft.book().model().deadlines) {
        if (is_moment(rule.ends, h) && rule.ends.kind != MomentKind::meeting_day) {
            if (auto const* due = open_due(draft.file(), DueKind::deadline, rule.id))
                keep_or_not(draft, rule, *due);
            meet(draft, [&](Due const& d) { return d.kind == DueKind::deadline && d.of == rule.id; });
        }
        if (is_moment(rule.starts, h)) start(draft, rule);
    }
    auto const& c = draft.file().conference();
    if (h.name == "postpone" && c.postponed_until) {
        move_all(draft, days_between(draft.today(), *c.postponed_until), h.why);
        keep_one(draft, DueKind::postponed, "", *c.postponed_until);
    }
    if (h.name == "take_up_again" || h.name == "taken_up_again") {
        meet(draft, [](Due const& d) { return d.kind == DueKind::postponed; });
        move_all(draft, -days_left(draft, h), h.why);
    }
    if (h.name == "make_acute") make_acute(draft);
    if (std::any_of(h.changes.begin(), h.changes.end(),
                    [](Change const& change) { return change.table == "consent"; }))
        keep_consents(draft);
}

bool tick(Draft& draft) {
    auto const dues = draft.file().all<Due>();
    for (auto const& due : dues) {
        if (!draft.happenings().empty()) return true;
        if (due.met_at) continue;
        switch (due.kind) {
        case DueKind::deadline: tick_deadline(draft, due); break;
        case DueKind::consent: tick_consent(draft, due); break;
        case DueKind::postponed: tick_postponed(draft, due); break;
        }
    }
    return !draft.happenings().empty();
}

std::optional<Date> acts_on(Due const& due) {
    if (due.met_at) return {};
    if (due.kind != DueKind::deadline) return due.on;
    if (due.warn_on && !due.warned_at) return due.warn_on;
    if (due.late_at) return {};
    return add_days(last_day(due), 1);
}

DueState state_of(Due const& due, Date today) {
    if (today > last_day(due)) return DueState::late;
    if (due.warn_on && today >= *due.warn_on) return DueState::warned;
    return DueState::running;
}

std::vector<Due const*> running(CaseFile const& file) {
    std::vector<Due const*> found;
    for (auto const& due : file.all<Due>())
        if (!due.met_at && due.kind == DueKind::deadline) found.push_back(&due);
    std::sort(found.begin(), found.end(), [](Due const* a, Due const* b) {
        return std::pair(last_day(*a), a->of) < std::pair(last_day(*b), b->of);
    });
    return found;
}

} // namespace radslag::workflow
