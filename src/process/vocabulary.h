#pragma once
// The words that a model may use: what the software itself knows of. Everything else in a model
// (its roles, stages, consents, steps …) is named by the model.
#include "base/base.h"

#include <span>
#include <string>
#include <string_view>

namespace radslag::process {

enum class Strength { hard, method, offer };

// What a role is, to the software.
enum class Function {
    main_person, // whom the conference is about
    speaks_for,  // custodian, legal guardian
    network,     // private: relatives, friends, neighbours
    support,     // somebody's support person or interpreter
    professional,
    coordinator,
    case_worker, // of the authority: knows the case, owns its papers
    approver,
    referrer,
    committee,
    chair
};

// What a staff account is, in its organisation.
enum class Office { administrator, manager, coordinator, case_worker, committee, employee };

enum class IntakeWay { direct, self_request, referral };
enum class Lapse { never, meeting_end, case_end, span };
enum class Withdrawn { stops_case, pauses_meeting, closes_gate };
enum class PlanAnswer { acknowledged, agreed, approved };
enum class PlanWriter { family, together };
enum class PreparedBy { visit, meeting, phone, link };
enum class AnswerKind { scale, yes_no, text }; // scale: 1 to 5

// What a gate can ask for. `of` names a thing of the model, `who` roles, `at_least` a number.
enum class Condition {
    consent,           // of: consent — everyone asked has given it
    role,              // of: role — filled and ready (pledge, impartiality)
    questions,         // written, at_least many, and agreed by who agrees
    purpose,           // chosen and written
    own_words,         // the main person's own words are written down
    named,             // at_least many of `who` are on the map
    decided,           // nobody of `who` waits for the deciders' yes or no
    invited,           // everyone of `who` with a yes is invited
    answered,          // everyone invited of `who` has answered
    prepared,          // everyone of `who` who comes is prepared
    meeting_planned,   // of: meeting
    time_set_aside,    // of: meeting — planned for as long as its `minutes`
    room_limit,        // of: meeting — no more in the room than restrictions allow that day
    meeting_held,      // of: meeting
    absence_followed_up, // of: meeting — with everyone `required` and invited who was not there
    present,           // at_least many of `who` are in the room now
    accounts,          // every professional in the room has given their picture
    offers,            // every professional in the room has said what they can offer
    plan_written,      // handed over by the family, or written down together
    actions_owned,     // every action has an owner
    headings_filled,   // every action stands under a heading of the plan, and each has one
    plan_ended,        // of: ending
    review_answered,   // of: meeting — its follow-up questions are answered
    actions_reviewed,  // every action of the plan is marked kept, partly or not
    referral_complete, // all fields of the intake are there
    referral_passed,   // a leader has passed it to the committee
    criteria_met,      // on every axis, or departed from with a reason
    granted,           // the committee has said yes
    referrer_answered,
    identity_linked,
    rounds // at_least many rounds are done
};

// What can be seen, or not.
enum class Matter {
    people,    // names, roles, relations, who comes
    contacts,  // phone, mail, address
    identity,  // who the family is, where a referral began anonymously
    referral,  // the referrer's texts
    judgement, // criteria and committee
    papers,    // case papers
    questions,
    consents,
    preparation,
    safety,   // worries, safety notes, keep apart
    meetings, // when and where, steps, attendance
    accounts, // professionals' pictures
    offers,
    plan,
    reviews,
    evaluation,
    fidelity, // which rules of the method were kept, which were passed
    log
};

// A moment in a case's life: an act done, a stage entered or left, a meeting's day or end.
enum class MomentKind { act, stage_entered, stage_left, meeting_day, meeting_end };
struct Moment {
    MomentKind kind = MomentKind::act;
    std::string of; // the act, stage or meeting
    bool operator==(Moment const&) const = default;
};

// The words in the order of the enumerations (base/word.h): what a model's file says and tables
// hold.
Words words(Strength);
Words words(Function);
Words words(Office);
Words words(IntakeWay);
Words words(Lapse);
Words words(Withdrawn);
Words words(PlanAnswer);
Words words(PlanWriter);
Words words(PreparedBy);
Words words(AnswerKind);
Words words(Condition);
Words words(Matter);
Words words(MomentKind);

// The acts that a model can permit; commands/ declares exactly these (a test compares).
std::span<std::string_view const> act_names();
bool is_act(std::string_view name);

} // namespace radslag::process
