#include "domain/plan/plan.h"

#include <algorithm>
#include <set>

namespace radslag::plan {

Plan const* standing(std::vector<Plan> const& plans) {
    Plan const* found = nullptr;
    for (auto const& p : plans)
        if (!p.sent_back_at && (found == nullptr || p.handed_at > found->handed_at)) found = &p;
    return found;
}

std::vector<Action const*> standing_actions(std::vector<Action> const& actions) {
    std::vector<Action const*> found;
    for (auto const& a : actions)
        if (!a.removed_at) found.push_back(&a);
    return found;
}

bool all_owned(std::vector<Action> const& actions) {
    auto all = standing_actions(actions);
    return !all.empty() && std::all_of(all.begin(), all.end(), [](Action const* a) {
        return a->owner_kind != OwnerKind::nobody;
    });
}

bool all_headings_filled(std::vector<Action> const& actions,
                         std::vector<std::string> const& headings) {
    std::set<std::string> missing(headings.begin(), headings.end());
    for (auto const* action : standing_actions(actions)) {
        if (std::find(headings.begin(), headings.end(), action->heading) == headings.end())
            return false;
        missing.erase(action->heading);
    }
    return missing.empty();
}

Instant changed_at(Plan const& plan, std::vector<Action> const& actions) {
    auto last = plan.handed_at;
    for (auto const& a : actions) last = std::max({last, a.changed_at, a.removed_at.value_or(last)});
    return last;
}

bool is_ended(std::vector<EndingAnswer> const& answers, RowId const& plan, std::string const& ending,
              std::vector<PersonId> const& answering, bool each, Instant since) {
    auto said_yes = [&](PersonId const& who) {
        return std::any_of(answers.begin(), answers.end(), [&](EndingAnswer const& a) {
            return a.plan == plan && a.ending == ending && a.by == who && a.answer == Word::yes &&
                   a.at >= since;
        });
    };
    if (answering.empty()) return false;
    return each ? std::all_of(answering.begin(), answering.end(), said_yes)
                : std::any_of(answering.begin(), answering.end(), said_yes);
}

Result<Plan> hand_over(std::vector<Plan> const& plans, Plan fresh) {
    for (auto const& p : plans)
        if (p.round == fresh.round && !p.sent_back_at) return no("plan.handed_over");
    return fresh;
}

Result<Plan> send_back(Plan plan, std::string why, Instant now) {
    if (plan.sent_back_at) return no("plan.sent_back");
    if (why.empty()) return no("field.missing", "reason");
    plan.sent_back_at = now;
    plan.sent_back_why = std::move(why);
    return plan;
}

Result<Action> write(Action action, Date today, Instant now) {
    if (action.removed_at) return no("plan.action_removed", "action");
    if (action.due && *action.due < today) return no("date.past", "due");
    // A changed action is judged anew.
    action.changed_at = now;
    action.fine = Fine::unsaid;
    action.missing.clear();
    return action;
}

Result<Action> judge(Action action, Fine fine, std::string missing) {
    if (action.removed_at) return no("plan.action_removed", "action");
    if (fine == Fine::missing && missing.empty()) return no("field.missing", "missing");
    action.fine = fine;
    action.missing = fine == Fine::missing ? std::move(missing) : std::string{};
    return action;
}

Result<Action> remove(Action action, Instant now) {
    if (action.removed_at) return no("plan.action_removed", "action");
    action.removed_at = now;
    return action;
}

Result<Clarification> clarify(Clarification c, std::string answer, Instant now) {
    if (c.answered_at) return no("plan.clarified", "clarification");
    c.answer = std::move(answer);
    c.answered_at = now;
    return c;
}

} // namespace radslag::plan
