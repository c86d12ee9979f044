#pragma once
// Fidelity: how far the method was followed. Private to the room but for its door.
#include "base/base.h"

namespace radslag::evaluation {

enum class Outcome { kept, passed, late }; // the worst last
inline Words words(Outcome) {
    static constexpr std::string_view all[] = {"kept", "passed", "late"};
    return all;
}

// A rule of the method was asked: its gate was gone through, somebody was invited under it, its
// time was over. Written down then and there: neither a rule that is broken later nor a newer
// version of the model makes it untrue.
struct Followed {
    RowId id;
    std::int64_t changed_in = 0;
    std::string model;
    std::int64_t model_version = 1;
    std::string rule; // a need's id, "decides.2", "deadline.answer"
    std::int64_t round = 1;
    Outcome outcome = Outcome::kept;
    bool anyway = false; // passed, and yet it held when its gate was gone through
    Instant at;
    Date on;

    static constexpr std::string_view table = "followed";
    static constexpr auto fields = std::make_tuple(
        field("id", &Followed::id), field("changed_in", &Followed::changed_in),
        field("model", &Followed::model), field("model_version", &Followed::model_version),
        field("rule", &Followed::rule), field("round", &Followed::round),
        field("outcome", &Followed::outcome), field("anyway", &Followed::anyway),
        field("at", &Followed::at), field("on", &Followed::on));
};

// A rule can be asked more than once in a round, as of each who is invited: the worst counts, and
// of those the last. Nothing: it was not asked.
std::optional<Followed> in_round(std::vector<Followed> const& all, std::int64_t model_version,
                                 std::string const& rule, std::int64_t round);

// ---- over many cases ----------------------------------------------------------------------

// In how many cases a rule was kept each time, passed at least once, late at least once.
struct Counts {
    std::int64_t kept = 0;
    std::int64_t passed = 0;
    std::int64_t late = 0;
    [[nodiscard]] std::int64_t all() const { return kept + passed + late; }
    bool operator==(Counts const&) const = default;
};

// What is told of it. Every figure is a whole number of fives, rounded down; nothing is told of
// fewer than five cases. Where one figure is hidden, another is too, so that no subtraction brings
// it back: not from the sum, nor from another rule of the same gate, which is asked in the same
// cases. Nought is hidden like four. The figures of two days or two years differ by whole fives as
// well.
struct Figures {
    std::optional<std::int64_t> cases;
    std::optional<std::int64_t> kept;
    std::optional<std::int64_t> passed;
    std::optional<std::int64_t> late;
    std::optional<Outcome> nearly_all; // fewer than five cases went otherwise
    bool operator==(Figures const&) const = default;
};
inline constexpr std::int64_t fewest = 5;
// `timed`: a deadline, which can be late; what keeps a gate never is.
Figures figures_of(Counts const& counts, bool timed);

// Figures are told by the calendar year, of the running one up to the last quarter that is over: no
// two spans that one can choose differ by a day. Nothing: no quarter of it is over.
std::optional<Date> told_until(int year, Date today);

} // namespace radslag::evaluation
