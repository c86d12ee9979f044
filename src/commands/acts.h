#pragma once
// Every act about a case, and what several of them share. Private to the room.
#include <algorithm>
#include <array>

#include "commands/commands.h"
#include "commands/pick.h"

namespace radslag::commands {

#define RADSLAG_ACTS(X)                                                                            \
    X(supplement_referral) X(take_referral) X(ask_referrer) X(judge_criteria)                      \
    X(pass_to_committee) X(decide_referral) X(answer_referrer) X(link_identity) X(name_person)     \
    X(change_person) X(take_off_person) X(speak_for) X(shut_out) X(let_in) X(give_consent)         \
    X(refuse_consent) X(withdraw_consent) X(write_words) X(assign) X(declare_impartial)            \
    X(hand_over) X(end_assignment) X(move_on) X(go_round) X(pass_gate) X(postpone)                 \
    X(take_up_again) X(stop_case) X(make_acute) X(extend_deadline) X(correct) X(take_back)         \
    X(move_model) X(write_paper) X(change_paper) X(decide_invitation) X(invite) X(record_answer)   \
    X(note_safety) X(write_question) X(change_question) X(remove_question) X(agree_questions)      \
    X(choose_purpose) X(record_preparation) X(plan_meeting) X(cancel_meeting) X(open_meeting)      \
    X(arrive) X(leave) X(next_step) X(give_account) X(offer_support) X(pause_meeting)              \
    X(resume_meeting) X(end_meeting) X(follow_up_absence) X(hand_over_plan) X(write_action)        \
    X(change_action) X(remove_action) X(ask_clarification) X(clarify) X(judge_action)              \
    X(answer_plan) X(report_action) X(answer_review) X(answer_questionnaire)

#define RADSLAG_DECLARE(name) Act name();
RADSLAG_ACTS(RADSLAG_DECLARE)
#undef RADSLAG_DECLARE

// referral
bool must_be_anonymous(process::Intake const* intake, std::string const& field);

Act open_case_act();
Act refer_act();

// people
std::vector<FieldSpec> person_fields();
std::vector<view::Filled> filled_person(Here const& here, std::string const& about);
Result<void> write_person(Doing& doing, people::Person person);

// consent
Options pick_consents(Here const& here);
bool is_asked(Here const& here, process::Consent const& rule, PersonId const& person);
bool is_asked_for_any(Here const& here, people::Person const& person);
Result<void> answer_consent(Doing& doing, consent::Answer answer);

// the conference
bool can_be_assigned(Here const& here, process::Role const& role);
Ids assigned_people(Here const& here);

// case papers, preparation, circle
casepapers::Paper filled_in(casepapers::Paper paper, Input const& input);
Ids standing_questions(Here const& here);
bool has_place_in_meetings(Here const& here, people::Person const& person);

// the meeting
Options who_belongs(Here const& here, meeting::Meeting const& meeting, process::Step const& step);
Result<void> check_belongs(Here const& here, meeting::Meeting const& meeting,
                           process::Step const& step, PersonId const& person);
// Those named in the field come in.
Result<void> seat_all(Doing& doing, meeting::Meeting const& meeting, process::Step const& step,
                      std::string_view field);
// Whoever answers so would be one too many in the room, or those seated now are. Code room.full.
Result<void> check_expected(Here const& here, circle::Invitation const& answered);
Result<void> check_room(Doing const& doing, meeting::Meeting const& meeting,
                        std::string_view field);
bool is_in_room(Here const& here, meeting::Meeting const& meeting, PersonId const& person);
Options pick_inside(Here const& here);
Options pick_outside(Here const& here);

// the plan
std::vector<FieldSpec> action_fields();
Result<void> keep_action(Doing& doing, plan::Action action);
Ids standing_action_ids(Here const& here);
Options pick_actions(Here const& here);

} // namespace radslag::commands
