#pragma once
// What a process model says, as read from its folder (docs/grammar.md tells how to write one).
// A model is immutable once loaded. Roles are referred to by their place in `roles` and gathered in
// bit sets (at most 60 roles); stages by their place in `stages`.
#include "base/base.h"
#include "process/vocabulary.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace radslag::process {

using Ix = std::uint16_t;
inline constexpr std::size_t role_limit = 60;
inline constexpr Ix nowhere = 0xffff;

// A set of roles of one model, and of offices of the organisation (an office acts in cases only
// where the model names it, e.g. `office:manager`).
struct Who {
    std::uint64_t roles = 0;
    std::uint32_t offices = 0; // bit per Office

    [[nodiscard]] bool has(Ix role) const { return ((roles >> role) & 1U) != 0; }
    [[nodiscard]] bool has(Office office) const {
        return ((offices >> unsigned(office)) & 1U) != 0;
    }
    [[nodiscard]] bool empty() const { return roles == 0 && offices == 0; }
    [[nodiscard]] bool meets(Who other) const {
        return (roles & other.roles) != 0 || (offices & other.offices) != 0;
    }
    void add(Ix role) { roles |= std::uint64_t{1} << role; }
    void add(Office office) { offices |= 1U << unsigned(office); }
    bool operator==(Who const&) const = default;
};

// Where a rule comes from and how strong it is (requirements.toml). A method rule can be passed by
// `passed_by` with a written reason; a hard one by nobody.
struct Rule {
    Strength strength = Strength::hard;
    std::vector<std::string> sources; // requirement ids
    Who passed_by;
    bool operator==(Rule const&) const = default;
};

struct Role {
    std::string id;
    Function is = Function::network;
    int at_least = 0;
    int at_most = 50;
    std::uint32_t offices =
        0; // staff of these offices can be assigned to it; 0: people without account
    bool may_be_outsider = true; // may be filled by somebody named without a staff account
    Who incompatible; // one person cannot hold both in the same case
    bool pledge = false; // the secrecy pledge is signed before the assignment opens (A1)
    bool impartial = false; // impartiality is declared per case (A1)
    std::optional<Moment> ends; // when its access ends (SN5); absent: with the case
    Rule rule;
};

// What must hold before the next stage or step is entered or a meeting is opened.
struct Need {
    std::string id; // unique in the model: "stage.circle.1"; a waiver refers to it
    Condition what = Condition::consent;
    std::string of; // the consent, role, meeting, ending or stage it is about; may be empty
    Who who; // prepared, decided, invited, answered: of these roles
    int at_least = 1;
    Rule rule;
};

struct Consent {
    std::string id;
    Who from; // each person in these roles gives it for themselves
    int own_voice_from_age = 0; // younger main persons are heard but not asked for it
    Lapse lapses = Lapse::case_end;
    std::optional<Span> lapses_after; // with Lapse::span
    Withdrawn withdrawn = Withdrawn::closes_gate;
    std::string stop; // with stops_case: how the case then ends
    bool links_identity = false; // PN3: with this consent the family gets its name
    bool in_part = false; // may be given for a part, told in words
    Rule rule;
};

struct Step {
    std::string id;
    bool is_private = false; // the family's own: nobody else reads what is said and written there
    Who present; // whose place it is; others are refused
    Who back; // of them: those who were out of the step before and come back
    std::string back_if_in; // only who was in that step comes back (SN8); empty: no such rule
    std::vector<Need> needs; // what it must bring forth before it ends
    Rule rule;
};

struct Meeting {
    std::string id;
    Ix stage = nowhere; // held in this stage
    int minutes = 0; // set aside; 0: no rule
    std::vector<Need> needs; // to open it
    std::vector<Step> steps;
    std::vector<std::string> review_questions; // follow-up questions (HF4), text keys
    Who required; // must come, absence followed up (PN13)
    Rule rule;
};

struct Stage {
    std::string id;
    Who moved_by; // who goes on from here; empty: it moves by itself when all needs hold
    std::vector<Need> needs; // to go on
    Ix next = nowhere; // nowhere: the case is closed when it goes on from here
    Ix again = nowhere; // a new round begins at this stage instead of going on
    std::optional<Span> every; // cadence of rounds
    Who again_by;
    int rounds_at_most = 0; // 0: as long as it is judged necessary
    bool before_start = false; // nothing is begun before the voluntary yes: intake only
    Rule rule;
};

struct May {
    Who who;
    std::vector<std::string> acts;
    Ix from = 0; // stages from–until, both included
    Ix until = nowhere;
    std::vector<std::string>
        in_steps; // only during these steps of an open meeting; empty: no matter
    Who for_whom; // recorded on their behalf (A12)
    Rule rule;
};

struct See {
    Matter what = Matter::people;
    Who who;
    Ix from = 0;
    Ix until = nowhere;
    bool own_only = false; // only what they wrote or what is about themselves
    Rule rule;
};

struct Decides {
    Who about; // who may be invited …
    Who who; // … only with the yes of these
    bool each = true; // every one of them; else one is enough
    Rule rule;
};

struct Axis { // referral criteria: at least n of these
    std::string id;
    int at_least = 1;
    std::vector<std::string> of;
};

struct Intake {
    std::string id;
    IntakeWay way = IntakeWay::direct;
    Who who; // offices that may start it
    Ix stage = nowhere;
    std::vector<std::string> fields; // written by the referrer; all required (PN2)
    std::vector<std::string> open_fields; // of them: not anonymous, e.g. the referrer's own contact
    bool anonymous = false; // PN3
    std::vector<std::string> confirms; // sentences that are confirmed when sent (PN8)
    bool names_contact = false; // GF1: the request names the contact person
    Rule rule;
};

struct Committee {
    std::optional<Span> every;
    Who members;
    Who chair;
    std::string no_stop; // how a case ends when its no has been answered to the referrer (PN6, PN7)
    Rule rule;
};

struct Preparation {
    Who whom;
    Who by;
    std::vector<std::string> ways; // words of PreparedBy
    std::vector<std::string> checks; // what is gone through; text keys
    Rule rule;
};

struct Questions {
    Who written_by;
    Who agreed_by;
    int at_least = 1;
    std::vector<std::string> purposes; // to choose among (GN1); empty: free questions
    Rule rule;
};

struct Ending { // how the plan ends
    std::string id;
    PlanAnswer way = PlanAnswer::agreed;
    Who by;
    bool each = false; // each of them answers; else one is enough
    bool may_send_back = false;
    bool reasons = false; // given with reasons in either case
    Rule rule;
};

struct Plan {
    PlanWriter written_by = PlanWriter::family;
    std::vector<std::string> headings;
    std::vector<Ending> endings; // in order
    Rule rule;
};

struct Deadline {
    std::string id;
    Moment starts;
    Moment ends;
    Span within;
    std::optional<Span> acute_within;
    std::optional<Span> warn; // this long before
    Who whose;
    Rule rule;
};

struct Questionnaire {
    std::string id;
    std::string after; // the meeting after which it is answered
    Who who;
    struct Question {
        std::string id;
        AnswerKind kind = AnswerKind::scale;
    };
    std::vector<Question> questions;
    Rule rule;
};

// How a case can end before its last stage, and who can say so.
struct Stop {
    std::string id; // no, not_suitable, stopped, withdrawn …
    Who by;
    Ix from = 0;
    Ix until = nowhere;
    Rule rule;
};

struct Model {
    std::string id;
    int version = 1;
    std::string country; // "SE", "DK"
    std::string home_language; // "sv"
    std::vector<std::string> groups; // for whom it is (HF1); text keys
    std::vector<Role> roles;
    std::vector<Stage> stages;
    std::vector<Intake> intakes;
    std::vector<Axis> criteria;
    std::optional<Committee> committee;
    std::vector<Consent> consents;
    std::vector<Decides> decides;
    std::optional<Preparation> preparation;
    std::optional<Questions> questions;
    std::vector<Meeting> meetings;
    std::optional<Plan> plan;
    std::vector<Deadline> deadlines;
    std::vector<Questionnaire> questionnaires;
    std::vector<Stop> stops;
    std::vector<May> mays;
    std::vector<See> sees;
    // Statements of the method that the model rests on, but no gate, no deadline and no `decides`
    // asks for: nobody sees from here whether they are kept. Known when read with requirements.
    std::vector<std::string> unasked;
    using Words = std::map<std::string, std::string, std::less<>>;
    std::map<std::string, Words, std::less<>> texts; // language → key → words

    [[nodiscard]] Ix role(std::string_view id) const; // nowhere when unknown
    [[nodiscard]] Ix stage(std::string_view id) const;
    [[nodiscard]] Consent const* consent(std::string_view id) const;
    [[nodiscard]] Meeting const* meeting(std::string_view id) const;
    [[nodiscard]] Intake const* intake(std::string_view id) const;
    [[nodiscard]] Ending const* ending(std::string_view id) const;
    [[nodiscard]] Need const* need(std::string_view id) const; // of stages, steps and meetings
    [[nodiscard]] Who everyone(Function is) const;
    // The words for a key ("role.coordinator", "step.conference.private") in a language, or in the
    // home language when the model lacks that one; loading has proved that each key is there.
    [[nodiscard]] std::string const& text(std::string_view language, std::string_view key) const;
    // The same for keys that a model need not have ("need.stage.circle.1"); null when it has not.
    [[nodiscard]] std::string const* text_if(std::string_view language, std::string_view key) const;
};

// Each table that carries a rule, as far as it can be in the order of a case's life, and what it is
// called.
struct Placed {
    std::string_view table; // as in the file: "need", "decides", "deadline", "step" …
    std::string id; // of a need; "decides.2", "deadline.answer" …
    Rule const* rule = nullptr;
    Need const* need = nullptr;
    Decides const* decides = nullptr;
    Deadline const* deadline = nullptr;

    // Whether it was kept can be seen from here.
    [[nodiscard]] bool is_asked() const { return need || decides || deadline; }
};
std::vector<Placed> rules_of(Model const& model); // points into the model

} // namespace radslag::process
