#pragma once
// What a member of staff has before them, and what they wish to do. Both know only what a client
// gets: acts, choices, whom it can be for, needs and what is missing.
#include "commands/commands.h"

namespace radslag::sim {

namespace view = commands::view;

struct Sight {
    commands::Staff const* staff = nullptr;
    commands::Caller who;
    view::CaseView seen;

    [[nodiscard]] view::Can const* can(std::string_view act) const;
    // What can be chosen in a field of an act; nothing: it is not chosen, or the act cannot be
    // done.
    [[nodiscard]] std::vector<view::Option> options(std::string_view act,
                                                    std::string_view field) const;
    [[nodiscard]] std::vector<view::PersonView> const& people() const; // none where they are closed
    [[nodiscard]] view::PersonView const* person(std::string const& id) const;
    [[nodiscard]] view::MeetingView const* open_meeting() const; // paused or not
    [[nodiscard]] view::MeetingView const* planned(std::string const& meeting) const;
    [[nodiscard]] view::StepView const* step() const; // that is on
    [[nodiscard]] std::string stage() const;
};

std::vector<std::string> rows_of(view::Can const& can); // that it can be done to
bool has(std::vector<view::Named> const& all, std::string const& id);
bool has(std::vector<std::string> const& all, std::string const& id);
bool has(std::vector<view::Option> const& all, std::string const& value);

// "answer=no|later": whether what has been filled in so far says one of these.
bool says(std::string_view condition, commands::Request const& request);
std::vector<view::Option> offered(std::vector<view::Option> options,
                                  commands::Request const& so_far);

struct Wish {
    std::string act;
    std::string about;
    std::string for_whom;
    std::map<std::string, commands::Value, std::less<>> fields; // what is left open is filled in
    [[nodiscard]] std::string key() const { return act + " " + about + " " + for_whom; }
};

} // namespace radslag::sim
