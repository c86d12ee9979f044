#include "commands/looks/log_kinds.h"

#include <algorithm>

namespace radslag::commands::looks {
namespace {

using process::Matter;

constexpr Kind kinds[] = {
    {"agree_questions", Matter::questions},
    {"answer_plan", Matter::plan, "ending"},
    {"answer_referrer", Matter::referral},
    {"answer_review", Matter::reviews, "review"},
    {"arrive", Matter::meetings, "step"},
    {"ask_clarification", Matter::plan},
    {"ask_referrer", Matter::referral},
    {"assign", {}, "role"},
    {"assignment_ended", {}, "role"},
    {"cancel_meeting", Matter::meetings, "meeting"},
    {"case_closed", {}, "stage"},
    {"case_stopped", {}, "stop"},
    {"change_action", Matter::plan},
    {"change_paper", Matter::papers},
    {"change_person", Matter::people, "role"},
    {"change_question", Matter::questions},
    {"choose_purpose", Matter::questions},
    {"clarify", Matter::plan},
    {"consent_lapsed", Matter::consents, "consent"},
    {"correct", {}, "act"},
    {"deadline_late", {}, "deadline"},
    {"deadline_warned", {}, "deadline"},
    {"decide_invitation", Matter::people, "words"},
    {"decide_referral", Matter::judgement, "words"},
    {"declare_impartial", {}},
    {"end_assignment", {}, "role"},
    {"end_meeting", Matter::meetings, "meeting"},
    {"extend_deadline", {}, "deadline"},
    {"follow_up_absence", Matter::meetings},
    {"give_account", Matter::accounts},
    {"give_consent", Matter::consents, "consent"},
    {"go_round", {}, "stage"},
    {"hand_over", {}, "role"},
    {"hand_over_plan", Matter::plan},
    {"invite", Matter::people},
    {"judge_action", Matter::plan},
    {"judge_criteria", Matter::judgement},
    {"leave", Matter::meetings, "step"},
    {"let_in", Matter::consents},
    {"link_identity", Matter::consents, "consent"},
    {"make_acute", {}},
    {"meeting_broken_off", Matter::meetings, "meeting"},
    {"meeting_cancelled", Matter::meetings, "meeting"},
    {"meeting_held", Matter::meetings, "meeting"},
    {"meeting_paused", Matter::meetings, "meeting"},
    {"move_model", {}, "number"},
    {"move_on", {}, "stage"},
    {"name_person", Matter::people, "role"},
    {"next_step", Matter::meetings, "step"},
    {"no_plan", Matter::plan},
    {"note_safety", Matter::safety},
    {"offer_support", Matter::offers},
    {"open_case", {}},
    {"open_meeting", Matter::meetings, "meeting"},
    {"pass_gate", {}, "need"},
    {"pass_to_committee", Matter::judgement},
    {"pause_meeting", Matter::meetings, "meeting"},
    {"plan_meeting", Matter::meetings, "meeting"},
    {"postpone", {}},
    {"record_answer", Matter::people, "words"},
    {"record_preparation", Matter::preparation},
    {"refer", {}},
    {"refuse_consent", Matter::consents, "consent"},
    {"remove_action", Matter::plan},
    {"remove_question", Matter::questions},
    {"report_action", Matter::reviews, "words"},
    {"resume_meeting", Matter::meetings, "meeting"},
    {"shut_out", Matter::consents},
    {"sign_pledge", {}},
    {"speak_for", Matter::people},
    {"stage_entered", {}, "stage"},
    {"stage_left", {}, "stage"},
    {"stop_case", {}, "stop"},
    {"supplement_referral", Matter::referral, "field"},
    {"take_back", {}, "act"},
    {"take_off_person", Matter::people, "role"},
    {"take_referral", Matter::referral, "role"},
    {"take_up_again", {}},
    {"taken_up_again", {}},
    {"withdraw_consent", Matter::consents, "consent"},
    {"write_action", Matter::plan},
    {"write_paper", Matter::papers},
    {"write_question", Matter::questions},
    {"write_words", Matter::questions},
};

constexpr bool in_order() {
    for (std::size_t i = 1; i < std::size(kinds); ++i)
        if (!(kinds[i - 1].name < kinds[i].name)) return false;
    return true;
}
static_assert(in_order());

} // namespace

Kind const* kind_of(std::string_view name) {
    auto const* at = std::lower_bound(std::begin(kinds), std::end(kinds), name,
                                      [](Kind const& k, auto wanted) { return k.name < wanted; });
    return at != std::end(kinds) && at->name == name ? at : nullptr;
}

} // namespace radslag::commands::looks
