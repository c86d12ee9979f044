// The needs of a gate: what they say, what is not there yet, who passed them and why.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

using process::Condition;

// Who lacks something is itself a thing to see or not.
Matter matter_of(Condition condition) {
    switch (condition) {
    case Condition::consent:
        return Matter::consents;
    case Condition::prepared:
        return Matter::preparation;
    case Condition::questions:
    case Condition::own_words:
        return Matter::questions;
    case Condition::absence_followed_up:
    case Condition::accounts:
    case Condition::offers:
        return Matter::meetings;
    default:
        return Matter::people;
    }
}

// The model's table for what the condition is about.
std::string_view table_of(Condition condition) {
    switch (condition) {
    case Condition::consent:
        return "consent";
    case Condition::role:
        return "role";
    case Condition::meeting_planned:
    case Condition::time_set_aside:
    case Condition::room_limit:
    case Condition::meeting_held:
    case Condition::absence_followed_up:
    case Condition::review_answered:
        return "meeting";
    case Condition::plan_ended:
        return "ending";
    default:
        return {};
    }
}

std::vector<std::string> missing(Look const& look, process::Need const& need,
                                 workflow::Atom const& atom) {
    std::vector<std::string> names;
    auto const matter = matter_of(need.what);
    if (!look.any(matter)) return names;
    for (auto const& id : workflow::lacking(look.here.book, look.here.file, look.here.today, atom))
        if (look.shows(matter, id)) names.push_back(look.name_for(id));
    return names;
}

std::optional<view::Passed> passed(Look const& look, std::string const& need) {
    for (auto const& w : look.here.all<conference::Waiver>())
        if (w.need == need && w.round == look.here.conference().round)
            return view::Passed{look.reason(w.why), look.name_for(w.by), w.at};
    return {};
}

} // namespace

std::string need_text(Wording const& say, process::Need const& need) {
    if (auto const* own = say.model.text_if(say.language, "need." + need.id)) return *own;
    auto text = say.house("condition." + std::string(word(need.what)));
    if (auto table = table_of(need.what); !table.empty())
        replace_all(text, "{of}", say.words(table, need.of));
    if (need.what == Condition::time_set_aside)
        replace_all(text, "{time}", say_minutes(say.language, say.model.meeting(need.of)->minutes));
    if (need.who.empty()) replace_all(text, " ({who})", "");
    else replace_all(text, "{who}", say.who(need.who));
    replace_all(text, "{n}", std::to_string(need.at_least));
    return text;
}

std::string need_text(Look const& look, process::Need const& need) {
    return need_text(Wording{look.here.model(), look.here.language}, need);
}

std::vector<view::Need> needs_of(Look const& look, workflow::Gate const& gate) {
    auto const& here = look.here;
    bool const passes =
        workflow::may_in_own_name(here.book, here.facts, here.actor.who, "pass_gate");
    std::vector<view::Need> needs;
    for (auto const& asked : gate.needs) {
        auto const& rule = *asked.need;
        view::Need need;
        need.id = rule.id;
        need.text = need_text(look, rule);
        need.met = here.facts.atoms[asked.atom] == workflow::Count::all;
        if (!need.met) need.missing = missing(look, rule, here.book.atoms()[asked.atom]);
        need.strength = word(rule.rule.strength);
        need.sources = rule.rule.sources;
        need.passed = passed(look, rule.id);
        need.may_pass = passes && !need.passed && can_be_passed(here, asked);
        if (!need.met && !need.passed) need.leads = leads_of(look, asked);
        needs.push_back(std::move(need));
    }
    return needs;
}

} // namespace radslag::commands::looks
