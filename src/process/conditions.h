#pragma once
// Can what a gate asks for come about on the way to it?
#include "process/brings.h"
#include "process/checker.h"

namespace radslag::process {

struct Obstacle {
    std::string cause; // follows "The need … can never hold: "
    std::string remedy;
};

// Nothing: it can hold in a case that began by this intake and came this way.
std::optional<Obstacle> obstacle(Checker const& check, Need const& need, Intake const& intake,
                                 Way const& way);

// The two halves: what lies before a meeting; the meeting, its plan and what follows.
std::optional<Obstacle> before_meeting(Checker const& check, Need const& need, Way const& way);
std::optional<Obstacle> of_referral(Checker const& check, Need const& need, Intake const& intake,
                                    Way const& way);
std::optional<Obstacle> from_meeting_on(Checker const& check, Need const& need, Way const& way);

// The act without which it cannot come about (brings.h).
inline std::string_view main_act(Need const& need) { return brings_about(need.what).front().act; }

inline Obstacle nobody_may(std::string_view act, std::string const& who = {}) {
    return {
        who.empty() ? fmt::format("nobody may `{}` up to there.", act)
                    : fmt::format("nobody may `{}` up to there by or for {}.", act, who),
        fmt::format("Add a [[may]] with the act `{}` for an earlier stage, or take the need away.",
                    act)};
}
inline std::optional<Obstacle> if_not(bool good, std::string_view act,
                                      std::string const& who = {}) {
    return good ? std::optional<Obstacle>{} : nobody_may(act, who);
}
inline std::optional<Obstacle> anyone_may(Checker const& check, Need const& need, Way const& way) {
    return if_not(check.may_anyone(main_act(need), way), main_act(need));
}
inline Obstacle without(std::string_view table) {
    return {fmt::format("the model has no {}.", table),
            fmt::format("Add {}, or take the need away.", table)};
}

} // namespace radslag::process
