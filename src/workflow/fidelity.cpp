#include "workflow/fidelity.h"

#include <algorithm>

#include "workflow/due.h"

namespace radslag::workflow {
namespace {

using evaluation::Followed;
using evaluation::Outcome;
using process::Placed;

std::vector<Placed> method_rules(process::Model const& model, bool asked) {
    auto all = process::rules_of(model);
    std::erase_if(all, [&](Placed const& placed) {
        return placed.rule->strength != process::Strength::method || placed.is_asked() != asked;
    });
    return all;
}

conference::Waiver const* waiver_of(CaseFile const& file, std::string const& need,
                                    std::int64_t round) {
    for (auto const& waiver : file.all<conference::Waiver>())
        if (waiver.need == need && waiver.round == round) return &waiver;
    return nullptr;
}

// The rule on whom to invite is passed with the need that asks for their yes, in whatever round.
conference::Waiver const* waiver_of(RuleBook const& book, CaseFile const& file,
                                    process::Decides const& rule) {
    conference::Waiver const* last = nullptr;
    for (auto const& waiver : file.all<conference::Waiver>()) {
        auto const* need = book.model().need(waiver.need);
        if (need != nullptr && need->what == process::Condition::decided &&
            need->who.meets(rule.about))
            last = &waiver;
    }
    return last;
}

void tell_waiver(InRound& told, conference::Waiver const* waiver) {
    if (waiver == nullptr) return;
    told.by = waiver->by;
    told.why = waiver->why;
    if (!told.at) told.at = waiver->at;
}

std::optional<InRound> asked_in(RuleBook const& book, CaseFile const& file, Placed const& rule,
                                std::int64_t round) {
    auto const found =
        evaluation::in_round(file.all<Followed>(), book.model().version, rule.id, round);
    if (!found) return {};
    return InRound{round, Standing(found->outcome), found->at, found->anyway, {}, {}};
}

bool came_to(CaseFile const& file, std::string const& stage, std::int64_t round) {
    auto const& all = file.all<conference::StageEntry>();
    return std::any_of(all.begin(), all.end(), [&](conference::StageEntry const& entry) {
        return entry.stage == stage && entry.round == round;
    });
}

// Not asked in this round as yet: it lies ahead, or the case has gone by.
std::optional<InRound> not_asked(RuleBook const& book, CaseFile const& file, Ix stage,
                                 std::int64_t round) {
    auto const& c = file.conference();
    auto const& model = book.model();
    bool const ahead = c.is_live() && round == c.round && stage >= model.stage(c.stage);
    if (ahead) return InRound{round, Standing::ahead, {}, false, {}, {}};
    // A later round begins further on: what lies before it was no part of that round.
    if (round > 1 && !came_to(file, model.stages[stage].id, round)) return {};
    return InRound{round, Standing::not_asked, {}, false, {}, {}};
}

std::vector<InRound> of_need(RuleBook const& book, CaseFile const& file, Placed const& rule) {
    auto const stage = place_of(book.model(), *rule.need).stage;
    std::vector<InRound> all;
    for (std::int64_t round = 1; round <= file.conference().round; ++round) {
        auto told = asked_in(book, file, rule, round);
        auto const* waiver = waiver_of(file, rule.id, round);
        if (!told) told = not_asked(book, file, stage, round);
        if (!told && waiver == nullptr) continue;
        if (!told) told = InRound{round, Standing::passed, {}, false, {}, {}};
        if (waiver != nullptr) told->standing = Standing::passed;
        tell_waiver(*told, waiver);
        all.push_back(std::move(*told));
    }
    return all;
}

std::vector<InRound> of_decides(RuleBook const& book, CaseFile const& file, Placed const& rule) {
    auto const& c = file.conference();
    std::vector<InRound> all;
    for (std::int64_t round = 1; round <= c.round; ++round)
        if (auto told = asked_in(book, file, rule, round)) {
            if (told->standing == Standing::passed)
                tell_waiver(*told, waiver_of(book, file, *rule.decides));
            all.push_back(std::move(*told));
        }
    if (all.empty())
        all.push_back(
            {c.round, c.is_live() ? Standing::ahead : Standing::not_asked, {}, false, {}, {}});
    return all;
}

InRound of_due(RuleBook const& book, CaseFile const& file, Placed const& rule, Due const& due,
               Date today) {
    InRound told{due.round, Standing::running, {}, false, {}, {}};
    if (due.met_at) {
        auto const asked = asked_in(book, file, rule, due.round);
        told = asked.value_or(InRound{due.round, Standing::not_asked, {}, false, {}, {}});
    } else if (today > last_day(due)) told.standing = Standing::late;
    else if (due.moved_at) told.standing = Standing::passed;
    if (due.moved_at && told.standing != Standing::not_asked) {
        told.by = due.moved_by.value_or(PersonId{});
        told.why = due.moved_why;
        if (!told.at) told.at = *due.moved_at;
    }
    return told;
}

std::vector<InRound> of_deadline(RuleBook const& book, CaseFile const& file, Placed const& rule,
                                 Date today) {
    auto const& c = file.conference();
    std::vector<InRound> all;
    for (auto const& due : file.all<Due>())
        if (due.kind == DueKind::deadline && due.of == rule.deadline->id)
            all.push_back(of_due(book, file, rule, due, today));
    if (all.empty())
        all.push_back(
            {c.round, c.is_live() ? Standing::ahead : Standing::not_asked, {}, false, {}, {}});
    return all;
}

} // namespace

void write_followed(Draft& draft, std::string rule, std::int64_t round, Outcome outcome,
                    bool anyway) {
    auto const& model = draft.book().model();
    draft.put(Followed{draft.fresh<RowId>(), 0, model.id, model.version, std::move(rule), round,
                       outcome, anyway, draft.now(), draft.today()});
}

void go_through(Draft& draft, Gate const& gate, Facts const& facts) {
    auto const round = draft.file().conference().round;
    for (auto const& asked : gate.needs) {
        if (asked.need->rule.strength != process::Strength::method) continue;
        bool const waived = facts.waived[asked.place];
        // The limit of the room is passed so that it may be broken later.
        bool const anyway = waived && facts.atoms[asked.atom] == Count::all &&
                            asked.need->what != process::Condition::room_limit;
        write_followed(draft, asked.need->id, round, waived ? Outcome::passed : Outcome::kept,
                       anyway);
    }
}

void write_invited(Draft& draft, people::Person const& person) {
    auto const& book = draft.book();
    auto const* rule = decides_about(book, person.role);
    if (rule == nullptr || rule->rule.strength != process::Strength::method) return;
    bool const decided =
        standing_of(book, draft.file(), draft.today(), person) == circle::Standing::yes;
    for (auto const& placed : seen_rules(book.model()))
        if (placed.decides == rule)
            write_followed(draft, placed.id, draft.file().conference().round,
                           decided ? Outcome::kept : Outcome::passed);
}

std::vector<Placed> seen_rules(process::Model const& model) { return method_rules(model, true); }
std::vector<Placed> unseen_rules(process::Model const& model) { return method_rules(model, false); }

std::vector<InRound> rounds_of(RuleBook const& book, CaseFile const& file, Placed const& rule,
                               Date today) {
    if (rule.need != nullptr) return of_need(book, file, rule);
    if (rule.decides != nullptr) return of_decides(book, file, rule);
    RADSLAG_SURE(rule.deadline != nullptr);
    return of_deadline(book, file, rule, today);
}

PlaceOf place_of(process::Model const& model, process::Need const& need) {
    auto holds = [&](std::vector<process::Need> const& needs) {
        return std::any_of(needs.begin(), needs.end(),
                           [&](process::Need const& one) { return one.id == need.id; });
    };
    for (Ix i = 0; i < model.stages.size(); ++i)
        if (holds(model.stages[i].needs)) return {i, nullptr, nullptr};
    for (auto const& meeting : model.meetings) {
        if (holds(meeting.needs)) return {meeting.stage, &meeting, nullptr};
        for (auto const& step : meeting.steps)
            if (holds(step.needs)) return {meeting.stage, &meeting, &step};
    }
    return {};
}

} // namespace radslag::workflow
