#include "process/brings.h"

#include <algorithm>
#include <array>

namespace radslag::process {
namespace {

using C = Condition;

// In the order of the conditions.
constexpr auto table = std::to_array<Bringer>({
    {C::consent, "give_consent", Brings::by_each, "consent"},
    {C::consent, "link_identity"},
    {C::role, "assign", Brings::at_once, "role"},
    {C::role, "declare_impartial"},
    {C::role, "name_person", Brings::at_once, "role"},
    {C::questions, "write_question"},
    {C::questions, "agree_questions", Brings::by_each},
    {C::purpose, "choose_purpose"},
    {C::own_words, "write_words", Brings::by_each},
    {C::named, "name_person", Brings::at_once, {}, "role"},
    {C::named, "link_identity"},
    {C::decided, "decide_invitation", Brings::about},
    {C::invited, "invite", Brings::about},
    {C::answered, "record_answer", Brings::by_each},
    {C::prepared, "record_preparation", Brings::about},
    {C::meeting_planned, "plan_meeting", Brings::at_once, "meeting"},
    {C::time_set_aside, "plan_meeting", Brings::at_once, "meeting"},
    {C::room_limit, "plan_meeting", Brings::at_once, "meeting"},
    {C::room_limit, "record_answer"},
    {C::meeting_held, "end_meeting"},
    {C::meeting_held, "next_step"},
    {C::meeting_held, "open_meeting"},
    {C::absence_followed_up, "follow_up_absence", Brings::about},
    {C::present, "arrive"},
    {C::accounts, "give_account", Brings::by_each},
    {C::offers, "offer_support", Brings::by_each},
    {C::plan_written, "hand_over_plan"},
    {C::actions_owned, "write_action"},
    {C::actions_owned, "change_action"},
    {C::headings_filled, "write_action"},
    {C::headings_filled, "change_action"},
    {C::plan_ended, "answer_plan", Brings::at_once, "ending"},
    {C::review_answered, "answer_review"},
    {C::actions_reviewed, "report_action"},
    {C::referral_complete, "supplement_referral"},
    {C::referral_complete, "take_referral"},
    {C::referral_passed, "pass_to_committee"},
    {C::referral_passed, "take_referral"},
    {C::criteria_met, "judge_criteria"},
    {C::granted, "decide_referral"},
    {C::granted, "pass_to_committee"},
    {C::referrer_answered, "answer_referrer"},
    {C::identity_linked, "link_identity"},
    {C::rounds, "go_round"},
});

constexpr bool in_order() {
    auto last = C::consent;
    for (auto const& row : table) {
        // Each condition has its rows, and they stand together.
        if (row.condition != last && int(row.condition) != int(last) + 1) return false;
        last = row.condition;
    }
    return last == C::rounds;
}
static_assert(in_order());

} // namespace

std::span<Bringer const> brings_about(Condition condition) {
    auto const [first, last] = std::ranges::equal_range(table, condition, {}, &Bringer::condition);
    return {first, last};
}

} // namespace radslag::process
