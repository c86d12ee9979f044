// What somebody can bring about where a case stands, and what has come about when nobody can do more.
#include <algorithm>

#include "proof/possible.h"

namespace radslag::proof {

using process::Condition;
using process::Function;

std::uint64_t bit(std::size_t place) { return std::uint64_t{1} << place; }

Who with_offices(std::uint64_t roles) {
    Who who{roles, 0};
    for (std::size_t office = 0; office < words(process::Office{}).size(); ++office)
        who.add(static_cast<process::Office>(office));
    return who;
}

// ---- who can do what

// In a role's own name by who holds it, or recorded for somebody of it.
bool Possible::said(Reached const& now, std::string_view act, Ix role) const {
    auto const& doable = ground_.doable(now.place, act);
    if (doable.own.has(role) && ((now.filled >> role) & 1U) != 0) return true;
    auto const there = with_offices(now.filled);
    return std::any_of(doable.recorded.begin(), doable.recorded.end(), [&](auto const& r) {
        return r.second == role && r.first.meets(there);
    });
}

bool Possible::anyone(Reached const& now, std::string_view act) const {
    return ground_.doable(now.place, act).anyone().meets(with_offices(now.filled));
}

bool Possible::each_of(Reached const& now, Who who, std::string_view act) const {
    bool all = true;
    each_role(who, [&](Ix role) { all = all && said(now, act, role); });
    return all;
}

bool Possible::one_of(Reached const& now, Who who, std::string_view act) const {
    bool one = (ground_.doable(now.place, act).own.offices & who.offices) != 0;
    each_role(who, [&](Ix role) { one = one || said(now, act, role); });
    return one;
}

bool Possible::decided(Reached const& now, Who who) const {
    for (auto const& rule : ground_.model().decides) {
        if (!rule.about.meets(who)) continue;
        bool const can = rule.each ? each_of(now, rule.who, "decide_invitation")
                                   : one_of(now, rule.who, "decide_invitation");
        if (!can) return false;
    }
    return true;
}

// An assignment opens when impartiality is declared, where it has to be.
bool Possible::opens(Reached const& now, Ix role) const {
    return !ground_.model().roles[role].impartial ||
           ground_.doable(now.place, "declare_impartial").own.has(role);
}

// Whoever opens a case gets the role that their office fits (commands/conference/open_case).
void Possible::seat_opener(Reached& first, process::Intake const& intake) const {
    auto const& roles = ground_.model().roles;
    for (auto is : {Function::case_worker, Function::coordinator})
        for (Ix role = 0; role < roles.size(); ++role)
            if (roles[role].is == is && (roles[role].offices & intake.who.offices) != 0) {
                if (opens(first, role)) first.filled |= bit(role);
                return;
            }
}

// Staff come into their roles.
void Possible::fill(Reached& now) const {
    if (now.place.status != conference::Status::running) return;
    auto const& roles = ground_.model().roles;
    for (Ix role = 0; role < roles.size(); ++role) {
        if (roles[role].offices == 0 || ((now.filled >> role) & 1U) != 0) continue;
        bool const comes = anyone(now, "assign") || (roles[role].is == Function::coordinator &&
                                                     anyone(now, "take_referral"));
        if (comes && opens(now, role) && roles[role].is != Function::referrer) now.filled |= bit(role);
    }
}

// A referral's acts come in their order.
void Possible::refer(Reached& now) const {
    auto const& committee = ground_.model().committee;
    if (anyone(now, "pass_to_committee")) now.passed = true;
    if (now.passed && committee &&
        one_of(now, joined(committee->members, committee->chair), "decide_referral"))
        now.granted = true;
    if (now.granted && anyone(now, "link_identity")) now.linked = true;
}

bool Possible::comes_about(Reached const& now, workflow::Atom const& atom) const {
    auto const& model = ground_.model();
    auto const here = [&]() -> process::Step const* {
        if (!now.place.is_in_session()) return nullptr;
        return &model.meetings[now.place.meeting].steps[now.place.step];
    }();
    auto by_professionals = [&](std::string_view act) {
        if (here == nullptr) return false;
        Who who = atom.who.empty() ? model.everyone(Function::professional) : atom.who;
        return each_of(now, {who.roles & here->present.roles, 0}, act);
    };
    switch (atom.what) {
    case Condition::consent: {
        auto const& rule = *model.consent(atom.of);
        return each_of(now, {rule.from.roles, 0}, "give_consent") ||
               (rule.links_identity && now.linked && anyone(now, "link_identity"));
    }
    case Condition::role:
        return ((now.filled >> model.role(atom.of)) & 1U) != 0;
    case Condition::questions:
        return model.questions && one_of(now, model.questions->written_by, "write_question") &&
               each_of(now, model.questions->agreed_by, "agree_questions");
    case Condition::purpose:
        return anyone(now, "choose_purpose");
    case Condition::own_words:
        return each_of(now, model.everyone(Function::main_person), "write_words");
    case Condition::named:
        return (atom.who.roles & now.filled) != 0 || (now.linked && anyone(now, "name_person")) ||
               (now.linked && atom.who.meets(model.everyone(Function::main_person)));
    case Condition::decided:
        return decided(now, atom.who);
    case Condition::invited:
        return anyone(now, "invite");
    case Condition::answered:
        return each_of(now, {atom.who.roles, 0}, "record_answer");
    case Condition::prepared:
        return anyone(now, "record_preparation");
    case Condition::present:
        return here != nullptr && here->present.meets(atom.who) && anyone(now, "arrive");
    case Condition::accounts:
        return by_professionals("give_account");
    case Condition::offers:
        return by_professionals("offer_support");
    case Condition::plan_written:
        return now.planned;
    case Condition::actions_owned:
    case Condition::headings_filled:
        return anyone(now, "write_action");
    case Condition::plan_ended: {
        auto const* ending = model.ending(atom.of);
        return now.planned && (ending->each ? each_of(now, ending->by, "answer_plan")
                                            : one_of(now, ending->by, "answer_plan"));
    }
    case Condition::absence_followed_up:
        return was_held(now, atom.of) && anyone(now, "follow_up_absence");
    case Condition::review_answered:
        return here != nullptr && anyone(now, "answer_review");
    case Condition::actions_reviewed:
        return here != nullptr && anyone(now, "report_action");
    case Condition::referral_complete:
        return true; // all fields are asked for when it is sent
    case Condition::referral_passed:
        return now.passed;
    case Condition::criteria_met:
        return anyone(now, "judge_criteria");
    case Condition::granted:
        return now.granted;
    case Condition::referrer_answered:
        return now.granted && anyone(now, "answer_referrer");
    case Condition::identity_linked:
        return now.linked;
    case Condition::rounds:
        return atom.at_least <= 1 || !now.place.first_round;
    case Condition::room_limit:
        return true; // another day is found
    case Condition::meeting_planned: // by the meeting itself (after())
    case Condition::time_set_aside:
    case Condition::meeting_held:
        return false;
    }
    return false;
}

// As far as a gate asks for it: where none does, nothing hangs on it.
bool Possible::was_held(Reached const& now, std::string const& meeting) const {
    auto const& atoms = ground_.book.atoms();
    for (std::size_t i = 0; i < atoms.size(); ++i)
        if (atoms[i].what == Condition::meeting_held && atoms[i].of == meeting)
            return (now.holds & bit(i)) != 0;
    return true;
}

Reached Possible::saturated(Reached now) const {
    for (;;) {
        auto const before = now;
        if (now.place.status == conference::Status::running) {
            fill(now);
            refer(now);
            if (anyone(now, "hand_over_plan")) now.planned = true;
            auto const& atoms = ground_.book.atoms();
            for (std::size_t i = 0; i < atoms.size(); ++i)
                if ((now.holds & bit(i)) == 0 && comes_about(now, atoms[i])) now.holds |= bit(i);
        }
        if (now == before) return now;
    }
}

} // namespace radslag::proof
