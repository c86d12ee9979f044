// How scenes say each act. The first word takes an s in the third person.
#include "proof/proof.h"

namespace radslag::proof {

std::vector<Phrase> const& phrases() {
    static std::vector<Phrase> const all{
        {"open_case", "open a case"},
        {"refer", "refer a family"},
        {"supplement_referral", "supplement the description of"},
        {"take_referral", "take the referral"},
        {"ask_referrer", "ask the referrer"},
        {"judge_criteria", "judge the criteria"},
        {"pass_to_committee", "pass it to the committee"},
        {"decide_referral", "decide on the referral"},
        {"answer_referrer", "answer the referrer"},
        {"link_identity", "link the family's name"},
        {"name_person", "name somebody"},
        {"change_person", "change what stands about"},
        {"take_off_person", "take off the map"},
        {"speak_for", "note the custody of"},
        {"shut_out", "shut out"},
        {"let_in", "let in again"},
        {"give_consent", "record the yes"},
        {"refuse_consent", "record the no"},
        {"withdraw_consent", "record the changed mind"},
        {"write_words", "write down the own words"},
        {"assign", "assign somebody"},
        {"declare_impartial", "declare impartiality"},
        {"hand_over", "hand over the task of"},
        {"end_assignment", "end the task of"},
        {"move_on", "go on to the next stage"},
        {"go_round", "begin a new round"},
        {"pass_gate", "pass the rule"},
        {"postpone", "postpone the case"},
        {"take_up_again", "take up the case again"},
        {"stop_case", "stop the case"},
        {"make_acute", "make the case acute"},
        {"extend_deadline", "extend the deadline"},
        {"correct", "correct the log"},
        {"take_back", "take back the act"},
        {"move_model", "move the case to the newer model"},
        {"write_paper", "write a case paper"},
        {"change_paper", "change the case paper"},
        {"decide_invitation", "record the word about"},
        {"invite", "invite"},
        {"record_answer", "record the answer"},
        {"note_safety", "note a worry about"},
        {"write_question", "write a question"},
        {"change_question", "change the question"},
        {"remove_question", "remove the question"},
        {"agree_questions", "agree to the questions"},
        {"choose_purpose", "choose the purpose"},
        {"record_preparation", "prepare"},
        {"plan_meeting", "plan a meeting"},
        {"cancel_meeting", "cancel the meeting"},
        {"open_meeting", "open the meeting"},
        {"arrive", "note an arrival"},
        {"leave", "note a leaving"},
        {"next_step", "go on to the next step"},
        {"give_account", "give an account"},
        {"offer_support", "offer support"},
        {"pause_meeting", "pause the meeting"},
        {"resume_meeting", "resume the meeting"},
        {"end_meeting", "end the meeting"},
        {"follow_up_absence", "follow up the absence of"},
        {"hand_over_plan", "hand over the plan"},
        {"write_action", "write an action"},
        {"change_action", "change the action"},
        {"remove_action", "remove the action"},
        {"ask_clarification", "ask for clarity"},
        {"clarify", "make clear"},
        {"judge_action", "judge the action"},
        {"answer_plan", "answer the plan"},
        {"report_action", "report on the action"},
        {"answer_review", "answer the review"},
        {"answer_questionnaire", "fill in a questionnaire"},
        // about no case
        {"sign_pledge", "sign the pledge"},
        {"record_training", "record the training of"},
        {"plan_committee", "plan a committee day"},
        {"put_in_force", "put a restriction in force"},
        {"change_restriction", "change the restriction"},
        {"end_restriction", "end the restriction"},
        {"translate_restriction", "translate the restriction"},
    };
    return all;
}

std::string third_person(std::string_view words) {
    auto const cut = words.find(' ');
    std::string first(words.substr(0, cut));
    auto const rest = cut == std::string_view::npos ? std::string_view{} : words.substr(cut);
    auto ends = [&](std::string_view with) { return first.ends_with(with); };
    bool const vowel_y = ends("ay") || ends("ey") || ends("oy");
    if (ends("y") && !vowel_y) first = first.substr(0, first.size() - 1) + "ies";
    else if (ends("s") || ends("sh") || ends("ch") || ends("o")) first += "es";
    else first += "s";
    return first + std::string(rest);
}

} // namespace radslag::proof
