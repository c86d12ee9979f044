#pragma once
// What the server answers about a case: where it stands, what I may do now, whose turn it is, what
// is due, and of its content only what this reader sees. Each struct lists its fields once; the wire
// (http/), contract/openapi.yaml and the browser's types are made from that list. A section that is
// closed to the reader is absent (null), never empty.
#include "base/base.h"

namespace radslag::commands::view {

#define RADSLAG_F(name) ::radslag::field(#name, &Self::name)

struct Named {
    std::string id;
    std::string name;
    using Self = Named;
    static constexpr std::string_view schema = "Named";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(id), RADSLAG_F(name));
};

struct Option {
    std::string value;
    std::string label;
    std::string hint; // a second line, may be empty
    using Self = Option;
    static constexpr std::string_view schema = "Option";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(value), RADSLAG_F(label), RADSLAG_F(hint));
};
struct Choices { // what can be chosen in a field of an act, now, in this case
    std::string field;
    std::vector<Option> options;
    using Self = Choices;
    static constexpr std::string_view schema = "Choices";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(field), RADSLAG_F(options));
};
// A thing that I may do now. `about`: the rows that it can be done to (their ids), where the act is
// about one; absent otherwise. `for_whom`: on whose behalf it can be recorded. `filled`: what
// stands in the fields now, per row, for acts that change something.
struct Filled {
    std::string field;
    std::vector<std::string> value;
    using Self = Filled;
    static constexpr std::string_view schema = "Filled";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(field), RADSLAG_F(value));
};
struct FilledRow {
    std::string about;
    std::vector<Filled> values;
    using Self = FilledRow;
    static constexpr std::string_view schema = "FilledRow";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(about), RADSLAG_F(values));
};
struct Can {
    std::string act;
    std::string words; // the model's own words for it, e.g. of its move_on button; "" the usual ones
    bool own_name = true; // false: only on somebody's behalf
    std::optional<std::vector<std::string>> about;
    std::vector<Choices> choices;
    std::vector<Named> for_whom;
    std::vector<FilledRow> filled;
    using Self = Can;
    static constexpr std::string_view schema = "Can";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(act), RADSLAG_F(words), RADSLAG_F(own_name), RADSLAG_F(about),
                        RADSLAG_F(choices), RADSLAG_F(for_whom), RADSLAG_F(filled));
};

struct Passed {
    std::string why;
    std::string by;
    Instant at;
    using Self = Passed;
    static constexpr std::string_view schema = "Passed";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(why), RADSLAG_F(by), RADSLAG_F(at));
};
struct Need { // one condition of a gate
    std::string id;
    std::string text;
    bool met = false;
    std::vector<std::string> missing; // names or words: what is not there yet, as far as I may see
    std::string strength;             // hard | method | offer
    std::vector<std::string> sources;
    std::optional<Passed> passed;
    bool may_pass = false;            // I may pass it, with a reason
    using Self = Need;
    static constexpr std::string_view schema = "Need";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(text), RADSLAG_F(met), RADSLAG_F(missing),
                        RADSLAG_F(strength), RADSLAG_F(sources), RADSLAG_F(passed),
                        RADSLAG_F(may_pass));
};
struct Stage {
    std::string id;
    std::string name;
    std::string now;   // one sentence: what is going on in it
    std::string state; // done | here | ahead
    std::optional<Instant> since;
    using Self = Stage;
    static constexpr std::string_view schema = "Stage";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(now),
                                                   RADSLAG_F(state), RADSLAG_F(since));
};
struct Gate {
    std::string move_on;             // the button's words
    bool open = false;               // every need met or passed
    std::vector<std::string> moved_by; // whose it is, in words
    std::vector<Need> needs;
    std::string go_round;            // words for a new round; empty: none
    using Self = Gate;
    static constexpr std::string_view schema = "Gate";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(move_on), RADSLAG_F(open), RADSLAG_F(moved_by), RADSLAG_F(needs),
                        RADSLAG_F(go_round));
};
struct Turn { // whose turn it is: a role, who has it, and what waits for them
    std::string role;
    std::string role_name;
    std::vector<std::string> names;
    bool mine = false;
    std::vector<std::string> what;
    using Self = Turn;
    static constexpr std::string_view schema = "Turn";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(role), RADSLAG_F(role_name),
                                                   RADSLAG_F(names), RADSLAG_F(mine), RADSLAG_F(what));
};
struct DueView {
    std::string id;
    std::string text;
    Date on;
    std::string state; // running | warned | late
    std::string moved_why;
    using Self = DueView;
    static constexpr std::string_view schema = "Due";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(id), RADSLAG_F(text), RADSLAG_F(on),
                                                   RADSLAG_F(state), RADSLAG_F(moved_why));
};
struct Sees { // "who can see this?", from the rule book, for this case now
    std::string matter;
    std::vector<std::string> who;
    using Self = Sees;
    static constexpr std::string_view schema = "Sees";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(matter), RADSLAG_F(who));
};
struct MyRole {
    std::string role;
    std::string name;
    std::string person;
    bool ready = false;
    bool pledge_missing = false;
    bool impartial_missing = false;
    using Self = MyRole;
    static constexpr std::string_view schema = "MyRole";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(role), RADSLAG_F(name), RADSLAG_F(person), RADSLAG_F(ready),
                        RADSLAG_F(pledge_missing), RADSLAG_F(impartial_missing));
};
struct StatusView {
    std::string is; // running | postponed | stopped | closed
    Instant since;
    std::string why;
    std::string stop;      // how it ended, in words
    std::optional<Date> until;
    using Self = StatusView;
    static constexpr std::string_view schema = "Status";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(is), RADSLAG_F(since), RADSLAG_F(why),
                                                   RADSLAG_F(stop), RADSLAG_F(until));
};

// ---- content ---------------------------------------------------------------------------------------

struct ContactView { // only who may see contacts gets the words; others that something is there
    bool there = false;
    std::optional<std::string> phone, mail, address, number;
    std::optional<bool> number_doubt; // its check digit fails; real Danish ones do since 2007
    using Self = ContactView;
    static constexpr std::string_view schema = "Contact";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(there), RADSLAG_F(phone), RADSLAG_F(mail), RADSLAG_F(address),
                        RADSLAG_F(number), RADSLAG_F(number_doubt));
};
struct SpeaksView {
    std::string id;
    std::string whom;
    std::string name;
    bool shut_out = false;
    std::string shut_out_why;
    using Self = SpeaksView;
    static constexpr std::string_view schema = "Speaks";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(whom), RADSLAG_F(name), RADSLAG_F(shut_out),
                        RADSLAG_F(shut_out_why));
};
struct InvitationView {
    std::string way;
    Instant invited_at;
    std::string answer; // in_room | by_link | by_letter | by_substitute | cannot | "" not yet
    std::string note;
    using Self = InvitationView;
    static constexpr std::string_view schema = "Invitation";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(way), RADSLAG_F(invited_at),
                                                   RADSLAG_F(answer), RADSLAG_F(note));
};
struct PreparedView {
    std::string way;
    Date on;
    std::vector<std::string> checks;  // words of what was gone through
    std::vector<std::string> missing; // words of what was not
    std::string needs;
    using Self = PreparedView;
    static constexpr std::string_view schema = "Prepared";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(way), RADSLAG_F(on), RADSLAG_F(checks),
                                                   RADSLAG_F(missing), RADSLAG_F(needs));
};
struct PersonView {
    std::string id;
    std::string name;
    std::string role;
    std::string role_name;
    std::string side; // family | network | professional | lead | authority
    std::string relation;
    std::string closeness;
    std::string broken_contact;
    std::optional<Date> born;
    std::string language;
    std::string interpreter;
    std::string protection;
    bool staff = false;
    bool me = false;
    std::string ended;        // assignment over: why; "" it holds
    std::string standing;     // deciders' word: yes | no | waiting | "" (nobody decides about them)
    std::vector<SpeaksView> speaks_for;
    std::optional<ContactView> contact;
    std::optional<InvitationView> invitation; // to this round
    std::optional<PreparedView> prepared;     // in this round
    std::string own_words;
    std::int64_t version = 0;
    using Self = PersonView;
    static constexpr std::string_view schema = "Person";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(role), RADSLAG_F(role_name), RADSLAG_F(side),
        RADSLAG_F(relation), RADSLAG_F(closeness), RADSLAG_F(broken_contact), RADSLAG_F(born),
        RADSLAG_F(language), RADSLAG_F(interpreter), RADSLAG_F(protection), RADSLAG_F(staff),
        RADSLAG_F(me), RADSLAG_F(ended), RADSLAG_F(standing), RADSLAG_F(speaks_for),
        RADSLAG_F(contact), RADSLAG_F(invitation), RADSLAG_F(prepared), RADSLAG_F(own_words),
        RADSLAG_F(version));
};
struct TextView { // a question, a description, a note: words with a heading
    std::string id;
    std::string heading;
    std::string text;
    std::string by;
    std::optional<Instant> at;
    std::int64_t version = 0;
    using Self = TextView;
    static constexpr std::string_view schema = "Text";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(heading), RADSLAG_F(text), RADSLAG_F(by),
                        RADSLAG_F(at), RADSLAG_F(version));
};
struct ReferralView {
    std::string intake;
    Instant sent_at;
    std::string sent_by;
    std::string contact_person;
    std::optional<std::vector<TextView>> descriptions; // with the matter `referral`
    std::vector<std::string> confirmed;
    std::string taken_by;
    std::string asked;   // what the leader asked the referrer for
    std::optional<std::vector<Option>> criteria; // value: axis.criterion; hint: "yes" when ticked
    std::string departed_why;
    std::optional<Instant> passed_at;
    std::string verdict; // granted | not_suitable | more_needed | ""
    std::string verdict_why;
    std::string instead;
    std::string answer;
    std::optional<Instant> answered_at;
    bool identity_linked = false;
    using Self = ReferralView;
    static constexpr std::string_view schema = "Referral";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(intake), RADSLAG_F(sent_at), RADSLAG_F(sent_by), RADSLAG_F(contact_person),
        RADSLAG_F(descriptions), RADSLAG_F(confirmed), RADSLAG_F(taken_by), RADSLAG_F(asked),
        RADSLAG_F(criteria), RADSLAG_F(departed_why), RADSLAG_F(passed_at), RADSLAG_F(verdict),
        RADSLAG_F(verdict_why), RADSLAG_F(instead), RADSLAG_F(answer), RADSLAG_F(answered_at),
        RADSLAG_F(identity_linked));
};
struct ConsentOf { // one person's answer to one consent
    std::string person;
    std::string name;
    std::string answer; // given | refused | withdrawn | lapsed | "" not yet
    std::string part;
    std::string told;
    std::optional<Date> told_on;
    std::optional<Date> lapses_on;
    using Self = ConsentOf;
    static constexpr std::string_view schema = "ConsentOf";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(person), RADSLAG_F(name), RADSLAG_F(answer), RADSLAG_F(part),
                        RADSLAG_F(told), RADSLAG_F(told_on), RADSLAG_F(lapses_on));
};
struct ConsentView {
    std::string consent;
    std::string text; // one sentence
    bool whole = false; // everyone asked has given it
    std::vector<ConsentOf> people;
    using Self = ConsentView;
    static constexpr std::string_view schema = "Consent";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(consent), RADSLAG_F(text),
                                                   RADSLAG_F(whole), RADSLAG_F(people));
};
struct QuestionsView {
    std::vector<TextView> questions;
    std::vector<std::string> purposes;
    std::string purpose_text;
    std::vector<std::string> agreed_by;
    std::vector<std::string> not_yet_agreed;
    using Self = QuestionsView;
    static constexpr std::string_view schema = "Questions";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(questions), RADSLAG_F(purposes), RADSLAG_F(purpose_text),
                        RADSLAG_F(agreed_by), RADSLAG_F(not_yet_agreed));
};
struct SafetyView {
    std::string id;
    std::string about;
    std::string about_name;
    std::string keep_apart_from; // a name, or empty
    std::string text;
    Instant at;
    using Self = SafetyView;
    static constexpr std::string_view schema = "Safety";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(about), RADSLAG_F(about_name),
                        RADSLAG_F(keep_apart_from), RADSLAG_F(text), RADSLAG_F(at));
};
struct PaperView {
    std::string id;
    std::string kind;
    std::string title;
    std::string text;
    Date dated;
    std::string written_by;
    std::int64_t version = 0;
    using Self = PaperView;
    static constexpr std::string_view schema = "Paper";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(kind), RADSLAG_F(title), RADSLAG_F(text),
                        RADSLAG_F(dated), RADSLAG_F(written_by), RADSLAG_F(version));
};
struct StepView {
    std::string id;
    std::string name;
    std::string about;
    bool is_private = false;
    std::string state; // done | here | ahead
    std::vector<std::string> present; // whose place it is, in words
    std::vector<std::string> back;    // who comes back
    std::vector<Need> needs;
    using Self = StepView;
    static constexpr std::string_view schema = "Step";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(about), field("private", &Self::is_private),
        RADSLAG_F(state), RADSLAG_F(present), RADSLAG_F(back), RADSLAG_F(needs));
};
struct SeatView {
    std::string person;
    std::string name;
    std::string role_name;
    std::string how;       // room | link
    bool in = false;       // now
    bool belongs = true;   // in the step that is on
    bool belongs_next = true; // in the step that follows
    using Self = SeatView;
    static constexpr std::string_view schema = "Seat";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(person), RADSLAG_F(name), RADSLAG_F(role_name), RADSLAG_F(how),
                        RADSLAG_F(in), RADSLAG_F(belongs), RADSLAG_F(belongs_next));
};
struct MeetingView {
    std::string id;
    std::string meeting;
    std::string name;
    std::int64_t round = 1;
    Date day;
    std::string starts, ends; // "17:00"
    std::string place;
    std::string link;
    std::string state; // planned | open | paused | ended
    std::string paused_why;
    std::vector<Need> needs; // to open it
    std::vector<StepView> steps;
    std::vector<SeatView> seats;
    std::string outcome;
    std::string outcome_why;
    std::optional<std::vector<TextView>> review; // heading: the question
    std::int64_t version = 0;
    using Self = MeetingView;
    static constexpr std::string_view schema = "Meeting";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(meeting), RADSLAG_F(name), RADSLAG_F(round), RADSLAG_F(day),
        RADSLAG_F(starts), RADSLAG_F(ends), RADSLAG_F(place), RADSLAG_F(link), RADSLAG_F(state),
        RADSLAG_F(paused_why), RADSLAG_F(needs), RADSLAG_F(steps), RADSLAG_F(seats),
        RADSLAG_F(outcome), RADSLAG_F(outcome_why), RADSLAG_F(review), RADSLAG_F(version));
};
struct OfferView {
    std::string id;
    std::string by;
    std::string text;
    std::optional<Date> until;
    using Self = OfferView;
    static constexpr std::string_view schema = "Offer";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(by), RADSLAG_F(text), RADSLAG_F(until));
};
struct ReportView {
    std::int64_t round = 1;
    std::string kept;
    std::string note;
    using Self = ReportView;
    static constexpr std::string_view schema = "Report";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(round), RADSLAG_F(kept), RADSLAG_F(note));
};
struct ActionView {
    std::string id;
    std::string heading;
    std::string what;
    std::string owner;      // a name
    std::string owner_kind; // nobody | own_network | professional
    std::optional<Date> due;
    std::string offer;      // its text, if drawn on
    std::string fine;       // unsaid | fine | missing
    std::string missing;
    std::vector<ReportView> reports;
    std::int64_t version = 0;
    using Self = ActionView;
    static constexpr std::string_view schema = "Action";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(heading), RADSLAG_F(what), RADSLAG_F(owner),
        RADSLAG_F(owner_kind), RADSLAG_F(due), RADSLAG_F(offer), RADSLAG_F(fine),
        RADSLAG_F(missing), RADSLAG_F(reports), RADSLAG_F(version));
};
struct ClarificationView {
    std::string id;
    std::string action; // id, or empty: the plan as a whole
    std::string question;
    std::string asked_by;
    std::string answer;
    using Self = ClarificationView;
    static constexpr std::string_view schema = "Clarification";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(id), RADSLAG_F(action),
                                                   RADSLAG_F(question), RADSLAG_F(asked_by),
                                                   RADSLAG_F(answer));
};
struct EndingAnswerView {
    std::string by;
    std::string answer; // yes | send_back
    std::string why;
    Instant at;
    using Self = EndingAnswerView;
    static constexpr std::string_view schema = "EndingAnswer";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(by), RADSLAG_F(answer), RADSLAG_F(why),
                                                   RADSLAG_F(at));
};
struct EndingView {
    std::string id;
    std::string name;
    std::string way; // acknowledged | agreed | approved
    std::vector<std::string> by;
    bool done = false;
    std::vector<EndingAnswerView> answers;
    using Self = EndingView;
    static constexpr std::string_view schema = "Ending";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(way),
                                                   RADSLAG_F(by), RADSLAG_F(done),
                                                   RADSLAG_F(answers));
};
struct PlanView {
    std::string text;
    std::string handed_by;
    std::optional<Instant> handed_at;  // nothing: no plan yet
    std::string sent_back_why;         // of the plan before, when a new one is awaited
    std::vector<Named> headings;
    std::vector<ActionView> actions;
    std::vector<ClarificationView> clarifications;
    std::vector<EndingView> endings;
    std::int64_t by_network = 0;       // HF5: the split
    std::int64_t by_professionals = 0;
    using Self = PlanView;
    static constexpr std::string_view schema = "Plan";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(text), RADSLAG_F(handed_by), RADSLAG_F(handed_at), RADSLAG_F(sent_back_why),
        RADSLAG_F(headings), RADSLAG_F(actions), RADSLAG_F(clarifications), RADSLAG_F(endings),
        RADSLAG_F(by_network), RADSLAG_F(by_professionals));
};
struct ScaleView {
    std::string question;
    std::int64_t answers = 0;
    std::vector<std::int64_t> counts; // per value 1–5, or no, yes; empty below five answers
    using Self = ScaleView;
    static constexpr std::string_view schema = "Scale";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(question), RADSLAG_F(answers), RADSLAG_F(counts));
};
struct QuestionnaireView {
    std::string id;
    std::string name;
    std::vector<ScaleView> questions;
    using Self = QuestionnaireView;
    static constexpr std::string_view schema = "Questionnaire";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(questions));
};

struct CaseView {
    std::string id;
    std::int64_t number = 0;
    std::string name;  // "no. 14" for who does not see people
    Named model;
    std::int64_t model_version = 1;
    std::string language;
    std::int64_t version = 0;
    std::int64_t access = 0;
    std::int64_t round = 1;
    std::string acute_why; // "" it is not acute
    StatusView status;
    std::vector<MyRole> me;
    std::vector<Stage> journey;
    Gate gate;
    std::vector<Turn> turn;
    std::vector<DueView> due;
    std::vector<Can> can;
    std::vector<Sees> sees;
    std::optional<std::vector<PersonView>> people;
    std::optional<ReferralView> referral;
    std::optional<std::vector<ConsentView>> consents;
    std::optional<QuestionsView> questions;
    std::optional<std::vector<SafetyView>> safety;
    std::optional<std::vector<PaperView>> papers;
    std::optional<std::vector<MeetingView>> meetings;
    std::optional<std::vector<TextView>> accounts;
    std::optional<std::vector<OfferView>> offers;
    std::optional<PlanView> plan;
    std::optional<std::vector<QuestionnaireView>> evaluation;
    bool log = false; // the log is open to me
    using Self = CaseView;
    static constexpr std::string_view schema = "Case";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(number), RADSLAG_F(name), RADSLAG_F(model),
        RADSLAG_F(model_version), RADSLAG_F(language), RADSLAG_F(version), RADSLAG_F(access),
        RADSLAG_F(round), RADSLAG_F(acute_why), RADSLAG_F(status), RADSLAG_F(me),
        RADSLAG_F(journey), RADSLAG_F(gate), RADSLAG_F(turn), RADSLAG_F(due), RADSLAG_F(can),
        RADSLAG_F(sees), RADSLAG_F(people), RADSLAG_F(referral), RADSLAG_F(consents),
        RADSLAG_F(questions), RADSLAG_F(safety), RADSLAG_F(papers), RADSLAG_F(meetings),
        RADSLAG_F(accounts), RADSLAG_F(offers), RADSLAG_F(plan), RADSLAG_F(evaluation),
        RADSLAG_F(log));
};

struct LogEntry {
    std::int64_t seq = 0;
    Instant at;
    std::string act;     // the happening's name: the browser has words for it
    std::string who;     // a name and role, or "" for time itself
    std::string for_whom;
    std::string told;
    std::optional<Date> told_on;
    std::string about;   // a name or short words of what it is about, as far as I may see
    std::string why;
    std::string detail;  // words of the stage, step, consent …
    bool taken_back = false;
    bool can_take_back = false;
    using Self = LogEntry;
    static constexpr std::string_view schema = "LogEntry";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(seq), RADSLAG_F(at), RADSLAG_F(act), RADSLAG_F(who), RADSLAG_F(for_whom),
        RADSLAG_F(told), RADSLAG_F(told_on), RADSLAG_F(about), RADSLAG_F(why), RADSLAG_F(detail),
        RADSLAG_F(taken_back), RADSLAG_F(can_take_back));
};
struct LogView {
    std::vector<LogEntry> entries; // newest first
    std::string next;
    using Self = LogView;
    static constexpr std::string_view schema = "Log";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(entries), RADSLAG_F(next));
};

// ---- lists -----------------------------------------------------------------------------------------

struct CaseRow {
    std::string id;
    std::int64_t number = 0;
    std::string name;
    Named model;
    Named stage;
    std::string now;
    std::int64_t round = 1;
    std::string status;
    bool acute = false;
    std::string due; // words of the nearest deadline
    std::optional<Date> due_on;
    bool late = false;
    std::optional<Date> meets_on;
    std::vector<std::string> my_roles; // in words
    bool my_turn = false;
    Instant changed_at;
    using Self = CaseRow;
    static constexpr std::string_view schema = "CaseRow";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(number), RADSLAG_F(name), RADSLAG_F(model), RADSLAG_F(stage),
        RADSLAG_F(now), RADSLAG_F(round), RADSLAG_F(status), RADSLAG_F(acute), RADSLAG_F(due),
        RADSLAG_F(due_on), RADSLAG_F(late), RADSLAG_F(meets_on), RADSLAG_F(my_roles),
        RADSLAG_F(my_turn), RADSLAG_F(changed_at));
};
struct CaseList {
    std::vector<CaseRow> cases;
    std::string next; // the cursor of the next page; "" the last
    using Self = CaseList;
    static constexpr std::string_view schema = "CaseList";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(cases), RADSLAG_F(next));
};
struct Desk { // what waits for me: late first, then soon, then by my turn
    std::vector<CaseRow> late;
    std::vector<CaseRow> my_turn;
    std::vector<CaseRow> meets_soon; // within two weeks
    std::vector<CaseRow> others;     // mine, waiting for somebody else
    std::vector<Can> can;            // what I may begin: open_case, refer …
    using Self = Desk;
    static constexpr std::string_view schema = "Desk";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(late), RADSLAG_F(my_turn),
                                                   RADSLAG_F(meets_soon), RADSLAG_F(others),
                                                   RADSLAG_F(can));
};
struct CommitteeView {
    Named model;
    std::optional<Date> next;          // the next day the committee meets
    std::vector<Named> days;           // id → date, to come
    std::vector<CaseRow> ready;        // passed to the chair
    std::vector<CaseRow> not_ready;    // received, something missing
    std::vector<CaseRow> to_answer;    // decided, the referrer has no answer yet
    std::vector<Can> can;
    using Self = CommitteeView;
    static constexpr std::string_view schema = "Committee";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(model), RADSLAG_F(next), RADSLAG_F(days), RADSLAG_F(ready),
                        RADSLAG_F(not_ready), RADSLAG_F(to_answer), RADSLAG_F(can));
};
struct Committees {
    std::vector<CommitteeView> committees;
    using Self = Committees;
    static constexpr std::string_view schema = "Committees";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(committees));
};

// ---- staff and self --------------------------------------------------------------------------------

struct StaffView {
    std::string id;
    std::string name;
    std::string mail;
    std::vector<std::string> offices;
    std::string state; // invited | active | locked
    bool pledged = false;
    std::vector<std::string> training;
    std::int64_t version = 0;
    using Self = StaffView;
    static constexpr std::string_view schema = "Staff";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(mail), RADSLAG_F(offices),
                        RADSLAG_F(state), RADSLAG_F(pledged), RADSLAG_F(training),
                        RADSLAG_F(version));
};
struct StaffList {
    std::vector<StaffView> staff;
    std::vector<Can> can;
    using Self = StaffList;
    static constexpr std::string_view schema = "StaffList";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(staff), RADSLAG_F(can));
};
struct Me {
    std::string id;
    std::string name;
    std::string mail;
    std::string language;
    std::vector<std::string> offices;
    Named organisation;
    std::string country;
    std::string zone;
    bool pledged = false;
    std::string csrf;    // to be sent back as X-CSRF with whatever changes something
    Date today;          // in the organisation's zone
    std::vector<Can> can; // about myself: sign_pledge, change_password
    using Self = Me;
    static constexpr std::string_view schema = "Me";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(mail), RADSLAG_F(language), RADSLAG_F(offices),
        RADSLAG_F(organisation), RADSLAG_F(country), RADSLAG_F(zone), RADSLAG_F(pledged),
        RADSLAG_F(csrf), RADSLAG_F(today), RADSLAG_F(can));
};

// ---- the declarations of acts, for forms -------------------------------------------------------------

struct FieldView {
    std::string name;
    std::string type; // line | text | date | time | number | yes_no | choice | choices | person | people | row
    std::int64_t limit = 0; // code points, or the highest number; 0: none
    bool required = false;
    std::string needed_when; // "answer=not_suitable": required when another field says so; "" no
    std::vector<std::string> words; // fixed choices; the browser has words for them
    using Self = FieldView;
    static constexpr std::string_view schema = "Field";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(name), RADSLAG_F(type), RADSLAG_F(limit), RADSLAG_F(required),
                        RADSLAG_F(needed_when), RADSLAG_F(words));
};
struct ActView {
    std::string name;
    std::string room;      // people | consent | referral | conference | casepapers | circle | …
    std::string about;     // the kind of row it is about: person | question | action …; "" none
    bool on_behalf = false; // takes for_whom, told, told_on
    bool based_on = false;  // takes the version it was based on
    std::vector<FieldView> fields_;
    using Self = ActView;
    static constexpr std::string_view schema = "Act";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(name), RADSLAG_F(room), RADSLAG_F(about), RADSLAG_F(on_behalf),
                        RADSLAG_F(based_on), field("fields", &Self::fields_));
};
struct ActList {
    std::vector<ActView> acts;
    using Self = ActList;
    static constexpr std::string_view schema = "ActList";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(acts));
};

struct ModelView {
    std::string id;
    std::int64_t version = 1;
    std::string name;
    std::string summary;
    std::vector<Named> stages;
    using Self = ModelView;
    static constexpr std::string_view schema = "Model";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(version), RADSLAG_F(name), RADSLAG_F(summary),
                        RADSLAG_F(stages));
};
struct ModelList {
    std::vector<ModelView> models;
    using Self = ModelList;
    static constexpr std::string_view schema = "ModelList";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(models));
};
struct Enrolment { // shown once, to be put into an authenticator app
    std::string secret;
    std::string uri;
    using Self = Enrolment;
    static constexpr std::string_view schema = "Enrolment";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(secret), RADSLAG_F(uri));
};

// ---- after an act --------------------------------------------------------------------------------

struct Done {
    std::string case_id;  // "" where the act is about no case
    std::string about;    // the row it made or changed
    std::int64_t version = 0;
    std::vector<std::string> happened; // names, with follow-on happenings
    std::vector<std::string> doubts;   // codes of soft warnings: number.check_digit, referral.names
    std::string secret;   // shown once: an invitation's code
    using Self = Done;
    static constexpr std::string_view schema = "Done";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(case_id), RADSLAG_F(about), RADSLAG_F(version),
                        RADSLAG_F(happened), RADSLAG_F(doubts), RADSLAG_F(secret));
};
struct Trouble { // a refusal in the reader's language
    std::string code;
    std::string message;
    std::vector<Filled> fields_; // field → what is wrong with it, what would be right
    std::vector<Filled> theirs;  // at a conflict: field → what stands there now
    using Self = Trouble;
    static constexpr std::string_view schema = "Trouble";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(code), RADSLAG_F(message), field("fields", &Self::fields_),
                        RADSLAG_F(theirs));
};

} // namespace radslag::commands::view
