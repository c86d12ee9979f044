#pragma once
// What is known of a case, made finite: enumerations, and counts as none / some / all. The decisions
// of workflow/ take nothing else, so that proof/ can walk every state there is.
#include "workflow/part.h"

namespace radslag::workflow {

enum class Count : std::uint8_t { none, some, all };

enum class MeetingState : std::uint8_t { none, planned, open, paused };

struct Facts {
    Ix stage = 0;
    bool first_round = true;
    conference::Status status = conference::Status::running;
    std::vector<Count> atoms;   // one for each atom of the rule book
    std::vector<bool> waived;   // one for each need of the model
    Ix meeting = process::nowhere; // planned or open
    MeetingState meeting_state = MeetingState::none;
    std::string step;           // of the open meeting

    bool operator==(Facts const&) const = default;
};

// GN9: how many the organisation allows in one room for a time, leaders counted.
struct RoomLimit {
    Date from;
    std::optional<Date> until; // the last day
    std::int64_t at_most = 0;
};
// What lies around a case and decides beside it: the day (whose own voice is asked for), and what
// the organisation asks of every meeting.
struct Circumstances {
    Date today;
    std::vector<RoomLimit> room_limits = {};
};
// The smallest that is in force on that day; nothing: no limit.
std::optional<std::int64_t> room_limit(Circumstances const& around, Date day);

Facts abstract(RuleBook const& book, CaseFile const& file, Circumstances const& around);
Count count(RuleBook const& book, CaseFile const& file, Circumstances const& around,
            Atom const& atom);
// Who lacks for an atom to hold: people by id; for gates that say who is missing.
std::vector<PersonId> lacking(RuleBook const& book, CaseFile const& file, Date today,
                              Atom const& atom);

// Those who are asked for a consent: in its roles, here, speaking for somebody; a main person younger than
// the model's age is heard but not asked.
std::vector<people::Person const*> asked(RuleBook const& book, CaseFile const& file, Date today,
                                         process::Consent const& consent);
// Old enough to be asked, by the age of the model's voluntary yes; everybody but main persons is.
bool has_own_voice(RuleBook const& book, people::Person const& person, Date today);
// Those whose yes it takes to invite somebody; nothing: nobody is there to decide yet.
std::vector<PersonId> deciders(RuleBook const& book, CaseFile const& file, Date today,
                               process::Decides const& rule);
process::Decides const* decides_about(RuleBook const& book, std::string const& role);
circle::Standing standing_of(RuleBook const& book, CaseFile const& file, Date today,
                             people::Person const& person);
// Here, in one of these roles; staff only while their assignment is ready.
std::vector<people::Person const*> people_in(RuleBook const& book, CaseFile const& file, Who who);
bool is_ready(RuleBook const& book, CaseFile const& file, people::Person const& person);
Holding holding_of(conference::Assignment const& assignment);
// A person, made finite: as a voice (role, ready, shut out, old enough), and as a guest too (what is
// said of inviting them, and whether they are invited to the meeting ahead).
Part voice_of(RuleBook const& book, CaseFile const& file, Date today,
              people::Person const& person);
Part guest_of(RuleBook const& book, CaseFile const& file, Date today,
              people::Person const& person);
// … in a meeting, when this step begins or goes on: what the presence rule asks about them.
Part seat_of(RuleBook const& book, CaseFile const& file, meeting::Meeting const& meeting,
             process::Step const& step, people::Person const& person);
Name name_of(RuleBook const& book, CaseFile const& file);
bool somebody_is_named(CaseFile const& file); // staff are not: they work here
conference::Assignment const* assignment_of(CaseFile const& file, PersonId const& person);
// The meeting that invitations and answers are about now.
struct Ahead {
    std::string meeting; // of the model
    std::int64_t round = 1;
};
// The open one; else the first on the way from here on that is not held yet; else the one planned
// next; nothing when none lies ahead.
std::optional<Ahead> meeting_ahead(RuleBook const& book, CaseFile const& file);
// The plan that stands is answered with the yes of those who end it, as it reads now.
bool is_ended(RuleBook const& book, CaseFile const& file, process::Ending const& ending);
// Belongs in at least one of its steps.
bool has_place(process::Meeting const& meeting, Ix role);
circle::Invitation const* invitation_ahead(RuleBook const& book, CaseFile const& file,
                                           PersonId const& person);
// Takes part in the meeting ahead as far as is known: a yes, and no "cannot" or "by letter".
bool takes_part(RuleBook const& book, CaseFile const& file, Date today,
                people::Person const& person);
bool is_shut_out(CaseFile const& file, PersonId const& person);
// PN13: those the model requires who were invited to a held meeting of the model in this round and
// were not there; nothing before it was held.
std::vector<people::Person const*> absent(RuleBook const& book, CaseFile const& file,
                                          meeting::Meeting const& held);
// Another round can begin from this stage.
bool has_more_rounds(process::Stage const& stage, std::int64_t round);
// Who will sit in the room: those who answered so or send somebody. The place of the main persons,
// of those who speak for them and of the coordinators is kept until they answer otherwise.
std::vector<PersonId> expected_in_room(RuleBook const& book, CaseFile const& file,
                                       meeting::Meeting const& meeting);

} // namespace radslag::workflow
