// A gate says what is missing, and the vocabulary which acts bring that about.
#include <algorithm>

#include "sim/sitting.h"

namespace radslag::sim {

using process::Condition;

constexpr std::int64_t going_on =
    150 * 60'000'000LL; // for how long a meeting that is open has been

bool Sitting::gate() {
    auto const& gate = sight_.seen.gate;
    bool const rests =
        play_.is_last() && (play_.aim_.rest == Rest::stage || play_.aim_.rest == Rest::step);
    bool did = bring_all(gate.needs, play_.is_last() && play_.aim_.rest == Rest::stage);
    if (did || rests) return did;
    return move_on();
}

bool Sitting::move_on() {
    auto const& gate = sight_.seen.gate;
    bool const more = play_.round_ < play_.aim_.rounds;
    // Whoever is to be stopped here does not go on.
    bool const stays = play_.is_last() && play_.aim_.rest != Rest::closed;
    if (stays || (!can("move_on") && !can("go_round"))) return false;
    auto const* leg = play_.way_.leg(play_.stage_, play_.round_);
    bool const early = leg != nullptr && play_.day() < leg->to;
    if (early && (gate.open || more)) {
        play_.waits_for_leg_ = true;
        return false;
    }
    if (more && can("go_round") && (gate.open || pressed_) && does({"go_round", {}, {}, {}}))
        return true;
    return gate.open && does({"move_on", {}, {}, {}});
}

bool Sitting::bring_all(std::vector<view::Need> const& needs, bool at_rest) {
    bool did = false;
    for (auto const& shown : needs) {
        if (shown.met || shown.passed || (at_rest && play_.undone_.contains(shown.id))) continue;
        auto const* need = play_.model().need(shown.id);
        if (need == nullptr || play_.avoids(need->what, need->of)) continue;
        bool const offer = shown.strength == "offer";
        if (offer && play_.times_["offer " + shown.id]++ > 2) continue;
        if (play_.aim_.passes && !at_rest && pass(shown)) return true;
        if (time_ > 0 && bring(*need, shown)) did = true;
    }
    if (did || !pressed_) return did;
    // It has been tried: what may be passed with a reason is passed.
    for (auto const& shown : needs)
        if (!shown.met && !shown.passed && !(at_rest && play_.undone_.contains(shown.id)) &&
            pass(shown))
            return true;
    return false;
}

bool Sitting::pass(view::Need const& need) {
    // Again, where somebody has taken it back.
    return need.may_pass && does_once({"pass_gate", need.id, {}, {}}, tries());
}

bool Sitting::bring(process::Need const& need, view::Need const&) {
    switch (need.what) {
    case Condition::consent:
        return consents(need);
    case Condition::decided:
        return decisions();
    case Condition::answered:
        return answers();
    case Condition::prepared:
        return preparations();
    case Condition::criteria_met:
        return criteria();
    case Condition::referral_passed:
        return criteria() || by_table(need.what);
    case Condition::granted:
        return verdict();
    case Condition::identity_linked:
        return identity();
    case Condition::meeting_planned:
    case Condition::time_set_aside:
    case Condition::room_limit:
    case Condition::meeting_held:
        return plan_a_meeting(need.of);
    case Condition::plan_written:
        return write_plan();
    case Condition::actions_owned:
        return own_actions();
    case Condition::headings_filled:
        return fill_headings();
    case Condition::plan_ended:
        return answer_plan();
    case Condition::review_answered:
        return reviews();
    case Condition::actions_reviewed:
        return reports();
    case Condition::present:
        return come(need);
    case Condition::role:
        return assign_to(need.of);
    case Condition::named: // naming sees to it
        return false;
    case Condition::rounds:
        play_.aim_.rounds = std::max<std::int64_t>(play_.aim_.rounds, need.at_least);
        return false;
    default:
        return by_table(need.what);
    }
}

bool Sitting::by_table(process::Condition what) {
    bool did = false;
    for (auto const& bringer : process::brings_about(what)) {
        std::string const name(bringer.act);
        auto const* it = sight_.can(name);
        if (it == nullptr) continue;
        did = (it->about ? each_row(name) : each_person(name)) || did;
    }
    return did;
}

// Whoever is awaited comes in.
bool Sitting::come(process::Need const& need) {
    auto const* it = sight_.can("arrive");
    bool did = false;
    for (auto const& option : sight_.options("arrive", "person")) {
        auto const* person = sight_.person(option.value);
        if (person != nullptr && !play_.book_.is_in(need.who, person->role)) continue;
        Wish wish{"arrive", {}, {}, {{"person", option.value}}};
        if (has(it->for_whom, option.value)) wish.for_whom = option.value;
        if (play_.times_["comes " + option.value]++ < 3) did = does(wish) || did;
    }
    return did;
}

bool Sitting::each_row(std::string const& act) {
    auto const* it = sight_.can(act);
    if (it == nullptr || !it->about) return false;
    bool did = false;
    for (auto const& row : rows_of(*it))
        if (time_ > 0) did = (does_once({act, row, {}, {}}, tries()) && has_time()) || did;
    return did;
}

// For everybody it can be recorded for; else in one's own name.
bool Sitting::each_person(std::string const& act) {
    auto const* it = sight_.can(act);
    if (it == nullptr) return false;
    bool did = false;
    for (auto const& person : std::vector(it->for_whom))
        did = does_once({act, {}, person.id, {}}, tries()) || did;
    if (it->for_whom.empty() || (it->own_name && !did))
        did = does_once({act, {}, {}, {}}, tries()) || did;
    return did;
}

bool Sitting::consents(process::Need const& need) {
    auto const* it = sight_.can("give_consent");
    if (it == nullptr) return identity();
    bool did = false;
    auto give = [&](std::string const& person) {
        if (!has(it->for_whom, person)) return;
        Wish wish{"give_consent", {}, person, {{"consent", need.of}}};
        auto& tried = play_.times_["consent " + need.of + person];
        if (tried >= 3) return;
        ++tried;
        did = does(wish) || did;
    };
    bool shown = false;
    if (sight_.seen.consents)
        for (auto const& consent : *sight_.seen.consents) {
            if (consent.consent != need.of) continue;
            for (auto const& person : consent.people) {
                shown = true;
                if (person.answer != "given") give(person.person);
            }
        }
    if (!shown)
        for (auto const& person : it->for_whom) give(person.id);
    return did;
}

// Whoever may decide says their word about everybody who waits for it; one of them says no once.
bool Sitting::decisions() {
    auto const* it = sight_.can("decide_invitation");
    if (it == nullptr || !it->about) return false;
    bool did = false;
    for (auto const& row : rows_of(*it)) {
        auto const* person = sight_.person(row);
        if (person != nullptr && person->standing != "waiting") continue;
        bool const no = play_.aim_.says_no && person != nullptr && person->side == "network" &&
                        play_.times_["somebody is not invited"]++ == 0;
        std::string const word = no ? "no" : "yes";
        auto said = it->for_whom;
        if (said.empty()) said.emplace_back();
        auto const* rule =
            person == nullptr ? nullptr : workflow::decides_about(play_.book_, person->role);
        bool said_so = false;
        for (auto const& whose : said) {
            auto const* decides = sight_.person(whose.id);
            bool const theirs = rule == nullptr || decides == nullptr ||
                                play_.book_.is_in(rule->who, decides->role);
            if (!theirs) continue;
            Wish wish{"decide_invitation", row, whose.id, {{"answer", word}}};
            if (said_so && rule != nullptr && !rule->each) break; // one is enough
            if (time_ <= 0 || !does_once(wish, 2)) continue;
            has_time();
            did = said_so = true;
        }
    }
    return did;
}

bool Sitting::answers() {
    auto const* it = sight_.can("record_answer");
    if (it == nullptr) return false;
    bool did = false;
    auto waits = [&](std::string const& id) {
        auto const* person = sight_.person(id);
        return person == nullptr || !person->invitation || person->invitation->answer.empty();
    };
    for (auto const& whose : std::vector(it->for_whom)) {
        if (!waits(whose.id) || time_ <= 0) continue;
        Wish wish{"record_answer", {}, whose.id, {}};
        // Without whom there is no meeting comes.
        auto const* person = sight_.person(whose.id);
        if (person == nullptr || person->side == "family" || person->staff)
            wish.fields["answer"] = std::string("in_room");
        did = (does_once(wish, 2) && has_time()) || did;
    }
    if (!it->own_name) return did;
    for (auto const& person : sight_.people())
        if (person.me && person.invitation && person.invitation->answer.empty())
            did = does_once({"record_answer", {}, {}, {{"answer", std::string("in_room")}}}) || did;
    return did;
}

bool Sitting::preparations() {
    auto const* it = sight_.can("record_preparation");
    if (it == nullptr || !it->about) return false;
    bool did = false;
    for (auto const& row : rows_of(*it)) {
        auto const* person = sight_.person(row);
        if (person != nullptr && person->prepared && person->prepared->missing.empty()) continue;
        if (time_ <= 0) break;
        did = (does_once({"record_preparation", row, {}, {}}, 2) && has_time()) || did;
    }
    return did;
}

bool Sitting::plan_a_meeting(std::string const& id) {
    auto const* rule = play_.model().meeting(id);
    if (rule == nullptr || !has(sight_.options("plan_meeting", "meeting"), id) ||
        sight_.planned(id) != nullptr)
        return false;
    auto round = play_.round_;
    if (sight_.seen.meetings)
        for (auto const& one : *sight_.seen.meetings)
            if (one.meeting == id && one.round == round && one.outcome == "held") ++round;
    auto day =
        play_.way_.meeting_day(rule->stage, round, play_.day(), play_.today(), play_.chance_);
    int begins = 17 * 60;
    if (play_.aim_.rest == Rest::step && play_.aim_.of.starts_with(id + ".") &&
        day == play_.today()) {
        auto const lately = Instant{play_.ground_.until.micros - going_on};
        day = date_in(play_.town_.organisation.zone, lately);
        // One that began just before midnight would have to end before it began.
        begins = std::min(time_in(play_.town_.organisation.zone, lately).of_day, 23 * 60);
    }
    int const ends = std::min(begins + (rule->minutes > 0 ? rule->minutes : 150), 24 * 60 - 1);
    return does_once({"plan_meeting",
                      {},
                      {},
                      {{"meeting", id},
                       {"day", write_date(day)},
                       {"starts", write_time({begins})},
                       {"ends", write_time({ends})}}},
                     3);
}

} // namespace radslag::sim
