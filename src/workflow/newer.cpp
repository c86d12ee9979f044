#include "workflow/newer.h"

#include <algorithm>
#include <map>
#include <set>

#include "workflow/due.h"
#include "workflow/moves.h"

namespace radslag::workflow {
namespace {

using process::Condition;
using process::Model;

std::set<std::string> names(Model const& model, Who who) {
    std::set<std::string> all;
    for (Ix role = 0; role < model.roles.size(); ++role)
        if (who.has(role)) all.insert(model.roles[role].id);
    return all;
}

// What a need asks, whatever it is called and wherever the roles stand in the model.
struct Question {
    Condition what = Condition::consent;
    std::string of;
    std::set<std::string> who;
    int at_least = 1;
    auto operator<=>(Question const&) const = default;
};
Question question(Model const& model, process::Need const& need) {
    return {need.what, need.of, names(model, need.who), need.at_least};
}

// ---- what the case names

class Named {
public:
    Named(Model const& now, Model const& next, CaseFile const& file)
        : now_(now), next_(next), file_(file) {}

    // The first that is not there.
    std::string lacking() {
        journey();
        people_and_words();
        meetings();
        plan_and_after();
        return lacking_;
    }

private:
    void ask(std::string_view table, std::string const& id, bool has) {
        if (!has && !id.empty() && lacking_.empty()) lacking_ = std::string(table) + "." + id;
    }
    template <class List> static bool holds(List const& ids, std::string const& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    }
    template <class List> static bool has_id(List const& list, std::string const& id) {
        return std::any_of(list.begin(), list.end(), [&](auto const& one) { return one.id == id; });
    }
    void stage(std::string const& id) { ask("stage", id, next_.stage(id) != process::nowhere); }
    void role(std::string const& id) { ask("role", id, next_.role(id) != process::nowhere); }
    process::Meeting const* meeting(std::string const& id) {
        auto const* found = next_.meeting(id);
        ask("meeting", id, found != nullptr);
        return found;
    }
    process::Meeting const* meeting_of(RowId const& row) {
        auto const* held = file_.find<meeting::Meeting>(row);
        return held == nullptr ? nullptr : meeting(held->meeting);
    }

    void journey() {
        auto const& c = file_.conference();
        stage(c.stage);
        for (auto const& entry : file_.all<conference::StageEntry>()) stage(entry.stage);
        auto const* intake = next_.intake(c.intake);
        ask("intake", c.intake, intake != nullptr);
        auto const* began = now_.intake(c.intake);
        for (auto const& one : file_.all<referral::Description>()) {
            bool const of_the_model = began != nullptr && holds(began->fields, one.field_id);
            ask("field", one.field_id,
                !of_the_model || (intake != nullptr && holds(intake->fields, one.field_id)));
        }
        for (auto const& one : file_.all<referral::Referral>())
            for (auto const& id : one.criteria)
                ask("criterion", id,
                    std::any_of(next_.criteria.begin(), next_.criteria.end(),
                                [&](auto const& axis) { return holds(axis.of, id); }));
        // What was passed was this question, and no other one that is called so now.
        for (auto const& waiver : file_.all<conference::Waiver>()) {
            auto const* was = now_.need(waiver.need);
            auto const* is = next_.need(waiver.need);
            ask("need", waiver.need, was && is && question(now_, *was) == question(next_, *is));
        }
        for (auto const& due : file_.all<Due>())
            if (due.kind == DueKind::deadline)
                ask("deadline", due.of, has_id(next_.deadlines, due.of));
    }
    void people_and_words() {
        for (auto const& one : file_.all<people::Person>()) role(one.role);
        for (auto const& one : file_.all<conference::Assignment>()) role(one.role);
        for (auto const& one : file_.all<consent::Consent>())
            ask("consent", one.consent, next_.consent(one.consent) != nullptr);
        for (auto const& one : file_.all<preparation::Purpose>())
            for (auto const& id : one.chosen)
                ask("purpose", id, next_.questions && holds(next_.questions->purposes, id));
        for (auto const& one : file_.all<preparation::Prepared>())
            for (auto const& id : one.checks)
                ask("check", id, next_.preparation && holds(next_.preparation->checks, id));
    }
    void meetings() {
        for (auto const& one : file_.all<meeting::Meeting>()) meeting(one.meeting);
        for (auto const& one : file_.all<circle::Invitation>()) meeting(one.meeting);
        for (auto const& one : file_.all<meeting::Absence>()) meeting(one.meeting);
        for (auto const& seat : file_.all<meeting::Seat>())
            if (auto const* of = meeting_of(seat.meeting))
                for (auto const& id : seat.in_steps)
                    ask("step", of->id + "." + id, has_id(of->steps, id));
        for (auto const& one : file_.all<followup::Review>())
            if (auto const* of = meeting_of(one.meeting))
                ask("review", of->id + "." + one.question,
                    holds(of->review_questions, one.question));
    }
    void plan_and_after() {
        for (auto const& one : file_.all<plan::Action>())
            ask("heading", one.heading, next_.plan && holds(next_.plan->headings, one.heading));
        for (auto const& one : file_.all<plan::EndingAnswer>())
            ask("ending", one.ending, next_.ending(one.ending) != nullptr);
        for (auto const& one : file_.all<evaluation::Answers>()) {
            role(one.role);
            for (auto const& answer : one.answers)
                asked_in(one.questionnaire, answer.substr(0, answer.find('=')));
        }
        for (auto const& one : file_.all<evaluation::FreeWords>())
            asked_in(one.questionnaire, one.question);
    }
    void asked_in(std::string const& questionnaire, std::string const& id) {
        auto const& all = next_.questionnaires;
        ask("ask", questionnaire + "." + id,
            std::any_of(all.begin(), all.end(), [&](auto const& one) {
                return one.id == questionnaire && has_id(one.questions, id);
            }));
    }

    Model const& now_;
    Model const& next_;
    CaseFile const& file_;
    std::string lacking_;
};

// ---- what is asked on the way

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
        more.push_back(asked.need->id);
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
        if (!fits || !room) more.push_back("role." + one.role);
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
            more.push_back("decides." + person.role);
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
    if (auto what = Named(now.model(), next.model(), file).lacking(); !what.empty())
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
