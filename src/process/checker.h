#pragma once
// What all checks of the form share: the journey's ways, who can do what on the way, complaining.
#include "process/fields.h"
#include "process/node.h"

#include <fmt/format.h>

#include <set>

namespace radslag::process {

// How far a case has come: the stages it passed, and in a meeting the steps that have begun.
struct Way {
    std::vector<Ix> stages;
    Meeting const* meeting = nullptr; // in its stage, only the first `steps` of its steps count
    std::size_t steps = 0;

    [[nodiscard]] bool passes(Ix stage) const;
};

class Checker {
public:
    Checker(Model const& a_model, Node const& root, std::string const& file);

    Model const& model;
    Complaints complaints;

    // `place`: "stage.2.needs.0.of", the deepest part of it that the file has.
    void complain(std::string const& place, std::string cause, std::string remedy);

    // How many items the list at this place has.
    [[nodiscard]] std::size_t items(std::string const& place) const;

    [[nodiscard]] bool reachable(Ix stage) const { return everywhere.passes(stage); }
    Way everywhere; // all stages that a case can come to, all steps
    // " in a case that begins by `x`", or nothing when it is so for all that come there.
    static std::string told_intakes(std::vector<std::string> const& stuck, std::size_t of);

    // From each intake that can come there, the stages up to and including this one.
    [[nodiscard]] std::vector<std::pair<Intake const*, Way>> ways_to(Ix stage) const;

    // Whether there is a [[may]] for this act on the way, for anybody.
    [[nodiscard]] bool may_anyone(std::string_view act, Way const& way) const;
    // … done by these themselves or recorded for them: by each role, or by one of them.
    [[nodiscard]] bool may_one(Who who, std::string_view act, Way const& way) const;
    [[nodiscard]] Who may_not(Who who, std::string_view act, Way const& way) const;
    // Whether somebody can be brought into the role by then.
    [[nodiscard]] bool fillable(Ix role, Way const& way) const;
    // Whether one of them can be there by then. Roles that nobody ever fills are told of at the
    // role alone: they count as there.
    [[nodiscard]] bool someone(Who who, Way const& way) const;
    [[nodiscard]] bool happens(Moment const& moment) const;

    [[nodiscard]] std::string names(Who who) const; // "`coordinator`, `office:manager`"
    [[nodiscard]] std::string stage_name(Ix stage) const; // "`circle`"

private:
    [[nodiscard]] bool counts(May const& may, std::string_view act, Way const& way) const;
    [[nodiscard]] bool step_counts(std::string_view name, Ix stage, Way const& way) const;
    [[nodiscard]] std::vector<Ix> along(Ix from) const;

    Node const& root_;
    std::string const& file_;
};

template <class Do> void each_role(Who who, Do act) {
    for (Ix role = 0; role < role_limit; ++role)
        if (who.has(role)) act(role);
}

std::string listed(std::vector<std::string> const& words); // `a`, `b` and `c`

void check_people(Checker& check);
void check_journey(Checker& check);
void check_gates(Checker& check);
void check_meetings(Checker& check);
void check_work(Checker& check);
void check_times(Checker& check);
void check_rights(Checker& check);

} // namespace radslag::process
