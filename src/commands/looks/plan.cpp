// The plan: goals, actions, what was asked about it, how it ends.
#include <algorithm>

#include "commands/looks/looks.h"
#include "commands/private_time.h"

namespace radslag::commands::looks {
namespace {

using plan::Action;
using plan::Plan;

std::vector<view::ReportView> reports_of(Look const& look, Action const& action) {
    std::vector<view::ReportView> reports;
    if (!look.all(Matter::reviews) && !(look.any(Matter::reviews) && look.is_me(action.owner)))
        return reports;
    for (auto const& r : look.here.all<followup::Report>())
        if (r.action == action.id) reports.push_back({r.round, std::string(word(r.kept)), r.note});
    std::stable_sort(reports.begin(), reports.end(),
                     [](auto const& a, auto const& b) { return a.round > b.round; });
    return reports;
}

view::ActionView action_of(Look const& look, Action const& action) {
    view::ActionView view;
    view.id = action.id.text;
    view.heading = action.heading;
    view.what = action.what;
    view.owner = look.name_for(action.owner);
    view.owner_kind = word(action.owner_kind);
    view.due = action.due;
    if (action.offer)
        if (auto const* offer = look.here.file.find<meeting::Offer>(*action.offer))
            if (look.shows(Matter::offers, offer->person)) view.offer = offer->text;
    view.fine = word(action.fine);
    view.missing = action.missing;
    view.reports = reports_of(look, action);
    view.version = action.changed_in;
    return view;
}

void show_actions(Look const& look, view::PlanView& view) {
    for (auto const* action : readable_actions(look.here)) {
        view.actions.push_back(action_of(look, *action));
        if (action->owner_kind == plan::OwnerKind::own_network) ++view.by_network;
        if (action->owner_kind == plan::OwnerKind::professional) ++view.by_professionals;
    }
}

void show_clarifications(Look const& look, view::PlanView& view) {
    for (auto const& c : look.here.all<plan::Clarification>())
        if (look.shows(Matter::plan, c.asked_by))
            view.clarifications.push_back({c.id.text, c.action ? c.action->text : std::string{},
                                           c.question, look.name_for(c.asked_by), c.answer});
}

view::EndingView ending_of(Look const& look, process::Ending const& rule, Plan const* standing,
                           Plan const* last) {
    view::EndingView view;
    view.id = rule.id;
    view.name = look.words("ending", rule.id);
    view.way = word(rule.way);
    view.by = look.who(rule.by);
    view.done = workflow::is_ended(look.here.book, look.here.file, rule);
    auto const* told = standing != nullptr ? standing : last;
    for (auto const& answer : look.here.all<plan::EndingAnswer>())
        if (told != nullptr && answer.plan == told->id && answer.ending == rule.id)
            view.answers.push_back({look.name_for(answer.by), std::string(word(answer.answer)),
                                    answer.why, answer.at});
    return view;
}

Plan const* last_plan(std::vector<Plan> const& all) {
    Plan const* last = nullptr;
    for (auto const& p : all)
        if (last == nullptr || p.handed_at > last->handed_at) last = &p;
    return last;
}

} // namespace

view::PlanView plan_of(Look const& look) {
    view::PlanView view;
    auto const& rules = look.here.model().plan;
    if (!rules) return view;
    for (auto const& heading : rules->headings)
        view.headings.push_back({heading, look.words("heading", heading)});
    show_actions(look, view);
    show_clarifications(look, view);
    if (!look.all(Matter::plan)) return view;
    auto const& all = look.here.all<Plan>();
    auto const* last = last_plan(all);
    // A plan that was sent back awaits a new one, though an earlier round's still stands.
    auto const* standing = last != nullptr && last->sent_back_at ? nullptr : plan::standing(all);
    if (standing != nullptr) {
        view.text = standing->text;
        view.handed_by = look.name_for(standing->handed_by);
        view.handed_at = standing->handed_at;
    } else if (last != nullptr) {
        view.sent_back_why = last->sent_back_why;
    }
    for (auto const& rule : rules->endings)
        view.endings.push_back(ending_of(look, rule, standing, last));
    return view;
}

} // namespace radslag::commands::looks
