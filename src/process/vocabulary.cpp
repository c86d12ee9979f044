#include "process/vocabulary.h"

#include <algorithm>
#include <array>

namespace radslag::process {

#define RADSLAG_WORDS(E, ...)                                                                      \
    Words words(E) {                                                                               \
        static constexpr auto all = std::to_array<std::string_view>({__VA_ARGS__});                \
        return all;                                                                                \
    }

RADSLAG_WORDS(Strength, "hard", "method", "offer")
RADSLAG_WORDS(Function, "main_person", "speaks_for", "network", "support", "professional",
              "coordinator", "case_worker", "approver", "referrer", "committee", "chair")
RADSLAG_WORDS(Office, "administrator", "manager", "coordinator", "case_worker", "committee",
              "employee")
RADSLAG_WORDS(IntakeWay, "direct", "self_request", "referral")
RADSLAG_WORDS(Lapse, "never", "meeting_end", "case_end", "span")
RADSLAG_WORDS(Withdrawn, "stops_case", "pauses_meeting", "closes_gate")
RADSLAG_WORDS(PlanAnswer, "acknowledged", "agreed", "approved")
RADSLAG_WORDS(PlanWriter, "family", "together")
RADSLAG_WORDS(PreparedBy, "visit", "meeting", "phone", "link")
RADSLAG_WORDS(AnswerKind, "scale", "yes_no", "text")
RADSLAG_WORDS(Condition, "consent", "role", "questions", "purpose", "own_words", "named", "decided",
              "invited", "answered", "prepared", "meeting_planned", "time_set_aside",
              "room_limit", "meeting_held", "absence_followed_up", "present", "accounts", "offers", "plan_written", "actions_owned",
              "headings_filled", "plan_ended", "review_answered", "actions_reviewed", "referral_complete",
              "referral_passed", "criteria_met", "granted", "referrer_answered", "identity_linked",
              "rounds")
RADSLAG_WORDS(Matter, "people", "contacts", "identity", "referral", "judgement", "papers",
              "questions", "consents", "preparation", "safety", "meetings", "accounts", "offers",
              "plan", "reviews", "evaluation", "fidelity", "log")
RADSLAG_WORDS(MomentKind, "act", "stage_entered", "stage_left", "meeting_day", "meeting_end")

#undef RADSLAG_WORDS

Words act_names() {
    static constexpr auto all = std::to_array<std::string_view>({
        // referral
        "supplement_referral",
        "take_referral",
        "ask_referrer",
        "judge_criteria",
        "pass_to_committee",
        "decide_referral",
        "answer_referrer",
        "link_identity",
        // people and consent
        "name_person",
        "change_person",
        "take_off_person",
        "speak_for",
        "shut_out",
        "let_in",
        "give_consent",
        "refuse_consent",
        "withdraw_consent",
        "write_words",
        // the conference
        "assign",
        "declare_impartial",
        "hand_over",
        "end_assignment",
        "move_on",
        "go_round",
        "pass_gate",
        "postpone",
        "take_up_again",
        "stop_case",
        "make_acute",
        "extend_deadline",
        "correct",
        "take_back",
        "move_model",
        // case papers
        "write_paper",
        "change_paper",
        // circle
        "decide_invitation",
        "invite",
        "record_answer",
        "note_safety",
        // preparation
        "write_question",
        "change_question",
        "remove_question",
        "agree_questions",
        "choose_purpose",
        "record_preparation",
        // meeting
        "plan_meeting",
        "cancel_meeting",
        "open_meeting",
        "arrive",
        "leave",
        "next_step",
        "give_account",
        "offer_support",
        "pause_meeting",
        "resume_meeting",
        "end_meeting",
        "follow_up_absence",
        // plan
        "hand_over_plan",
        "write_action",
        "change_action",
        "remove_action",
        "ask_clarification",
        "clarify",
        "judge_action",
        "answer_plan",
        // follow-up and evaluation
        "report_action",
        "answer_review",
        "answer_questionnaire",
    });
    return all;
}

bool is_act(std::string_view name) {
    auto all = act_names();
    return std::find(all.begin(), all.end(), name) != all.end();
}

} // namespace radslag::process
