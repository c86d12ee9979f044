#pragma once
// What all checks of the form share: the journey's ways, who can do what on the way, complaining.
#include "process/fields.h"
#include "process/node.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace radslag::process {

// How far a case has come: the stages it passed, and in a meeting the steps that have begun.
struct Way {
    std::vector<Ix> stages;
    // By stage: the roles that somebody with an account can hold by then. Nobody else acts in the
    // software: what people without an account do and say is recorded for them.
    std::vector<std::uint64_t> staff;
    Intake const* intake = nullptr; // how it began; null: by any of them
    Meeting const* meeting = nullptr; // in its stage, only the first `steps` of its steps count
    std::size_t steps = 0;

    [[nodiscard]] bool passes(Ix stage) const;
};

// Of whom a rule asks an act: somebody of each role, each person in it (those without account too),
// or themselves and in nobody else's name.
enum class By { one, each, themselves };

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
    using Ways = std::vector<std::pair<Intake const*, Way>>;
    [[nodiscard]] Ways const& ways_to(Ix stage) const { return ways_[stage]; }
    // Only these stages, with everybody there who is ever brought in.
    [[nodiscard]] Way within(std::vector<Ix> stages) const;
    [[nodiscard]] std::vector<Ix> along(Ix from) const; // by `next`, to the end

    // Whether somebody who acts in the software may do this on the way.
    [[nodiscard]] bool may_anyone(std::string_view act, Way const& way) const;
    // The first stage of the way, as its place there and not before `from`, where somebody may.
    [[nodiscard]] std::optional<std::size_t> first_may(std::string_view act, Way const& way,
                                                       std::size_t from = 0) const;
    // … done by these themselves or recorded for them: by one of them; those for whom it is not.
    [[nodiscard]] bool may_one(Who who, std::string_view act, Way const& way) const;
    [[nodiscard]] Who may_not(Who who, std::string_view act, Way const& way, By by = By::one) const;
    // Whether somebody of them can act in this stage, and whether this row lets them.
    [[nodiscard]] bool can_act(Who who, Ix stage, std::uint64_t staff) const;
    [[nodiscard]] bool holds(May const& may, std::string_view act, Way const& way,
                             std::size_t place) const;
    [[nodiscard]] bool in_step(May const& may, std::string const& step) const;
    // Whether somebody can be brought into the role by then.
    [[nodiscard]] bool fillable(Ix role, Way const& way) const;
    // Roles that nobody ever fills, and those that every case needs but nobody fills in a case that
    // begins so. They are told of at the role alone: elsewhere they count as filled.
    [[nodiscard]] std::uint64_t unfilled() const { return unfilled_; }
    [[nodiscard]] std::uint64_t missing_in(Intake const* intake) const;
    // Whether one of them can be there by then.
    [[nodiscard]] bool someone(Who who, Way const& way) const;
    [[nodiscard]] bool happens(Moment const& moment) const;

    [[nodiscard]] std::string names(Who who) const; // "`coordinator`, `office:manager`"
    [[nodiscard]] std::string stage_name(Ix stage) const; // "`circle`"

private:
    [[nodiscard]] bool step_counts(std::string_view name, Ix stage, Way const& way) const;
    // Who is brought in, and when (actors.cpp).
    void bring_in(Way& way) const;
    [[nodiscard]] bool is_assigned(Ix role, Way const& way, std::size_t place) const;
    [[nodiscard]] bool is_named(Ix role, Way const& way) const;
    [[nodiscard]] bool begins_by(Way const& way, bool (*test)(Intake const&)) const;
    void find_unfilled();
    void find_missing();
    [[nodiscard]] Ways find_ways(Ix stage) const;

    Node const& root_;
    std::string const& file_;
    std::vector<May const*> bringing_; // the rows that bring somebody with an account in
    std::vector<Ways> ways_; // by stage
    std::uint64_t unfilled_ = 0;
    std::vector<std::uint64_t> missing_; // by intake
    std::vector<std::uint64_t> in_office_; // by stage: roles whose access has not ended
};

bool can_be_named(Role const& role); // as somebody without an account

// Each See with the table it stands in ("see.3") and its word there ("see.3.what.1"): each word of
// `what` became a See of its own, and counting them leads back to the table.
template <class Do> void each_see(Checker const& check, Do act) {
    std::size_t see = 0;
    for (std::size_t table = 0; see < check.model.sees.size(); ++table) {
        auto at = fmt::format("see.{}", table);
        auto words_there = std::max<std::size_t>(check.items(at + ".what"), 1);
        for (std::size_t n = 0; n < words_there && see < check.model.sees.size(); ++n, ++see)
            act(check.model.sees[see], at, fmt::format("{}.what.{}", at, n), n == 0);
    }
}

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
void check_voluntary(Checker& check);
void check_barrier(Checker& check);

} // namespace radslag::process
