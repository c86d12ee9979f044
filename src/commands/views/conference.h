#pragma once
// Where a case stands, what holds it, whose turn it is, what is due, who sees what; its log.
#include "commands/views/acts.h"

namespace radslag::commands::view {

struct Passed {
    std::string why;
    std::string by;
    Instant at;
    using Self = Passed;
    static constexpr std::string_view schema = "Passed";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(why), RADSLAG_F(by), RADSLAG_F(at));
};

struct Leads { // an act that I may do now and that brings a need nearer
    std::string act;
    std::vector<std::string> about; // of its rows, those that lack it; empty: it is about none
    std::vector<Filled> filled;     // fields that the need settles
    std::string for_whom;           // the only one who lacks it; "" chosen in the form
    using Self = Leads;
    static constexpr std::string_view schema = "Leads";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(act), RADSLAG_F(about), RADSLAG_F(filled), RADSLAG_F(for_whom));
};

struct Need { // one condition of a gate
    std::string id;
    std::string text;
    bool met = false;
    std::vector<std::string> missing; // names or words: what is not there yet, as far as I may see
    std::string strength; // hard | method | offer
    std::vector<std::string> sources;
    std::optional<Passed> passed;
    bool may_pass = false; // I may pass it, with a reason
    std::vector<Leads> leads; // what I may do about it
    using Self = Need;
    static constexpr std::string_view schema = "Need";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(text), RADSLAG_F(met), RADSLAG_F(missing), RADSLAG_F(strength),
        RADSLAG_F(sources), RADSLAG_F(passed), RADSLAG_F(may_pass), RADSLAG_F(leads));
};

struct Stage {
    std::string id;
    std::string name;
    std::string now; // one sentence: what is going on in it
    std::string state; // done | here | ahead
    std::optional<Instant> since;
    using Self = Stage;
    static constexpr std::string_view schema = "Stage";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(now),
                                                   RADSLAG_F(state), RADSLAG_F(since));
};

struct Gate {
    std::string move_on; // the button's words
    bool open = false; // every need met or passed
    std::vector<std::string> moved_by; // whose it is, in words
    std::vector<Need> needs;
    std::string go_round; // words for a new round; empty: none
    using Self = Gate;
    static constexpr std::string_view schema = "Gate";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(move_on), RADSLAG_F(open), RADSLAG_F(moved_by), RADSLAG_F(needs),
                        RADSLAG_F(go_round));
};

struct Turn { // whose turn it is: a role, those of it who are waited for, and what for
    std::string role;
    std::string role_name;
    std::vector<std::string> names;
    bool mine = false;
    std::vector<std::string> what;
    using Self = Turn;
    static constexpr std::string_view schema = "Turn";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(role), RADSLAG_F(role_name), RADSLAG_F(names), RADSLAG_F(mine), RADSLAG_F(what));
};

struct DueView {
    std::string id;
    std::string text;
    Date on;
    std::string state; // running | warned | late
    std::vector<Named> whose; // roles, and offices as "office:manager"
    std::string moved_why;
    using Self = DueView;
    static constexpr std::string_view schema = "Due";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(text), RADSLAG_F(on), RADSLAG_F(state),
                        RADSLAG_F(whose), RADSLAG_F(moved_why));
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
    std::string stop; // how it ended, in words
    std::optional<Date> until;
    using Self = StatusView;
    static constexpr std::string_view schema = "Status";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(is), RADSLAG_F(since), RADSLAG_F(why),
                                                   RADSLAG_F(stop), RADSLAG_F(until));
};

struct LogEntry {
    std::int64_t seq = 0;
    Instant at;
    std::string act; // the happening's name: the browser has words for it
    std::string who; // a name and role, or "" for time itself
    std::string for_whom;
    std::string told;
    std::optional<Date> told_on;
    std::string about; // a name or short words of what it is about, as far as I may see
    std::string why;
    std::string detail; // words of the stage, step, consent …
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

} // namespace radslag::commands::view
