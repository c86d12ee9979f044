#include "proof/effects.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_map>

namespace radslag::proof {
namespace {

using process::Condition;
using workflow::Count;
using Conditions = std::initializer_list<Condition>;

struct Touch {
    std::vector<std::string_view> acts;
    std::vector<Condition> conditions;
};

// Who is there, who speaks for whom, who holds a role: whatever asks people.
std::vector<Condition> const& of_people() {
    static std::vector<Condition> const all{
        Condition::consent,  Condition::role,     Condition::questions, Condition::own_words,
        Condition::named,    Condition::decided,  Condition::invited,   Condition::answered,
        Condition::prepared, Condition::present,  Condition::accounts,  Condition::offers,
        Condition::plan_ended, Condition::room_limit, Condition::absence_followed_up};
    return all;
}

// Each is about one consent, which the deed names.
std::vector<std::string_view> const& of_consents() {
    static std::vector<std::string_view> const all{"give_consent", "refuse_consent",
                                                   "withdraw_consent", "consent_lapsed"};
    return all;
}

std::vector<Touch> const& touches() {
    static std::vector<Touch> const all{
        {{"name_person", "change_person", "take_off_person", "speak_for", "shut_out", "let_in",
          "link_identity", "assign", "hand_over", "end_assignment", "declare_impartial",
          "take_referral", "assignment_ended", "sign_pledge"},
         of_people()},
        // Somebody grows old enough to be asked; what the organisation asks of a room begins and ends.
        {{"time_passes"},
         {Condition::consent, Condition::questions, Condition::decided, Condition::invited,
          Condition::prepared, Condition::room_limit}},
        {of_consents(), {Condition::consent}},
        {{"write_question", "change_question", "remove_question", "agree_questions"},
         {Condition::questions}},
        {{"choose_purpose"}, {Condition::purpose}},
        {{"write_words"}, {Condition::own_words}},
        {{"decide_invitation"}, {Condition::decided, Condition::invited, Condition::prepared}},
        {{"invite"}, {Condition::invited, Condition::answered, Condition::prepared, Condition::room_limit}},
        {{"record_answer"}, {Condition::answered, Condition::prepared, Condition::room_limit}},
        {{"record_preparation"}, {Condition::prepared}},
        {{"plan_meeting", "cancel_meeting"},
         {Condition::meeting_planned, Condition::time_set_aside, Condition::room_limit,
          Condition::invited, Condition::answered, Condition::prepared,
          Condition::present, Condition::accounts, Condition::offers, Condition::review_answered,
          Condition::actions_reviewed, Condition::absence_followed_up}},
        {{"follow_up_absence"}, {Condition::absence_followed_up}},
        {{"arrive", "leave"}, {Condition::present, Condition::accounts, Condition::offers}},
        {{"give_account"}, {Condition::accounts}},
        {{"offer_support"}, {Condition::offers}},
        {{"hand_over_plan"}, {Condition::plan_written, Condition::plan_ended}},
        {{"write_action", "change_action", "remove_action"},
         {Condition::actions_owned, Condition::headings_filled, Condition::plan_ended,
          Condition::actions_reviewed}},
        {{"answer_plan"}, {Condition::plan_written, Condition::plan_ended}},
        {{"report_action"}, {Condition::actions_reviewed}},
        {{"answer_review"}, {Condition::review_answered}},
        {{"supplement_referral", "ask_referrer"}, {Condition::referral_complete}},
        {{"judge_criteria"}, {Condition::criteria_met}},
        {{"decide_referral"}, {Condition::granted}},
    };
    return all;
}

// They move a case, a meeting or whom it is about: outcomes.cpp and the foci say how.
constexpr std::array<std::string_view, 14> moving{
    "move_on",   "go_round",      "postpone",       "take_up_again", "stop_case",   "open_meeting",
    "next_step", "pause_meeting", "resume_meeting", "end_meeting",   "answer_referrer",
    "pass_gate", "take_back",     "pass_to_committee"};
// They write what no gate, right or presence hangs on.
constexpr std::array<std::string_view, 11> beside{
    "make_acute",  "extend_deadline", "correct", "move_model",   "write_paper",
    "change_paper", "note_safety",    "clarify", "judge_action", "ask_clarification",
    "answer_questionnaire"};

// Which meeting lies ahead, and who is invited to it.
constexpr Conditions with_stage{Condition::invited, Condition::answered, Condition::prepared};
constexpr Conditions with_round{Condition::meeting_planned, Condition::meeting_held,
                                Condition::time_set_aside,  Condition::room_limit,
                                Condition::accounts,        Condition::offers,
                                Condition::review_answered, Condition::actions_reviewed,
                                Condition::absence_followed_up,
                                Condition::rounds,          Condition::invited,
                                Condition::answered,        Condition::prepared};
constexpr Conditions with_meeting{Condition::meeting_planned, Condition::present,
                                  Condition::time_set_aside,  Condition::room_limit,
                                  Condition::accounts,        Condition::offers,
                                  Condition::review_answered, Condition::actions_reviewed,
                                  Condition::absence_followed_up,
                                  Condition::invited,         Condition::answered,
                                  Condition::prepared};

template <class List> bool is_in(List const& list, auto const& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

bool is_touched(std::string_view act, Condition what) {
    using Touched = std::bitset<64>; // by condition
    static auto const by_act = [] {
        std::unordered_map<std::string_view, Touched> all;
        for (auto const& touch : touches())
            for (auto of : touch.acts)
                for (auto condition : touch.conditions)
                    all[of].set(static_cast<std::size_t>(condition));
        return all;
    }();
    auto const at = by_act.find(act);
    return at != by_act.end() && at->second.test(static_cast<std::size_t>(what));
}

// What is known exactly.
Leaves exactly(RuleBook const& book, Deed const& deed, Turned const& turn,
               workflow::Atom const& atom) {
    auto const ends = [&](std::string_view act) { return deed.act == act; };
    switch (atom.what) {
    case Condition::consent: {
        auto const lapses = book.model().consent(atom.of)->lapses;
        bool const over = (lapses == process::Lapse::meeting_end && ends("end_meeting")) ||
                          (lapses == process::Lapse::case_end && turn.ended);
        return over ? Leaves::none : Leaves::as_it_was;
    }
    case Condition::meeting_held:
        return ends("end_meeting") && deed.of == atom.of ? Leaves::all : Leaves::as_it_was;
    case Condition::referral_passed:
        return ends("pass_to_committee") ? Leaves::all : Leaves::as_it_was;
    case Condition::granted:
        // It is granted by the decision alone: before that, and before it is passed on, it is not.
        return ends("pass_to_committee") || deed.of == "decide_referral" ||
                       deed.of == "pass_to_committee"
                   ? Leaves::none
                   : Leaves::as_it_was;
    case Condition::referrer_answered:
        return ends("answer_referrer") ? Leaves::all : Leaves::as_it_was;
    case Condition::identity_linked:
        return ends("link_identity") ? Leaves::all : Leaves::as_it_was;
    default:
        return Leaves::as_it_was;
    }
}

} // namespace

bool is_told_of(std::string_view act) {
    bool const touches_something = std::any_of(touches().begin(), touches().end(), [&](Touch const& touch) {
        return is_in(touch.acts, act);
    });
    return touches_something || is_in(moving, act) || is_in(beside, act);
}

Turned turned(Place const& from, Place const& to) {
    return {from.stage != to.stage, from.first_round != to.first_round,
            from.meeting != to.meeting || from.state != to.state || from.step != to.step,
            from.is_live() && !to.is_live(), !from.is_live() && to.is_live()};
}

Leaves leaves(RuleBook const& book, Deed const& deed, Turned const& turn,
              workflow::Atom const& atom) {
    bool const was_granted = atom.what == Condition::granted;
    if (deed.act == "take_back" && !was_granted) { // what the act could change, as it was before
        auto then = turn; // when it was done
        then.ended = turn.goes_on;
        bool const by_it = is_touched(deed.of, atom.what) ||
                           exactly(book, {deed.of, atom.of}, then, atom) != Leaves::as_it_was;
        if (by_it) return Leaves::anything;
    }
    if (auto known = exactly(book, deed, turn, atom); known != Leaves::as_it_was) return known;
    bool const of_another = atom.what == Condition::consent && is_in(of_consents(), deed.act) &&
                            deed.of != atom.of;
    if (of_another) return Leaves::as_it_was;
    bool const round = turn.round || deed.act == "go_round" || deed.of == "go_round";
    bool const touched = is_touched(deed.act, atom.what) ||
                         (turn.stage && is_in(with_stage, atom.what)) ||
                         (round && is_in(with_round, atom.what)) ||
                         (turn.meeting && is_in(with_meeting, atom.what));
    return touched ? Leaves::anything : Leaves::as_it_was;
}

std::vector<Count> at_first(RuleBook const& book, process::Intake const& intake,
                            workflow::Atom const& atom) {
    switch (atom.what) {
    case Condition::role:
    case Condition::named:
    case Condition::decided:
    case Condition::invited:
    case Condition::prepared:
    case Condition::referral_complete:
        return {Count::none, Count::some, Count::all};
    case Condition::answered: // nobody is invited, nobody in a room, no room has a limit
    case Condition::room_limit:
    case Condition::accounts:
    case Condition::offers:
        return {Count::all};
    case Condition::identity_linked:
        return {workflow::may_be_named({intake.anonymous, false, false}) ? Count::all
                                                                         : Count::none};
    case Condition::rounds:
        return {atom.at_least <= 1 ? Count::all : Count::none};
    default:
        (void)book;
        return {Count::none};
    }
}

std::vector<Count> values(Leaves leaves, Count was) {
    switch (leaves) {
    case Leaves::as_it_was:
        return {was};
    case Leaves::all:
        return {Count::all};
    case Leaves::none:
        return {Count::none};
    case Leaves::anything:
        return {Count::none, Count::some, Count::all};
    }
    return {was};
}

} // namespace radslag::proof
