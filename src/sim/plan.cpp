// The plan: written, owned, answered, and looked back at.
#include <algorithm>

#include "sim/sitting.h"

namespace radslag::sim {

using process::Condition;

bool Sitting::write_plan() {
    bool did = write_actions(3);
    if (!can("hand_over_plan") || time_ <= 0) return did;
    Wish wish{
        "hand_over_plan", {}, {}, {{"text", spoken(play_.home_.story->plan, play_.home_, false)}}};
    return does(std::move(wish)) || did;
}

// Some of it the own network carries, some of it others (HF5).
bool Sitting::write_actions(std::size_t at_least) {
    if (!can("write_action")) return false;
    auto const there = sight_.seen.plan ? sight_.seen.plan->actions.size() : 0;
    auto wanted = at_least + play_.chance_.below(3);
    bool did = false;
    for (auto have = there; have < wanted && time_ > 0; ++have) {
        auto const next = play_.filler_.next_intention();
        Wish wish{"write_action", {}, {}, {{"what", next.what}}};
        std::vector<std::string> owners;
        for (auto const& option : sight_.options("write_action", "owner")) {
            auto const* person = sight_.person(option.value);
            bool const own =
                person == nullptr || person->side == "family" || person->side == "network";
            bool const leads = person != nullptr && person->side == "lead";
            if (own == next.own && !leads) owners.push_back(option.value);
        }
        if (!owners.empty() && play_.chance_.odds(88))
            wish.fields["owner"] = play_.chance_.pick(owners);
        did = (does(std::move(wish)) && has_time()) || did;
    }
    return did;
}

bool Sitting::own_actions() {
    if (!sight_.seen.plan || sight_.seen.plan->actions.empty()) return write_actions(2);
    auto const* it = sight_.can("change_action");
    if (it == nullptr || !it->about) return false;
    bool did = false;
    auto const owners = sight_.options("change_action", "owner");
    for (auto const& action : sight_.seen.plan->actions) {
        if (action.owner_kind != "nobody" || !has(*it->about, action.id) || owners.empty())
            continue;
        Wish wish{"change_action",
                  action.id,
                  {},
                  {{"what", action.what}, {"owner", play_.chance_.pick(owners).value}}};
        if (!action.heading.empty()) wish.fields["heading"] = action.heading;
        did = does_once(wish, 2) || did;
    }
    return did;
}

// Something under each heading (SN1): first what stands under none, then new things.
bool Sitting::fill_headings() {
    std::vector<std::string> empty;
    for (auto const& heading : sight_.options("write_action", "heading"))
        empty.push_back(heading.value);
    std::vector<view::ActionView> outside;
    if (sight_.seen.plan)
        for (auto const& action : sight_.seen.plan->actions) {
            std::erase(empty, action.heading);
            if (action.heading.empty()) outside.push_back(action);
        }
    bool did = false;
    auto const headings = sight_.options("change_action", "heading");
    auto const* it = sight_.can("change_action");
    for (auto const& action : outside) {
        if (it == nullptr || headings.empty() || !it->about || !has(*it->about, action.id)) continue;
        auto const heading = empty.empty() ? play_.chance_.pick(headings).value : empty.back();
        if (!empty.empty()) empty.pop_back();
        Wish wish{"change_action", action.id, {}, {{"what", action.what}, {"heading", heading}}};
        for (auto const& owner : sight_.options("change_action", "owner"))
            if (owner.label == action.owner) wish.fields["owner"] = owner.value;
        did = does_once(wish, 2) || did;
    }
    for (auto const& heading : empty)
        if (time_ > 0)
            did = does({"write_action",
                        {},
                        {},
                        {{"what", play_.filler_.next_intention().what}, {"heading", heading}}}) ||
                  did;
    return did;
}

// The endings in their order, with the yes of everybody who is asked.
bool Sitting::answer_plan() {
    auto const endings = sight_.options("answer_plan", "ending");
    auto const* it = sight_.can("answer_plan");
    if (it == nullptr || endings.empty()) return false;
    auto const& ending = endings.front().value;
    auto const* rule = play_.model().ending(ending);
    if (rule == nullptr || play_.avoids(Condition::plan_ended, ending)) return false;
    bool const back =
        play_.aim_.rest == Rest::sent_back && rule->may_send_back && !play_.is_sent_back_;
    std::string const word = back ? "send_back" : "yes";
    bool did = false;
    auto answer = [&](std::string const& whose) {
        Wish wish{"answer_plan", {}, whose, {{"ending", ending}, {"answer", word}}};
        auto& times = play_.times_["ends " + ending + whose + std::to_string(play_.round_)];
        if (times++ < 4) did = does(std::move(wish)) || did;
    };
    if (it->own_name) answer({});
    for (auto const& person : std::vector(it->for_whom)) {
        if (did && (back || !rule->each)) break;
        auto const* known = sight_.person(person.id);
        if (known == nullptr || play_.book_.is_in(rule->by, known->role)) answer(person.id);
    }
    return did;
}

bool Sitting::reviews() {
    bool did = false;
    for (auto const& question : sight_.options("answer_review", "question")) {
        auto& times = play_.times_["review " + question.value + std::to_string(play_.round_)];
        if (times++ == 0)
            did = does({"answer_review", {}, {}, {{"question", question.value}}}) || did;
    }
    return did;
}

bool Sitting::reports() {
    auto const* it = sight_.can("report_action");
    if (it == nullptr || !it->about) return false;
    bool did = false;
    for (auto const& row : rows_of(*it))
        if (play_.times_["report " + row + std::to_string(play_.round_)]++ == 0)
            did = does({"report_action", row, {}, {}}) || did;
    return did;
}

} // namespace radslag::sim
