#pragma once
// What acts and time make of the place where a case stands, decided by workflow's own functions. What
// a slice does not keep is taken both ways: a gate that could be open is gone through, one that could
// be closed is not.
#include <functional>
#include <set>

#include "proof/ground.h"

namespace radslag::proof {

// The same facts twice, with whatever is not kept at its best and at its worst.
struct Known {
    Facts best;
    Facts worst;
};

// A gate that was gone through, or a meeting that goes on.
struct Passed {
    enum class What : std::uint8_t { stage, opening, step, held, resuming } what = What::stage;
    Ix stage = 0;
    Ix meeting = nowhere;
    Ix step = 0; // that was left
};

// A dated fact by its name, as deadlines and assignments know it (workflow::is_moment).
struct Moment {
    std::string_view name;
    std::string_view detail;
};

struct Outcome {
    Deed deed;
    Place to;
    std::vector<Moment> moments;
    std::optional<Passed> passed;
    std::optional<std::size_t> waives; // a need, by its place
};
using Tell = std::function<void(Outcome const&)>;

class Outcomes {
public:
    // `takeable`: acts that can be taken back.
    Outcomes(Ground& ground, std::vector<std::string> takeable)
        : ground_(ground), takeable_(std::move(takeable)) {}

    // Everything that can happen here, by somebody or by time; or what taking something back leads to.
    // What follows is not in it yet. Acts that leave the case where it is are told of only when `wanted`.
    using Wanted = std::function<bool(std::string_view act)>;
    void onward(Place const& place, Known const& known, Wanted const& wanted, Tell const& tell);
    void back(Place const& place, Wanted const& wanted, Tell const& tell);
    // The stage after this one, entered; the case is closed after the last.
    [[nodiscard]] Outcome entered(Place const& place, Ix stage, Deed deed) const;

    // From where to where an act led, so that `each` knows from now on where taking it back leads.
    // True when that is new.
    bool remember(std::string const& act, Place const& from, Place const& to);
    // Left out of the walk from now on: for the test that a transition which is missing is noticed.
    void forget(std::string act) { forgotten_.push_back(std::move(act)); }
    [[nodiscard]] bool is_forgotten(std::string_view act) const;

private:
    Ground& ground_;
    std::vector<std::string> takeable_;
    std::map<std::string, std::set<std::pair<Place, Place>>> traces_;
    std::vector<std::string> forgotten_;

    void journey(Place const& place, Known const& known, Tell const& tell);
    void meetings(Place const& place, Known const& known, Tell const& tell);
    void room(Place const& place, Known const& known, Tell const& tell);
    void consents(Place const& place, Known const& known, Tell const& tell);
    void time(Place const& place, Known const& known, Wanted const& wanted, Tell const& tell);
    [[nodiscard]] bool was_done_here(Place const& place, std::string_view act) const;
    void others(Place const& place, Wanted const& wanted, Tell const& tell);
    void passed_by(Place const& place, Known const& known, Tell const& tell);
    void stopped(Place const& place, Deed const& deed, Tell const& tell);
    void over(Place const& place, Outcome outcome, Tell const& tell);
    void followed(Place const& place, Deed const& deed, workflow::Follows follows,
                  Tell const& tell);
    [[nodiscard]] bool can(Place const& place, std::string_view act) const;
};

} // namespace radslag::proof
