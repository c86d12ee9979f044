#include "workflow/newer.h"

#include <algorithm>
#include <map>

#include "workflow/due.h"
#include "workflow/moves.h"
#include "workflow/named.h"

namespace radslag::workflow {
namespace {

using process::Condition;
using process::Model;

// ---- what is asked on the way

void add_once(std::vector<std::string>& all, std::string id) {
    if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(std::move(id));
}

// The gates between where the case began and where it stands, and those of the meetings that were
// held there. Nothing where no way leads from the one to the other.
std::optional<std::vector<Asked>> on_the_way(RuleBook const& book, CaseFile const& file) {
    auto const& model = book.model();
    auto const& c = file.conference();
    std::vector<Asked> all;
    auto add = [&](Gate const& gate) {
        all.insert(all.end(), gate.needs.begin(), gate.needs.end());
    };
    auto add_meetings = [&](Ix stage, bool held_only) {
        for (auto const& meeting : model.meetings) {
            bool const held = meeting::was_held(file.all<meeting::Meeting>(), meeting.id, c.round);
            if (meeting.stage != stage || (held_only && !held)) continue;
            add(book.gate_of_meeting(meeting.id));
            for (auto const& step : meeting.steps) add(book.gate_of_step(meeting.id, step.id));
        }
    };
    auto const* intake = model.intake(c.intake);
    auto const here = model.stage(c.stage);
    Ix at = intake == nullptr ? process::nowhere : intake->stage;
    for (; at != here; at = model.stages[at].next) {
        if (at == process::nowhere) return {};
        add(book.gate_of_stage(at));
        add_meetings(at, false);
    }
    add_meetings(here, true);
    return all;
}

// What was given for a meeting lapsed when it ended.
bool is_over(Model const& model, Asked const& asked) {
    auto const* consent =
        asked.need->what == Condition::consent ? model.consent(asked.need->of) : nullptr;
    return consent != nullptr && consent->lapses == process::Lapse::meeting_end;
}

std::vector<std::string> needs_more(RuleBook const& now, RuleBook const& next, CaseFile const& file,
                                    Circumstances const& around) {
    std::vector<std::string> more;
    auto const here = abstract(now, file, around);
    auto const there = abstract(next, file, around);
    std::set<Question> lacking_anyway;
    for (auto const& asked : on_the_way(now, file).value_or(std::vector<Asked>{}))
        if (!holds(asked, here)) lacking_anyway.insert(question(now.model(), *asked.need));
    auto const way = on_the_way(next, file);
    if (!way) return {"stage." + file.conference().stage};
    for (auto const& asked : *way) {
        if (asked.need->rule.strength == process::Strength::offer || holds(asked, there)) continue;
        if (is_over(next.model(), asked)) continue;
        if (lacking_anyway.contains(question(next.model(), *asked.need))) continue;
        add_once(more, asked.need->id);
    }
    return more;
}

// ---- who is there

// One person is not two that the newer version keeps apart, and no more hold a role than it has
// room for.
void roles_more(RuleBook const& next, CaseFile const& file, std::vector<std::string>& more) {
    auto const& model = next.model();
    auto const& all = file.all<conference::Assignment>();
    std::map<Ix, int> holders;
    for (auto const& one : all) {
        auto const role = model.role(one.role);
        if (!one.holds()) continue;
        bool const fits = std::all_of(all.begin(), all.end(), [&](auto const& other) {
            return other.staff != one.staff || other.id == one.id ||
                   fits_beside(next, role, {model.role(other.role), other.holds()});
        });
        bool const room = ++holders[role] <= model.roles[role].at_most;
        if (!fits || !room) add_once(more, "role." + one.role);
    }
}

// Nobody is invited whom it would not let be invited.
void guests_more(RuleBook const& next, CaseFile const& file, Date today,
                 std::vector<std::string>& more) {
    for (auto const& person : file.all<people::Person>()) {
        auto const guest = guest_of(next, file, today, person);
        if (!guest.invited || !person.is_here()) continue;
        auto const ahead = meeting_ahead(next, file);
        if (!is_wanted(next, guest) ||
            !has_place(*next.model().meeting(ahead->meeting), guest.role))
            add_once(more, "decides." + person.role);
    }
}

// ---- what runs already

// Of its last meeting that was not called off.
std::optional<Date> day_of(CaseFile const& file, std::string const& meeting) {
    std::optional<Date> day;
    for (auto const& one : file.all<meeting::Meeting>())
        if (one.meeting == meeting && one.outcome != meeting::Outcome::cancelled) day = one.day;
    return day;
}

std::optional<Date> runs_since(CaseFile const& file, process::Deadline const& rule,
                               std::vector<Happening> const& past, std::string const& zone) {
    using process::MomentKind;
    std::optional<Date> since, rests;
    for (auto const& one : past) {
        if (one.taken_back_by) continue;
        auto const day = date_in(zone, one.at);
        if (is_moment(rule.ends, one) && rule.ends.kind != MomentKind::meeting_day) since.reset();
        if (is_moment(rule.starts, one) && !since) since = day;
        if (one.name == "postpone") rests = day;
        if (one.name != "take_up_again" && one.name != "taken_up_again") continue;
        if (since && rests) since = add_days(*since, days_between(*rests, day));
        rests.reset();
    }
    if (since && rule.starts.kind == MomentKind::meeting_day) return day_of(file, rule.starts.of);
    return since;
}

} // namespace

Result<void> may_go_over(RuleBook const& now, RuleBook const& next, CaseFile const& file,
                         Circumstances const& around) {
    if (auto free = may_leave_off(abstract(now, file, around)); !free) return free;
    if (auto what = named_and_lacking(now.model(), next.model(), file); !what.empty())
        return no(refusal("model.lacks").with("what", what));
    auto more = needs_more(now, next, file, around);
    roles_more(next, file, more);
    guests_more(next, file, around.today, more);
    if (!may_stand(name_of(next, file), somebody_is_named(file)))
        more.push_back("intake." + file.conference().intake);
    if (!more.empty()) return no(refusal("model.asks_more").with("needs", cells::join(more)));
    return {};
}

void begin_dues(Draft& draft, Model const& before, std::vector<Happening> const& past,
                std::string const& zone) {
    for (auto const& rule : draft.book().model().deadlines) {
        auto const& had = before.deadlines;
        if (std::any_of(had.begin(), had.end(), [&](auto const& one) { return one.id == rule.id; }))
            continue;
        if (auto const since = runs_since(draft.file(), rule, past, zone))
            start_due(draft, rule, *since);
    }
}

} // namespace radslag::workflow
